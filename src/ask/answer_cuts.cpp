#include "ask/answer.hpp"

namespace regelgraf::ask {

void AnswerWriter::cuts(const Cuts& answer, const CutsQuestion& question) {
  out_.key("element").string(model_.id(question.question.element));
  out_.key("to").string(to_text(question.question.to));
  out_.key("stands").boolean(answer.stands);
  out_.key("sets").begin_array();
  for (const std::vector<Index>& set : answer.sets) {
    out_.begin_array();
    for (const Index i : set) id(i);
    out_.end_array();
  }
  out_.end_array();
  out_.key("complete").boolean(answer.complete);
  text(text_of(model_, question.question, answer));
}

}  // namespace regelgraf::ask
