// Everything an actor may, as JSON.

#include "ask/answer.hpp"

namespace regelgraf::ask {

/// One pair: who it is from, what it hangs on, or why not.
void AnswerWriter::power_over(const WhatMay& answer, const PowerOver& one, bool may_not) {
  out_.begin_object().key("power").string(answer.powers[one.power]).key("target");
  id(one.target);
  if (may_not) {
    out_.key("because");
    because(one.because);
  } else {
    out_.key("grant");
    if (one.grant == none)
      out_.null();
    else
      id(one.grant);
    if (one.implied) out_.key("implied").boolean(true);
    if (one.because.kind == Because::Kind::notice)
      out_.key("notice").begin_object().key("months").number(*one.because.months).end_object();
    if (!one.because.with.empty()) ids("with", one.because.with);
    if (!one.because.depends_on.empty()) {
      out_.key("depends_on").begin_array();
      for (const Dependence& dependence : one.because.depends_on) this->dependence(dependence);
      out_.end_array();
    }
    if (one.because.kind == Because::Kind::internal) {
      out_.key("internal");
      id(one.because.element);
    }
    if (!one.involve.empty()) {
      out_.key("involve").begin_array();
      for (const Involved& involved : one.involve) this->involved(involved);
      out_.end_array();
    }
  }
  if (one.hours.high > 0) range("hours", one.hours);
  out_.end_object();
}

void AnswerWriter::what_may(const WhatMay& answer, const WhatMayQuestion& question) {
  out_.key("powers").begin_array();
  for (const std::string& power : answer.powers) out_.string(power);
  out_.end_array();
  const auto list = [&](const char* key, const std::vector<PowerOver>& all) {
    out_.key(key).begin_array();
    for (const PowerOver& one : all) power_over(answer, one, &all == &answer.may_not);
    out_.end_array();
  };
  list("may", answer.may);
  list("depends", answer.depends);
  list("not", answer.may_not);
  out_.key("complete").boolean(answer.complete);
  text(text_of(model_, question, answer));
}

}  // namespace regelgraf::ask
