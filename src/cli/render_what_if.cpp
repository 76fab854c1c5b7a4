// what-if, for people.

#include <algorithm>

#include "cli/render_effects.hpp"

namespace regelgraf::cli {

namespace {

class ChangeRenderer : EffectsRenderer {
 public:
  ChangeRenderer(const Say& say, Page& page, const WhatIfAnswer& answer)
      : EffectsRenderer(*answer.after, say, page, answer), change_(answer) {}

  void run(const Change& question) {
    headline();
    context();
    alarm();
    fallen();
    list("Gælder nu", "Stand now", change_.stands_anew);
    not_standing();
    others();
    unexamined();
    hours();
    colophon(question.date);
  }

 private:
  [[nodiscard]] bool nothing_changed() const {
    return a.removed.empty() && change_.added.empty() && change_.changed.empty();
  }

  void headline() {
    if (nothing_changed()) {
      page.line(Text(say("Intet er ændret", "Nothing is changed"), Tone::strong));
      return;
    }
    const std::string if_changed = say(", hvis ændringen gennemføres", " if the change is made");
    const std::size_t fallen = a.lapsed.size() + a.broken.size();
    if (!a.unmet_duties.empty())
      page.line(
          Text(say("ADVARSEL: ", "ALARM: ") +
                   say.count(a.unmet_duties.size(), "pligt bliver ikke opfyldt",
                             "pligter bliver ikke opfyldt", "duty goes unmet", "duties go unmet") +
                   if_changed,
               Tone::alarm));
    else if (fallen > 0)
      page.line(Text(say.count(fallen, "element falder", "elementer falder", "element falls",
                               "elements fall") +
                         if_changed,
                     Tone::warning));
    else if (a.unexamined.empty())
      page.line(Text(
          say("Intet mister hjemlen eller går i stykker", "Nothing loses its ground or breaks") +
              if_changed,
          Tone::good));
    else
      page.line(
          Text(say("Der er ikke REGISTRERET noget, der falder", "Nothing is RECORDED to fall") +
                   if_changed,
               Tone::warning));
  }

  void context() {
    Tree tree{say("Ændringen", "The change"), {}};
    const auto part = [&](const char* da, const char* en, const std::vector<Index>& elements) {
      for (const Index i : elements)
        tree.add({Text(say(da, en), Tone::faint).add(described(i)), {}});
    };
    part("fjernes: ", "removed: ", a.removed);
    part("ændres: ", "changed: ", change_.changed);
    part("tilføjes: ", "added: ", change_.added);
    if (!tree.under.empty()) page.tree(tree, 2);
    if (change_.within != none)
      page.line(say("Set fra ", "Seen from ") + name(change_.within) +
                    say(" alene; andre steder gælder alt som før.",
                        " alone; elsewhere everything holds as before."),
                2, 2);
  }

  void not_standing() {
    if (change_.stands_not.empty()) return;
    page.gap();
    Tree tree{
        Text(say("Er med i ændringen, men gælder ikke", "Are part of the change, but do not stand"),
             Tone::warning),
        {}};
    for (const Effect& effect : change_.stands_not)
      tree.add({described(effect.element), {}}).add({lack(effect.cause), {}});
    page.tree(tree);
  }

  /// Why something does not stand that did not before either.
  [[nodiscard]] std::string lack(const Cause& cause) const {
    if (cause.of_what == Cause::Of::own) return this->cause(cause);
    std::vector<Index> missing;
    std::set_difference(cause.of.begin(), cause.of.end(), cause.left.begin(), cause.left.end(),
                        std::back_inserter(missing));
    const std::string what = cause.of_what == Cause::Of::basis
                                 ? say("mangler hjemmel i ", "lacks its ground in ")
                                 : say("kan ikke undvære ", "cannot do without ");
    const bool all = cause.at_least == cause.of.size();
    return what + (all ? names(missing) : names(missing, " eller ", " or "));
  }

  void unexamined() {
    if (a.unexamined.empty()) return;
    Renderer::list(say("Ikke undersøgt: ingen har set efter, hvad der afhænger af",
                       "Not examined: nobody has looked at what depends on"),
                   a.unexamined, Tone::warning);
    page.line(
        nothing_falls()
            ? say("At intet er registreret, er ikke et svar på, om noget går i stykker. Undersøg "
                  "det først.",
                  "That nothing is recorded does not say that nothing breaks. Examine it first.")
            : say("Der kan være mere, end modellen ved.",
                  "There may be more than the model knows."));
  }

  /// What is freed, what is spent, and the difference: the columns add up.
  void hours() {
    std::vector<std::vector<Text>> table{
        {Text(say("Frigjorte timer om året", "Hours a year freed"), Tone::strong),
         Text(say("lavt", "low"), Tone::faint), Text(say("sandsynligt", "likely"), Tone::faint),
         Text(say("højt", "high"), Tone::faint)}};
    const auto put = [&](const char* da, const char* en, const Range& range, Tone tone) {
      if (range == Range{}) return;
      table.push_back({Text(say(da, en), tone), Text(say.hours(range.low), tone),
                       Text(say.hours(range.likely), tone), Text(say.hours(range.high), tone)});
    };
    const Range& spent = change_.hours_added;
    put("fjernet", "removed", a.hours_removed, Tone::plain);
    put("faldet", "fallen", a.hours_fallen, Tone::plain);
    put("ændret", "changed", change_.hours_changed, Tone::plain);
    put("det nye", "what is new", {-spent.high, -spent.likely, -spent.low}, Tone::plain);
    if (table.size() > 1) put("netto", "net", change_.hours_net, Tone::strong);
    put("mere, hvis det overflødige fjernes", "more, if what is redundant goes", a.hours_redundant,
        Tone::plain);
    put("frigjort én gang", "freed once", a.hours_one_off, Tone::plain);
    put("brugt én gang på det nye", "spent once on what is new", change_.hours_one_off_added,
        Tone::plain);
    if (table.size() == 1) return;
    page.gap();
    page.table(table);
  }

  const WhatIfAnswer& change_;
};

}  // namespace

void render(const Say& say, Page& page, const WhatIfAnswer& answer, const Change& question) {
  ChangeRenderer(say, page, answer).run(question);
}

}  // namespace regelgraf::cli
