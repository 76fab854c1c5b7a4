// what-may, for people: what the actor may alone, what hangs on others or on the case, and why not
// the rest.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/inquiry.hpp"
#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

using Powers = std::vector<std::uint32_t>;

/// The powers over one target that are said together, and why.
struct Line {
  Index target = none;
  Powers powers;
  std::string why;
  Range hours;
};

/// Lines that are said below one heading.
struct Group {
  Powers powers;
  std::string why;
  std::vector<Line> lines;
};

class WhatMayRenderer : Renderer {
 public:
  WhatMayRenderer(const Model& model, const Say& say, Page& page, const WhatMay& answer,
                  const ask::WhatMayQuestion& question)
      : Renderer(model, say, page), a_(answer), q_(question), actor_(question.question.actor) {}

  void run(bool with_not) {
    if (actor_ == none) {
      unknown_actor();
    } else {
      headline();
      context();
      alone();
      depends();
      if (with_not)
        may_not();
      else
        count_may_not();
      surer();
    }
    if (!a_.complete) {
      page.gap();
      page.line(Text(say("Tiden slap op: ikke alt er set efter. Giv mere med --seconds.",
                         "The time ran out: not all was looked at. Give more with --seconds."),
                     Tone::warning));
    }
    colophon(q_.question.context.date);
  }

 private:
  void unknown_actor() {
    page.line(
        Text(say("Modellen kender ikke " + quoted(q_.actor) + ", der derfor intet kan",
                 "The model does not know " + quoted(q_.actor) + ", who therefore may do nothing"),
             Tone::warning));
    if (const std::string meant = suggestion(model, q_.actor, say); !meant.empty())
      page.line(begin(meant), 2, 2);
  }

  void headline() {
    const std::string who = begin(name(actor_));
    const std::string verb =
        a_.powers.size() == 1 ? ask::power_text(a_.powers.front(), say.language) : std::string();
    if (a_.may.empty()) {
      page.line(Text(
          verb.empty()
              ? who + say(" kan ikke noget af det alene", " may do none of it alone")
              : who + say(" kan ikke ", " may ") + verb + say(" noget alene", " nothing alone"),
          Tone::strong));
      return;
    }
    const std::string what = kinds_and_hours(a_.may);
    page.line(Text(verb.empty()
                       ? who + say(" kan alene noget med ", " may alone use powers over ") + what
                       : who + say(" kan alene ", " may alone ") + verb + " " + what,
                   Tone::strong));
  }

  /// `5 regler og 1 opgave: 300–480 timer om året`.
  [[nodiscard]] std::string kinds_and_hours(const std::vector<PowerOver>& list) const {
    std::map<Kind, std::set<Index>> kinds;
    for (const PowerOver& one : list) kinds[model.kind(one.target)].insert(one.target);
    std::vector<std::string> parts;
    for (const Kind kind : {Kind::rule, Kind::task, Kind::matter})
      if (const std::size_t n = kinds[kind].size(); n > 0)
        parts.push_back(say.figure(static_cast<double>(n)) + " " + say.word(kind, n != 1));
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
      text += (i == 0 ? "" : i + 1 == parts.size() ? say(" og ", " and ") : ", ") + parts[i];
    Range hours;
    std::set<Index> counted;
    for (const PowerOver& one : list)
      if (counted.insert(one.target).second) hours += one.hours;
    return hours.high > 0 ? text + ": " + per_year(hours) : text;
  }

  /// What the answer was given for.
  void context() {
    const AuthorityQuestion& c = q_.question.context;
    Text line;
    const auto put = [&](const std::string& text) {
      line.add((line.empty() ? "" : std::string(" ") + page.dot() + " ") + text, Tone::faint);
    };
    put(std::string(model.id(actor_)));
    put(say.word(model.tier(actor_)));
    if (c.unit != none) put(say("enhed: ", "unit: ") + name(c.unit));
    for (const auto& [fact, given] : c.facts)
      put(model.facts()[fact].name + " = " + value(given, model.facts()[fact]));
    if (!c.disqualified.empty()) put(say("inhabil: ", "disqualified: ") + names(c.disqualified));
    if (!c.absent.empty()) put(say("fraværende: ", "absent: ") + names(c.absent));
    page.line(line, 2, 2);
    for (const std::string& fact : q_.ignored_facts)
      page.line(
          Text(say("Modellen bruger ikke oplysningen ", "The model has no use for the fact ") +
                   ("`" + fact + "`"),
               Tone::warning),
          2, 2);
  }

  /// One power: one list in order. Several: together what rests on the same, if much does.
  void alone() {
    std::vector<Group> groups = groups_of(a_.may, &WhatMayRenderer::ground_of, true);
    std::size_t lines = 0;
    for (const Group& group : groups) lines += group.lines.size();
    if (a_.powers.size() == 1 || groups.size() * 2 > lines)
      groups = groups_of(a_.may, &WhatMayRenderer::ground_of, false);
    for (const Group& group : groups) {
      const bool same = std::all_of(group.lines.begin(), group.lines.end(), [&](const Line& line) {
        return line.why == group.lines.front().why;
      });
      page.gap();
      if (const Text text = heading(group.powers, same ? group.lines.front().why : "");
          !text.empty())
        page.line(text, 0, 2);
      table(group.lines, !same);
    }
  }

  void table(const std::vector<Line>& lines, bool with_why) {
    const bool any_hours = std::any_of(lines.begin(), lines.end(),
                                       [](const Line& line) { return line.hours.high > 0; });
    std::vector<std::vector<Text>> rows;
    if (any_hours)
      rows.push_back({Text(say("timer om året", "hours a year"), Tone::faint),
                      Text(say("hvad", "what"), Tone::faint)});
    for (const Line& line : lines) {
      std::vector<Text> row;
      if (any_hours) row.emplace_back(line.hours.high > 0 ? hours(line.hours) : std::string());
      row.push_back(described(line.target));
      if (with_why) row.back().add(std::string("; ") + line.why, Tone::faint);
      rows.push_back(std::move(row));
    }
    page.table(rows, 2, true);
  }

  void depends() {
    if (a_.depends.empty()) return;
    page.gap();
    page.line(Text(say("Kommer an på andre eller på sagen", "Depends on others or on the case"),
                   Tone::warning));
    for (const Group& group : groups_of(a_.depends, &WhatMayRenderer::dependence_of, true))
      tree(group, group.lines.size());
  }

  void may_not() {
    if (a_.may_not.empty()) return;
    page.gap();
    page.line(Text(say("Kan ikke", "May not"), Tone::alarm));
    for (const Group& group : groups_of(a_.may_not, &WhatMayRenderer::obstacle_of, true))
      tree(group, at_most);
    page.gap();
    page.line(Text(say("At intet er registreret, er ikke et forbud.",
                       "That nothing is recorded is no prohibition."),
                   Tone::faint));
  }

  void tree(const Group& group, std::size_t most) {
    Tree tree{heading(group.powers, group.why), {}};
    for (const Line& line : group.lines) {
      if (tree.under.size() == most) break;
      Text text = described(line.target);
      if (line.hours.high > 0) text.add(", " + per_year(line.hours), Tone::faint);
      tree.add({text, {}});
    }
    if (const std::size_t more = group.lines.size() - tree.under.size(); more > 0)
      tree.add({Text(say.count(more, "anden", "andre", "other", "others") +
                         say("; alle står i --json", "; --json has all"),
                     Tone::faint),
                {}});
    page.gap();
    page.tree(tree);
  }

  void count_may_not() {
    if (a_.may_not.empty()) return;
    std::set<Index> targets;
    for (const PowerOver& one : a_.may_not) targets.insert(one.target);
    page.gap();
    page.line(Text(say("Resten ikke", "Not the rest"), Tone::strong)
                  .add(": " + kinds_and_hours(a_.may_not)));
    page.line(Text(say("--not fortæller hvorfor.", "--not tells why."), Tone::faint), 2);
  }

  /// `Ophæve og ændre: grunden`; without the powers where only one was asked about.
  [[nodiscard]] Text heading(const Powers& powers, const std::string& why) const {
    if (a_.powers.size() == 1) return begin(why);
    Text text(begin(verbs(powers)), Tone::strong);
    return why.empty() ? text : text.add(": " + why);
  }

  /// What the answer would be surer with.
  void surer() {
    std::set<std::string> facts;
    bool unit = false;
    for (const PowerOver& one : a_.depends)
      for (const Dependence& dependence : one.because.depends_on)
        for (const Unknown& unknown : dependence.unknowns)
          if (unknown.what == Unknown::What::within)
            unit = true;
          else if (unknown.what == Unknown::What::against)
            facts.insert(model.facts()[unknown.fact].name);
          else if (const auto fact = model.fact(unknown.condition->fact))
            facts.insert(model.facts()[*fact].name);
    std::string list;
    if (unit && q_.question.context.unit == none)
      list = "--unit " + std::string(say("ENHED", "UNIT"));
    for (const std::string& fact : facts)
      list += (list.empty() ? "" : ", ") + ("--fact '" + fact + "=" + say("VÆRDI", "VALUE") + "'");
    if (list.empty()) return;
    page.gap();
    page.line(
        Text(say("Svaret bliver sikrere med ", "The answer gets surer with ") + list, Tone::faint),
        0, 2);
  }

  using Why = std::string (WhatMayRenderer::*)(const PowerOver&) const;

  /// Pairs as lines of a target and the powers that stand alike over it, below headings: by powers,
  /// or by powers and reason. In the order in which the first of each comes.
  [[nodiscard]] std::vector<Group> groups_of(const std::vector<PowerOver>& list, Why why,
                                             bool by_why) const {
    std::vector<Index> order;
    std::map<Index, std::vector<Line>> of_target;
    for (const PowerOver& one : list) {
      std::vector<Line>& lines = of_target[one.target];
      if (lines.empty()) order.push_back(one.target);
      std::string text = (this->*why)(one);
      const auto line = std::find_if(lines.begin(), lines.end(),
                                     [&](const Line& other) { return other.why == text; });
      if (line == lines.end())
        lines.push_back({one.target, {one.power}, std::move(text), one.hours});
      else
        line->powers.push_back(one.power);
    }
    std::vector<Group> groups;
    std::map<std::pair<Powers, std::string>, std::size_t> places;
    for (const Index target : order)
      for (Line& line : of_target[target]) {
        const std::string key = by_why ? line.why : std::string();
        const auto [at, fresh] = places.try_emplace({line.powers, key}, groups.size());
        if (fresh) groups.push_back({line.powers, line.why, {}});
        groups[at->second].lines.push_back(std::move(line));
      }
    return groups;
  }

  /// On what the authority rests, and whom to involve first.
  [[nodiscard]] std::string ground_of(const PowerOver& one) const {
    std::string text;
    if (one.because.kind == Because::Kind::notice)
      text = reason(one.because);
    else if (one.implied)
      text = made(one.target);
    else
      text = say("efter ", "by ") + name(one.grant);
    return text + involved_first(one);
  }

  [[nodiscard]] std::string dependence_of(const PowerOver& one) const {
    std::string text = reason(one.because);
    if (one.because.kind != Because::Kind::condition && !one.because.depends_on.empty()) {
      Because condition;
      condition.kind = Because::Kind::condition;
      condition.depends_on = one.because.depends_on;
      text += "; " + reason(condition);
    }
    return text + involved_first(one);
  }

  [[nodiscard]] std::string obstacle_of(const PowerOver& one) const {
    if (one.because.kind != Because::Kind::none || model.kind(one.target) != Kind::rule)
      return reason(one.because);
    const auto issuers = model.issuers(one.target);
    const bool agreed = model.joint_issuers(one.target) > 1;
    return (issuers.empty()
                ? std::string(say("udsteder ukendt", "issuer unknown"))
                : (agreed ? say("aftalt af ", "agreed by ") : say("udstedt af ", "issued by ")) +
                      names(issuers)) +
           say(", og intet registreret giver beføjelsen", ", and nothing recorded gives the power");
  }

  /// Who made the rule, seen from the actor.
  [[nodiscard]] std::string made(Index rule) const {
    const auto issuers = model.issuers(rule);
    const auto& posts = model.actor(actor_).holds;
    std::vector<Index> acts_as{actor_};
    acts_as.insert(acts_as.end(), posts.begin(), posts.end());
    bool own = false, below = false;
    for (const Index me : acts_as)
      for (const Index issuer : issuers) {
        own = own || issuer == me;
        below = below || model.at_or_below(issuer, me);
      }
    if (own) return say("har selv udstedt den", "issued it itself");
    if (issuers.empty())
      return say("ledelsesretten: ingen har udstedt den", "the right to lead: nobody issued it");
    return below ? say("udstedt længere nede, af ", "issued further down, by ") + names(issuers)
                 : say("som stedfortræder for ", "standing in for ") + names(issuers);
  }

  [[nodiscard]] std::string involved_first(const PowerOver& one) const {
    std::string text;
    for (const Involved& involved : one.involve) {
      const Element element = model.element(involved.involvement);
      if (std::get<Involvement>(element.fields).timing != Timing::before) continue;
      if (std::get<Involvement>(element.fields).how == How::agree && involved.depends_on.empty())
        continue;  // a party already
      text += (text.empty() ? say("; først: ", "; first: ") : ", ") +
              to_involve(involved, std::get<Involvement>(element.fields));
    }
    return text;
  }

  [[nodiscard]] std::string to_involve(const Involved& involved, const Involvement& written) const {
    std::string text =
        (involved.body == none ? say("MED på beslutterens niveau (ikke fundet)",
                                     "the MED body at the decider's level (not found)")
                               : name(involved.body)) +
        (" " + std::string(say.word(written.how)));
    if (written.days)
      text += say(", mindst ", ", at least ") + say.figure(*written.days) + say(" dage", " days");
    std::string conditions;
    for (const Unknown& one : involved.depends_on)
      conditions +=
          (conditions.empty() ? say(" (hvis ", " (if ") : say(" og ", " and ")) + unknown(one);
    return conditions.empty() ? text : text + conditions + ")";
  }

  /// `ophæve, ændre og fravige`, the weightiest first.
  [[nodiscard]] std::string verbs(const Powers& powers) const {
    constexpr std::string_view first[] = {"repeal", "amend", "waive", "adopt", "decide", "start"};
    std::vector<std::string> order;
    for (const std::string_view power : first)
      for (const std::uint32_t one : powers)
        if (a_.powers[one] == power) order.push_back(a_.powers[one]);
    for (const std::uint32_t one : powers)
      if (std::find(order.begin(), order.end(), a_.powers[one]) == order.end())
        order.push_back(a_.powers[one]);
    std::string text;
    for (std::size_t i = 0; i < order.size(); ++i)
      text += (i == 0                  ? ""
               : i + 1 == order.size() ? say(" og ", " and ")
                                       : ", ") +
              ask::power_text(order[i], say.language);
    return text;
  }

  [[nodiscard]] std::string hours(const Range& range) const {
    const std::string low = say.hours(range.low), high = say.hours(range.high);
    return low == high ? low : low + (page.drawing() ? "–" : "-") + high;
  }
  [[nodiscard]] std::string per_year(const Range& range) const {
    return hours(range) + say(" timer om året", " hours a year");
  }

  static constexpr std::size_t at_most = 15;  // of a group; programs have --json

  const WhatMay& a_;
  const ask::WhatMayQuestion& q_;
  const Index actor_;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const WhatMay& answer,
            const ask::WhatMayQuestion& question, bool with_not) {
  WhatMayRenderer(model, say, page, answer, question).run(with_not);
}

}  // namespace regelgraf::cli
