// what-breaks, for people.

#include "cli/render_effects.hpp"

namespace regelgraf::cli {

namespace {

class BreaksRenderer : EffectsRenderer {
 public:
  BreaksRenderer(const Model& model, const Say& say, Page& page, const WhatBreaks& answer)
      : EffectsRenderer(model, say, page, answer) {}

  void run(const Removal& question) {
    headline();
    context(question);
    alarm();
    fallen();
    others();
    authority();
    unexamined();
    hours();
    colophon(question.date);
  }

 private:
  [[nodiscard]] std::string removed() const {
    if (a.removed.size() == 1) return quoted(a.removed.front());
    return say.count(a.removed.size(), "element", "elementer", "element", "elements");
  }

  void headline() {
    if (a.removed.empty()) {
      page.line(Text(say("Intet er fjernet", "Nothing is removed"), Tone::strong));
      return;
    }
    const bool one = a.removed.size() == 1;
    const std::string if_removed = say(", hvis " + removed() + " fjernes",
                                       " if " + removed() + (one ? " is removed" : " are removed"));
    const std::size_t fallen = a.lapsed.size() + a.broken.size();
    if (!a.unmet_duties.empty())
      page.line(
          Text(say("ADVARSEL: ", "ALARM: ") +
                   say.count(a.unmet_duties.size(), "pligt bliver ikke opfyldt",
                             "pligter bliver ikke opfyldt", "duty goes unmet", "duties go unmet") +
                   if_removed,
               Tone::alarm));
    else if (fallen > 0)
      page.line(Text(say.count(fallen, "element falder", "elementer falder", "element falls",
                               "elements fall") +
                         if_removed,
                     Tone::warning));
    else if (a.unexamined.empty())
      page.line(Text(
          say("Intet mister hjemlen eller går i stykker", "Nothing loses its ground or breaks") +
              if_removed,
          Tone::good));
    else
      page.line(
          Text(say("Der er ikke REGISTRERET noget, der falder", "Nothing is RECORDED to fall") +
                   if_removed,
               Tone::warning));
  }

  void context(const Removal& question) {
    if (a.removed.size() > 1) {
      Tree tree{say("Fjernet", "Removed"), {}};
      for (const Index i : a.removed) tree.add({described(i), {}});
      page.tree(tree, 2);
    } else if (a.removed.size() == 1) {
      const Index i = a.removed.front();
      page.line(
          Text(model.id(i) + " " + page.dot() + " " + say.word(model.element(i)), Tone::faint), 2,
          2);
    }
    if (question.within != none)
      page.line(say("Set fra ", "Seen from ") + name(question.within) +
                    say(" alene; andre steder gælder alt som før.",
                        " alone; elsewhere everything holds as before."),
                2, 2);
  }

  void authority() {
    if (a.authority.empty()) return;
    page.gap();
    Tree tree{Text(std::string(say("Beføjelser, der flytter", "Authority that moves")) + " (" +
                       std::to_string(a.authority.size()) + ")",
                   Tone::strong),
              {}};
    for (const MovedAuthority& moved : a.authority) {
      std::string what = ask::moved_power_text(moved.power, say.language) + " " +
                         quoted(ask::entry_text(model, moved.entry, say.language));
      if (moved.unit != none) what += say(" i ", " in ") + name(moved.unit);
      Tree& node = tree.add({begin(what), {}});
      const auto who = [&](const std::vector<Index>& all) {
        return all.empty() ? std::string(say("ingen", "nobody")) : names(all);
      };
      node.add({Text(say("før: ", "before: "), Tone::faint).add(who(moved.before)), {}});
      node.add({Text(say("nu: ", "now: "), Tone::faint)
                    .add(Text(who(moved.after), moved.after.empty() ? Tone::alarm : Tone::plain)),
                {}});
    }
    page.tree(tree);
  }

  void unexamined() {
    if (a.unexamined.empty()) return;
    if (a.removed.size() > 1) {
      Renderer::list(say("Ikke undersøgt: ingen har set efter, hvad der afhænger af",
                         "Not examined: nobody has looked at what depends on"),
                     a.unexamined, Tone::warning);
    } else {
      page.gap();
      page.line(Text(say("Ingen har undersøgt, hvad der afhænger af den.",
                         "Nobody has examined what depends on it."),
                     Tone::warning));
    }
    page.line(
        nothing_falls()
            ? say("At intet er registreret, er ikke et svar på, om noget går i stykker. Undersøg "
                  "det først.",
                  "That nothing is recorded does not say that nothing breaks. Examine it first.")
            : say("Der kan være mere, end modellen ved.",
                  "There may be more than the model knows."));
  }

  void hours() {
    struct Row {
      const char *da, *en;
      Range hours;
    };
    const Row rows[] = {{"fjernet", "removed", a.hours_removed},
                        {"faldet", "fallen", a.hours_fallen},
                        {"overflødigt", "redundant", a.hours_redundant}};
    Range total;
    std::size_t given = 0;
    std::vector<std::vector<Text>> table{{Text(say("Timer om året", "Hours a year"), Tone::strong),
                                          Text(say("lavt", "low"), Tone::faint),
                                          Text(say("sandsynligt", "likely"), Tone::faint),
                                          Text(say("højt", "high"), Tone::faint)}};
    const auto put = [&](const char* label, const Range& range, Tone tone) {
      table.push_back({Text(label, tone), Text(say.hours(range.low), tone),
                       Text(say.hours(range.likely), tone), Text(say.hours(range.high), tone)});
    };
    for (const Row& row : rows) {
      total += row.hours;
      if (row.hours == Range{}) continue;
      ++given;
      put(say(row.da, row.en), row.hours, Tone::plain);
    }
    if (given > 1) put(say("i alt", "in all"), total, Tone::strong);
    if (!(a.hours_one_off == Range{})) put(say("én gang", "once"), a.hours_one_off, Tone::plain);
    if (table.size() == 1) return;
    page.gap();
    page.table(table);
  }
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const WhatBreaks& answer,
            const Removal& question) {
  BreaksRenderer(model, say, page, answer).run(question);
}

}  // namespace regelgraf::cli
