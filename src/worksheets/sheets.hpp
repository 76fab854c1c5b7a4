#pragma once

// The twelve sheets, one function each; one file a step.

#include "worksheets/facts.hpp"
#include "worksheets/paper.hpp"

namespace regelgraf::worksheets_of {

/// The title of a sheet, and a name for its file without its ending.
[[nodiscard]] std::string sheet_title(Sheet sheet, Language language);
[[nodiscard]] std::string sheet_file(Sheet sheet, Language language);

void dialogue_cards(const Facts& facts, Paper& paper);
void interview_guide(const Facts& facts, Paper& paper);
void registration_guide(const Facts& facts, Paper& paper);
void challenge(const Facts& facts, Paper& paper);
void priority_map(const Facts& facts, Paper& paper);
void solution(const Facts& facts, Paper& paper);
void solution_assessment(const Facts& facts, Paper& paper);
void trial_plan(const Facts& facts, Paper& paper);
void action_plan(const Facts& facts, Paper& paper);
void time_log(const Facts& facts, Paper& paper);
void evaluation(const Facts& facts, Paper& paper);
void learning(const Facts& facts, Paper& paper);

/// Calls @p write with each rule that is worked on; with none, once, for a blank sheet.
template <class Write>
void each_rule(const Facts& facts, const Write& write) {
  if (facts.worked_on().empty()) write(static_cast<const RuleFacts*>(nullptr));
  for (const RuleFacts& rule : facts.worked_on()) write(&rule);
}

}  // namespace regelgraf::worksheets_of
