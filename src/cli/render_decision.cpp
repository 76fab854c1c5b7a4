// who-decides and may, for people.

#include <algorithm>

#include <regelgraf/detail/references.hpp>

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
      heading("Kræver også", "Also needed");
      DecisionRenderer(model, say, page, also.question).also(also);
    }
    appeal(answer);
    missing(answer.options);
    colophon(question_.date);
  }

  void permission(const May& answer, const Asked& asked) {
    const std::string who =
        asked.known == none ? quoted(asked.actor) : ask::name_of(model, asked.known, say.language);
    const std::string does = verb_ + " " + target_;
    const std::string reason = ask::because_text(model, answer.because, say.language);
    switch (answer.may) {
      case Permission::yes:
        page.line(
            Text(say("Ja", "Yes"), Tone::good)
                .add(say(": " + who + " kan " + does, ": " + who + " may " + does), Tone::strong));
        break;
      case Permission::no:
        page.line(Text(say("Nej", "No"), Tone::alarm)
                      .add(say(": " + who + " kan ikke " + does, ": " + who + " may not " + does),
                           Tone::strong));
        break;
      case Permission::depends:
        page.line(Text(say("Det kommer an på", "It depends"), Tone::warning)
                      .add(say(", om " + who + " kan " + does, " whether " + who + " may " + does),
                           Tone::strong));
        break;
    }
    page.line(say("Fordi: ", "Because: ") + reason, 2, 2);
    context();
    ignored(asked);
    if (!answer.options.empty()) options(answer.options);
    missing(answer.options);
    colophon(question_.date);
  }

 private:
  void headline(const Decision& answer) {
    const std::string does = verb_ + " " + target_;
    if (answer.options.empty()) {
      if (answer.verdict == Verdict::barred) {
        page.line(Text(say("Ingen må " + does, "Nobody may " + does), Tone::alarm));
        page.line(say("Det er forbudt efter ", "It is barred by ") + names(answer.barred_by), 2, 2);
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
        page.line(plan_names_nobody() ? say("Planen har emnet, men nævner ingen, der beslutter.",
                                            "The plan has the matter but names nobody who decides.")
                                      : say("Der er ikke registreret noget særligt om det.",
                                            "Nothing specific is recorded about it."),
                  2, 2);
        break;
      default:
        page.line(Text(who_may(first) + " " + does, Tone::strong));
        break;
    }
  }

  /// `A kan`, `A og B kan kun sammen`, `Mindst 2 af A, B og C kan sammen`.
  [[nodiscard]] std::string who_may(const Option& option) const {
    std::string holders = names(option.holders);
    if (option.jointly > 1 && option.jointly < option.holders.size())
      return say("Mindst ", "At least ") + std::to_string(option.jointly) + say(" af ", " of ") +
             holders + say(" kan sammen", " may together");
    // The sentence begins here: the name as it is written.
    if (!option.holders.empty()) {
      const std::string& written = ask::name_of(model, option.holders.front(), say.language);
      holders.replace(0, written.size(), written);
    }
    return holders + (option.jointly > 1 ? say(" kan kun sammen", " may only together")
                                         : say(" kan", " may"));
  }

  /// Does some involvement name the matter itself, as a plan's row does?
  [[nodiscard]] bool plan_names_nobody() const {
    if (question_.target == none || model.kind(question_.target) != Kind::matter) return false;
    return std::any_of(
        model.involvements().begin(), model.involvements().end(), [&](const auto& row) {
          return std::any_of(row.over.begin(), row.over.end(),
                             [&](const OverRow& over) { return over.id == question_.target; });
        });
  }

  /// What the answer was given for.
  void context() {
    Text line;
    const auto put = [&](const std::string& text) {
      line.add((line.empty() ? "" : std::string(" ") + page.dot() + " ") + text, Tone::faint);
    };
    if (question_.target != none) put(model.id(question_.target));
    for (const Index matter : question_.concerns) put(model.id(matter));
    if (question_.unit != none) put(say("enhed: ", "unit: ") + name(question_.unit));
    for (const auto& [fact, value] : question_.facts)
      put(model.facts()[fact].name + " = " + value_text(value, model.facts()[fact].unit));
    if (!question_.disqualified.empty())
      put(say("inhabil: ", "disqualified: ") + names(question_.disqualified));
    if (!question_.absent.empty()) put(say("fraværende: ", "absent: ") + names(question_.absent));
    if (!line.empty()) page.line(line, 2, 2);
  }

  [[nodiscard]] std::string value_text(const FactValue& value, const std::string& unit) const {
    if (const auto* yes = std::get_if<bool>(&value))
      return *yes ? say("ja", "yes") : say("nej", "no");
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return say.figure(std::get<double>(value)) + (unit.empty() ? "" : " " + unit);
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
    std::size_t number = 0;
    for (const Option& one : list) {
      ++number;
      if (number > 1) page.gap();
      page.tree(tree_of(one, list.size() > 1 ? std::to_string(number) + ". " : std::string()));
    }
  }

  Tree tree_of(const Option& option, const std::string& number) {
    Tree tree{Text(number), {}};
    if (option.holders.size() == 1) {
      tree.label.add(element(option.holders.front(), Tone::strong));
    } else {
      tree.label.add(who_holds(option), Tone::strong);
      for (const Index holder : option.holders)
        tree.label.add("  " + model.id(holder), Tone::faint);
    }
    tree.label.add(std::string(" ") + page.dot() + " " + say.word(option.tier), Tone::faint);
    if (option.exceptional)
      tree.label.add(say(" (kun undtagelsesvis)", " (exceptionally only)"), Tone::warning);
    for (const Index must : option.must)
      tree.add({say("uden ", "not without ") + name(must) + say(" går det ikke", ""), {}});
    depends(tree, option);
    authority(tree, option);
    manner(tree, option);
    for (const Warning& warning : option.warnings) tree.add({warning_text(warning), {}});
    involvements(tree, option.involve);
    return tree;
  }

  [[nodiscard]] std::string who_holds(const Option& option) const {
    const std::string holders = names(option.holders);
    if (option.jointly == option.holders.size()) return holders + say(" sammen", " together");
    if (option.jointly > 1)
      return say("mindst ", "at least ") + std::to_string(option.jointly) + say(" af ", " of ") +
             holders;
    return names(option.holders, " eller ", " or ");
  }

  void depends(Tree& tree, const Option& option) {
    if (option.depends_on.empty()) return;
    Tree& node = tree.add({Text(say("forudsætter", "only if"), Tone::warning), {}});
    for (const Dependence& one : option.depends_on)
      node.add({ask::dependence_text(model, one, say.language), {}});
  }

  void authority(Tree& tree, const Option& option) {
    if (option.notice_months) {
      tree.add({say("kan opsige reglen alene med ", "may end the rule alone with ") +
                    say.figure(*option.notice_months) + say(" måneders varsel", " months' notice"),
                {}});
      return;
    }
    if (option.implied) {
      tree.add({implied_text(option), {}});
      return;
    }
    Tree* at = &tree.add({say("bemyndigelse", "authority"), {}});
    for (const Index grant : option.chain) at = &at->add({link(grant), {}});
  }

  [[nodiscard]] std::string implied_text(const Option& option) const {
    if (question_.target == none || model.kind(question_.target) != Kind::rule)
      return say("følger af myndigheden over det, der er givet videre",
                 "follows from the authority that was passed on");
    const auto issuers = model.issuers(question_.target);
    if (issuers.empty())
      return say(
          "ledelsesretten: reglen har ingen kendt udsteder, og den binder kun denne leders område",
          "the right to manage: the rule has no known issuer and binds this leader's area only");
    const bool own = std::any_of(option.holders.begin(), option.holders.end(), [&](Index holder) {
      return std::find(issuers.begin(), issuers.end(), holder) != issuers.end();
    });
    if (own) return say("har selv udstedt reglen", "issued the rule");
    for (const Index issuer : issuers)
      for (const Index holder : option.holders)
        if (model.at_or_below(issuer, holder))
          return say("står over " + name(issuer) + ", der har udstedt reglen",
                     "stands above " + name(issuer) + ", who issued the rule");
    return say("træder i stedet for den, der har udstedt reglen",
               "stands in for who issued the rule");
  }

  /// A grant of the chain: to whom, on what ground.
  [[nodiscard]] Text link(Index grant) const {
    const GrantRow& row = model.grant(grant);
    std::string to =
        names(row.to, row.jointly > 1 ? " og " : " eller ", row.jointly > 1 ? " and " : " or ");
    if (row.to_leader)
      to += (to.empty() ? "" : say(" eller ", " or ")) +
            std::string(say("enhedens leder", "the unit's leader"));
    Text text(to);
    if (row.written->by)
      text.add(", ").add(say.word(*row.written->by),
                         *row.written->by == Ground::practice ? Tone::warning : Tone::plain);
    if (const auto basis = basis_of(grant); !basis.empty()) text.add(": " + names(basis));
    return text.add("  " + model.id(grant), Tone::faint);
  }

  void manner(Tree& tree, const Option& option) {
    if (option.grant == none) return;
    const auto& manner = model.grant(option.grant).written->manner;
    if (!manner) return;
    std::string text;
    if (manner->in_meeting) text = say("besluttes i et møde", "decided in a meeting");
    if (manner->votes)
      text += (text.empty() ? "" : ", ") + std::string(say("kræver ", "needs ")) +
              say.figure(*manner->votes) + say(" stemmer", " votes");
    if (!text.empty()) tree.add({text, {}});
  }

  [[nodiscard]] Text warning_text(const Warning& warning) const {
    const std::string who = ask::name_of(model, warning.disqualified, say.language);
    const std::string holder = name(warning.holder);
    return Text(
        warning.what == Warning::What::member_disqualified
            ? say(who + " er inhabil og må ikke deltage; " + holder + " er stadig kompetent",
                  who + " is disqualified and may not take part; " + holder + " stays competent")
            : say(who + " er inhabil, og " + holder +
                      " hører under vedkommende: vurdér afledt inhabilitet",
                  who + " is disqualified and stands above " + holder +
                      ": consider derived disqualification"),
        Tone::warning);
  }

  void involvements(Tree& tree, const std::vector<Involved>& list) {
    for (const Timing timing : {Timing::before, Timing::after}) {
      Tree node{timing == Timing::before
                    ? say("inddrag før beslutningen", "involve before the decision")
                    : say("efter beslutningen", "after the decision"),
                {}};
      for (const Involved& one : list)
        if (written(one).timing == timing) node.add({involved(one), {}});
      if (!node.under.empty()) tree.add(std::move(node));
    }
  }

  [[nodiscard]] const Involvement& written(const Involved& one) const {
    return std::get<Involvement>(model.element(one.involvement).fields);
  }

  [[nodiscard]] Text involved(const Involved& one) const {
    const Involvement& fields = written(one);
    Text text;
    if (one.body != none)
      text.add(ask::name_of(model, one.body, say.language));
    else
      text.add(std::string(
                   say("organet på beslutterens niveau (", "the body at the decider's level (")) +
                   say.word(fields.body.at_level_of_decider.value_or(Tier::med)) +
                   say("), som ikke er registreret,", "), which is not recorded,"),
               Tone::warning);
    text.add(std::string(" ") + say.word(fields.how));
    if (fields.days)
      text.add(say(", mindst ", ", at least ") + say.figure(*fields.days) + say(" dage", " days"),
               Tone::strong);
    if (!one.depends_on.empty()) {
      std::string conditions;
      for (const Unknown& unknown : one.depends_on)
        conditions += (conditions.empty() ? "" : say(" og ", " and ")) +
                      ask::unknown_text(model, unknown, say.language);
      text.add(say(", hvis ", ", if ") + conditions, Tone::warning);
    }
    if (const auto basis = basis_of(one.involvement); !basis.empty())
      text.add(say(", efter ", ", by ") + names(basis));
    return text.add("  " + model.id(one.involvement), Tone::faint);
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
    Tree tree{Text(say("Kan ikke", "May not"), Tone::strong), {}};
    for (const NearMiss& miss : answer.near_misses)
      tree.add(
          {element(miss.actor).add(": " + ask::because_text(model, miss.because, say.language)),
           {}});
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
    const auto& appeal = *std::get<Matter>(model.element(answer.appeal_from).fields).appeal;
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
                    .add(say("  enheden, sagen hører til", "  the unit the case belongs to"),
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
    if (!fact.ask.empty()) text.add("  " + say(fact.ask), Tone::faint);
    if (!fact.by.empty())
      if (const auto judge = model.find(fact.by))
        text.add(say("  vurderes af ", "  judged by ") + name(*judge), Tone::faint);
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
