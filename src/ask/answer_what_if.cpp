#include "ask/answer.hpp"

namespace regelgraf::ask {

void AnswerWriter::what_if(const WhatIfAnswer& answer, const WhatIfQuestion& question) {
  ids("removed", answer.removed);
  ids("added", answer.added);
  ids("changed", answer.changed);
  if (answer.within != none) out_.key("within").string(model_.id(answer.within));
  breaks(answer, question.detail);
  ids("stands_anew", answer.stands_anew);
  effects("stands_not", answer.stands_not, question.detail);
  if (question.detail == Detail::ids) return;
  out_.key("hours").begin_object();
  freed(answer);
  range("added", answer.hours_added);
  range("changed", answer.hours_changed);
  range("net", answer.hours_net);
  range("one_off_added", answer.hours_one_off_added);
  out_.end_object();
  text(text_of(answer));
}

}  // namespace regelgraf::ask
