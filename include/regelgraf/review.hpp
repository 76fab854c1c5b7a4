#pragma once

/// @file
/// @ingroup formats
/// @brief The review of a municipality's rules as a record: what was handed in, decided, done,
/// seen. Compiled: link regelgraf::regelgraf.
///
/// One JSON document (`"regelgraf_review": 1`; src/review/REVIEW.md says field by field what it
/// holds) goes through KL's seven steps. It only grows: an event gives a new document in which
/// every earlier row still stands. What the graph says is asked when an event comes, and kept with
/// it.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/ask.hpp>
#include <regelgraf/burden.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/removal_plan.hpp>

namespace regelgraf {

namespace review {
struct Tree;
}

/// KL's seven steps, in order.
enum class ReviewStepWord : std::uint8_t {
  demand,    ///< 1 Efterspørgsel.
  purpose,   ///< 2 Formål og scope.
  organise,  ///< 3 Organisering.
  collect,   ///< 4 Identificering og indsamling.
  qualify,   ///< 5 Kvalificering og filtrering.
  decide,    ///< 6 Fjernelse.
  evaluate   ///< 7 Evaluering.
};

template <>
struct Spelling<ReviewStepWord> {
  static constexpr std::array<std::string_view, 7> words{
      "demand", "purpose", "organise", "collect", "qualify", "decide", "evaluate"};
};

/// A review or an event that has not its form: Error `invalid_model`, with every finding.
class InvalidReview : public Error {
 public:
  /// @p findings holds an error.
  InvalidReview(const std::string& message, std::string at, std::vector<Finding> findings)
      : Error(Errc::invalid_model, message, std::move(at)), findings_(std::move(findings)) {}

  /// Everything that does not fit, each with line and column where it was read from text.
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

 private:
  std::vector<Finding> findings_;
};

/// Something that a step, or a decision, lacks.
struct ReviewLack {
  std::string code;          ///< Stable, for programs: `no_coordinator`, `involvement_missing`, ...
  Ids elements;              ///< Ids concerned, the one it is about first.
  Name text;                 ///< One sentence.
  bool overridable = false;  ///< Of a refusal: a named override may let it pass.
  std::vector<Ids> deciders;  ///< Of a refusal for want of authority: who could decide instead.

  /// What an override names: the code, and the element where there is one: `no_authority:ugenotat`.
  [[nodiscard]] std::string key() const {
    return elements.empty() ? code : code + ":" + elements.front();
  }
};

/// What came of an event.
struct Applied;

/// How far a step has come.
enum class ReviewState : std::uint8_t { done, missing, skipped };

template <>
struct Spelling<ReviewState> {
  static constexpr std::array<std::string_view, 3> words{"done", "missing", "skipped"};
};

/// One of the seven steps.
struct ReviewStep {
  ReviewStepWord step = ReviewStepWord::demand;  ///< Which.
  ReviewState state = ReviewState::missing;      ///< How far it has come.
  std::vector<ReviewLack> missing;               ///< What it lacks; none where it is done.
  std::optional<Day> skipped_on;                 ///< Of a step that was skipped.
  Ids skipped_by;                                ///< By whom, where that was said.
  Name reason;                                   ///< Why it was skipped.
};

/// Something that was let pass in spite of the graph.
struct ReviewOverride {
  std::string where;  ///< `dispositions[2]`, `trials[0]`, `skips[0]`, `closings[0]`.
  Ids elements;       ///< The rule or rules decided on, or the step.
  std::string by;     ///< The post that answers for it.
  Name reason;        ///< Its reason.
  Ids of;             ///< Exactly what was overridden, as ReviewLack::key().
};

/// What was said to be fixed or open, and said anew later.
struct ReviewRedeclared {
  Name what;                   ///< What it is about.
  std::string rule;            ///< The rule; may be empty.
  Frame first = Frame::fixed;  ///< As it was said first ...
  Day first_on;                ///< ... on this day.
  Frame now = Frame::fixed;    ///< As it is said now ...
  Day now_on;                  ///< ... since this day.
  Name reason;                 ///< Why.
};

/// The answer of Review::status().
struct ReviewStatus {
  std::optional<Day> date;                   ///< The day asked about; absent: when all is over.
  std::vector<ReviewStep> steps;             ///< All seven, in order.
  std::optional<ReviewStepWord> next;        ///< The first that lacks something.
  bool closed = false;                       ///< Was it closed?
  std::vector<ReviewLack> trials_over;       ///< Trials whose period is over without a result.
  std::vector<ReviewLack> not_happened;      ///< Decided, due, and not done.
  std::vector<ReviewRedeclared> redeclared;  ///< What is fixed and open was said anew.
  std::vector<ReviewOverride> overrides;     ///< What was let pass.
  std::vector<ReviewLack> warnings;          ///< Worth a look; nothing waits for them.
};

/// The reply to one unit that nominated rules.
struct ReviewReply {
  std::string unit;                  ///< As it stands in the nominations.
  std::vector<std::string> numbers;  ///< Of its nominations, in order.
  Name letter;                       ///< Plain text with lines, nothing about other units.
  bool sent = false;                 ///< A reply to it is recorded.
};

/// An estimate held against what was measured.
enum class MeasuredVerdict : std::uint8_t {
  confirmed,  ///< The two intervals meet.
  less,       ///< Less was freed than estimated.
  more,       ///< More was.
  too_few     ///< Measurements are missing, or of too few.
};

template <>
struct Spelling<MeasuredVerdict> {
  static constexpr std::array<std::string_view, 4> words{"confirmed", "less", "more", "too_few"};
};

/// Hours measured at one time.
struct MeasuredHours {
  Range hours;          ///< A year.
  std::string method;   ///< How; may be empty.
  std::uint32_t n = 0;  ///< How many took part; 0: not said.
  Period period;        ///< When.
};

/// The hours of one rule: estimate against measurement.
struct HoursHeld {
  std::string rule;                     ///< The rule.
  std::string what;                     ///< What was decided: `remove`, ...
  std::optional<Range> estimate;        ///< Freed a year, as the graph said when it was decided.
  std::optional<MeasuredHours> before;  ///< The last measurement before.
  std::optional<MeasuredHours> after;   ///< The last one after.
  std::optional<Range> freed;           ///< Measured: before less after, crosswise.
  MeasuredVerdict verdict = MeasuredVerdict::too_few;  ///< The one against the other.
};

/// What was seen beside hours.
struct MeasuredResult {
  std::string aspect;          ///< `wellbeing`, `recruitment`, ...
  std::string when;            ///< `before`, `after`; may be empty.
  std::string rule;            ///< May be empty.
  std::string method;          ///< How; may be empty.
  std::uint32_t n = 0;         ///< How many took part; 0: not said.
  std::optional<Range> value;  ///< A figure, if one was measured.
  Name text;                   ///< In words; may be empty.
  Day on;                      ///< When it was recorded.
};

/// The answer of Review::evaluation().
struct ReviewEvaluation {
  std::vector<HoursHeld> hours;         ///< One for each disposition that changes something.
  std::vector<MeasuredResult> product;  ///< Changed rules, documents, pages.
  std::vector<MeasuredResult> process;  ///< Wellbeing, relations, shared understanding.
  Range estimated;                      ///< Hours freed a year by all that was done, estimated.
  Range measured;                       ///< The same for what was measured by enough.
  Range own_hours;                      ///< What the review itself cost.
  /// Years until the review has paid for itself: own hours by hours freed, crosswise. Absent where
  /// no hours of its own are recorded, or nothing is freed.
  std::optional<Range> payback_years;
  bool payback_measured = false;         ///< From what was measured, not from estimates.
  std::vector<ReviewLack> not_happened;  ///< As in the status.
  std::vector<Name> lessons;             ///< In order.
  std::uint32_t smallest_sample = 2;     ///< Fewer than that are too few.
};

/// Dispositions of kind `remove` that are decided alike, and the way to carry them out.
struct ReviewPlan {
  Ids decided_by;     ///< Who decided.
  std::string grant;  ///< Under which grant; may be empty.
  Ids rules;          ///< What is to go and was not carried out, by id.
  RemovalPlan plan;   ///< As removal_plan() says.
};

/// @brief A review of rules. Never changes: an event gives another one.
///
/// Thread rule: every member function is const and reentrant; copies share their content.
class Review {
 public:
  /// @brief Reads a review; @p name is the file named in findings.
  ///
  /// @throws InvalidReview with everything that does not fit; Error too_large beyond 64 MiB.
  /// Complexity: linear in the text.
  [[nodiscard]] static Review read(std::string_view json, const std::string& name = "review");

  /// @brief A new review about @p model. @p head is the document without rows; its `model` is
  /// written anew, with the digest of that day, and `regelgraf_review` where it is left out.
  /// @throws as read(); rows are refused: they come by events.
  [[nodiscard]] static Review begin(const Model& model, std::string_view head,
                                    const std::string& name = "review");

  /// @brief The canonical JSON: keys sorted, no white space, rows in their order.
  [[nodiscard]] std::string json() const;
  [[nodiscard]] const std::string& id() const;        ///< The review's id.
  [[nodiscard]] const std::string& model_id() const;  ///< Of the model it is about.

  /// @brief How far has it come on @p date, and what is missing before the next step?
  ///
  /// Without a date everything that has an end is over. @throws Error invalid_question where the
  /// model is not the one the review names. Complexity: n log n in the rows.
  [[nodiscard]] ReviewStatus status(const Model& model, std::optional<Day> date) const;

  /// @brief The review with the event @p json in it, or all that speaks against it.
  ///
  /// What is decided is held against the graph on the day of the decision: authority, involvements
  /// with their days, notice, duties. @throws InvalidReview for an event that has not its form;
  /// Error as status(). Complexity: a decision that changes rules freezes the model anew.
  [[nodiscard]] Applied apply(const Model& model, std::string_view json,
                              const std::string& name = "event") const;

  /// @brief A letter to each unit that nominated something: what became of it, and why.
  [[nodiscard]] std::vector<ReviewReply> replies(const Model& model, std::optional<Day> date) const;

  /// @brief What came of it: hours, results, its own cost, what did not happen, lessons.
  [[nodiscard]] ReviewEvaluation evaluation(const Model& model, std::optional<Day> date) const;

  /// @brief How the removals that were decided are carried out, group by group.
  [[nodiscard]] std::vector<ReviewPlan> plans(const Model& model, std::optional<Day> date) const;

  /// @cond
  explicit Review(review::Tree tree);
  [[nodiscard]] const review::Tree& tree() const { return *tree_; }
  /// @endcond

 private:
  std::shared_ptr<const review::Tree> tree_;
};

struct Applied {
  std::optional<Review> review;     ///< Absent: refused.
  std::vector<ReviewLack> refused;  ///< Everything that speaks against it.
};

/// @name As JSON: one line, the same bytes for the same answer
/// @{
[[nodiscard]] std::string json_of(const Model& model, const Review& review,
                                  const ReviewStatus& status);
[[nodiscard]] std::string json_of(const Applied& applied);
[[nodiscard]] std::string json_of(const Review& review, const std::vector<ReviewReply>& replies);
[[nodiscard]] std::string json_of(const Review& review, const ReviewEvaluation& evaluation);
[[nodiscard]] std::string json_of(const Asker& asker, const Review& review,
                                  const std::vector<ReviewPlan>& plans, std::optional<Day> date);
/// @}

}  // namespace regelgraf
