#pragma once

/// @file
/// @ingroup formats
/// @brief Authority on paper: the note that a caseworker files, and the line that agendas print.
/// Compiled: link regelgraf::regelgraf.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/ask.hpp>

namespace regelgraf {

/// The question: who decides, and what the host knows of the case. The library reads no clock: what
/// is left out of the note stays out.
struct JournalNoteQuestion {
  ask::WhoDecidesQuestion who;       ///< Who decides?
  Index actor = none;                ///< May this actor, too? none: not asked.
  std::string case_no;               ///< The host's number of the case; one line; empty: not given.
  std::string made;                  ///< When the note is made, as ISO 8601; empty: not given.
  Language language = Language::da;  ///< Of the words.
  bool internal = false;             ///< Name internal elements too (`access`).
};

/// Where the value of a fact comes from.
enum class FactSource : std::uint8_t {
  given,       ///< The question gives it.
  by_default,  ///< The question is silent; the model declares a default.
  unknown      ///< Nobody says.
};

template <>
struct Spelling<FactSource> {
  static constexpr std::array<std::string_view, 3> words{"given", "default", "unknown"};
};

/// A fact that the answer looked at, or that the question gave.
struct NotedFact {
  std::uint32_t fact = 0;                 ///< Place in Model::facts().
  FactSource source = FactSource::given;  ///< Where its value comes from.
  std::optional<FactValue> value;         ///< Empty: unknown.
  std::vector<Index> asked_by;            ///< Grants, involvements and bars that look at it, by id.
};

/// The answer of journal_note(): all that the note says, still without words.
struct JournalNote {
  JournalNoteQuestion question;  ///< What was asked.
  Decision decision;             ///< Who decides.
  std::optional<May> may;        ///< Of the actor asked about.
  std::vector<NotedFact> facts;  ///< In the order of Model::facts().
  /// Beside Option::involve of the first option: the day on which each can be over, for those
  /// before the decision that take time. Counted from the question's date; without one nothing.
  std::vector<std::optional<Day>> over_on;
  std::optional<Day> earliest;  ///< The first day on which all before the decision can be over.
};

/// @brief Who decides, as a note for a case file (`journalnotat`).
///
/// It holds what who_decides() says, and beside it which facts were looked at and where their
/// values come from, the days on which those who are involved have had their time, and by which
/// model it was answered. A fact is looked at where a condition of a standing grant, involvement or
/// bar that names the power and reaches the target uses it, or a condition of a grant above such a
/// one. Days are counted as removal_plan() does: hearings side by side from the question's date,
/// recommendations one after the other.
///
/// The note states authority, never whether a decision is lawful.
///
/// @throws Error as who_decides(); invalid_question for a `case_no` that is not one line of at most
/// 200 bytes, or a `made` that is neither YYYY-MM-DD nor that with a time; personal_data where one
/// of them looks like a CPR number. Complexity: as who_decides(). Thread rule: reentrant.
[[nodiscard]] JournalNote journal_note(const Model& model, const JournalNoteQuestion& question);

namespace ask {

/// @brief The line that agendas print, as
/// "Beslutningskompetence: Socialudvalget. Indstilles af: Socialchefen." Recommending bodies come
/// in route order; what must hold, and what the decision needs besides, stands in the line too.
///
/// Complexity: linear in the answer.
[[nodiscard]] std::string agenda_line(const Model& model, const Decision& decision,
                                      Language language, bool internal = false);

}  // namespace ask

}  // namespace regelgraf
