// plan, for people.

#include "ask/text.hpp"
#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

class PlanRenderer : Renderer {
 public:
  PlanRenderer(const Model& model, const Say& say, Page& page, const RemovalPlan& answer)
      : Renderer(model, say, page), a_(answer) {}

  void run(const RemovalPlanQuestion& question, const Ids& ignored_facts) {
    headline();
    for (std::size_t i = 0; i < a_.steps.size(); ++i) step(i + 1, a_.steps[i]);
    along();
    authority(question);
    ignored(ignored_facts);
    colophon(question.context.date);
  }

 private:
  void headline() {
    if (a_.removed.empty()) {
      page.line(Text(say("Intet skal fjernes", "Nothing is to be removed"), Tone::strong));
      return;
    }
    const std::string what = names(a_.removed);
    if (!a_.possible)
      page.line(Text(
          say("Der mangler beføjelse til at fjerne ", "Authority is missing to remove ") + what,
          Tone::warning));
    else if (a_.earliest)
      page.line(Text(begin(what) +
                         say(" kan tidligst være væk ", " can be gone at the earliest on ") +
                         to_text(*a_.earliest),
                     Tone::strong));
    else
      page.line(Text(say("Sådan fjernes ", "How to remove ") + what, Tone::strong));
  }

  void step(std::size_t number, const PlanStep& step) {
    if (number == 1) page.gap();
    const bool missing = step.what == PlanStep::What::decide && step.holders.empty();
    const bool dated =
        step.done && (step.what == PlanStep::What::involve || step.what == PlanStep::What::decide ||
                      step.what == PlanStep::What::notice);
    const std::string label = std::to_string(number) + ". ";
    std::string text = label + begin(ask::step_text(model, step, say.language));
    if (dated) text += say(", tidligst ", ", at the earliest on ") + to_text(*step.done);
    page.line(Text(text, missing ? Tone::alarm : Tone::plain), 2, label.size() + 2);
    if (step.what == PlanStep::What::put_in_place)
      for (const Missing& one : a_.put_in_place_first)
        page.line(name(one.duty) + say(" behøver ", " needs ") +
                      (one.of.size() == 1 ? std::string()
                                          : std::to_string(one.at_least) + say(" af ", " of ")) +
                      names(one.of) +
                      (one.left.empty() ? std::string()
                                        : say("; tilbage: ", "; left: ") + names(one.left)),
                  label.size() + 2, label.size() + 2);
  }

  void along() {
    if (a_.can_go_along.empty()) return;
    Renderer::list(say("Bliver overflødige og kan gå med", "Become redundant and can go along"),
                   a_.can_go_along, Tone::good);
  }

  /// On what authority, element by element.
  void authority(const RemovalPlanQuestion& question) {
    if (a_.decisions.empty()) return;
    page.gap();
    Tree tree{Text(say("Beføjelsen", "The authority"), Tone::strong), {}};
    for (const auto& [element, decision] : a_.decisions) {
      Tree& node = tree.add({described(element), {}});
      AuthorityQuestion asked = question.context;
      asked.power = "repeal";
      asked.target = element;
      if (decision.options.empty())
        node.add({decision.verdict == Verdict::barred
                      ? say("forbudt efter ", "barred by ") + names(decision.barred_by)
                      : std::string(say("ingen er registreret", "nobody is recorded")),
                  {}});
      else
        for (Tree& option : option_trees(model, say, page, asked, {decision.options.front()}))
          node.add(std::move(option));
    }
    page.tree(tree);
  }

  void ignored(const Ids& facts) {
    if (facts.empty()) return;
    std::string list;
    for (const std::string& fact : facts) list += (list.empty() ? "" : ", ") + fact;
    page.gap();
    page.line(Text(say("Modellen kender ikke ", "The model does not know ") + list, Tone::warning));
  }

  const RemovalPlan& a_;
};

}  // namespace

void render(const Model& model, const Say& say, Page& page, const RemovalPlan& answer,
            const RemovalPlanQuestion& question, const Ids& ignored_facts) {
  PlanRenderer(model, say, page, answer).run(question, ignored_facts);
}

}  // namespace regelgraf::cli
