// what-breaks, for people.

#include <algorithm>

#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class BreaksRenderer : Renderer {
 public:
  BreaksRenderer(const Model& model, const Say& say, Page& page, const WhatBreaks& answer)
      : Renderer(model, say, page), a_(answer) {}

  void run(const Removal& question) {
    headline();
    context(question);
    alarm();
    group("Mister hjemlen", "Lose their legal ground", a_.lapsed, Tone::alarm);
    group("Kan ikke længere virke", "Can no longer work", a_.broken, Tone::alarm);
    group("Bliver overflødige og kan også fjernes", "Become redundant and can go too", a_.redundant,
          Tone::good);
    group("Mister formålet, men andre læner sig op ad dem",
          "Lose their purpose, but others lean on them", a_.purposeless, Tone::warning);
    group("Svækkes og står tilbage uden reserve", "Are weakened, with nothing left to spare",
          a_.weakened, Tone::warning);
    list("Mister en hjælp, men virker", "Lose a help, but work", a_.affected);
    list("Gælder nu, fordi det, der holdt dem væk, er borte",
         "Apply now, as what kept them away is gone", a_.revived);
    list("Inddragelse, der bortfalder", "Involvement that ends", a_.involvements_gone);
    unexamined();
    hours();
    colophon(question.date);
  }

 private:
  [[nodiscard]] bool nothing_falls() const { return a_.lapsed.empty() && a_.broken.empty(); }

  [[nodiscard]] std::string removed() const {
    if (a_.removed.size() == 1) return quoted(a_.removed.front());
    return say.count(a_.removed.size(), "element", "elementer", "element", "elements");
  }

  void headline() {
    if (a_.removed.empty()) {
      page.line(Text(say("Intet er fjernet", "Nothing is removed"), Tone::strong));
      return;
    }
    const bool one = a_.removed.size() == 1;
    const std::string if_removed = say(", hvis " + removed() + " fjernes",
                                       " if " + removed() + (one ? " is removed" : " are removed"));
    const std::size_t fallen = a_.lapsed.size() + a_.broken.size();
    if (!a_.unmet_duties.empty())
      page.line(
          Text(say("ADVARSEL: ", "ALARM: ") +
                   say.count(a_.unmet_duties.size(), "pligt bliver ikke opfyldt",
                             "pligter bliver ikke opfyldt", "duty goes unmet", "duties go unmet") +
                   if_removed,
               Tone::alarm));
    else if (fallen > 0)
      page.line(Text(say.count(fallen, "element falder", "elementer falder", "element falls",
                               "elements fall") +
                         if_removed,
                     Tone::warning));
    else if (a_.unexamined.empty())
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
    if (a_.removed.size() > 1) {
      Tree tree{say("Fjernet", "Removed"), {}};
      for (const Index i : a_.removed) tree.add({described(i), {}});
      page.tree(tree, 2);
    } else if (a_.removed.size() == 1) {
      const Index i = a_.removed.front();
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

  void alarm() {
    if (a_.unmet_duties.empty()) return;
    page.gap();
    Tree tree{Text(say("Pligter, der ikke bliver opfyldt", "Duties that go unmet"), Tone::alarm),
              {}};
    for (const Index duty : a_.unmet_duties) {
      const auto& fields = std::get<Duty>(model.element(duty).fields);
      Tree& node = tree.add({element(duty, Tone::alarm), {}});
      std::vector<Index> owed;
      for (const std::string& id : fields.owed_to) owed.push_back(*model.find(id));
      if (!owed.empty()) node.add({say("over for ", "owed to ") + names(owed), {}});
      if (fields.legal_security)
        node.add({say("retssikkerhed: borgeren mister et værn",
                      "legal security: the citizen loses a safeguard"),
                  {}});
      if (const auto basis = basis_of(duty); !basis.empty())
        node.add({say("efter ", "by ") + names(basis), {}});
    }
    page.tree(tree);
  }

  void group(const char* da, const char* en, const std::vector<Effect>& effects, Tone tone) {
    if (effects.empty()) return;
    page.gap();
    Tree tree{Text(std::string(say(da, en)) + " (" + std::to_string(effects.size()) + ")", tone),
              {}};
    for (const Effect& effect : effects) {
      Tree& node = tree.add({described(effect.element), {}});
      node.add({cause(effect.cause), {}});
      const bool weakened = &effects == &a_.weakened;
      if (effect.through.size() > 2 || (weakened && effect.through.size() > 1))
        node.add({Text(say("vejen: ", "path: "), Tone::faint).add(path(effect.through)), {}});
    }
    page.tree(tree);
  }

  /// Why it falls, or what is left of what holds it.
  [[nodiscard]] std::string cause(const Cause& cause) const {
    std::vector<Index> gone;
    std::set_difference(cause.of.begin(), cause.of.end(), cause.left.begin(), cause.left.end(),
                        std::back_inserter(gone));
    const std::string mark = cause.implied ? say(" (følger af modellens opbygning)",
                                                 " (follows from how the model is built)")
                                           : "";
    const bool stands = cause.left.size() >= cause.at_least && cause.of_what != Cause::Of::serves;
    if (stands) {
      const std::string what = cause.of_what == Cause::Of::basis
                                   ? say("har kun hjemmel tilbage i ", "has ground left only in ")
                                   : say("bæres nu kun af ", "is carried only by ");
      return what + names(cause.left) + say("; mistet: ", "; lost: ") + names(gone) + mark;
    }
    std::string text;
    switch (cause.of_what) {
      case Cause::Of::basis:
        text = say("havde hjemmel i ", "had its ground in ");
        break;
      case Cause::Of::needs:
        text = say("kan ikke undvære ", "cannot do without ");
        break;
      case Cause::Of::serves:
        text = say("var til for ", "was there for ");
        break;
      case Cause::Of::own:
        break;  // only where an element is changed
    }
    if (cause.of_what == Cause::Of::serves) return text + names(cause.of) + mark;
    if (cause.of.size() == 1) return text + names(cause.of) + mark;
    if (cause.at_least == cause.of.size()) return text + names(gone) + mark;
    text += cause.at_least == 1 ? names(cause.of, " eller ", " or ")
                                : say("mindst ", "at least ") + std::to_string(cause.at_least) +
                                      say(" af ", " of ") + names(cause.of);
    if (!cause.left.empty()) text += say("; tilbage er ", "; left: ") + names(cause.left);
    return text + mark;
  }

  void list(const char* da, const char* en, const std::vector<Index>& elements) {
    Renderer::list(std::string(say(da, en)) + " (" + std::to_string(elements.size()) + ")",
                   elements);
  }

  void unexamined() {
    if (a_.unexamined.empty()) return;
    if (a_.removed.size() > 1) {
      Renderer::list(say("Ikke undersøgt: ingen har set efter, hvad der afhænger af",
                         "Not examined: nobody has looked at what depends on"),
                     a_.unexamined, Tone::warning);
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
    const Row rows[] = {{"fjernet", "removed", a_.hours_removed},
                        {"faldet", "fallen", a_.hours_fallen},
                        {"overflødigt", "redundant", a_.hours_redundant}};
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
    if (!(a_.hours_one_off == Range{})) put(say("én gang", "once"), a_.hours_one_off, Tone::plain);
    if (table.size() == 1) return;
    page.gap();
    page.table(table);
  }

  const WhatBreaks& a_;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const WhatBreaks& answer,
            const Removal& question) {
  BreaksRenderer(model, say, page, answer).run(question);
}

}  // namespace regelgraf::cli
