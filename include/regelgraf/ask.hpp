#pragma once

/// @file
/// @ingroup formats
/// @brief One JSON object asks, one answers (FORMATS section 2).
/// Compiled: link regelgraf::regelgraf.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <regelgraf/burden_by.hpp>
#include <regelgraf/change.hpp>
#include <regelgraf/check.hpp>
#include <regelgraf/cuts.hpp>
#include <regelgraf/diff.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/may.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/rank.hpp>
#include <regelgraf/removal_plan.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/what_may.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf {

struct JournalNote;  // journal_note.hpp

/// Questions of the typed calls, as they are answered in JSON, and answers in words.
namespace ask {

/// How much of an answer is written: ids; causes and derivations too; hours and text too.
enum class Detail : std::uint8_t { ids, causes, full };

/// For what_breaks(): without causes in the Removal only Detail::ids can be written.
struct WhatBreaksQuestion {
  Removal removal;              ///< The question itself.
  Detail detail = Detail::ids;  ///< How much is written.
};

/// For what_if(): without causes in the Change only Detail::ids can be written.
struct WhatIfQuestion {
  Change change;                ///< The question itself.
  Detail detail = Detail::ids;  ///< How much is written.
};

/// @brief Reads a `what_if` question, `{"remove"?, "add"?, "change"?, "within"?, "date"?,
/// "detail"?}`; `ask` may be left out. Elements of `add` are written as in a model file. Fields of
/// `change` take the place of the element's own, null takes one away; what stays as it was is no
/// change.
/// @throws Error as Asker::ask() answers it: invalid_question, unknown_element, personal_data, and
/// InvalidChange with everything in `add` and `change` that does not fit.
/// Complexity: linear in the question; with a finding also freezes the changed model.
[[nodiscard]] WhatIfQuestion read_what_if(const Model& model, std::string_view json);

/// For who_decides().
struct WhoDecidesQuestion {
  AuthorityQuestion question;  ///< The question itself.
  std::string kle;             ///< The KLE number asked about; empty: asked by id.
  Ids ignored_facts;           ///< Facts that the model does not know, sorted.
  std::string facet;           ///< The KLE facet asked with; empty: none.
};

/// For may().
struct MayQuestion {
  WhoDecidesQuestion who;      ///< The question behind it.
  std::string actor;           ///< As asked.
  std::optional<Index> known;  ///< Empty: the model has no such actor.
};

/// For what_may().
struct WhatMayQuestion {
  regelgraf::WhatMayQuestion question;  ///< The question itself.
  std::string actor;                    ///< As asked; the model may have no such actor.
  Ids ignored_facts;                    ///< Facts that the model does not know, sorted.
  std::optional<double> seconds;        ///< As Limits::seconds, whichever is less.
};

/// For why().
struct WhyQuestion {
  Index element = none;     ///< What is asked about.
  std::optional<Day> date;  ///< Absent: the model's last state.
};

/// For check().
struct CheckQuestion {
  std::optional<Day> date;  ///< Absent: the model's last state.
};

/// For cuts().
struct CutsQuestion {
  regelgraf::CutsQuestion question;  ///< The question itself.
  std::optional<double> seconds;     ///< When to stop; absent: at the end.
};

/// For rank().
struct RankingQuestion {
  RankQuestion question;          ///< The question itself.
  std::optional<double> seconds;  ///< As Limits::seconds, whichever is less.
};

/// For removal_plan().
struct RemovalPlanQuestion {
  regelgraf::RemovalPlanQuestion question;  ///< The question itself.
  Ids ignored_facts;                        ///< Facts that the model does not know, sorted.
};

/// For diff().
struct DiffQuestion {
  std::shared_ptr<const Model> with;  ///< What the model asked is held against: the later one.
  std::optional<Day> date;            ///< Absent: the last state of both.
};

/// A digest worked out when it is first asked for; see Asker::digest().
class ModelDigest;
/// A workspace kept between questions; see Asker::what_breaks().
class SpareWhatIf;

/// @brief @p answer as sentences in Danish and English: the `text` of the JSON answer.
/// Says nothing that the answer does not hold. Complexity: linear in the answer.
[[nodiscard]] Name text_of(const Model& model, const WhatBreaks& answer);
/// @copydoc text_of(const Model&, const WhatBreaks&)
[[nodiscard]] Name text_of(const Model& model, const Decision& answer);
/// @copydoc text_of(const Model&, const WhatBreaks&)
[[nodiscard]] Name text_of(const Model& model, const regelgraf::CutsQuestion& question,
                           const Cuts& answer);
/// @copydoc text_of(const Model&, const WhatBreaks&)
[[nodiscard]] Name text_of(const Model& model, const RemovalPlan& answer);
[[nodiscard]] Name text_of(const Model& model, const WhatMayQuestion& question,
                           const WhatMay& answer);  ///< As of WhatBreaks.
/// As text_of(const Model&, const WhatBreaks&); @p before and @p after as diff() was asked.
[[nodiscard]] Name text_of(const Model& before, const Model& after, const Diff& answer);
/// As text_of(const Model&, const WhatBreaks&); the model is the answer's own.
[[nodiscard]] Name text_of(const WhatIfAnswer& answer);

}  // namespace ask

/// Answers questions about one model. Cheap to share: all members are const.
class Asker {
 public:
  /// @p model must outlive the Asker. Constant.
  explicit Asker(const Model& model);
  /// With a digest known already, as digest() gives it.
  Asker(const Model& model, std::string digest);

  /// @brief The answer to @p question, as JSON.
  ///
  /// Never throws for what a question says: what cannot be put is an answer with `error`. The same
  /// question on the same model gives the same bytes.
  /// Complexity: as the question asked, what_breaks as what_breaks() here. Thread rule: reentrant.
  [[nodiscard]] std::string ask(std::string_view question) const { return ask(question, {}); }

  /// @brief As ask(std::string_view), within @p limits.
  ///
  /// Who cancels wants no answer, so that is no answer with `error`. Limits::seconds does for the
  /// question what `seconds` in it does, and ends a question that knows no `seconds` when they are
  /// up before it begins.
  /// @throws Error `cancelled` by @p limits.
  [[nodiscard]] std::string ask(std::string_view question, const Limits& limits) const;

  /// @brief As regelgraf::what_breaks(), with a workspace kept between questions.
  ///
  /// Without a date and a unit a question costs what it touches, not the model: the first one makes
  /// the workspace, later ones find it, and where several ask at once each makes one of its own.
  /// Memory: one WhatIf, as large as the largest question made it. Thread rule: reentrant.
  [[nodiscard]] WhatBreaks what_breaks(const Removal& question) const;

  /// @name The answers of typed calls, in the same bytes that ask() gives for the same question
  /// @{
  /// As `{"ask": "what_breaks"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::WhatBreaksQuestion& question,
                                   const WhatBreaks& answer) const;
  /// As `{"ask": "what_if"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::WhatIfQuestion& question,
                                   const WhatIfAnswer& answer) const;
  /// As `{"ask": "who_decides"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::WhoDecidesQuestion& question,
                                   const Decision& answer) const;
  /// As `{"ask": "may"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::MayQuestion& question, const May& answer) const;
  /// As `{"ask": "cuts"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::CutsQuestion& question, const Cuts& answer) const;
  /// As `{"ask": "rank"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::RankingQuestion& question,
                                   const Ranking& answer) const;
  /// As `{"ask": "diff"}`; the model asked is the earlier one. Complexity: linear in the answer,
  /// and the digest of the other model.
  [[nodiscard]] std::string answer(const ask::DiffQuestion& question, const Diff& answer) const;
  /// As `{"ask": "removal_plan"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::RemovalPlanQuestion& question,
                                   const RemovalPlan& answer) const;
  /// As `{"ask": "what_may"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::WhatMayQuestion& question,
                                   const WhatMay& answer) const;
  /// As `{"ask": "why"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::WhyQuestion& question, const Why& answer) const;
  /// As `{"ask": "check"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const ask::CheckQuestion& question,
                                   const std::vector<Finding>& findings) const;
  /// As `{"ask": "burden"}`. Complexity: linear in the answer.
  [[nodiscard]] std::string answer(const BurdenQuestion& question,
                                   const BurdenAnswer& answer) const;
  /// As `{"ask": "journal_note"}`. Complexity: as text().
  [[nodiscard]] std::string answer(const JournalNote& note) const;
  /// @}

  /// @brief The note as text for a case file: UTF-8, lines of at most 80 characters, a newline at
  /// the end of each. The same note gives the same bytes. Complexity: linear in the note.
  [[nodiscard]] std::string text(const JournalNote& note) const;

  /// The model asked about.
  [[nodiscard]] const Model& model() const { return model_; }
  /// @brief Its digest, as digest() gives it.
  ///
  /// Worked out when it is first asked for, here or by an answer in JSON, since typed calls do
  /// without: linear in the model, once, beside the time that a question has; then constant.
  [[nodiscard]] const std::string& digest() const;

 private:
  const Model& model_;
  std::shared_ptr<ask::ModelDigest> digest_;  // shared by copies, as the next
  std::shared_ptr<ask::SpareWhatIf> spare_;   // it is the model's
};

}  // namespace regelgraf
