// A removal plan in words.

#include "ask/text.hpp"
#include "json/writer.hpp"

namespace regelgraf::ask {

namespace {

std::string involve_text(const Model& model, const PlanStep& step, Language l) {
  const auto& row = static_cast<const InvolvementRow&>(*model.scope(step.involvement));
  const std::string body = step.body == none ? say(l, "udvalget på lederens niveau (ikke fundet)",
                                                   "the body at the leader's level (not found)")
                                             : name_of(model, step.body, l);
  const std::string about = names_of(model, step.elements, l);
  std::string text;
  switch (row.how) {
    case How::inform:
      text = say(l, "Orientér " + body + " om ", "Tell " + body + " about ") + about;
      break;
    case How::consult:
      text = say(l, "Hør " + body + " om ", "Consult " + body + " on ") + about;
      break;
    case How::discuss:
      text = say(l, "Drøft ", "Discuss ") + about + say(l, " med ", " with ") + body;
      break;
    case How::recommend:
      text = say(l, "Indhent indstilling fra ", "Get a recommendation from ") + body +
             say(l, " om ", " on ") + about;
      break;
    case How::agree:
      text = say(l, "Aftal ", "Agree on ") + about + say(l, " med ", " with ") + body;
      break;
  }
  if (row.days && row.timing == Timing::before)
    text +=
        say(l, " (mindst ", " (at least ") + json::number(*row.days) + say(l, " dage)", " days)");
  return text;
}

std::string plan_text(const Model& model, const RemovalPlan& a, Language l) {
  if (a.removed.empty()) return say(l, "Intet skal fjernes.", "Nothing is to be removed.");
  std::string text;
  std::size_t number = 0;
  for (const PlanStep& step : a.steps) {
    text += (number > 0 ? " " : "") + std::to_string(number + 1) + ". " + step_text(model, step, l);
    if (step.done && step.what != PlanStep::What::examine &&
        step.what != PlanStep::What::put_in_place)
      text += say(l, ": tidligst ", ": at the earliest ") + to_text(*step.done);
    text += ".";
    ++number;
  }
  if (!a.can_go_along.empty())
    text += say(l, " Kan gå med: ", " Can go along: ") + names_of(model, a.can_go_along, l) + ".";
  return text;
}

}  // namespace

std::string step_text(const Model& model, const PlanStep& step, Language l) {
  const std::string elements = names_of(model, step.elements, l);
  switch (step.what) {
    case PlanStep::What::examine:
      return say(l, "Undersøg, hvad der afhænger af ", "Examine what depends on ") + elements;
    case PlanStep::What::put_in_place:
      return say(l, "Sørg først for, at disse pligter stadig opfyldes: ",
                 "First see to it that these duties stay met: ") +
             elements;
    case PlanStep::What::involve:
      return involve_text(model, step, l) +
             (step.depends ? say(l, " (hvis betingelserne er opfyldt)", " (if its conditions hold)")
                           : std::string());
    case PlanStep::What::decide: {
      if (step.holders.empty())
        return say(l, "Ingen har beføjelse til at ophæve ", "Nobody has authority to repeal ") +
               elements;
      std::string text = names_of(model, step.holders, l);
      if (step.jointly > 1)
        text += step.jointly == step.holders.size()
                    ? say(l, " i fællesskab", " together")
                    : say(l, " (mindst " + std::to_string(step.jointly) + " sammen)",
                          " (at least " + std::to_string(step.jointly) + " together)");
      text += say(l, " beslutter at ophæve ",
                  step.holders.size() > 1 ? " decide to repeal " : " decides to repeal ") +
              elements;
      return text + (step.depends ? say(l, " (betinget)", " (conditional)") : std::string());
    }
    case PlanStep::What::notice:
      return say(l, "Varslet løber i ", "The notice runs for ") + json::number(step.months) +
             say(l, " måneder for ", " months for ") + elements;
    case PlanStep::What::take_effect:
      return elements + say(l, " er væk", step.elements.size() == 1 ? " is gone" : " are gone");
  }
  return {};
}

Name text_of(const Model& model, const RemovalPlan& answer) {
  return {plan_text(model, answer, Language::da), plan_text(model, answer, Language::en)};
}

}  // namespace regelgraf::ask
