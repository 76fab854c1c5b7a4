#pragma once

/// @file
/// @ingroup formats
/// @brief Sheets for the table of a working group, for each of the six steps of co-created steering
/// (Samskabt styring), filled in as far as the graph knows.
/// Compiled: link regelgraf::regelgraf.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf {

/// The twelve sheets, in the order of the steps. They are named for what they are; they are not the
/// tools that KL and the unions publish.
enum class Sheet : std::uint8_t {
  dialogue_cards,       ///< Step 1: what steers our work; what is fixed, what is open, and why.
  interview_guide,      ///< Step 2.
  registration_guide,   ///< Step 2.
  challenge,            ///< Step 2, one a rule: the problem behind the rule, and who has a stake.
  priority_map,         ///< Step 2: hours against who can change it.
  solution,             ///< Step 3, one a rule: for each variant who decides, after whom.
  solution_assessment,  ///< Step 3.
  trial_plan,           ///< Step 4, one a rule.
  action_plan,          ///< Step 4: who does what, when.
  time_log,             ///< Step 5.
  evaluation,           ///< Step 5, one a rule.
  learning              ///< Step 6.
};

template <>
struct Spelling<Sheet> {
  static constexpr std::array<std::string_view, 12> words{
      "dialogue_cards", "interview_guide", "registration_guide",  "challenge",
      "priority_map",   "solution",        "solution_assessment", "trial_plan",
      "action_plan",    "time_log",        "evaluation",          "learning"};
};

/// Which of the six steps the sheet belongs to.
[[nodiscard]] constexpr int step_of(Sheet sheet) {
  constexpr std::array<int, 12> steps{1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6};
  return steps[static_cast<std::size_t>(sheet)];
}

/// For whom the sheets are made.
struct WorksheetsRequest {
  Index unit = none;          ///< The unit that works on its rules; must be given.
  std::vector<Index> rules;   ///< Those worked on, at most 12; none: sheets about a rule are blank.
  std::vector<Sheet> sheets;  ///< Which; empty: all.
  std::optional<Day> date;    ///< Of authority; absent: the model's last state.
  Language language = Language::da;  ///< Of all texts.
  bool internal = false;  ///< Name elements whose access is internal; else they stand unnamed.
};

/// One sheet, whole.
struct Worksheet {
  Sheet sheet = Sheet::dialogue_cards;  ///< Which.
  std::string file;                     ///< A name for it: `01-dialogkort.html`.
  std::string title;                    ///< As printed.
  std::uint32_t pages = 0;              ///< Of A4.
  std::string html;                     ///< A page of HTML that stands alone.
};

/// @brief The sheets, each a page of HTML that prints on A4: UTF-8, no script, nothing fetched, a
/// content security policy that allows its own style alone, every text of the model escaped.
///
/// Rules that bind the unit are those that stand and bind it, something below it or something above
/// it. Who may change them is asked of who_decides() for the unit. Equal requests give equal bytes.
///
/// @throws Error unknown_element; invalid_question where the unit is no actor or a rule is none;
/// too_large for more than 12 rules. Complexity: a question of authority for each rule that binds
/// the unit, and one of what breaks for each worked on.
[[nodiscard]] std::vector<Worksheet> worksheets(const Model& model,
                                                const WorksheetsRequest& request);
/// All of them in one page of HTML, in order.
[[nodiscard]] std::string worksheets_page(const Model& model, const WorksheetsRequest& request);

/// @brief Sheets by a request in JSON: `{"unit": id, "rules"?: [id], "sheets"?: [word], "step"?:
/// 1-6, "date"?, "language"?: "da" | "en", "internal"?: bool, "as"?: "html" | "json"}`.
/// @return As `html`, which it is if absent, worksheets_page(); as `json` a list of
/// `{"sheet", "step", "file", "title", "pages", "html"}`. @throws Error as worksheets().
[[nodiscard]] std::string worksheets(const Model& model, std::string_view request);

}  // namespace regelgraf
