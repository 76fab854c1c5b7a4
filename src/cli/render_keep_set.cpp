// keep-set and best-removals, for people.

#include <algorithm>

#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class KeepSetRenderer : Renderer {
 public:
  using Renderer::Renderer;

  void run(const KeepSet& a, const KeepSetQuestion& question) {
    const std::size_t all = a.keep.size() + a.go.size();
    const std::string head =
        all == 0 ? say("Ingen gældende regel er omfattet", "No standing rule is in scope")
                 : say("Behold ", "Keep ") + std::to_string(a.keep.size()) + say(" af ", " of ") +
                       say.count(all, "regel", "regler", "rule", "rules") + ": " +
                       say("resten frigør ", "the rest frees ") + hours(a.hours_gone);
    page.line(Text(head, Tone::strong));
    page.line(Text(say("Hver pligt og kerneopgave, der består i dag, består.",
                       "Every duty and core task that stands today stands."),
                   Tone::faint),
              2, 2);
    if (!a.keep.empty()) {
      page.gap();
      Tree tree{Text(say("Behold", "Keep") + counted(a.keep.size()) + ", " + hours(a.hours),
                     Tone::strong),
                {}};
      for (const KeptRule& one : a.keep) {
        Tree rule{described(one.rule), {}};
        if (one.because.empty())
          rule.add({Text(say("ingen grund er fundet endnu", "no reason has been found yet"),
                         Tone::faint),
                    {}});
        else if (one.because.size() == 1 && one.because.front() == one.rule)
          rule.add({Text(say("skal beholdes: sådan er der spurgt", "to be kept: so it was asked"),
                         Tone::faint),
                    {}});
        else
          rule.add({Text(say("uden den mistes ", "without it is lost ") + names(one.because)), {}});
        tree.add(std::move(rule));
      }
      page.tree(tree);
    }
    gone(say("Kan udgå", "Can go"), a.go, a.hours_gone);
    rest(a, question.date);
  }

  void run(const BestRemovals& a, const BestRemovalsQuestion& question) {
    page.line(Text(a.remove.empty()
                       ? say("Intet, der frigør timer, kan fjernes uden tab",
                             "Nothing that frees hours can be removed without loss")
                       : say("Fjern ", "Remove ") +
                             say.count(a.remove.size(), "regel", "regler", "rule", "rules") +
                             say(", og der frigøres ", ", and it frees ") + hours(a.hours),
                   Tone::strong));
    page.line(Text(say("Hver pligt og kerneopgave, der består i dag, består.",
                       "Every duty and core task that stands today stands."),
                   Tone::faint),
              2, 2);
    gone(say("Fjernes", "Removed"), a.remove, a.hours);
    rest(a, question.date);
  }

 private:
  [[nodiscard]] static std::string counted(std::size_t n) { return " (" + std::to_string(n) + ")"; }
  [[nodiscard]] std::string hours(const Range& range) const {
    const std::string low = say.hours(range.low), high = say.hours(range.high);
    return (low == high ? low : low + (page.drawing() ? "–" : "-") + high) +
           say(" timer om året", " hours a year");
  }

  void gone(const std::string& heading, const std::vector<GoneRule>& list, const Range& sum) {
    if (list.empty()) return;
    page.gap();
    Tree tree{Text(heading + counted(list.size()) + ", " + hours(sum), Tone::strong), {}};
    bool unexamined = false;
    for (const GoneRule& one : list) {
      Text line = described(one.rule);
      line.add(std::string(" ") + page.dot() + " " + hours(one.hours), Tone::faint);
      if (!one.examined) line.add(say("; ikke undersøgt", "; not examined"), Tone::warning);
      unexamined = unexamined || !one.examined;
      tree.add({std::move(line), {}});
    }
    page.tree(tree);
    if (!unexamined) return;
    page.gap();
    page.line(
        Text(say("Ikke undersøgt: ingen har set efter, hvad der afhænger af den. Der kan være "
                 "mere, end modellen ved.",
                 "Not examined: nobody has looked for what depends on it. There may be more "
                 "than the model knows."),
             Tone::warning));
  }

  template <class Answer>
  void rest(const Answer& a, std::optional<Day> date) {
    list(say("Falder med det, og skal ikke bestå", "Falls with it, and need not stand"), a.falls);
    list(say("Skulle bestå, men består ikke i dag", "Was to stand, but does not stand today"),
         a.not_standing, Tone::warning);
    page.gap();
    if (a.proven)
      page.line(Text(say("Bevist: det kan ikke gøres bedre.", "Proven: there is no better."),
                     Tone::good));
    else
      page.line(Text(say("Ikke bevist: der kan være ", "Not proven: there may be ") +
                         ask::percent_text(a.gap, say.language) +
                         say(" endnu at hente. Giv mere tid med --seconds.",
                             " more to gain. Give more time with --seconds."),
                     Tone::warning));
    if (a.proven && !a.settled)
      page.line(Text(say("Andre valg kan være lige så gode.", "Other choices may be as good."),
                     Tone::faint));
    colophon(date);
  }
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const KeepSet& answer,
            const KeepSetQuestion& question) {
  KeepSetRenderer(model, say, page).run(answer, question);
}

void render(const Model& model, const Say& say, Page& page, const BestRemovals& answer,
            const BestRemovalsQuestion& question) {
  KeepSetRenderer(model, say, page).run(answer, question);
}

}  // namespace regelgraf::cli
