// A ranking, as JSON.

#include "ask/answer.hpp"

namespace regelgraf::ask {

void AnswerWriter::rank(const Ranking& answer) {
  out_.key("order").begin_array();
  for (const Ranked& one : answer.order) {
    out_.begin_object().key("id");
    id(one.element);
    out_.key("breaks").number(one.breaks).key("duties").number(one.duties);
    range("hours", one.hours);
    out_.end_object();
  }
  out_.end_array();
  out_.key("complete").boolean(answer.complete);
}

}  // namespace regelgraf::ask
