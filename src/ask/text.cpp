#include "ask/text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <utility>

#include <regelgraf/detail/references.hpp>

#include "ask/plan_row.hpp"
#include "json/writer.hpp"

namespace regelgraf::ask {

namespace {

std::string condition_text(const Model& model, const Condition& condition, Language language) {
  if (!condition.judgement.empty())
    return text_in(language, condition.judgement) + ": " +
           value_text(condition.values.front(), {}, language);
  const auto number = model.fact(condition.fact);
  const std::string unit = number ? model.facts()[*number].unit : std::string();
  std::string text = condition.fact + " " + std::string(to_text(condition.op)) + " ";
  for (std::size_t i = 0; i < condition.values.size(); ++i)
    text += (i > 0 ? ", " : "") + value_text(condition.values[i], unit, language);
  return text;
}

std::string what_breaks_text(const Model& model, const WhatBreaks& a, Language l) {
  if (a.removed.empty()) return say(l, "Intet er fjernet.", "Nothing is removed.");
  std::string text = say(l, "Fjernes ", "If ") + names_of(model, a.removed, l) +
                     say(l, ": ", a.removed.size() == 1 ? " is removed: " : " are removed: ");
  const auto effects = [&](const std::vector<Effect>& list) {
    std::vector<Index> elements;
    for (const Effect& effect : list) elements.push_back(effect.element);
    return names_of(model, elements, l);
  };
  const bool nothing = a.lapsed.empty() && a.broken.empty();
  if (nothing && a.unexamined.empty())
    text += say(l, "intet mister sit grundlag eller går i stykker.",
                "nothing loses its ground or breaks.");
  else if (nothing)
    text += say(l, "intet er registreret som afhængigt. Ingen har undersøgt ",
                "nothing is recorded to depend on it. Nobody has examined ") +
            names_of(model, a.unexamined, l) +
            say(l, ", så det er ikke et svar på, om noget går i stykker.",
                ", so this does not say whether anything breaks.");
  if (!a.lapsed.empty())
    text += say(l, "uden grundlag: ", "without legal ground: ") + effects(a.lapsed) + ". ";
  if (!a.broken.empty())
    text += say(l, "virker ikke mere: ", "no longer works: ") + effects(a.broken) + ". ";
  if (!nothing) text.pop_back();
  if (!a.unmet_duties.empty())
    text += say(l, " ADVARSEL: uopfyldte pligter: ", " ALARM: unmet duties: ") +
            names_of(model, a.unmet_duties, l) + ".";
  if (!a.redundant.empty())
    text +=
        say(l, " Overflødige bagefter: ", " Redundant afterwards: ") + effects(a.redundant) + ".";
  if (!a.purposeless.empty())
    text += say(l, " Uden formål, men i brug: ", " Without purpose, but leaned on: ") +
            effects(a.purposeless) + ".";
  if (!a.weakened.empty()) text += say(l, " Svækkede: ", " Weakened: ") + effects(a.weakened) + ".";
  if (!a.revived.empty())
    text += say(l, " Gælder nu igen: ", " Apply again: ") + names_of(model, a.revived, l) + ".";
  text += moved_text(model, a.authority, l);
  if (!nothing && !a.unexamined.empty())
    text += say(l, " Ikke undersøgt: ", " Not examined: ") + names_of(model, a.unexamined, l) + ".";
  Range hours = a.hours_removed;
  hours += a.hours_fallen;
  hours += a.hours_redundant;
  if (hours.high > 0)
    text += say(l, " Timer om året: ", " Hours a year: ") + hours_text(hours, l) +
            say(l, " (heraf det fjernede ", " (of which what is removed ") +
            hours_text(a.hours_removed, l) + ").";
  return text;
}

std::string chain_text(const Model& model, const Option& option, Index target, const Voice& l) {
  const bool rule = target != none && model.kind(target) == Kind::rule;
  if (option.implied && rule && model.issuers(target).empty())
    return say(l, " (ledelsesretten: ingen har udstedt reglen)",
               " (the right to manage: nobody issued the rule)");
  if (option.implied && !rule)
    return say(l, " (har myndigheden over det, der er givet videre)",
               " (has the authority over what was passed on)");
  if (option.implied)
    return say(l, " (fordi den, der har lavet reglen, også kan ophæve den)",
               " (because who made the rule may unmake it)");
  std::string text = say(l, " (delegation: ", " (delegation: ");
  for (std::size_t i = 0; i < option.chain.size(); ++i) {
    if (i > 0) text += " → ";
    text += id_of(model, option.chain[i], l);
    if (const auto& by = model.grant(option.chain[i]).by) text += ", " + ground_text(*by, l);
  }
  return text + ")";
}

std::string option_text(const Model& model, const Option& option, const std::string& verb,
                        const std::string& target, const Voice& l) {
  std::string text = names_of(model, option.holders, l);
  const bool all = option.jointly == option.holders.size();
  if (option.jointly > 1)
    text += all ? say(l, " kan kun sammen ", " may only together ")
                : say(l, " kan, mindst " + std::to_string(option.jointly) + " sammen, ",
                      " may, at least " + std::to_string(option.jointly) + " together, ");
  else
    text += say(l, " kan ", " may ");
  text += verb + " " + target;
  if (option.notice_months)
    text += say(l, " med ", " with ") + value_text(*option.notice_months, {}, l) +
            say(l, " måneders varsel", " months' notice");
  return text;
}

std::string who_decides_text(const Model& model, const Decision& a, const Voice& l) {
  std::string text = verdict_text(model, a, l);
  if (a.options.empty()) {
    text += ".";
  } else {
    const Option& first = a.options.front();
    text += chain_text(model, first, a.question.target, l) + ".";
    if (!first.depends_on.empty()) {
      text += say(l, " Det afhænger af: ", " It depends on: ");
      for (std::size_t i = 0; i < first.depends_on.size(); ++i)
        text += (i > 0 ? "; " : "") + dependence_text(model, first.depends_on[i], l);
      text += ".";
    }
    if (!first.involve.empty()) {
      text += say(l, " Inddrag: ", " Involve: ");
      for (std::size_t i = 0; i < first.involve.size(); ++i)
        text += (i > 0 ? "; " : "") + involved_text(model, first.involve[i], l);
      text += ".";
    }
    // Others who may, each once: one body often has the authority on several grounds.
    std::vector<std::vector<Index>> named{first.holders};
    std::string others;
    for (const Option& option : a.options) {
      if (std::find(named.begin(), named.end(), option.holders) != named.end()) continue;
      named.push_back(option.holders);
      others += (others.empty() ? "" : "; ") + names_of(model, option.holders, l) +
                (option.notice_months ? say(l, " (med varsel)", " (by notice)") : "") +
                (option.depends_on.empty() ? "" : say(l, " (betinget)", " (conditional)"));
    }
    if (!others.empty()) text += say(l, " Ellers: ", " Else: ") + others + ".";
  }
  for (const NearMiss& miss : a.near_misses)
    text += " " + name_of(model, miss.actor, l) + say(l, " kan ikke: ", " may not: ") +
            because_text(model, miss.because, l) + ".";
  for (const Decision& also : a.also)
    text += say(l, " Kræver også: ", " Also needed: ") + who_decides_text(model, also, l);
  return text;
}

}  // namespace

Name text_of(const Model& model, const WhatBreaks& answer) {
  return {what_breaks_text(model, answer, Language::da),
          what_breaks_text(model, answer, Language::en)};
}

Name text_of(const Model& model, const Decision& answer) {
  return {who_decides_text(model, answer, Language::da),
          who_decides_text(model, answer, Language::en)};
}

std::string say(Language language, std::string da, std::string en) {
  return language == Language::da ? std::move(da) : std::move(en);
}

const std::string& text_in(Language language, const Name& text) {
  const std::string& wanted = language == Language::da ? text.da : text.en;
  return wanted.empty() ? (language == Language::da ? text.en : text.da) : wanted;
}

std::string value_text(const FactValue& value, const std::string& unit, Language language) {
  if (const auto* yes = std::get_if<bool>(&value))
    return *yes ? say(language, "ja", "yes") : say(language, "nej", "no");
  std::string text = std::holds_alternative<double>(value) ? json::number(std::get<double>(value))
                                                           : std::get<std::string>(value);
  if (language == Language::da && std::holds_alternative<double>(value))
    std::replace(text.begin(), text.end(), '.', ',');
  return unit.empty() ? text : text + " " + unit;
}

std::string verdict_text(const Model& model, const Decision& a, const Voice& l) {
  const std::string verb = power_text(a.question.power, l);
  const std::string target = target_text(model, a.question, l);
  if (a.options.empty())
    return a.verdict == Verdict::barred
               ? say(l, "Ingen må " + verb + " " + target + ": det er forbudt efter ",
                     "Nobody may " + verb + " " + target + ": it is barred by ") +
                     names_of(model, a.barred_by, l)
               : say(l,
                     "Ingen er registreret med beføjelse til at " + verb + " " + target +
                         ". At intet er registreret er ikke et forbud",
                     "Nobody is recorded with authority to " + verb + " " + target +
                         ". That nothing is recorded is no prohibition");
  const Option& first = a.options.front();
  std::string text;
  if (first.residual) {
    switch (plan_says(model, a.question.target, a.question.date)) {
      case PlanSays::nobody:
        text = say(l, "Planen har emnet, men nævner ingen, der beslutter; det falder tilbage: ",
                   "The plan has the matter but names nobody who decides; it falls back: ");
        break;
      case PlanSays::not_this_case:
        text = say(
            l, "Planen har emnet, men ingen, der beslutter i dette tilfælde; det falder tilbage: ",
            "The plan has the matter but nobody who decides in this case; it falls back: ");
        break;
      case PlanSays::nothing:
        text = say(l, "Intet særligt er registreret; det falder tilbage: ",
                   "Nothing specific is recorded; it falls back: ");
    }
  }
  return text + option_text(model, first, verb, target, l);
}

bool Voice::keeps_out(const Model& model, Index i) const {
  if (!withheld || model.element(i).access != Access::internal) return false;
  withheld->insert(i);
  return true;
}

namespace {

std::string internal_text(Kind kind, Language language) {
  const Name words[] = {{"en intern aktør", "an internal actor"},
                        {"et internt emne", "an internal matter"},
                        {"en intern regel", "an internal rule"},
                        {"en intern opgave", "an internal task"},
                        {"en intern pligt", "an internal duty"},
                        {"et internt mål", "an internal goal"},
                        {"en intern bemyndigelse", "an internal grant of authority"},
                        {"en intern inddragelse", "an internal involvement"},
                        {"et internt forbud", "an internal bar"}};
  static_assert(std::size(words) == Spelling<Kind>::words.size());
  const Name& word = words[static_cast<std::size_t>(kind)];
  return say(language, word.da, word.en);
}

}  // namespace

std::string name_of(const Model& model, Index i, const Voice& voice) {
  if (voice.keeps_out(model, i)) return internal_text(model.kind(i), voice);
  const Name name = model.element(i).name;
  return name.empty() ? std::string(model.id(i)) : text_in(voice, name);
}

std::string id_of(const Model& model, Index i, const Voice& voice) {
  return voice.keeps_out(model, i) ? internal_text(model.kind(i), voice) : std::string(model.id(i));
}

std::string names_of(const Model& model, std::span<const Index> list, const Voice& voice) {
  std::string text;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) text += i + 1 == list.size() ? say(voice, " og ", " and ") : std::string(", ");
    text += name_of(model, list[i], voice);
  }
  return text;
}

std::vector<Index> basis_of(const Model& model, Index i) {
  std::vector<Index> listed;
  const auto [first, last] = model.requirements_of(i);
  for (std::uint32_t r = first; r < last; ++r)
    if (model.relation_of(r) == Relation::basis && !model.implied(r))
      listed.insert(listed.end(), model.listed(r).begin(), model.listed(r).end());
  std::sort(listed.begin(), listed.end());
  listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  return listed;
}

std::string ground_text(Ground ground, Language language) {
  const Name words[] = {{"lov", "statute"},
                        {"styrelsesvedtægt", "bylaws"},
                        {"plan", "plan"},
                        {"beslutning", "decision"},
                        {"praksis", "practice"}};
  const Name& word = words[static_cast<std::size_t>(ground)];
  return say(language, word.da, word.en);
}

std::string power_text(const std::string& power, Language language) {
  static constexpr std::pair<std::string_view, std::pair<const char*, const char*>> verbs[] = {
      {"decide", {"afgøre", "decide"}},
      {"start", {"igangsætte", "start"}},
      {"adopt", {"vedtage", "adopt"}},
      {"amend", {"ændre", "amend"}},
      {"waive", {"fravige", "waive"}},
      {"repeal", {"ophæve", "repeal"}},
      {"sign", {"underskrive", "sign"}},
      {"pay", {"anvise betaling for", "pay"}},
      {"appropriate", {"bevilge til", "appropriate for"}}};
  for (const auto& [word, verb] : verbs)
    if (word == power) return language == Language::da ? verb.first : verb.second;
  return say(language, "bruge `" + power + "` på", "use `" + power + "` on");
}

std::string unknown_text(const Model& model, const Unknown& unknown, const Voice& voice) {
  if (voice.keeps_out(model, unknown.element))
    return say(voice, "en betingelse i ", "a condition of ") +
           name_of(model, unknown.element, voice);
  switch (unknown.what) {
    case Unknown::What::condition:
      return condition_text(model, *unknown.condition, voice);
    case Unknown::What::within:
      return say(voice, "at enheden ligger i ", "that the unit lies within ") +
             names_of(model, model.scope(unknown.element)->within, voice);
    case Unknown::What::against:
      return model.facts()[unknown.fact].name + " == " + name_of(model, unknown.holder, voice);
  }
  return {};
}

std::string dependence_text(const Model& model, const Dependence& dependence, const Voice& voice) {
  std::string text;
  for (std::size_t i = 0; i < dependence.unknowns.size(); ++i)
    text += (i > 0 ? say(voice, " og ", " and ") : std::string()) +
            unknown_text(model, dependence.unknowns[i], voice);
  if (!dependence.not_all) return text;
  const bool several = dependence.unknowns.size() > 1;
  return (several ? say(voice, "ikke både ", "not both ") : say(voice, "ikke ", "not ")) + text +
         say(voice, " (ellers gælder ", " (else applies ") +
         name_of(model, dependence.because, voice) + ")";
}

std::string because_text(const Model& model, const Because& because, const Voice& l) {
  const std::string element =
      because.element == none ? std::string() : name_of(model, because.element, l);
  if (because.element != none && l.keeps_out(model, because.element))
    return say(l, "på grund af ", "because of ") + element;
  using K = Because::Kind;
  switch (because.kind) {
    case K::grant:
      return say(l, "efter ", "by ") + model.id(because.element);
    case K::implied:
      return say(l, "den, der har lavet reglen, kan ophæve den", "who made the rule may unmake it");
    case K::with:
      return say(l, "kun sammen med ", "only with ") + names_of(model, because.with, l);
    case K::internal:
      return say(l,
                 "enheden " + element + " har beføjelsen; fordelingen indenfor er ikke registreret",
                 "the unit " + element + " has the authority; its distribution is not recorded");
    case K::notice:
      return say(l, "kan opsige reglen med ", "may end the rule with ") +
             value_text(*because.months, {}, l) + say(l, " måneders varsel", " months' notice");
    case K::unknown:
      return say(l, "modellen kender ikke aktøren", "the model has no such actor");
    case K::none:
      return say(l, "intet er registreret", "nothing is recorded");
    case K::lapse:
      return element + say(l, " gælder ikke mere", " no longer stands");
    case K::date:
      return because.from
                 ? say(l, "gælder først fra ", "not before ") + to_text(*because.from)
                 : say(l, "udløb ", "ended ") + (because.to ? to_text(*because.to) : std::string());
    case K::chain:
      return say(l,
                 "der er ikke dækning højere oppe i kæden: ", "the chain above does not cover: ") +
             (because.element == none ? std::string() : std::string(model.id(because.element)));
    case K::unit:
      return say(l, "gælder kun i ", "only within ") +
             names_of(model, model.scope(because.element)->within, l);
    case K::failed_condition:
      if (!because.condition)
        return say(l, "gælder ikke, så længe der er ", "not while there is ") + element;
      return say(l, "kun når ", "only if ") + condition_text(model, *because.condition, l);
    case K::disqualification:
      return because.element == none
                 ? say(l, "andre, der skal med, mangler", "others who must take part are missing")
                 : say(l, "inhabil eller fraværende", "disqualified or absent");
    case K::bar:
      return say(l, "forbudt efter ", "barred by ") + element;
    case K::exclusive:
      return say(l, "beføjelsen er udelukkende givet efter ",
                 "the authority is given exclusively by ") +
             model.id(because.element);
    case K::special:
      return say(l,
                 "en mere særlig bestemmelse går forud: ", "a more special grant goes before: ") +
             model.id(because.element);
    case K::condition: {
      std::string text = say(l, "det afhænger af ", "it depends on ");
      for (std::size_t i = 0; i < because.depends_on.size(); ++i)
        text += (i > 0 ? "; " : "") + dependence_text(model, because.depends_on[i], l);
      return text;
    }
  }
  return {};
}

std::string involved_text(const Model& model, const Involved& involved, const Voice& l) {
  const Element element = model.element(involved.involvement);
  const auto& written = std::get<Involvement>(element.fields);
  const std::string body = involved.body == none
                               ? say(l, "MED på beslutterens niveau (ikke fundet)",
                                     "the MED body at the decider's level (not found)")
                               : name_of(model, involved.body, l);
  const Name verbs[] = {{" orienteres", " is informed"},
                        {" høres", " is consulted"},
                        {": drøftes dér", " discusses it"},
                        {" indstiller", " recommends"},
                        {" skal være enig", " must agree"}};
  const Name& verb = verbs[static_cast<std::size_t>(written.how)];
  std::string text =
      body + say(l, verb.da, verb.en) +
      (written.timing == Timing::before ? say(l, " før", " before") : say(l, " efter", " after"));
  if (written.days)
    text += say(l, ", " + value_text(*written.days, {}, l) + " dage",
                ", " + value_text(*written.days, {}, l) + " days");
  if (!involved.depends_on.empty()) {
    text += say(l, ", hvis ", ", if ");
    for (std::size_t i = 0; i < involved.depends_on.size(); ++i)
      text += (i > 0 ? say(l, " og ", " and ") : std::string()) +
              unknown_text(model, involved.depends_on[i], l);
  }
  return text;
}

std::string hours_text(const Range& range, Language language) {
  const auto figure = [&](double hours) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, hours < 10 ? "%.1f" : "%.0f", hours);
    std::string text = buffer;
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    if (language == Language::da) std::replace(text.begin(), text.end(), '.', ',');
    return text;
  };
  const std::string low = figure(range.low), high = figure(range.high);
  return low == high ? low : low + "–" + high;
}

std::string origin_text(Origin origin, Language language) {
  const Name words[] = {
      {"aftalt: ingen kan ophæve den alene", "agreed: nobody can repeal it alone"},
      {"statens", "the state's"},
      {"påkrævet: en lovbestemt pligt er uopfyldt uden den",
       "required: a duty set by the state is unmet without it"},
      {"én af flere måder at opfylde en lovbestemt pligt på",
       "one of several ways to meet a duty set by the state"},
      {"tilladt: den har hjemmel i lov, men kræves ikke",
       "allowed: an act gives its ground, but does not require it"},
      {"hjemmelavet", "home-made"},
      {"ukendt", "unknown"}};
  const Name& word = words[static_cast<std::size_t>(origin)];
  return say(language, word.da, word.en);
}

std::string target_text(const Model& model, const AuthorityQuestion& question, const Voice& voice) {
  return question.target == none ? names_of(model, question.concerns, voice)
                                 : name_of(model, question.target, voice);
}

}  // namespace regelgraf::ask
