// A removal plan, as JSON.

#include "ask/answer.hpp"

namespace regelgraf::ask {

void AnswerWriter::removal_plan(const RemovalPlan& answer) {
  ids("removed", answer.removed);
  out_.key("steps").begin_array();
  for (const PlanStep& one : answer.steps) step(one);
  out_.end_array();
  out_.key("decisions").begin_array();
  for (const auto& [element, decision] : answer.decisions) {
    out_.begin_object().key("remove").string(model_.id(element));
    who_decides(decision);
    out_.end_object();
  }
  out_.end_array();
  out_.key("put_in_place_first").begin_array();
  for (const Missing& missing : answer.put_in_place_first) {
    out_.begin_object().key("duty").string(model_.id(missing.duty));
    out_.key("at_least").number(missing.at_least);
    ids("of", missing.of);
    ids("left", missing.left);
    out_.end_object();
  }
  out_.end_array();
  ids("can_go_along", answer.can_go_along);
  out_.key("possible").boolean(answer.possible);
  out_.key("earliest");
  if (answer.earliest)
    out_.string(to_text(*answer.earliest));
  else if (answer.possible)
    out_.begin_object()
        .key("days")
        .number(answer.days)
        .key("months")
        .number(answer.months)
        .end_object();
  else
    out_.null();
  text(text_of(model_, answer));
}

void AnswerWriter::step(const PlanStep& step) {
  out_.begin_object().key("step").string(to_text(step.what));
  ids("elements", step.elements);
  if (step.what == PlanStep::What::involve) {
    const auto& row = static_cast<const InvolvementRow&>(*model_.scope(step.involvement));
    out_.key("involvement").string(model_.id(step.involvement)).key("body");
    if (step.body == none)
      out_.null();
    else
      id(step.body);
    out_.key("how").string(to_text(row.how)).key("timing").string(to_text(row.timing));
    if (row.days) out_.key("days").number(*row.days);
  } else if (step.what == PlanStep::What::decide) {
    ids("holders", step.holders);
    out_.key("jointly").number(step.jointly);
  } else if (step.what == PlanStep::What::notice) {
    out_.key("months").number(step.months);
  }
  if (step.depends) out_.key("depends").boolean(true);
  if (step.done) out_.key("done").string(to_text(*step.done));
  out_.end_object();
}

}  // namespace regelgraf::ask
