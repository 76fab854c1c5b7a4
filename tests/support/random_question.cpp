#include <map>
#include <string>
#include <utility>
#include <vector>

#include "random_draws.hpp"
#include "random_model.hpp"
#include "random_scope.hpp"

namespace regelgraf::test {
namespace {

Ids ids_of(const Draft& draft, std::initializer_list<Kind> kinds) {
  Ids ids;
  for (const Element& element : draft.elements())
    if (std::find(kinds.begin(), kinds.end(), element.kind()) != kinds.end())
      ids.push_back(element.id);
  return ids;
}

const Scope* scope_of(const Element& element) {
  if (const auto* grant = std::get_if<Grant>(&element.fields)) return grant;
  if (const auto* involvement = std::get_if<Involvement>(&element.fields)) return involvement;
  return std::get_if<Bar>(&element.fields);
}

/// Does an entry speak of the element, at first sight?
bool speaks_of(const OverEntry& entry, const Element& element) {
  if (entry.id == "*" || entry.id == element.id) return true;
  Ids concerns{element.id};
  if (const auto* rule = std::get_if<Rule>(&element.fields)) {
    concerns = rule->concerns;
    if (entry.instrument == rule->instrument) return true;
    concerns.insert(concerns.end(), rule->issuer.begin(), rule->issuer.end());
  }
  if (const auto* task = std::get_if<Task>(&element.fields)) concerns = task->concerns;
  if (const auto* matter = std::get_if<Matter>(&element.fields))
    concerns.insert(concerns.end(), matter->broader.begin(), matter->broader.end());
  for (const std::string& id : concerns)
    if (id == entry.id || id == entry.matter || id == entry.issuer) return true;
  return false;
}

std::string any_target(const Draft& draft, Draws& draws) {
  const std::size_t draw = draws.below(10);
  const Ids targets = draw < 4   ? ids_of(draft, {Kind::rule})
                      : draw < 6 ? ids_of(draft, {Kind::matter})
                      : draw < 8 ? ids_of(draft, {Kind::task, Kind::duty, Kind::goal, Kind::actor})
                                 : ids_of(draft, {Kind::grant, Kind::involvement, Kind::bar});
  return draws.one_of(targets.empty() ? ids_of(draft, {Kind::rule}) : targets);
}

/// Mostly what some grant speaks of, by a power that it names.
void power_and_target(const Draft& draft, Draws& draws, reference::Question& question) {
  static const Ids powers{"decide", "decide", "repeal", "repeal",
                          "amend",  "waive",  "adopt",  "sign"};
  question.power = draws.one_of(powers);
  question.target = any_target(draft, draws);
  if (draws.chance(35)) return;
  const std::string chosen = draws.one_of(ids_of(draft, {Kind::grant}));
  for (const Element& element : draft.elements()) {
    const Scope* scope = scope_of(element);
    if (element.id != chosen) continue;
    if (scope->powers.front() != "*") question.power = draws.one_of(scope->powers);
    const OverEntry& entry = draws.one_of(scope->over);
    Ids targets;
    for (const Element& target : draft.elements())
      if (target.kind() < Kind::duty && target.kind() != Kind::actor && speaks_of(entry, target))
        targets.push_back(target.id);
    if (!targets.empty())
      question.target = draws.one_of(targets);
    else if (!entry.id.empty() && entry.id != "*")
      question.target = entry.id;
  }
}

/// The ways to name one fact, and the values worth trying.
struct Asked {
  Ids names;
  std::vector<FactValue> values;
};

std::vector<Asked> facts_asked_for(const Draft& draft) {
  Ids actors = ids_of(draft, {Kind::actor});
  std::map<std::string, Asked> known;
  const auto of_type = [&](FactType type) -> std::vector<FactValue> {
    switch (type) {
      case FactType::number:
        return {1.0, 2.0, 3.0, 4.0};
      case FactType::date:
        return {"2026-01-01", "2026-06-30", "2026-07-01"};
      case FactType::text:
        return {"x", "y", "z"};
      default:
        return {true, false};
    }
  };
  known["amount"] = {{"amount"}, of_type(FactType::number)};
  known["size"] = {{"size"}, of_type(FactType::number)};
  known["halted"] = {{"halted"}, of_type(FactType::boolean)};
  known["Er det akut?"] = {{"Er det akut?"}, of_type(FactType::judgement)};
  known["sort"] = {{"sort"}, of_type(FactType::text)};
  known["start"] = {{"start"}, of_type(FactType::date)};
  known["decider"] = {{"decider"}, {}};
  for (const std::string& actor : actors) known["decider"].values.emplace_back(actor);
  for (const Head& head : draft.layers())
    for (const Fact& fact : head.facts) {
      Asked& asked = known[fact.name];
      if (asked.values.empty()) asked.values = of_type(fact.type);
      asked.names = fact.aliases;
      asked.names.push_back(fact.name);
      if (!fact.ask.da.empty()) asked.names.push_back(fact.ask.da);
    }
  std::vector<Asked> result;
  for (auto& [name, asked] : known) result.push_back(std::move(asked));
  return result;
}

}  // namespace

reference::Question random_question(const Draft& draft, std::uint64_t seed) {
  Draws draws(seed);
  reference::Question question;
  power_and_target(draft, draws, question);
  const Ids actors = ids_of(draft, {Kind::actor});
  if (draws.chance(70)) {
    Ids units;
    for (const Element& element : draft.elements())
      if (const auto* actor = std::get_if<Actor>(&element.fields);
          actor && actor->form == Form::unit)
        units.push_back(element.id);
    question.unit = draws.one_of(units.empty() || draws.chance(15) ? actors : units);
  }
  if (draws.chance(60)) question.date = some_day(draws);
  const unsigned told = draws.chance(30) ? 100 : 55;  // sometimes everything is known
  for (const Asked& asked : facts_asked_for(draft))
    if (draws.chance(told)) question.facts[draws.one_of(asked.names)] = draws.one_of(asked.values);
  for (const std::string& id : draws.some_of(actors, draws.chance(25) ? draws.between(1, 2) : 0))
    question.disqualified.insert(id);
  for (const std::string& id : draws.some_of(actors, draws.chance(15) ? 1 : 0))
    question.absent.insert(id);
  return question;
}

std::string random_actor(const Draft& draft, std::uint64_t seed) {
  Draws draws(seed);
  if (draws.chance(3)) return "nobody-has-this";
  Ids actors;
  if (draws.chance(60))
    for (const Element& element : draft.elements())
      if (const auto* grant = std::get_if<Grant>(&element.fields))
        for (const Holder& holder : grant->to)
          if (!holder.id.empty()) actors.push_back(holder.id);
  return draws.one_of(actors.empty() ? ids_of(draft, {Kind::actor}) : actors);
}

RandomRemoval random_removal(const Draft& draft, std::uint64_t seed) {
  Draws draws(seed);
  RandomRemoval removal;
  Ids all;
  for (const Element& element : draft.elements()) all.push_back(element.id);
  for (const std::string& id : draws.some_of(all, draws.chance(50) ? 1 : draws.between(2, 3)))
    removal.removed.insert(id);
  if (draws.chance(5)) removal.removed.clear();
  if (draws.chance(60)) removal.date = some_day(draws);
  if (draws.chance(35)) removal.within = draws.one_of(ids_of(draft, {Kind::actor}));
  return removal;
}

}  // namespace regelgraf::test
