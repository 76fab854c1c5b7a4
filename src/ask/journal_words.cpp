#include "ask/journal_words.hpp"

#include <algorithm>
#include <utility>

#include "ask/question.hpp"

namespace regelgraf::ask {

namespace {

/// Who acts: `A`, `A og B i fællesskab`, `mindst 2 af A, B og C i fællesskab`.
std::string acting(const Model& model, const Option& option, const Voice& l) {
  const std::string names = names_of(model, option.holders, l);
  if (option.jointly <= 1) return names;
  const std::string together = say(l, " i fællesskab", " together");
  if (option.jointly == option.holders.size()) return names + together;
  return say(l, "mindst ", "at least ") + std::to_string(option.jointly) + say(l, " af ", " of ") +
         names + together;
}

std::string conditions(const Model& model, const std::vector<Dependence>& list, const Voice& l) {
  std::string text;
  for (const Dependence& one : list)
    text += (text.empty() ? "" : say(l, " og ", " and ")) + dependence_text(model, one, l);
  return text;
}

/// Who acts, and what must be said with it.
std::string decider(const Model& model, const Option& option, const Voice& l) {
  std::string text = acting(model, option, l);
  if (option.residual) text += say(l, " (almindelig kompetence)", " (general competence)");
  if (option.exceptional) text += say(l, " (kun undtagelsesvis)", " (exceptionally only)");
  if (option.notice_months)
    text += say(l, " med ", " with ") + value_text(*option.notice_months, {}, l) +
            say(l, " måneders varsel", " months' notice");
  if (!option.depends_on.empty())
    text += say(l, " (hvis ", " (if ") + conditions(model, option.depends_on, l) + ")";
  return text;
}

/// Whether @p body recommends only if something not known holds.
bool perhaps(const Model& model, const Decision& decision, Index body) {
  if (decision.options.empty()) return false;
  bool surely = false;
  for (const Involved& one : decision.options.front().involve) {
    const auto& row = static_cast<const InvolvementRow&>(*model.scope(one.involvement));
    surely = surely || (one.body == body && row.how == How::recommend && one.depends_on.empty());
  }
  return !surely;
}

std::string source_text(const Source& source, Language l) {
  std::string text = source.text;
  const auto add = [&](const std::string& part) {
    if (part.empty() || text.find(part) != std::string::npos) return;
    text += (text.empty() ? "" : ", ") + part;
  };
  add(source.paragraph);
  add(source.accession);
  add(source.eli);
  add(source.uri);
  if (!source.edition.empty()) add(say(l, "udgave ", "edition ") + source.edition);
  return text;
}

/// To whom a grant gives authority.
std::string grantees(const Model& model, Index grant, const Voice& l) {
  const GrantRow& row = model.grant(grant);
  std::string text = names_of(model, row.to, l);
  if (row.to_leader)
    text += (text.empty() ? "" : say(l, " eller ", " or ")) +
            say(l, "enhedens leder", "the unit's leader");
  return text;
}

bool declared(const Model& model, const std::string& fact) {
  return std::any_of(model.layers().begin(), model.layers().end(), [&](const Head& head) {
    return std::any_of(head.facts.begin(), head.facts.end(),
                       [&](const Fact& one) { return one.name == fact; });
  });
}

/// Visits what the options of an answer depend on, and the answers beside it.
template <class Visit>
void each_unknown(const Decision& decision, Visit visit) {
  for (const Option& option : decision.options) {
    for (const Dependence& one : option.depends_on)
      for (const Unknown& unknown : one.unknowns) visit(decision, unknown);
    for (const Involved& one : option.involve)
      for (const Unknown& unknown : one.depends_on) visit(decision, unknown);
  }
  for (const Decision& also : decision.also) each_unknown(also, visit);
}

bool looks_at_bound(const Model& model, const AuthorityQuestion& question) {
  return question.target != none && model.kind(question.target) == Kind::rule &&
         (question.power == "adopt" || question.power == "amend" || question.power == "repeal");
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string agenda_text(const Model& model, const Decision& decision, const Voice& l) {
  std::string text = say(l, "Beslutningskompetence: ", "Authority to decide: ");
  if (!decision.options.empty())
    text += decider(model, decision.options.front(), l);
  else
    text += decision.verdict == Verdict::barred ? say(l, "ingen (forbudt)", "nobody (barred)")
                                                : say(l, "ingen registreret", "nobody recorded");
  text += ".";
  std::string recommending;
  for (const Index body : decision.recommends)
    recommending += (recommending.empty() ? "" : ", ") + name_of(model, body, l) +
                    (perhaps(model, decision, body) ? say(l, " (betinget)", " (conditional)") : "");
  if (!recommending.empty())
    text += say(l, " Indstilles af: ", " Recommended by: ") + recommending + ".";
  for (const Decision& also : decision.also)
    text += say(l, " Kræver også at ", " Also needed, to ") + power_text(also.question.power, l) +
            " " + target_text(model, also.question, l) + ": " +
            (also.options.empty() ? say(l, "ingen registreret", "nobody recorded")
                                  : decider(model, also.options.front(), l)) +
            ".";
  return one_line(text);
}

JournalWords::JournalWords(const Model& model, const JournalNote& note)
    : model_(model),
      note_(note),
      voice_(note.question.language, note.question.internal ? nullptr : &kept_out_) {}

std::string JournalWords::quoted(const std::string& text) const {
  return say("»", "“") + text + say("«", "”");
}

std::string JournalWords::question() const {
  const AuthorityQuestion& q = note_.decision.question;
  const std::string does =
      power_text(q.power, voice_) + " " + quoted(target_text(model_, q, voice_));
  if (note_.question.actor == none) return say("Hvem kan ", "Who may ") + does + "?";
  const std::string actor = name_of(model_, note_.question.actor, voice_);
  return say("Kan ", "May ") + actor + " " + does + say(", og hvem kan?", ", and who may?");
}

std::string JournalWords::named(Index i) const {
  if (voice_.keeps_out(model_, i)) return name_of(model_, i, voice_);
  const std::string name = name_of(model_, i, voice_);
  return name == model_.id(i) ? name : name + " (" + std::string(model_.id(i)) + ")";
}

std::string JournalWords::all(const std::vector<Index>& list) const {
  std::string text;
  for (const Index i : list) text += (text.empty() ? "" : ", ") + named(i);
  return text.empty() ? say("ingen oplyst", "nobody named") : text;
}

std::string JournalWords::target() const {
  const AuthorityQuestion& q = note_.decision.question;
  return q.target == none ? all(q.concerns) : named(q.target);
}

std::string JournalWords::kle() const {
  if (!note_.question.who.kle.empty()) return note_.question.who.kle;
  const Index target = note_.decision.question.target;
  if (target == none || model_.kind(target) != Kind::matter || voice_.keeps_out(model_, target))
    return {};
  const Element matter = model_.element(target);
  return std::get<Matter>(matter.fields).code;
}

std::string JournalWords::date() const {
  const std::optional<Day> date = note_.decision.question.date;
  return date ? to_text(*date) : say("modellens seneste tilstand", "the model's last state");
}

std::string JournalWords::may() const {
  if (!note_.may) return {};
  const AuthorityQuestion& q = note_.decision.question;
  const std::string actor = name_of(model_, note_.question.actor, voice_);
  const std::string does = power_text(q.power, voice_) + " " + target_text(model_, q, voice_);
  std::string text;
  switch (note_.may->may) {
    case Permission::yes:
      text = say("Ja: " + actor + " kan ", "Yes: " + actor + " may ") + does;
      break;
    case Permission::no:
      text = say("Nej: " + actor + " kan ikke ", "No: " + actor + " may not ") + does;
      break;
    case Permission::depends:
      text =
          say("Det kommer an på, om " + actor + " kan ", "It depends whether " + actor + " may ") +
          does;
      break;
  }
  return text + ": " + because_text(model_, note_.may->because, voice_) + ".";
}

std::string JournalWords::verdict() const {
  switch (note_.decision.verdict) {
    case Verdict::competent:
      return say("kompetent", "competent");
    case Verdict::joint:
      return say("i fællesskab", "jointly");
    case Verdict::conditional:
      return say("betinget", "conditional");
    case Verdict::residual:
      return say("almindelig kompetence", "general competence");
    case Verdict::barred:
      return say("forbudt", "barred");
    case Verdict::nobody:
      return say("ingen registreret", "nobody recorded");
  }
  return {};
}

std::string JournalWords::answer() const {
  std::string text = verdict_text(model_, note_.decision, voice_) + ".";
  if (note_.decision.options.empty()) return text;
  const Option& first = note_.decision.options.front();
  if (!first.depends_on.empty())
    text += say(" Det afhænger af: ", " It depends on: ") + depends(first.depends_on) + ".";
  return text;
}

std::string JournalWords::depends(const std::vector<Dependence>& list) const {
  std::string text;
  for (const Dependence& one : list)
    text += (text.empty() ? "" : "; ") + dependence_text(model_, one, voice_);
  return text;
}

bool JournalWords::may_name(const NotedFact& noted) const {
  if (!voice_.withheld || noted.source == FactSource::given ||
      declared(model_, model_.facts()[noted.fact].name))
    return true;
  return std::any_of(noted.asked_by.begin(), noted.asked_by.end(),
                     [&](Index i) { return model_.element(i).access == Access::open; });
}

std::string JournalWords::fact(const NotedFact& noted) const {
  const Fact& fact = model_.facts()[noted.fact];
  const std::string& ask = text_in(voice_, fact.ask);
  std::string text;
  if (may_name(noted)) {
    text = fact.name;
    if (!ask.empty() && ask != fact.name) text += " (" + ask + ")";
    if (noted.value) text += " = " + value_text(*noted.value, fact.unit, voice_);
  } else {
    text = say("En oplysning, som ", "A fact that ") +
           name_of(model_, noted.asked_by.front(), voice_) + say(" bruger", " uses");
  }
  switch (noted.source) {
    case FactSource::given:
      return text + say(": oplyst", ": given");
    case FactSource::by_default:
      return text + say(": modellens standard", ": the model's default");
    case FactSource::unknown:
      return text + say(": ukendt", ": unknown");
  }
  return text;
}

std::string JournalWords::option(const Option& option) const {
  std::string text = decider(model_, option, voice_);
  if (option.implied)
    return text + say(", som den, der har lavet reglen", ", as who made the rule");
  if (option.grant != none) text += say(", efter ", ", by ") + named(option.grant);
  return text;
}

std::string JournalWords::link(Index grant) const {
  if (voice_.keeps_out(model_, grant)) return name_of(model_, grant, voice_);
  std::string text = grantees(model_, grant, voice_);
  if (const auto& by = model_.grant(grant).by)
    text += say(", efter ", ", by ") + ground_text(*by, voice_);
  const std::string id(model_.id(grant)), name = name_of(model_, grant, voice_);
  return text + (name == id ? "" : ": " + name) + " (" + id + ")";
}

std::string JournalWords::ground(Index rule) const {
  std::string text = named(rule);
  if (voice_.keeps_out(model_, rule)) return text;
  const Element element = model_.element(rule);
  if (!element.source) return text + say(" (ingen kilde registreret)", " (no source recorded)");
  return text + ". " + say("Kilde: ", "Source: ") + source_text(*element.source, voice_);
}

std::vector<std::string> JournalWords::conditions_of(Index i) const {
  const ScopeRow* row = model_.scope(i);
  if (!row || voice_.keeps_out(model_, i)) return {};
  std::vector<std::string> lines;
  for (const ConditionRow& condition : row->conditions)
    lines.push_back(unknown_text(
        model_, {Unknown::What::condition, i, condition.written, condition.fact, none}, voice_));
  return lines;
}

std::vector<std::string> JournalWords::written(Index i) const {
  if (voice_.keeps_out(model_, i)) return {};
  std::vector<std::string> lines;
  for (const std::string& condition : conditions_of(i))
    lines.push_back(say("Betingelse: ", "Condition: ") + condition);
  const Element element = model_.element(i);
  const bool row = element.kind() == Kind::grant && model_.grant(i).by == Ground::plan;
  if (element.source)
    lines.push_back((row ? say("Planrække: ", "Plan row: ") : say("Kilde: ", "Source: ")) +
                    source_text(*element.source, voice_));
  if (element.note) lines.push_back(say("Bemærkning: ", "Remark: ") + *element.note);
  for (const Index rule : basis_of(model_, i))
    lines.push_back(say("Hviler på: ", "Rests on: ") + ground(rule));
  return lines;
}

std::string JournalWords::implied() const {
  const Index target = note_.decision.question.target;
  if (target == none || model_.kind(target) != Kind::rule)
    return say("Ingen delegation: den, der har givet videre, har myndigheden over det.",
               "No delegation: who passed it on has the authority over it.");
  if (model_.issuers(target).empty())
    return say(
        "Ledelsesretten: reglen har ingen kendt udsteder og binder kun folk under denne leder.",
        "The right to manage: the rule has no known issuer and binds only people below this "
        "leader.");
  const auto issuers = model_.issuers(target);
  return say("Ingen delegation: den, der har lavet reglen, kan også ophæve den. Udsteder: ",
             "No delegation: who made the rule may unmake it. Issuer: ") +
         names_of(model_, issuers, voice_) + ".";
}

std::string JournalWords::involved(std::size_t i) const {
  const Involved& one = note_.decision.options.front().involve[i];
  std::string text = involved_text(model_, one, voice_);
  if (note_.over_on[i])
    text += say(" (tidligst overstået ", " (over at the earliest on ") +
            to_text(*note_.over_on[i]) + ")";
  return text;
}

std::string JournalWords::earliest() const {
  if (!note_.earliest) return {};
  return say("Beslutningen kan tidligst træffes ", "The decision can be made on ") +
         to_text(*note_.earliest) + say(", regnet fra ", " at the earliest, counted from ") +
         to_text(*note_.decision.question.date) + ".";
}

std::string JournalWords::also(const Decision& decision) const {
  std::string text = verdict_text(model_, decision, voice_);
  if (!decision.options.empty() && !decision.options.front().depends_on.empty())
    text += say(". Det afhænger af: ", ". It depends on: ") +
            depends(decision.options.front().depends_on);
  return text + ".";
}

std::vector<std::string> JournalWords::assumptions() const {
  std::vector<std::string> lines;
  if (!note_.decision.question.date)
    lines.push_back(say("Ingen dato er oplyst: modellen er læst i sin seneste tilstand.",
                        "No date is given: the model is read in its last state."));
  for (const NotedFact& noted : note_.facts) {
    if (noted.source != FactSource::by_default || !may_name(noted)) continue;
    const Fact& fact = model_.facts()[noted.fact];
    lines.push_back(fact.name + " = " + value_text(*noted.value, fact.unit, voice_) +
                    say(", fordi intet andet er oplyst.", ", because nothing else is given."));
  }
  if (note_.decision.options.empty()) return lines;
  for (const Index grant : note_.decision.options.front().chain) {
    if (voice_.keeps_out(model_, grant)) continue;
    if (model_.grant(grant).by == Ground::practice)
      lines.push_back(named(grant) + say(" hviler på praksis.", " rests on practice."));
    if (basis_of(model_, grant).empty())
      lines.push_back(named(grant) + say(" har intet grundlag registreret for sig selv.",
                                         " has no ground recorded of its own."));
  }
  return lines;
}

std::vector<std::string> JournalWords::open_questions() const {
  std::vector<std::string> lines;
  const auto add = [&](std::string line) {
    if (std::find(lines.begin(), lines.end(), line) == lines.end())
      lines.push_back(std::move(line));
  };
  each_unknown(note_.decision, [&](const Decision& decision, const Unknown& unknown) {
    if (unknown.what == Unknown::What::within) {
      add(looks_at_bound(model_, decision.question)
              ? say("Hvem binder reglen? Det er ikke registreret.",
                    "Whom does the rule bind? It is not recorded.")
              : say("Hvilken enhed hører sagen til?", "To which unit does the case belong?"));
      return;
    }
    const NotedFact* noted = nullptr;
    for (const NotedFact& one : note_.facts)
      if (one.fact == unknown.fact) noted = &one;
    if (!noted || !may_name(*noted)) {
      add(say("En oplysning, som ", "A fact that ") + name_of(model_, unknown.element, voice_) +
          say(" bruger.", " uses."));
      return;
    }
    const Fact& fact = model_.facts()[unknown.fact];
    const std::string& ask = text_in(voice_, fact.ask);
    std::string line = ask.empty() || ask == fact.name ? fact.name : ask + " (" + fact.name + ")";
    if (const auto judge = fact.by.empty() ? std::nullopt : model_.find(fact.by))
      line += say(", vurderes af ", ", judged by ") + name_of(model_, *judge, voice_);
    add(line);
  });
  return lines;
}

std::vector<std::string> JournalWords::warnings() const {
  std::vector<std::string> lines;
  for (const Option& option : note_.decision.options)
    for (const Warning& warning : option.warnings) {
      const std::string who = name_of(model_, warning.disqualified, voice_);
      const std::string holder = name_of(model_, warning.holder, voice_);
      const std::string line =
          warning.what == Warning::What::member_disqualified
              ? say(who + " er inhabil og må ikke deltage; " + holder + " er stadig kompetent.",
                    who + " is disqualified and may not take part; " + holder + " stays competent.")
              : say(who + " er inhabil, og " + holder +
                        " hører under vedkommende: vurdér afledt inhabilitet.",
                    who + " is disqualified and stands above " + holder +
                        ": consider derived disqualification.");
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
    }
  return lines;
}

std::string JournalWords::appeal() const {
  if (note_.decision.appeal_from == none) return {};
  const Element matter = model_.element(note_.decision.appeal_from);
  const Appeal& appeal = *std::get<Matter>(matter.fields).appeal;
  std::string text;
  if (!appeal.body.empty())
    text = say("Til ", "To ") + name_of(model_, *model_.find(appeal.body), voice_);
  if (appeal.days)
    text += (text.empty() ? say("Inden ", "Within ") : say(", inden ", ", within ")) +
            value_text(*appeal.days, {}, voice_) + say(" dage", " days");
  for (const std::string& id : appeal.basis)
    text += say("; hviler på ", "; rests on ") + ground(*model_.find(id));
  return text;
}

std::string JournalWords::appeal_note() const {
  if (note_.decision.appeal_from == none || voice_.keeps_out(model_, note_.decision.appeal_from))
    return {};
  const Element matter = model_.element(note_.decision.appeal_from);
  return matter.note ? say("Bemærkning: ", "Remark: ") + *matter.note : std::string();
}

bool JournalWords::tells_near_misses() const {
  constexpr std::size_t few = 5;
  return note_.decision.near_misses.size() <= few;
}

std::string JournalWords::untold() const {
  if (tells_near_misses()) return {};
  const std::string count = std::to_string(note_.decision.near_misses.size());
  return say(count + " andre, som noget peger på, kan ikke; who_decides siger hvorfor.",
             count + " others, at whom something points, may not; who_decides says why.");
}

std::string JournalWords::near_miss(const NearMiss& miss) const {
  return name_of(model_, miss.actor, voice_) + say(" kan ikke: ", " may not: ") +
         (voice_.keeps_out(model_, miss.grant)
              ? say("på grund af ", "because of ") + name_of(model_, miss.grant, voice_)
              : because_text(model_, miss.because, voice_));
}

std::string JournalWords::reservation() const {
  return say(
      "Notatet siger, hvem der har kompetencen efter modellen, og ikke om en afgørelse er lovlig.",
      "The note says who has the authority by the model, and not whether a decision is lawful.");
}

std::string JournalWords::withheld() const {
  if (kept_out_.empty()) return {};
  const std::string count = std::to_string(kept_out_.size());
  return kept_out_.size() == 1
             ? say("1 internt element er ikke nævnt ved navn.", "1 internal element is not named.")
             : say(count + " interne elementer er ikke nævnt ved navn.",
                   count + " internal elements are not named.");
}

}  // namespace regelgraf::ask
