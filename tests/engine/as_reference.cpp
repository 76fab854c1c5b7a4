#include "engine/as_reference.hpp"

#include <cmath>
#include <sstream>

#include <regelgraf/freeze.hpp>

namespace regelgraf::test {

namespace {

std::vector<std::string> ids(const Model& model, const std::vector<Index>& list) {
  std::vector<std::string> result;
  for (const Index i : list) result.push_back(model.id(i));
  return result;
}

std::string id(const Model& model, Index i) { return i == none ? std::string() : model.id(i); }

bool same(const Condition& a, const Condition& b) {
  return a.fact == b.fact && a.op == b.op && a.values == b.values && a.judgement == b.judgement;
}

/// `c:<grant>:<index in conditions>`, `w:<grant>`.
std::string unknown_name(const Model& model, const Unknown& unknown) {
  if (unknown.what == Unknown::What::within) return "w:" + model.id(unknown.element);
  const Condition& wanted = *unknown.condition;
  int earlier = 0;  // of the same content: a grant may say a thing twice
  for (const ConditionRow& row : model.scope(unknown.element)->conditions)
    earlier += row.written < unknown.condition && same(*row.written, wanted);
  const Element element = model.element(unknown.element);
  const Scope* scope = nullptr;
  std::visit(
      [&](const auto& fields) {
        if constexpr (std::is_base_of_v<Scope, std::decay_t<decltype(fields)>>) scope = &fields;
      },
      element.fields);
  std::size_t place = 0;
  while (!same(scope->conditions[place], wanted) || earlier-- > 0) ++place;
  return "c:" + model.id(unknown.element) + ":" + std::to_string(place);
}

template <class List>
std::string joined(const List& list) {
  std::string text;
  for (const auto& one : list) text += " " + one;
  return text;
}

void put_range(std::ostream& out, const char* name, const Range& range) {
  const auto rounded = [](double x) { return std::round(x * 1e6) / 1e6; };
  out << name << " " << rounded(range.low) << " " << rounded(range.likely) << " "
      << rounded(range.high) << "\n";
}

}  // namespace

AuthorityQuestion question_for(const Model& model, const reference::Question& asked) {
  AuthorityQuestion question;
  question.power = asked.power;
  question.target = model.find(asked.target).value();
  if (asked.unit) question.unit = model.find(*asked.unit).value();
  question.date = asked.date;
  for (const auto& [name, value] : asked.facts)
    if (const auto fact = model.fact(name)) question.facts.emplace_back(*fact, value);
  for (const std::string& actor : asked.disqualified)
    question.disqualified.push_back(model.find(actor).value());
  for (const std::string& actor : asked.absent)
    question.absent.push_back(model.find(actor).value());
  return question;
}

reference::Decision as_reference(const Model& model, const Decision& decision) {
  reference::Decision result;
  result.verdict = to_text(decision.verdict);
  for (const Option& option : decision.options) {
    reference::Option o;
    o.holders = ids(model, option.holders);
    o.jointly = option.jointly;
    o.must = ids(model, option.must);
    o.grant = id(model, option.grant);
    o.chain = ids(model, option.chain);
    for (const Dependence& dependence : option.depends_on) {
      if (dependence.not_all)
        o.depends.insert("n:" + model.id(dependence.because));
      else
        for (const Unknown& unknown : dependence.unknowns)
          o.depends.insert(unknown_name(model, unknown));
    }
    o.implied = option.implied;
    o.notice_months = option.notice_months;
    o.exceptional = option.exceptional;
    o.warned = !option.warnings.empty();
    o.tier = option.tier;
    for (const Involved& involved : option.involve)
      o.involve.push_back(
          {model.id(involved.involvement), id(model, involved.body), !involved.depends_on.empty()});
    result.options.push_back(std::move(o));
  }
  result.recommends = ids(model, decision.recommends);
  result.informed = ids(model, decision.informed);
  result.heard = ids(model, decision.heard);
  result.barred_by = ids(model, decision.barred_by);
  for (const NearMiss& miss : decision.near_misses)
    result.near_misses[model.id(miss.actor)] = {model.id(miss.grant),
                                                std::string(to_text(miss.because.kind)), 0};
  return result;
}

reference::Breaks as_reference(const Model& model, const WhatBreaks& breaks) {
  reference::Breaks result;
  const auto names = [&](const std::vector<Index>& list) {
    const auto all = ids(model, list);
    return reference::Names(all.begin(), all.end());
  };
  const auto effects = [&](const std::vector<Effect>& list, bool with_path) {
    reference::Names all;
    for (const Effect& effect : list) {
      all.insert(model.id(effect.element));
      if (with_path) result.through[model.id(effect.element)] = ids(model, effect.through);
    }
    return all;
  };
  result.lapsed = effects(breaks.lapsed, true);
  result.broken = effects(breaks.broken, true);
  result.redundant = effects(breaks.redundant, true);
  result.purposeless = effects(breaks.purposeless, true);
  result.weakened = effects(breaks.weakened, false);
  result.unmet_duties = names(breaks.unmet_duties);
  result.affected = names(breaks.affected);
  result.revived = names(breaks.revived);
  result.unexamined = names(breaks.unexamined);
  result.involvements_gone = names(breaks.involvements_gone);
  result.hours_removed = breaks.hours_removed;
  result.hours_fallen = breaks.hours_fallen;
  result.hours_redundant = breaks.hours_redundant;
  result.one_off = breaks.hours_one_off;
  return result;
}

reference::May as_reference(const May& may) {
  constexpr const char* words[] = {"false", "depends", "true"};
  return {words[static_cast<std::size_t>(may.may)], std::string(to_text(may.because.kind))};
}

std::string as_text(const reference::Decision& decision) {
  std::ostringstream out;
  out << "verdict " << decision.verdict << "\n";
  for (const reference::Option& o : decision.options) {
    out << "option" << joined(o.holders) << "; jointly " << o.jointly << "; must" << joined(o.must)
        << "; grant " << o.grant << "; chain" << joined(o.chain) << "; depends" << joined(o.depends)
        << "; tier " << to_text(o.tier);
    if (o.implied) out << "; implied";
    if (o.notice_months) out << "; notice " << *o.notice_months;
    if (o.exceptional) out << "; exceptional";
    if (o.warned) out << "; warned";
    for (const reference::Involved& i : o.involve)
      out << "; involve " << i.involvement << " " << i.body << (i.depends ? " depends" : "");
    out << "\n";
  }
  out << "recommends" << joined(decision.recommends) << "\n";
  out << "informed" << joined(decision.informed) << "\n";
  out << "heard" << joined(decision.heard) << "\n";
  out << "barred_by" << joined(decision.barred_by) << "\n";
  for (const auto& [actor, miss] : decision.near_misses)
    out << "near miss " << actor << " " << miss.grant << " " << miss.kind << "\n";
  return out.str();
}

std::string as_text(const reference::Breaks& breaks) {
  std::ostringstream out;
  out << "lapsed" << joined(breaks.lapsed) << "\nbroken" << joined(breaks.broken)
      << "\nunmet_duties" << joined(breaks.unmet_duties) << "\nredundant"
      << joined(breaks.redundant) << "\npurposeless" << joined(breaks.purposeless) << "\nweakened"
      << joined(breaks.weakened) << "\naffected" << joined(breaks.affected) << "\nrevived"
      << joined(breaks.revived) << "\nunexamined" << joined(breaks.unexamined)
      << "\ninvolvements_gone" << joined(breaks.involvements_gone) << "\n";
  for (const auto& [element, path] : breaks.through)
    out << "through " << element << ":" << joined(path) << "\n";
  put_range(out, "hours_removed", breaks.hours_removed);
  put_range(out, "hours_fallen", breaks.hours_fallen);
  put_range(out, "hours_redundant", breaks.hours_redundant);
  put_range(out, "one_off", breaks.one_off);
  return out.str();
}

}  // namespace regelgraf::test
