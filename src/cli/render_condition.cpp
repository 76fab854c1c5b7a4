// Conditions and reasons in words: what an answer hangs on, and why somebody may or may not.

#include <regelgraf/detail/references.hpp>

#include "cli/render.hpp"

namespace regelgraf::cli {

std::string Renderer::value(const FactValue& value, const Fact& fact) const {
  if (const auto* yes = std::get_if<bool>(&value))
    return *yes ? say("ja", "yes") : say("nej", "no");
  if (const auto* text = std::get_if<std::string>(&value)) {
    const auto actor = model.find(*text);  // the facts of bars name actors
    return actor && model.kind(*actor) == Kind::actor ? name(*actor) : *text;
  }
  const std::string unit = fact.unit == "DKK" ? say("kr.", "DKK") : fact.unit;
  return say.figure(std::get<double>(value)) + (unit.empty() ? "" : " " + unit);
}

std::string Renderer::condition(const Condition& condition) const {
  const auto number = model.fact(condition.fact);
  if (!condition.judgement.empty() || !number)
    return say(condition.judgement) + ": " + value(condition.values.front(), {});
  const Fact& fact = model.facts()[*number];
  std::string list;
  for (const FactValue& one : condition.values)
    list += (list.empty() ? "" : say(" eller ", " or ")) + value(one, fact);
  const bool yes_or_no = fact.type == FactType::boolean || fact.type == FactType::judgement;
  if (yes_or_no && condition.op == Op::eq)
    return (fact.ask.empty() ? fact.name + ":" : quoted(say(fact.ask))) + " " + list;
  const bool date = fact.type == FactType::date;
  const char* op = "";
  switch (condition.op) {
    case Op::lt:
      op = date ? say("før", "before") : say("under", "below");
      break;
    case Op::le:
      op = date ? say("senest", "no later than") : say("højst", "at most");
      break;
    case Op::ge:
      op = date ? say("tidligst", "no earlier than") : say("mindst", "at least");
      break;
    case Op::gt:
      op = date ? say("efter", "after") : say("over", "above");
      break;
    case Op::ne:
      op = say("er ikke", "is not");
      break;
    case Op::eq:
    case Op::in:
      op = say("er", "is");
      break;
  }
  return condition.fact + " " + op + " " + list;
}

std::string Renderer::unknown(const Unknown& unknown) const {
  switch (unknown.what) {
    case Unknown::What::condition:
      return condition(*unknown.condition);
    case Unknown::What::within:
      return say("enheden ligger i ", "the unit lies within ") + units_of(unknown.element);
    case Unknown::What::against: {
      const Fact& fact = model.facts()[unknown.fact];
      return (fact.ask.empty() ? fact.name + say(" er", " is") : quoted(say(fact.ask))) + " " +
             name(unknown.holder);
    }
  }
  return {};
}

std::string Renderer::units_of(Index scoped) const {
  return names(model.scope(scoped)->within, " eller ", " or ");
}

std::string Renderer::dependence(const Dependence& dependence) const {
  std::string text;
  for (const Unknown& one : dependence.unknowns)
    text += (text.empty() ? "" : say(" og ", " and ")) + unknown(one);
  if (!dependence.not_all) return text;
  return (dependence.unknowns.size() > 1 ? say("ikke på én gang: ", "not at once: ")
                                         : say("ikke: ", "not: ")) +
         text + say(" (ellers gælder ", " (else ") + name(dependence.because) +
         say(")", " applies)");
}

std::string Renderer::reason(const Because& because) const {
  switch (because.kind) {
    case Because::Kind::with:
      return say("kun sammen med ", "only together with ") + names(because.with);
    case Because::Kind::internal:
      return say("beføjelsen ligger hos " + name(because.element) +
                     "; hvordan den er fordelt dér, er ikke registreret",
                 "the authority lies with " + name(because.element) +
                     "; how it is distributed there is not recorded");
    case Because::Kind::date:
      return because.from ? say("bemyndigelsen gælder først fra ", "the grant holds only from ") +
                                to_text(*because.from)
                          : say("bemyndigelsen udløb ", "the grant ended on ") +
                                to_text(because.to.value_or(Day{}));
    case Because::Kind::bar:
      return say("det er forbudt: ", "it is barred: ") + name(because.element);
    case Because::Kind::unit:
      return say("gælder kun i ", "holds only within ") + units_of(because.element);
    case Because::Kind::failed_condition: {
      if (!because.condition) break;
      std::string text = say("gælder kun, når det er sådan: ", "holds only where: ") +
                         condition(*because.condition);
      const auto fact = model.fact(because.condition->fact);
      if (because.value && fact && std::holds_alternative<double>(*because.value))
        text += say("; her er det ", "; here it is ") + value(*because.value, model.facts()[*fact]);
      return text;
    }
    case Because::Kind::condition: {
      std::string text;
      for (const Dependence& one : because.depends_on)
        text += (text.empty() ? say("kun, når det er sådan: ", "only where: ") : "; ") +
                dependence(one);
      return text;
    }
    default:
      break;
  }
  return ask::because_text(model, because, say.language);
}

}  // namespace regelgraf::cli
