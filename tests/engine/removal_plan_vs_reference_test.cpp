// removal_plan against the reference evaluator on random models, awkward ones included.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/removal_plan.hpp>

#include "engine/as_reference.hpp"
#include "reference/removal_plan_by_definition.hpp"
#include "support/build.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/print.hpp"
#include "support/random_draws.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

/// Adds to a random draft what removals trip over and what it seldom has of itself: joint rules
/// with notice, many involvements in `repeal`, duties that lack something, rules for one goal.
class Thickener {
 public:
  Thickener(const Draft& draft, std::uint64_t seed)
      : draws_(seed), layers_(draft.layers()), elements_(draft.elements()) {
    reference::Names taken;  // whose place another has: no list is to name one actor twice
    for (const Element& e : elements_)
      if (const auto* fields = std::get_if<Actor>(&e.fields)) taken.insert(fields->is);
    for (const Element& e : elements_) {
      if (taken.contains(e.id)) continue;
      all_.push_back(e.id);
      if (e.kind() == Kind::actor) actors_.push_back(e.id);
    }
  }

  Draft draft() {
    for (Element& e : elements_)
      if (auto* fields = std::get_if<Rule>(&e.fields); fields && fields->notice)
        fields->notice.make().months = months();
    if (draws_.chance(70)) add_joint_rules();
    if (draws_.chance(60)) add_rules_of_one();
    for (std::size_t left = draws_.below(5); left > 0; --left) add_involvement();
    if (draws_.chance(50)) add_duty();
    if (draws_.chance(40)) add_goal();
    return draft_of(layers_, elements_);
  }

 private:
  /// Sorts before or after the ids of the draft.
  std::string new_id(const char* what) {
    const std::string id = what + std::to_string(++made_);
    return draws_.chance(50) ? "a" + id : "zz" + id;
  }
  void add(Element element) {
    element.layer = static_cast<std::uint32_t>(layers_.size() - 1);
    if (draws_.chance(40)) element.examined = Examined{day("2026-01-01"), {}};
    all_.push_back(element.id);
    elements_.push_back(std::move(element));
  }
  double months() { return draws_.one_of<double>({0, 1, 3, 6, 14, 120000}); }

  /// Of the same issuers, who act together in different numbers.
  void add_joint_rules() {
    const Ids issuers = draws_.some_of(actors_, draws_.chance(60) ? 3 : 2);
    for (std::size_t left = draws_.between(1, 2); left > 0; --left) {
      Element e = rule(new_id("j"), Instrument::med_guideline, issuers, {}, binds());
      auto& fields = std::get<Rule>(e.fields);
      fields.jointly.all = draws_.chance(50);
      fields.jointly.count = static_cast<std::uint32_t>(std::min<std::size_t>(2, issuers.size()));
      if (draws_.chance(65))
        fields.notice = Notice{months(), draws_.chance(50) ? draws_.some_of(issuers, 1) : Ids{}};
      add(std::move(e));
    }
  }
  void add_rules_of_one() {
    const Ids issuer = draws_.some_of(actors_, 1);
    for (std::size_t left = draws_.between(1, 2); left > 0; --left)
      add(rule(new_id("r"), Instrument::procedure, issuer, {}, binds()));
  }
  Ids binds() { return draws_.some_of(actors_, draws_.below(3)); }

  void add_involvement() {
    Element e = involvement(new_id("i"), draws_.one_of(actors_),
                            draws_.one_of<How>({How::recommend, How::recommend, How::consult,
                                                How::discuss, How::agree, How::inform}),
                            {draws_.chance(50) ? "*" : "repeal"},
                            {draws_.chance(75) ? "*" : draws_.one_of(all_)});
    auto& fields = std::get<Involvement>(e.fields);
    if (draws_.chance(20)) fields.body = {{}, Tier::med};
    if (draws_.chance(25)) fields.timing = Timing::after;
    if (draws_.chance(75)) fields.days = draws_.one_of<double>({0, 1, 7, 14, 14, 30, 4e6});
    if (draws_.chance(15)) fields.conditions.push_back({"amount", Op::gt, {2.0}, {}});
    add(std::move(e));
  }

  /// It may need a rule that rests on it and so falls with it.
  void add_duty() {
    Element e = make(new_id("d"), Duty{});
    for (std::size_t left = draws_.between(1, 2); left > 0; --left) {
      Requirement r{1, draws_.some_of(all_, draws_.between(1, 3))};
      r.at_least = static_cast<std::uint32_t>(draws_.between(1, r.of.size()));
      e.needs.push_back(std::move(r));
    }
    if (draws_.chance(40)) {
      Element leaning = rule(new_id("l"));
      leaning.basis = {any({e.id})};
      Requirement needed = any({leaning.id});
      if (draws_.chance(50)) needed = at_least(2, {leaning.id, draws_.one_of(all_)});
      e.needs.push_back(std::move(needed));
      add(std::move(leaning));
    }
    add(std::move(e));
  }
  void add_goal() {
    const std::string goal = new_id("g"), means = new_id("m");
    add(make(goal, Goal{}));
    Element e = rule(means);
    e.serves = {goal};
    add(std::move(e));
  }

  Draws draws_;
  std::vector<Head> layers_;
  std::vector<Element> elements_;
  Ids all_, actors_;
  int made_ = 0;
};

struct Asked {
  Ids elements;  ///< In any order, with repeats.
  reference::Question context;
};

Asked random_plan_question(const Draft& draft, std::uint64_t seed) {
  Draws draws(seed);
  Asked asked;
  asked.context = random_question(draft, seed);
  if (draws.chance(40))
    asked.context.date = day(draws.one_of<const char*>(
        {"2026-08-31", "2026-11-30", "2027-12-31", "2028-01-30", "2028-02-29", "9999-12-20"}));
  Ids all, often, made, joint;
  for (const Element& e : draft.elements()) {
    all.push_back(e.id);
    if (e.kind() == Kind::rule || e.kind() == Kind::goal) often.push_back(e.id);
    if (const auto* fields = std::get_if<Rule>(&e.fields); fields && !fields->issuer.empty())
      (fields->issuer.size() > 2 ? joint : made).push_back(e.id);
  }
  made.insert(made.end(), joint.begin(), joint.end());
  if (made.empty()) made = all;
  if (draws.chance(4)) return asked;
  const std::size_t pool = draws.below(10);
  asked.elements = draws.some_of(pool < 4 ? made : pool < 7 ? often : all, draws.between(1, 4));
  if (pool == 0 && joint.size() > 1) asked.elements = joint;
  if (draws.chance(20)) asked.elements.push_back(draws.one_of(asked.elements));
  asked.context.target = asked.elements.front();  // no other, so that the shrinker has less to keep
  // An agreement whose other side is away can be ended by notice alone.
  for (const Element& e : draft.elements())
    if (const auto* fields = std::get_if<Rule>(&e.fields);
        fields && fields->notice && fields->issuer.size() > 1 && draws.chance(60) &&
        std::find(asked.elements.begin(), asked.elements.end(), e.id) != asked.elements.end())
      (draws.chance(50) ? asked.context.absent : asked.context.disqualified)
          .insert(draws.one_of(fields->issuer));
  return asked;
}

RemovalPlanQuestion question_of(const Model& model, const Asked& asked) {
  RemovalPlanQuestion question;
  for (const std::string& id : asked.elements) question.elements.push_back(model.find(id).value());
  // "Its power and target are not looked at": those drawn are left in, others set beside them.
  question.context = question_for(model, asked.context);
  question.context.concerns = {0};
  question.context.instrument = Instrument::act;
  question.context.issuer = 0;
  return question;
}

std::string id_of(const Model& model, Index i) {
  return i == none ? std::string() : std::string(model.id(i));
}
reference::Names set_of(const Model& model, const std::vector<Index>& list) {
  const std::vector<std::string> names = ids(model, list);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  return {names.begin(), names.end()};
}

reference::RemovalPlan in_reference(const Model& model, const RemovalPlan& plan) {
  reference::RemovalPlan result;
  result.removed = set_of(model, plan.removed);
  for (const PlanStep& step : plan.steps)
    result.steps.push_back({std::string(to_text(step.what)), ids(model, step.elements),
                            id_of(model, step.involvement), id_of(model, step.body),
                            ids(model, step.holders), step.jointly, step.depends, step.days,
                            step.months, step.done});
  for (const PlannedDecision& one : plan.decisions)
    result.decisions.emplace_back(model.id(one.element), as_reference(model, one.decision));
  for (const Missing& one : plan.put_in_place_first)
    result.put_in_place_first.push_back(
        {id_of(model, one.duty), one.at_least, set_of(model, one.of), set_of(model, one.left)});
  result.can_go_along = set_of(model, plan.can_go_along);
  result.possible = plan.possible;
  result.days = plan.days;
  result.months = plan.months;
  result.earliest = plan.earliest;
  return result;
}

template <class List>
std::string joined(const List& list) {
  std::string text;
  for (const std::string& one : list) text += " " + one;
  return text;
}

std::string told(const reference::RemovalPlan& plan) {
  std::ostringstream out;
  const auto on = [](const std::optional<Day>& day) { return day ? to_text(*day) : "no day"; };
  out << "removed" << joined(plan.removed) << "\n";
  for (const reference::PlanStep& s : plan.steps) {
    out << "step " << s.what << joined(s.elements) << "; done " << on(s.done);
    if (s.what == "involve") out << "; " << s.involvement << " of " << s.body;
    if (s.what == "decide") out << "; by" << joined(s.holders);
    out << "; jointly " << s.jointly << "; days " << s.days << "; months " << s.months
        << (s.depends ? "; depends\n" : "\n");
  }
  for (const auto& [element, decision] : plan.decisions)
    out << "decision on " << element << ": " << as_text(decision);
  for (const reference::Missing& m : plan.put_in_place_first)
    out << "missing for " << m.duty << ": " << m.at_least << " of" << joined(m.of) << "; left"
        << joined(m.left) << "\n";
  out << "can go along" << joined(plan.can_go_along) << "\npossible " << plan.possible << "\ndays "
      << plan.days << "\nmonths " << plan.months << "\nearliest " << on(plan.earliest) << "\n";
  return out.str();
}

/// How often what is worth trying was tried.
class Tried {
 public:
  Tried() {
    for (const auto word : words<PlanStep::What>()) count(std::string(word), false);
    for (const auto word : words<How>()) count(std::string(word), false);
    for (const auto word : words<Verdict>()) count("verdict " + std::string(word), false);
  }

  void count(const Draft& draft, const Asked& asked, const reference::RemovalPlan& plan) {
    const reference::World world(draft);
    count_question(asked, plan);
    count("possible", plan.possible && !plan.removed.empty());
    count("possible, of several", plan.possible && plan.removed.size() > 1);
    count("possible, after days and months", plan.possible && plan.days > 0 && plan.months > 0);
    count("not possible", !plan.possible);
    count("some can go along", !plan.can_go_along.empty());
    for (const auto& [element, decision] : plan.decisions) {
      const Kind kind = world.element(element).kind();
      count("a duty among several", kind == Kind::duty && plan.removed.size() > 1);
      count("an actor", kind == Kind::actor);
      count("not possible for all", !plan.possible && !decision.options.empty());
      count("several options", decision.options.size() > 1);
      count("verdict " + decision.verdict, kind != Kind::duty);
    }
    count_missing(world, asked.context.date, plan);
    count_steps(world, asked.context.date, plan);
  }

  void expect_all() const {
    for (const auto& [what, times] : times_) EXPECT_GT(times, 0U) << what << " never came up";
  }

 private:
  using Steps = std::vector<reference::PlanStep>;

  void count(const std::string& what, bool is_so) { times_[what] += is_so ? 1 : 0; }

  void count_question(const Asked& asked, const reference::RemovalPlan& plan) {
    const reference::Question& context = asked.context;
    count("nothing removed", plan.removed.empty());
    count("asked for twice", plan.removed.size() < asked.elements.size());
    count("with a date", context.date.has_value());
    count("without a date", !context.date.has_value());
    count("with a unit", context.unit.has_value());
    count("with facts", !context.facts.empty());
    count("disqualified", !context.disqualified.empty());
    count("absent", !context.absent.empty());
  }

  void count_missing(const reference::World& world, std::optional<Day> date,
                     const reference::RemovalPlan& plan) {
    const reference::Names after = reference::standing(world, date, plan.removed);
    for (const reference::Missing& m : plan.put_in_place_first) {
      count("missing several", m.at_least > 1);
      count("missing while some are left", !m.left.empty());
      bool more = false;
      for (const reference::Required& r : reference::requirements(world.element(m.duty)))
        more = more || (r.by == reference::Required::By::needs && r.of != m.of &&
                        reference::support(r.of, after, m.duty, plan.removed, {}) < r.at_least);
      count("more fails than that", more);
    }
  }

  void count_steps(const reference::World& world, std::optional<Day> date,
                   const reference::RemovalPlan& plan) {
    unsigned decide = 0, notice = 0, recommended = 0, heard = 0;
    for (const reference::PlanStep& s : plan.steps) {
      count(s.what, true);
      if (s.what == "decide") {
        ++decide;
        count_decision(s, plan.steps);
      } else if (s.what == "notice") {
        ++notice;
        count("notice to a shorter month", date && s.months > 0 && on_the_last(s, *date, plan));
      } else if (s.what == "involve") {
        count_involvement(world, s, plan.steps);
        const auto* fields = world.find<Involvement>(s.involvement);
        if (s.days > 0) ++(fields->how == How::recommend ? recommended : heard);
      }
    }
    count("several decide steps", decide > 1);
    count("several notices", notice > 1);
    count("several recommend", recommended > 1);
    count("several are heard", heard > 1);
    count("heard, then recommended", heard > 0 && recommended > 0);
  }

  void count_decision(const reference::PlanStep& s, const Steps& all) {
    count("decided by nobody", s.holders.empty());
    count("decided jointly", s.jointly > 1);
    count("decided by some of them", s.jointly > 1 && s.jointly < s.holders.size());
    count("several decided at once", !s.holders.empty() && s.elements.size() > 1);
    count("a decision that depends", s.depends);
    count("the same holders, more of them", std::any_of(all.begin(), all.end(), [&](const auto& o) {
            return o.what == s.what && o.holders == s.holders && o.jointly > s.jointly;
          }));
  }

  void count_involvement(const reference::World& world, const reference::PlanStep& s,
                         const Steps& all) {
    const auto* fields = world.find<Involvement>(s.involvement);
    count(std::string(to_text(fields->how)), true);
    count("involved after", fields->timing == Timing::after);
    count("before, no days recorded", fields->timing == Timing::before && !fields->days);
    count("nobody found to involve", s.body.empty());
    count("involved in several", s.elements.size() > 1);
    count("an involvement that depends", s.depends);
    count("an involvement of several bodies",
          std::any_of(all.begin(), all.end(), [&](const auto& o) {
            return o.involvement == s.involvement && o.body != s.body;
          }));
  }

  static bool on_the_last(const reference::PlanStep& notice, Day begin,
                          const reference::RemovalPlan& plan) {
    const Day decided = reference::days_later(begin, plan.days);
    return to_text(*notice.done).substr(8) != to_text(decided).substr(8);
  }

  std::map<std::string, std::size_t> times_;
};

TEST(RemovalPlanAgainstReference, TheWholeAnswer) {
  constexpr Focus focuses[] = {Focus::mixed, Focus::standing, Focus::authority};
  Tried tried;
  for (std::uint64_t n = 0; n < models(4000); ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    ModelOptions options;
    options.focus = focuses[n % 3];
    const Draft draft = Thickener(random_draft(seed, options), seed).draft();
    const Asked asked = random_plan_question(draft, seed);
    hold_together(draft, "remove" + joined(asked.elements) + " " + as_text(asked.context),
                  [&](const Draft& d) -> std::optional<std::string> {
                    const Model model = model_of(Draft(d));
                    const reference::RemovalPlan engine =
                        in_reference(model, removal_plan(model, question_of(model, asked)));
                    const reference::RemovalPlan reference = reference::removal_plan(
                        reference::World(d), reference::as_set(asked.elements), asked.context);
                    tried.count(d, asked, reference);
                    return told_apart(told(reference), told(engine));
                  });
    if (HasFatalFailure()) return;
  }
  tried.expect_all();
}

}  // namespace
}  // namespace regelgraf::test
