// What to keep and what can go, as JSON.

#include "ask/answer.hpp"
#include "ask/text.hpp"

namespace regelgraf::ask {

void AnswerWriter::gone(std::string_view key, const std::vector<GoneRule>& list) {
  out_.key(key).begin_array();
  for (const GoneRule& one : list) {
    out_.begin_object().key("id");
    id(one.rule);
    range("hours", one.hours);
    out_.key("effect").string(one.examined ? "no_effect" : "not_examined").end_object();
  }
  out_.end_array();
}

void AnswerWriter::keep_set(const KeepSet& answer, const KeepSetQuestion& question) {
  out_.key("objective").string(to_text(question.question.objective));
  out_.key("keep").begin_array();
  for (const KeptRule& one : answer.keep) {
    out_.begin_object().key("id");
    id(one.rule);
    ids("because", one.because);
    out_.end_object();
  }
  out_.end_array();
  gone("go", answer.go);
  ids("falls", answer.falls);
  if (!answer.not_standing.empty()) ids("not_standing", answer.not_standing);
  range("hours", answer.hours);
  range("hours_gone", answer.hours_gone);
  out_.key("bound").number(answer.bound).key("gap").number(answer.gap);
  out_.key("proven").boolean(answer.proven).key("settled").boolean(answer.settled);
  out_.key("complete").boolean(answer.complete);
  text(text_of(model_, question.question, answer));
}

void AnswerWriter::best_removals(const BestRemovals& answer, const BestRemovalsQuestion& question) {
  out_.key("at_most").number(static_cast<double>(question.question.at_most));
  gone("remove", answer.remove);
  ids("falls", answer.falls);
  if (!answer.not_standing.empty()) ids("not_standing", answer.not_standing);
  range("hours", answer.hours);
  range("hours_fallen", answer.hours_fallen);
  out_.key("bound").number(answer.bound).key("gap").number(answer.gap);
  out_.key("proven").boolean(answer.proven).key("settled").boolean(answer.settled);
  out_.key("complete").boolean(answer.complete);
  text(text_of(model_, question.question, answer));
}

}  // namespace regelgraf::ask
