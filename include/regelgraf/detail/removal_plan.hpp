#pragma once

// The steps of a removal, from who decides and what breaks.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/involve.hpp>
#include <regelgraf/detail/removals.hpp>
#include <regelgraf/detail/what_breaks.hpp>
#include <regelgraf/removal_plan.hpp>

namespace regelgraf::detail {

/// The last day that can be written; what would come later is that day.
inline constexpr std::int32_t last_day = 2932896;

inline Day days_after(Day day, double days) {
  const double sum = day.since_epoch + std::ceil(days);
  return Day{sum < last_day ? static_cast<std::int32_t>(sum) : last_day};
}

/// The same day @p months later, or the last of that month.
inline Day months_after(Day day, double months) {
  constexpr double most = 12.0 * 9999;
  const std::chrono::year_month_day from{std::chrono::sys_days{std::chrono::days{day.since_epoch}}};
  std::chrono::year_month_day to =
      from + std::chrono::months{static_cast<int>(std::ceil(std::min(months, most)))};
  if (!to.ok()) to = to.year() / to.month() / std::chrono::last;
  const auto sum = std::chrono::sys_days{to}.time_since_epoch().count();
  return Day{std::min(static_cast<std::int32_t>(sum), last_day)};
}

/// How long what comes before a decision takes, from the day work begins: hearings and discussions
/// run side by side, then the recommendations one after the other.
class BeforeDecision {
 public:
  /// Days until the next of them, in the order of who_decides(), is over; it takes @p days itself.
  double add(How how, double days) {
    if (how == How::recommend) return recommended_ = all() + days;
    heard_ = std::max(heard_, days);
    return days;
  }
  /// Days until all are over.
  [[nodiscard]] double all() const { return std::max(recommended_, heard_); }

 private:
  double heard_ = 0, recommended_ = 0;
};

class RemovalPlanner {
 public:
  RemovalPlanner(const Model& model, const RemovalPlanQuestion& question)
      : model_(model), question_(question), begin_(question.context.date) {}

  RemovalPlan run() {
    plan_.removed = question_.elements;
    Removals::sort_set(plan_.removed);
    see_what_breaks();
    for (const Index i : plan_.removed) decide_on(i);
    add_involvements(true);
    add_decisions();
    add_involvements(false);
    add_notice();
    take_effect();
    return std::move(plan_);
  }

 private:
  void see_what_breaks() {
    Removals removals(Baseline(model_, begin_), none);
    removals.remove(plan_.removed);
    const WhatBreaks breaks = WhatBreaksAnswer(removals, false).run();
    for (const Effect& effect : breaks.redundant) plan_.can_go_along.push_back(effect.element);
    if (!breaks.unexamined.empty()) {
      PlanStep& step = add(PlanStep::What::examine);
      step.elements = breaks.unexamined;
      step.done = begin_;
    }
    if (breaks.unmet_duties.empty()) return;
    PlanStep& step = add(PlanStep::What::put_in_place);
    step.elements = breaks.unmet_duties;
    step.done = begin_;
    for (const Index duty : breaks.unmet_duties)
      removals.while_held(duty, [&] { add_missing(removals, duty); });
  }

  /// What falls with the duty alone stands again with it, and is not missing.
  void add_missing(const Removals& removals, Index duty) {
    const auto [first, last] = model_.requirements_of(duty);
    for (std::uint32_t r = first; r < last; ++r) {
      if (model_.relation_of(r) != Relation::needs || !removals.fails(r)) continue;
      Missing missing{duty, model_.at_least_of(r), {}, {}};
      missing.of.assign(model_.listed(r).begin(), model_.listed(r).end());
      for (const Index i : missing.of)
        if (removals.supports(i)) missing.left.push_back(i);
      plan_.put_in_place_first.push_back(std::move(missing));
    }
  }

  /// Nobody repeals a duty: whoever removes what it comes from removes it.
  void decide_on(Index i) {
    if (model_.kind(i) == Kind::duty) {
      plan_.decisions.push_back({i, {}});
      plan_.possible = false;
      return;
    }
    AuthorityQuestion question = question_.context;
    question.power = "repeal";
    question.target = i;
    question.concerns.clear();
    question.instrument.reset();
    question.issuer = none;
    plan_.decisions.push_back({i, who_decides(model_, question)});
    plan_.possible = plan_.possible && !plan_.decisions.back().decision.options.empty();
  }

  PlanStep& add(PlanStep::What what) {
    plan_.steps.emplace_back().what = what;
    return plan_.steps.back();
  }

  [[nodiscard]] std::optional<Day> after(double days) const {
    return begin_ ? std::optional(days_after(*begin_, days)) : std::nullopt;
  }
  [[nodiscard]] const InvolvementRow& row(Index involvement) const {
    return static_cast<const InvolvementRow&>(*model_.scope(involvement));
  }

  /// Each once, however many elements it is about; in the order in which who_decides() has them.
  void add_involvements(bool before) {
    const std::size_t first = plan_.steps.size();
    std::vector<Involved> all;
    for (const auto& [element, decision] : plan_.decisions) {
      if (decision.options.empty()) continue;
      for (const Involved& one : decision.options.front().involve) {
        if ((row(one.involvement).timing == Timing::before) != before) continue;
        const auto known = std::find_if(all.begin(), all.end(), [&](const Involved& other) {
          return other.involvement == one.involvement && other.body == one.body;
        });
        PlanStep* step = nullptr;
        if (known == all.end()) {
          all.push_back(one);
          step = &add(PlanStep::What::involve);
          step->involvement = one.involvement;
          step->body = one.body;
          step->days = before ? row(one.involvement).days.value_or(0) : 0;
        } else {
          step = &plan_.steps[first + static_cast<std::size_t>(known - all.begin())];
        }
        step->elements.push_back(element);
        step->depends = step->depends || !one.depends_on.empty();
      }
    }
    std::stable_sort(plan_.steps.begin() + static_cast<std::ptrdiff_t>(first), plan_.steps.end(),
                     [&](const PlanStep& a, const PlanStep& b) {
                       return involvement_order(model_, row(a.involvement), a.body) <
                              involvement_order(model_, row(b.involvement), b.body);
                     });
    if (!before) {
      for (std::size_t at = first; at < plan_.steps.size(); ++at)
        plan_.steps[at].done = after(plan_.days);
      return;
    }
    BeforeDecision before_it;
    for (std::size_t at = first; at < plan_.steps.size(); ++at) {
      PlanStep& step = plan_.steps[at];
      step.done = after(before_it.add(row(step.involvement).how, step.days));
    }
    plan_.days = before_it.all();
  }

  void add_decisions() {
    const std::size_t first = plan_.steps.size();
    for (const auto& [element, decision] : plan_.decisions) {
      const Option nobody;
      const Option& option = decision.options.empty() ? nobody : decision.options.front();
      const auto same =
          std::find_if(plan_.steps.begin() + static_cast<std::ptrdiff_t>(first), plan_.steps.end(),
                       [&](const PlanStep& step) {
                         return step.holders == option.holders && step.jointly == option.jointly;
                       });
      PlanStep& step = same == plan_.steps.end() ? add(PlanStep::What::decide) : *same;
      step.holders = option.holders;
      step.jointly = option.jointly;
      step.elements.push_back(element);
      step.depends = step.depends || !option.depends_on.empty();
      if (!option.holders.empty()) step.done = after(plan_.days);
    }
  }

  void add_notice() {
    for (const auto& [element, decision] : plan_.decisions) {
      if (decision.options.empty() || !decision.options.front().notice_months) continue;
      PlanStep& step = add(PlanStep::What::notice);
      step.elements = {element};
      step.months = *decision.options.front().notice_months;
      if (const auto decided = after(plan_.days)) step.done = months_after(*decided, step.months);
      plan_.months = std::max(plan_.months, step.months);
    }
  }

  void take_effect() {
    if (!plan_.possible) return;
    if (const auto decided = after(plan_.days))
      plan_.earliest = months_after(*decided, plan_.months);
    if (plan_.removed.empty()) return;
    PlanStep& step = add(PlanStep::What::take_effect);
    step.elements = plan_.removed;
    step.done = plan_.earliest;
  }

  const Model& model_;
  const RemovalPlanQuestion& question_;
  std::optional<Day> begin_;
  RemovalPlan plan_;
};

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE RemovalPlan removal_plan(const Model& model, const RemovalPlanQuestion& question) {
  for (const Index i : question.elements)
    if (i >= model.size()) throw Error(Errc::unknown_element, "no such element in this model");
  return detail::RemovalPlanner(model, question).run();
}

}  // namespace regelgraf
#endif
