#pragma once

/// @file
/// @brief In which steps elements are removed, as the comments of removal_plan.hpp define it.

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "authority_by_definition.hpp"
#include "what_breaks_by_definition.hpp"

namespace regelgraf::reference {

/// "What a duty lacks once the elements are gone."
struct Missing {
  std::string duty;
  unsigned at_least = 1;
  Names of, left;
};

struct PlanStep {
  std::string what;  ///< `examine`, `put_in_place`, `involve`, `decide`, `notice`, `take_effect`.
  std::vector<std::string> elements;  ///< Sorted.
  std::string involvement, body;      ///< Body empty: not resolved.
  std::vector<std::string> holders;   ///< Sorted.
  unsigned jointly = 1;
  bool depends = false;
  double days = 0, months = 0;
  std::optional<Day> done;
};

struct RemovalPlan {
  Names removed;
  std::vector<PlanStep> steps;                              ///< In order.
  std::vector<std::pair<std::string, Decision>> decisions;  ///< By element.
  std::vector<Missing> put_in_place_first;                  ///< In order.
  Names can_go_along;
  bool possible = true;
  double days = 0, months = 0;
  std::optional<Day> earliest;
};

/// "Years 0001 to 9999": what would come later is the last day.
inline Day last_day() { return *day_from_text("9999-12-31"); }

/// Both are whole in every file.
inline Day days_later(Day day, double days) {
  if (days > last_day().since_epoch - day.since_epoch) return last_day();
  return Day{day.since_epoch + static_cast<std::int32_t>(days)};
}

/// "A month ends on the same day of a later month, or on its last."
inline Day months_later(Day day, double months) {
  const std::string text = to_text(day);
  const double count = std::stoi(text) * 12 + std::stoi(text.substr(5)) - 1 + months;
  if (count >= 10000 * 12) return last_day();
  const int month = static_cast<int>(count);
  for (int date = std::stoi(text.substr(8));; --date) {
    char written[32];
    std::snprintf(written, sizeof written, "%04d-%02d-%02d", month / 12, month % 12 + 1, date);
    if (const auto exists = day_from_text(written)) return *exists;
  }
}

class RemovalByDefinition {
 public:
  RemovalByDefinition(const World& world, const Names& elements, Question context)
      : world_(world), context_(std::move(context)) {
    plan_.removed = world.actual(elements);
  }

  RemovalPlan plan() {
    const Breaks breaks = what_breaks(world_, plan_.removed, context_.date);
    plan_.can_go_along = breaks.redundant;
    for (const std::string& duty : breaks.unmet_duties) add_what_is_missing(duty);
    for (const std::string& id : plan_.removed) plan_.decisions.emplace_back(id, decision_on(id));

    // "Steps: examine what nobody has examined; put in place what duties would lack;"
    add_for_all("examine", breaks.unexamined, days_on(0));
    add_for_all("put_in_place", breaks.unmet_duties, days_on(0));
    // "involve before [...]; decide [...]; involve after; notice, where the option is one by
    // notice; take effect."
    involve_before();
    decide();
    involve_after();
    give_notice();
    take_effect();
    return std::move(plan_);
  }

 private:
  /// "would go unmet": the `needs` requirements that fail "in the standing set rebuilt with that
  /// duty, it alone, held standing"; what falls with the duty need not be put in place.
  void add_what_is_missing(const std::string& duty) {
    const Names rebuilt = standing(world_, context_.date, plan_.removed, {}, duty);
    // "in canonical order": of a set, so each once.
    std::set<std::pair<unsigned, Names>> lacking;
    for (const Required& r : requirements(world_.element(duty)))
      if (r.by == Required::By::needs &&
          support(r.of, rebuilt, duty, plan_.removed, {}) < r.at_least)
        lacking.emplace(r.at_least, r.of);
    for (const auto& [at_least, of] : lacking) {
      Missing missing{duty, at_least, of, {}};
      for (const std::string& id : of)
        if (support({id}, rebuilt, duty, plan_.removed, {}) == 1) missing.left.insert(id);
      plan_.put_in_place_first.push_back(missing);
    }
  }

  /// "Each element is decided on by the first option of who_decides() for `repeal`; a duty by
  /// nobody, since it stands and falls with the rules it comes from." "possible: Somebody has the
  /// authority over each."
  Decision decision_on(const std::string& id) {
    Question question = context_;
    question.power = "repeal";
    question.target = id;
    Decision nobody;
    nobody.verdict = "nobody";
    Decision decision =
        world_.element(id).kind() == Kind::duty ? nobody : who_decides(world_, question);
    if (decision.options.empty()) plan_.possible = false;
    return decision;
  }

  /// "With a date: when it can be done at the earliest": the question's date "is the day on which
  /// work begins".
  [[nodiscard]] std::optional<Day> days_on(double days) const {
    if (!context_.date) return std::nullopt;
    return days_later(*context_.date, days);
  }
  [[nodiscard]] std::optional<Day> when_decided() const { return days_on(plan_.days); }
  [[nodiscard]] std::optional<Day> months_on(double months) const {
    if (!context_.date) return std::nullopt;
    return months_later(*when_decided(), months);
  }

  void add_for_all(const std::string& what, const Names& elements, std::optional<Day> done) {
    if (elements.empty()) return;
    PlanStep step;
    step.what = what;
    step.elements.assign(elements.begin(), elements.end());
    step.done = done;
    plan_.steps.push_back(step);
  }

  [[nodiscard]] const Involvement& involvement(const PlanStep& step) const {
    return *world_.find<Involvement>(step.involvement);
  }

  /// "Ask or tell `body`, by `involvement`, about `elements`", "in the order of who_decides()"; one
  /// involvement that has several bodies comes as the elements do.
  [[nodiscard]] std::vector<PlanStep> involvements(Timing timing) const {
    std::vector<PlanStep> all;
    for (const auto& [element, decision] : plan_.decisions) {
      if (decision.options.empty()) continue;
      for (const Involved& one : decision.options.front().involve) {
        if (world_.find<Involvement>(one.involvement)->timing != timing) continue;
        auto step = std::find_if(all.begin(), all.end(), [&](const PlanStep& known) {
          return known.involvement == one.involvement && known.body == one.body;
        });
        if (step == all.end()) {
          all.emplace_back();
          step = all.end() - 1;
          step->what = "involve";
          step->involvement = one.involvement;
          step->body = one.body;
        }
        step->elements.push_back(element);
        step->depends = step->depends || one.depends;
      }
    }
    const Case the(world_, context_, {});
    const auto place = [&](const PlanStep& step) {
      return place_in_order(the, {step.involvement, step.body, false, &involvement(step)});
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const PlanStep& a, const PlanStep& b) { return place(a) < place(b); });
    return all;
  }

  /// "involve before (hearings and discussions side by side, each body with its days; then the
  /// recommendations one after the other [...])"; "what takes time and is not recorded takes none".
  void involve_before() {
    std::vector<PlanStep> all = involvements(Timing::before);
    const auto recommends = [&](const PlanStep& s) { return involvement(s).how == How::recommend; };
    for (PlanStep& step : all) {
      step.days = involvement(step).days.value_or(0);
      if (recommends(step)) continue;
      step.done = days_on(step.days);
      plan_.days = std::max(plan_.days, step.days);
    }
    for (PlanStep& step : all) {
      if (!recommends(step)) continue;
      plan_.days += step.days;
      step.done = when_decided();
    }
    plan_.steps.insert(plan_.steps.end(), all.begin(), all.end());
  }

  /// "`holders` decide that `elements` go; nobody: there is no authority": "one step for all that
  /// the same holders decide", as many of them together.
  void decide() {
    std::vector<PlanStep> all;
    for (const auto& [element, decision] : plan_.decisions) {
      PlanStep one;
      one.what = "decide";
      if (!decision.options.empty()) {
        const Option& first = decision.options.front();
        one.holders = first.holders;
        one.jointly = first.jointly;
        one.depends = !first.depends.empty();
        one.done = when_decided();
      }
      auto step = std::find_if(all.begin(), all.end(), [&](const PlanStep& known) {
        return known.holders == one.holders && known.jointly == one.jointly;
      });
      if (step == all.end()) step = all.insert(all.end(), one);
      step->elements.push_back(element);
      step->depends = step->depends || one.depends;
    }
    plan_.steps.insert(plan_.steps.end(), all.begin(), all.end());
  }

  void involve_after() {
    for (PlanStep& step : involvements(Timing::after)) {
      step.done = when_decided();
      plan_.steps.push_back(step);
    }
  }

  /// "Let the notice of `months` run." It counts from the last decision (choice 58).
  void give_notice() {
    for (const auto& [element, decision] : plan_.decisions) {
      if (decision.options.empty() || !decision.options.front().notice_months) continue;
      const double months = *decision.options.front().notice_months;
      add_for_all("notice", {element}, months_on(months));
      plan_.steps.back().months = months;
      plan_.months = std::max(plan_.months, months);
    }
  }

  /// "`elements` are gone." "earliest: When all can be gone; absent without a date, or not
  /// possible."
  void take_effect() {
    if (!plan_.possible) return;
    plan_.earliest = months_on(plan_.months);
    add_for_all("take_effect", plan_.removed, plan_.earliest);
  }

  const World& world_;
  Question context_;
  RemovalPlan plan_;
};

/// The power and the target of @p context are not looked at.
inline RemovalPlan removal_plan(const World& world, const Names& elements,
                                const Question& context) {
  return RemovalByDefinition(world, elements, context).plan();
}

}  // namespace regelgraf::reference
