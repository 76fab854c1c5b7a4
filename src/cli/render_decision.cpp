// who-decides and may, for people.

#include <algorithm>

#include <regelgraf/detail/references.hpp>

#include "ask/plan_row.hpp"
#include "cli/inquiry.hpp"
#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class DecisionRenderer : Renderer {
 public:
  DecisionRenderer(const Model& model, const Say& say, Page& page,
                   const AuthorityQuestion& question)
      : Renderer(model, say, page),
        question_(question),
        verb_(ask::power_text(question.power, say.language)),
        target_(quoted(ask::target_text(model, question, say.language))) {}

  void decision(const Decision& answer, const Asked& asked) {
    headline(answer);
    context();
    ignored(asked);
    if (!answer.options.empty()) options(answer.options);
    if (answer.options.empty()) involved_anyway(answer);
    if (!answer.barred_by.empty()) bars(answer);
    near_misses(answer);
    for (const Decision& also : answer.also) {
      page.gap();
      page.line(Text(say("Kræver også", "Also needed"), Tone::strong));
      DecisionRenderer(model, say, page, also.question).also(also);
    }
    appeal(answer);
    missing(answer.options);
    colophon(question_.date);
  }

  void permission(const May& answer, const Asked& asked) {
    const std::string who = asked.known == none ? quoted(asked.actor) : name(asked.known);
    const std::string does = verb_ + " " + target_;
    const auto headline = [&](const char* verdict, Tone tone, const std::string& rest) {
      page.line(Text(verdict, tone).add(rest, Tone::strong));
    };
    switch (answer.may) {
      case Permission::yes:
        headline(say("Ja", "Yes"), Tone::good, ": " + who + say(" kan ", " may ") + does);
        break;
      case Permission::no:
        headline(say("Nej", "No"), Tone::alarm, ": " + who + say(" kan ikke ", " may not ") + does);
        break;
      case Permission::depends:
        headline(say("Det kommer an på", "It depends"), Tone::warning,
                 say(", om ", " whether ") + who + say(" kan ", " may ") + does);
        break;
    }
    because(answer, asked);
    context();
    ignored(asked);
    if (!answer.options.empty()) options(answer.options);
    missing(answer.options);
    colophon(question_.date);
  }

 private:
  /// Why; a grant, one's own rule and conditions show in the options below.
  void because(const May& answer, const Asked& asked) {
    const Because& because = answer.because;
    const bool shown = because.kind == Because::Kind::grant ||
                       because.kind == Because::Kind::implied ||
                       because.kind == Because::Kind::condition;
    if (shown && !answer.options.empty()) return;
    page.line(say("Fordi: ", "Because: ") + reason(because), 2, 2);
    if (because.kind == Because::Kind::none)
      page.line(say("At intet er registreret, er ikke et forbud.",
                    "That nothing is recorded is no prohibition."),
                2, 2);
    if (because.kind == Because::Kind::unknown)
      if (const std::string meant = suggestion(model, asked.actor, say); !meant.empty())
        page.line(begin(meant), 2, 2);
  }

  void headline(const Decision& answer) {
    const std::string does = verb_ + " " + target_;
    if (answer.options.empty()) {
      if (answer.verdict == Verdict::barred) {
        page.line(Text(say("Ingen må " + does, "Nobody may " + does), Tone::alarm));
      } else {
        page.line(Text(say("Ingen er registreret med beføjelse til at " + does,
                           "Nobody is recorded with authority to " + does),
                       Tone::warning));
        page.line(say("At intet er registreret, er ikke et forbud.",
                      "That nothing is recorded is no prohibition."),
                  2, 2);
      }
      return;
    }
    const Option& first = answer.options.front();
    switch (answer.verdict) {
      case Verdict::conditional:
        page.line(Text(say("Det kommer an på sagen, hvem der kan " + does,
                           "It depends on the case who may " + does),
                       Tone::warning));
        page.line(say("Først i rækken: ", "First in line: ") + names(first.holders), 2, 2);
        break;
      case Verdict::residual:
        page.line(Text(say("Det falder tilbage til " + names(first.holders) + " at " + does,
                           "It falls back to " + names(first.holders) + " to " + does),
                       Tone::strong));
        page.line(what_the_plan_says(), 2, 2);
        break;
      default:
        page.line(Text(who_may(first) + " " + does, Tone::strong));
        break;
    }
  }

  /// `A kan`, `A og B kan kun sammen`, `Mindst 2 af A, B og C kan sammen`.
  [[nodiscard]] std::string who_may(const Option& option) const {
    const std::string holders = names(option.holders);
    if (option.jointly > 1 && option.jointly < option.holders.size())
      return say("Mindst ", "At least ") + std::to_string(option.jointly) + say(" af ", " of ") +
             holders + say(" kan sammen", " may together");
    return begin(holders) + (option.jointly > 1 ? say(" kan kun sammen", " may only together")
                                                : say(" kan", " may"));
  }

  [[nodiscard]] const char* what_the_plan_says() const {
    switch (ask::plan_says(model, question_.target, question_.date)) {
      case ask::PlanSays::nobody:
        return say("Planen har emnet, men nævner ingen, der beslutter.",
                   "The plan has the matter but names nobody who decides.");
      case ask::PlanSays::not_this_case:
        return say("Planen har emnet, men ingen, der beslutter i dette tilfælde.",
                   "The plan has the matter but nobody who decides in this case.");
      default:
        return say("Der er ikke registreret noget særligt om det.",
                   "Nothing specific is recorded about it.");
    }
  }

  /// What the answer was given for.
  void context() {
    Text line;
    const auto put = [&](const std::string& text) {
      line.add((line.empty() ? "" : std::string(" ") + page.dot() + " ") + text, Tone::faint);
    };
    if (question_.target != none) put(std::string(model.id(question_.target)));
    for (const Index matter : question_.concerns) put(std::string(model.id(matter)));
    if (question_.unit != none) put(say("enhed: ", "unit: ") + name(question_.unit));
    for (const auto& [fact, value] : question_.facts)
      put(model.facts()[fact].name + " = " + Renderer::value(value, model.facts()[fact]));
    if (!question_.disqualified.empty())
      put(say("inhabil: ", "disqualified: ") + names(question_.disqualified));
    if (!question_.absent.empty()) put(say("fraværende: ", "absent: ") + names(question_.absent));
    if (!line.empty()) page.line(line, 2, 2);
  }

  void ignored(const Asked& asked) {
    for (const std::string& fact : asked.ignored_facts)
      page.line(
          Text(say("Modellen bruger ikke oplysningen ", "The model has no use for the fact ") +
                   ("`" + fact + "`"),
               Tone::warning),
          2, 2);
  }

  void options(const std::vector<Option>& list) {
    page.gap();
    const std::vector<Tree> trees = option_trees(model, say, page, question_, list);
    for (const Tree& tree : trees) {
      if (&tree != &trees.front()) page.gap();
      page.tree(tree);
    }
  }

  void involved_anyway(const Decision& answer) {
    std::vector<std::pair<const std::vector<Index>*, std::pair<const char*, const char*>>> groups{
        {&answer.recommends, {"afgiver indstilling", "make a recommendation"}},
        {&answer.heard, {"skal høres", "are to be heard"}},
        {&answer.informed, {"orienteres", "are informed"}}};
    Tree tree{say("Men disse skal inddrages, hvem der end beslutter",
                  "Whoever decides, these are involved"),
              {}};
    for (const auto& [list, words] : groups)
      if (!list->empty()) tree.add({names(*list) + " " + say(words.first, words.second), {}});
    if (tree.under.empty()) return;
    page.gap();
    page.tree(tree);
  }

  void bars(const Decision& answer) {
    Tree tree{Text(say("Forbud, der holder andre ude", "Bars that keep others out"), Tone::strong),
              {}};
    if (answer.options.empty()) tree.label = Text(say("Forbuddet", "The bar"), Tone::strong);
    for (const Index bar : answer.barred_by) {
      Tree& node = tree.add({element(bar), {}});
      if (const auto basis = basis_of(bar); !basis.empty())
        node.add({say("efter ", "by ") + names(basis), {}});
    }
    page.gap();
    page.tree(tree);
  }

  void near_misses(const Decision& answer) {
    if (answer.near_misses.empty()) return;
    Tree tree{Text(say("Kan ikke, selv om noget peger på dem",
                       "May not, though something points at them"),
                   Tone::strong),
              {}};
    for (const NearMiss& miss : answer.near_misses)
      tree.add({element(miss.actor).add(": " + reason(miss.because)), {}});
    page.gap();
    page.tree(tree);
  }

  /// A decision that is needed besides.
  void also(const Decision& answer) {
    headline(answer);
    if (!answer.options.empty()) options(answer.options);
    if (answer.options.empty() && !answer.barred_by.empty()) bars(answer);
  }

  void appeal(const Decision& answer) {
    if (answer.appeal_from == none) return;
    const Element matter = model.element(answer.appeal_from);
    const auto& appeal = *std::get<Matter>(matter.fields).appeal;
    Text text(say("Klage", "Appeal"), Tone::strong);
    text.add(": ");
    if (!appeal.body.empty()) text.add(say("til ", "to ") + name(*model.find(appeal.body)));
    if (appeal.days)
      text.add(say(" inden ", " within ") + say.figure(*appeal.days) + say(" dage", " days"),
               Tone::strong);
    std::vector<Index> basis;
    for (const std::string& id : appeal.basis) basis.push_back(*model.find(id));
    if (!basis.empty()) text.add(say(", efter ", ", by ") + names(basis));
    page.gap();
    page.line(text, 0, 2);
  }

  /// What the answer would be surer with, and how to say it.
  void missing(const std::vector<Option>& list) {
    std::vector<std::string> facts;
    bool unit = false;
    const auto note = [&](const Unknown& unknown) {
      if (unknown.what == Unknown::What::within) {
        unit = unit || question_.unit == none;
        return;
      }
      const auto number = unknown.what == Unknown::What::against
                              ? std::optional<std::uint32_t>(unknown.fact)
                              : model.fact(unknown.condition->fact);
      if (!number) return;
      const std::string& name = model.facts()[*number].name;
      if (std::find(facts.begin(), facts.end(), name) == facts.end()) facts.push_back(name);
    };
    for (const Option& option : list) {
      for (const Dependence& one : option.depends_on)
        for (const Unknown& unknown : one.unknowns) note(unknown);
      for (const Involved& one : option.involve)
        for (const Unknown& unknown : one.depends_on) note(unknown);
    }
    if (facts.empty() && !unit) return;
    Tree tree{Text(say("Svaret bliver sikrere med", "The answer gets surer with"), Tone::strong),
              {}};
    if (unit)
      tree.add({Text("--unit " + std::string(say("ENHED", "UNIT")))
                    .add(say(": enheden, sagen hører til", ": the unit the case belongs to"),
                         Tone::faint),
                {}});
    for (const std::string& fact : facts) tree.add({asking(model.facts()[*model.fact(fact)]), {}});
    page.gap();
    page.tree(tree);
  }

  [[nodiscard]] Text asking(const Fact& fact) const {
    const char* value = say("TEKST", "TEXT");
    if (fact.type == FactType::number) value = say("TAL", "NUMBER");
    if (fact.type == FactType::boolean || fact.type == FactType::judgement)
      value = say("ja|nej", "yes|no");
    if (fact.type == FactType::date) value = say("ÅÅÅÅ-MM-DD", "YYYY-MM-DD");
    const bool words = fact.name.find(' ') != std::string::npos;
    const std::string quote = words ? "'" : "";
    Text text("--fact " + quote + fact.name + "=" + value + quote);
    if (!fact.ask.empty()) text.add(": " + say(fact.ask), Tone::faint);
    if (!fact.by.empty())
      if (const auto judge = model.find(fact.by))
        text.add(say(" (vurderes af ", " (judged by ") + name(*judge) + ")", Tone::faint);
    return text;
  }

  const AuthorityQuestion& question_;
  std::string verb_, target_;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const Decision& answer,
            const Asked& asked) {
  DecisionRenderer(model, say, page, answer.question).decision(answer, asked);
}

void render(const Model& model, const Say& say, Page& page, const May& answer,
            const AuthorityQuestion& question, const Asked& asked) {
  DecisionRenderer(model, say, page, question).permission(answer, asked);
}

}  // namespace regelgraf::cli
