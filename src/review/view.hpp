#pragma once

// What a review says today: of rows that say something anew the last counts, and all of them stand.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/model.hpp>
#include <regelgraf/review.hpp>

#include "review/tree.hpp"

namespace regelgraf::review {

/// A text in both languages: @p of is asked for each.
template <class Of>
Name in_both(const Of& of) {
  return {of(Language::da), of(Language::en)};
}

/// A row and its place in its list.
struct Row {
  const Tree* tree = nullptr;
  std::size_t at = 0;
};

/// Is a row of the sheet about a rule that the model has not?
[[nodiscard]] inline bool is_draft(const Tree& row) {
  const Tree* const rule = row.find("rule");
  const Tree* const draft = row.find("draft");
  return !rule || rule->is_null() || (draft && draft->boolean() && *draft->boolean());
}

/// Looks at a review's rows. The tree must outlive it.
class View {
 public:
  explicit View(const Tree& tree) : tree_(tree) {}

  /// Field @p field of the head as it was last set; null where it never was.
  [[nodiscard]] const Tree* head(std::string_view field) const;
  [[nodiscard]] std::string mode() const;
  /// Groups smaller than that are not shown on their own.
  [[nodiscard]] std::size_t smallest_group() const;
  [[nodiscard]] const Tree::List& rows(std::string_view list) const {
    return tree_.entries_at(list);
  }

  /// The last declaration of each subject, by rule or text; the first ones beside them.
  struct Declared {
    const Tree* first = nullptr;
    const Tree* last = nullptr;
  };
  [[nodiscard]] std::vector<Declared> declared() const;
  /// How @p rule was last declared to be; empty where it was not.
  [[nodiscard]] std::optional<Frame> frame_of(std::string_view rule) const;

  /// The rule that a nomination is about: what it matched, else its cluster's; empty: none known.
  [[nodiscard]] std::string rule_of(const Tree& nomination) const;
  /// The last row of each rule, by rule; drafts, on which nothing can be decided yet, apart.
  [[nodiscard]] std::map<std::string, Row> qualified() const {
    std::map<std::string, Row> rows = last_by("qualification", "rule");
    std::erase_if(rows, [](const auto& one) { return is_draft(*one.second.tree); });
    return rows;
  }
  [[nodiscard]] std::map<std::string, Row> decided() const {
    return last_by("dispositions", "rule");
  }
  [[nodiscard]] std::map<std::string, Row> implemented() const {
    return last_by("implementations", "rule");
  }
  /// Involvements that were recorded with a decision on @p rule, or when it was carried out.
  [[nodiscard]] Ids involved(std::string_view rule) const;
  [[nodiscard]] const Tree* skip_of(ReviewStepWord step) const;

 private:
  [[nodiscard]] std::map<std::string, Row> last_by(std::string_view list,
                                                   std::string_view key) const;

  const Tree& tree_;
};

/// The subject of a declaration.
[[nodiscard]] std::string subject_of(const Tree& declaration);
/// A disposition as a word: `fjerne`, `remove`.
[[nodiscard]] std::string disposition_text(std::string_view what, Language language);
/// The same of what was done: `fjernes`, `is removed`.
[[nodiscard]] std::string disposed_text(std::string_view what, Language language);
/// A step as it is called: `Indsamling`, `Collect`.
[[nodiscard]] Name step_name(ReviewStepWord step);
/// One of the six steps of Samskabt styring, and the steps of KL's that it holds.
struct SamskabtStep {
  int step = 1;
  Name name;
  std::vector<ReviewStepWord> kl;
};
/// All six, in order. Each step of KL's is in one or two of them.
[[nodiscard]] const std::vector<SamskabtStep>& samskabt_steps();

/// @name An element within a sentence: an actor by name, anything else in quotation marks
/// @{
[[nodiscard]] std::string called(const Model& model, Index i, Language language);
/// What the model does not have is called by its id.
[[nodiscard]] std::string called(const Model& model, const std::string& id, Language language);
/// Several, with commas and `og`, `and`.
[[nodiscard]] std::string called(const Model& model, const Ids& ids, Language language);
[[nodiscard]] std::string called(const Model& model, const std::vector<Index>& list,
                                 Language language);
/// @}
/// @p text in the language's quotation marks.
[[nodiscard]] std::string quoted_text(const std::string& text, Language language);
/// @p text as a sentence begins.
[[nodiscard]] std::string begun(std::string text);

/// The model as a review names it: {"id", "digest"}.
[[nodiscard]] Tree state_of(const Model& model);
/// Throws Error invalid_question where @p review is about another model.
void same_model(const Model& model, const Review& review);

}  // namespace regelgraf::review
