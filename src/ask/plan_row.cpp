#include "ask/plan_row.hpp"

#include <algorithm>

namespace regelgraf::ask {

namespace {

bool is_plan(const Model& model, Index i, std::optional<Day> date) {
  if (model.kind(i) != Kind::rule || model.instrument(i) != Instrument::delegation_plan)
    return false;
  const Element plan = model.element(i);
  return plan.status == Status::in_force && plan.valid.holds(date);
}

bool rests_on_plan(const Model& model, const ScopeRow& row, Index target, std::optional<Day> date) {
  if (std::none_of(row.over.begin(), row.over.end(),
                   [&](const OverRow& over) { return over.id == target; }))
    return false;
  const Element element = model.element(row.element);
  for (const Requirement& ground : element.basis)
    for (const std::string& id : ground.of)
      if (const auto rule = model.find(id); rule && is_plan(model, *rule, date)) return true;
  return false;
}

}  // namespace

PlanSays plan_says(const Model& model, Index target, std::optional<Day> date) {
  if (target == none || model.kind(target) != Kind::matter) return PlanSays::nothing;
  for (const GrantRow& row : model.grants())
    if (!row.residual && rests_on_plan(model, row, target, date)) return PlanSays::not_this_case;
  const Element matter = model.element(target);
  for (const std::string& id : matter.uses)
    if (const auto plan = model.find(id); plan && is_plan(model, *plan, date))
      return PlanSays::nobody;
  for (const InvolvementRow& row : model.involvements())
    if (rests_on_plan(model, row, target, date)) return PlanSays::nobody;
  return PlanSays::nothing;
}

}  // namespace regelgraf::ask
