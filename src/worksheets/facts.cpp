#include "worksheets/facts.hpp"

#include <algorithm>
#include <map>

#include <regelgraf/error.hpp>

#include "ask/words.hpp"

namespace regelgraf::worksheets_of {

namespace {

bool at_or_near(const Model& model, Index unit, Index bound) {
  return model.at_or_below(unit, bound) || model.at_or_below(bound, unit);
}

Reach reach_of(const Decision& decision, Origin origin) {
  if (decision.options.empty())
    return origin == Origin::state || origin == Origin::agreed ? Reach::beyond : Reach::nobody;
  const Option& first = decision.options.front();
  if (first.jointly > 1 || !first.must.empty()) return Reach::together;
  switch (first.tier) {
    case Tier::frontline:
    case Tier::workplace:
      return Reach::ourselves;
    case Tier::administration:
    case Tier::management:
      return Reach::management;
    case Tier::med:
      return Reach::together;
    case Tier::committee:
    case Tier::council:
      return Reach::politicians;
    case Tier::partner:
    case Tier::citizen:
    case Tier::state:
      break;
  }
  return Reach::beyond;
}

}  // namespace

Facts::Facts(const Model& model, const WorksheetsRequest& request)
    : model(model),
      request(request),
      voice_(request.language, request.internal ? nullptr : &withheld_) {
  if (request.unit >= model.size())
    throw Error(Errc::unknown_element, "no element has that number", "unit");
  if (model.kind(request.unit) != Kind::actor)
    throw Error(Errc::invalid_question, "expected an actor", "unit");
  if (request.rules.size() > 12)
    throw Error(Errc::too_large, "sheets are made for at most 12 rules at a time", "rules");
  for (std::size_t at = 0; at < request.rules.size(); ++at) {
    const Index rule = request.rules[at];
    const std::string where = "rules[" + std::to_string(at) + "]";
    if (rule >= model.size())
      throw Error(Errc::unknown_element, "no element has that number", where);
    if (model.kind(rule) != Kind::rule)
      throw Error(Errc::invalid_question, "expected a rule", where);
    worked_on_.push_back(of(rule));
  }
  for (Index i = 0; i < model.size(); ++i) {
    if (model.kind(i) != Kind::rule || !model.stands(i)) continue;
    const auto bound = model.binds(i);
    if (std::any_of(bound.begin(), bound.end(),
                    [&](Index one) { return at_or_near(model, request.unit, one); }))
      binding_.push_back(of(i));
  }
  std::stable_sort(binding_.begin(), binding_.end(), [](const RuleFacts& a, const RuleFacts& b) {
    return a.hours.likely > b.hours.likely;
  });
}

std::string Facts::names(const std::vector<Index>& list) const {
  return list.empty() ? std::string() : ask::names_of(model, list, voice_);
}

std::string Facts::model_name() const {
  const std::string& name = ask::text_in(request.language, model.head().name);
  return name.empty() ? model.head().id : name;
}

RuleFacts Facts::of(Index rule) const {
  RuleFacts facts;
  facts.rule = rule;
  facts.name = name(rule);
  facts.sort = ask::instrument_word(model.instrument(rule), request.language);
  const auto issuers = model.issuers(rule);
  facts.issuers = names({issuers.begin(), issuers.end()});
  const Why reasons = why(model, rule, request.date);
  facts.origin = reasons.origin;
  if (const auto burden = model.burden(rule)) facts.hours = hours_of(*burden).per_year;
  facts.repeal = decide(rule, "repeal");
  facts.reach = reach_of(facts.repeal, facts.origin);

  const Element element = model.element(rule);
  const auto& written = std::get<Rule>(element.fields).frame;
  facts.frame_known = true;
  switch (reasons.origin) {
    case Origin::agreed:
      facts.frame = Frame::fixed;
      facts.why = say("Aftalt: ændres kun sammen med den anden part.",
                      "Agreed: changes only together with the other party.");
      break;
    case Origin::state:
      facts.frame = Frame::fixed;
      facts.why = say("Staten har lavet den.", "The state made it.");
      break;
    case Origin::required:
      facts.frame = Frame::adjustable;
      facts.why = say("Vi kan ændre formen, men uden den opfylder vi ikke: ",
                      "We can change its form, but without it we do not meet: ") +
                  names(reasons.required_by) + ".";
      break;
    case Origin::one_of_several:
      facts.frame = Frame::adjustable;
      facts.why = say("Loven kræver, at én af flere måder er der. Denne er én af dem.",
                      "The law asks for one of several ways. This is one of them.");
      break;
    case Origin::allowed:
      facts.frame = Frame::open;
      facts.why = say("Loven tillader den, men kræver den ikke.",
                      "The law allows it but does not ask for it.");
      break;
    case Origin::home_made:
      facts.frame = Frame::open;
      facts.why = say("Kommunen har selv lavet den.", "The municipality made it itself.");
      break;
    case Origin::unknown:
      facts.frame_known = false;
      facts.why =
          say("Ingen har skrevet, hvor den kommer fra.", "Nobody has written where it comes from.");
  }
  if (written && *written != facts.frame) {
    facts.why = say("Rammen er sat på forhånd. ", "The frame was set beforehand. ") + facts.why;
    facts.frame = *written;
    facts.frame_known = true;
  } else if (written) {
    facts.frame_known = true;
  }
  return facts;
}

Decision Facts::decide(Index rule, const char* power) const {
  AuthorityQuestion question;
  question.power = power;
  question.target = rule;
  question.unit = request.unit;
  question.date = request.date;
  return who_decides(model, question);
}

std::string Facts::deciders(const Decision& decision) const {
  if (decision.options.empty()) return {};
  const Option& first = decision.options.front();
  std::string text = names(first.holders);
  if (first.jointly > 1) text += say(" (kun sammen)", " (only together)");
  if (!first.must.empty()) text += say(" sammen med ", " together with ") + names(first.must);
  if (!first.depends_on.empty())
    text += say(" – betinget, spørg først", " – conditional, ask first");
  return text;
}

std::vector<std::string> Facts::involved(const Decision& decision, Timing timing) const {
  std::vector<std::string> list;
  if (decision.options.empty()) return list;
  for (const Involved& one : decision.options.front().involve) {
    const Element element = model.element(one.involvement);
    if (std::get<Involvement>(element.fields).timing != timing) continue;
    list.push_back(ask::involved_text(model, one, voice_));
  }
  return list;
}

WhatBreaks Facts::breaks(Index rule, bool within_unit) const {
  Removal removal;
  removal.elements = {rule};
  if (within_unit) removal.within = request.unit;
  removal.date = request.date;
  return what_breaks(model, removal);
}

std::string Facts::hours(const Range& range) const {
  return range.high > 0 ? ask::hours_text(range, request.language) : std::string();
}

std::string Facts::frame_word(const RuleFacts& facts) const {
  if (!facts.frame_known) return say("VED IKKE", "NOT KNOWN");
  switch (facts.frame) {
    case Frame::fixed:
      return say("FAST", "FIXED");
    case Frame::adjustable:
      return say("KAN JUSTERES", "ADJUSTABLE");
    case Frame::open:
      break;
  }
  return say("ÅBEN", "OPEN");
}

const char* Facts::frame_class(const RuleFacts& facts) {
  if (!facts.frame_known) return "mark unknown";
  constexpr const char* classes[] = {"mark fixed", "mark adjustable", "mark open"};
  return classes[static_cast<std::size_t>(facts.frame)];
}

std::vector<std::pair<std::string, std::string>> Facts::stakeholders(const RuleFacts& facts) const {
  // By actor: each way in which it is tied to the rule, in the order in which they were found.
  std::vector<std::pair<Index, std::string>> found;
  const auto tied = [&](Index actor, const std::string& how) {
    if (actor == none || model.kind(actor) != Kind::actor) return;
    for (auto& [known, text] : found)
      if (known == actor) {
        if (text.find(how) == std::string::npos) text += "; " + how;
        return;
      }
    found.emplace_back(actor, how);
  };
  const Index rule = facts.rule;
  for (const Index actor : model.binds(rule)) tied(actor, say("følger reglen", "follows the rule"));
  for (const Index actor : model.issuers(rule)) tied(actor, say("har lavet den", "made it"));
  if (!facts.repeal.options.empty())
    for (const Index holder : facts.repeal.options.front().holders)
      tied(holder, say("kan beslutte", "may decide"));
  if (!facts.repeal.options.empty())
    for (const Involved& one : facts.repeal.options.front().involve)
      tied(one.body, ask::how_word(std::get<Involvement>(model.element(one.involvement).fields).how,
                                   request.language));
  const auto through = [&](Index user, const std::string& how) {
    const Element element = model.element(user);
    if (const auto* task = std::get_if<Task>(&element.fields))
      for (const std::string& id : task->performed_by)
        if (const auto actor = model.find(id)) tied(*actor, how + name(user));
    if (const auto* duty = std::get_if<Duty>(&element.fields))
      for (const std::string& id : duty->owed_to)
        if (const auto actor = model.find(id))
          tied(*actor, say("har ret til: ", "is owed: ") + name(user));
  };
  for (const Index user : model.used_by(rule))
    through(user, say("bruger den til: ", "uses it for: "));
  for (const std::uint32_t r : model.listing(rule))
    through(model.owner_of(r), say("har brug for den til: ", "needs it for: "));
  for (const Index purpose : model.serves(rule))
    through(purpose, say("den er til for: ", "it is for: "));
  std::vector<std::pair<std::string, std::string>> list;
  for (const auto& [actor, how] : found) list.emplace_back(name(actor), how);
  return list;
}

std::vector<std::pair<std::string, std::string>> Facts::people() const {
  std::vector<std::pair<std::string, std::string>> list;
  list.emplace_back(unit(), say("medarbejdere", "staff"));
  const ActorRow& unit_row = model.actor(request.unit);
  if (unit_row.leader != none) list.emplace_back(name(unit_row.leader), say("leder", "leader"));
  for (const ActorRow& actor : model.actors()) {
    if (model.inert(actor.element) || !model.stands(actor.element)) continue;
    if (std::find(actor.med_for.begin(), actor.med_for.end(), request.unit) != actor.med_for.end())
      list.emplace_back(name(actor.element), say("MED", "MED"));
    if (model.part_of(actor.element) == request.unit && actor.element != unit_row.leader)
      list.emplace_back(name(actor.element), say("i enheden", "in the unit"));
  }
  return list;
}

}  // namespace regelgraf::worksheets_of
