// The answer of burden(), as JSON.

#include "ask/answer.hpp"

namespace regelgraf::ask {

void AnswerWriter::sum(const BurdenSum& sum) {
  range("hours", sum.hours);
  range("one_off", sum.one_off);
  range("surplus", sum.surplus);
  ids("elements", sum.elements);
}

void AnswerWriter::burden(const BurdenAnswer& answer) {
  out_.key("groups").begin_array();
  for (const BurdenGroup& group : answer.groups) {
    out_.begin_object().key("key");
    if (group.unknown())
      out_.null();
    else
      out_.string(group.key(model_));
    sum(group);
    out_.end_object();
  }
  out_.end_array().key("total").begin_object();
  sum(answer.total);
  out_.end_object();
  ids("shared", answer.shared);
}

}  // namespace regelgraf::ask
