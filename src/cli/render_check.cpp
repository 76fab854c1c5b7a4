// What the graph shows is worth a look, for people: warnings first, a heading for each code.

#include <algorithm>

#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

struct Heading {
  const char *code, *da, *en;
};

constexpr Heading headings[] = {
    {"no_ground", "Uden hjemmel", "Without ground"},
    {"circular_ground", "Kun hinanden som hjemmel", "Only each other as ground"},
    {"expired_ground", "Hjemmel, der er ophørt", "Ground that is over"},
    {"dead_rule", "Døde regler", "Dead rules"},
    {"nobody_performs", "Opgaver, ingen udfører", "Tasks that nobody performs"},
    {"single_point", "Pligter uden reserve", "Duties with nothing to spare"},
    {"conflict", "Regler i strid med hinanden", "Rules in conflict"},
    {"exceeds_parent", "Beføjelser ud over det, de er givet fra",
     "Authority beyond what it is given from"},
    {"claim_contradicted", "Påstande, modellen modsiger", "Claims that the model contradicts"},
    {"hours_twice", "Timer, der måske er talt to gange", "Hours perhaps counted twice"}};

class CheckRenderer : Renderer {
 public:
  using Renderer::Renderer;

  void run(const std::vector<Finding>& findings) {
    for (const Severity severity : {Severity::warning, Severity::note})
      for (const Heading& heading : headings) {
        std::vector<const Finding*> all;
        for (const Finding& one : findings)
          if (one.severity == severity && one.code == heading.code) all.push_back(&one);
        group(heading, all, severity);
      }
  }

 private:
  void group(const Heading& heading, const std::vector<const Finding*>& findings,
             Severity severity) {
    if (findings.empty()) return;
    page.gap();
    const bool note = severity == Severity::note;
    Text label(say.word(severity), note ? Tone::faint : Tone::warning);
    label.add(": ").add(say(heading.da, heading.en), Tone::strong);
    if (findings.size() > 1) label.add(" (" + std::to_string(findings.size()) + ")", Tone::strong);
    Tree tree{std::move(label), {}};
    for (const Finding* one : findings) {
      Text line(say(one->message));
      line.add(" (" + one->element + ")", Tone::faint);
      Tree& at = tree.add({std::move(line), {}});
      if (!same_advice(findings)) advise(at, *one);
    }
    page.tree(tree);
    if (same_advice(findings) && !findings.front()->advice.empty())
      page.line(Text(say("råd: ", "advice: ") + say(findings.front()->advice), Tone::faint), 3, 2);
  }

  static bool same_advice(const std::vector<const Finding*>& findings) {
    return std::all_of(findings.begin(), findings.end(),
                       [&](const Finding* one) { return one->advice == findings.front()->advice; });
  }

  void advise(Tree& tree, const Finding& finding) const {
    if (!finding.advice.empty())
      tree.add({Text(say("råd: ", "advice: ") + say(finding.advice), Tone::faint), {}});
  }
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const std::vector<Finding>& findings) {
  CheckRenderer(model, say, page).run(findings);
}

}  // namespace regelgraf::cli
