// Authority that lapsed or moved, as JSON.

#include "ask/answer.hpp"

namespace regelgraf::ask {

void AnswerWriter::moved(std::string_view key, const std::vector<MovedAuthority>& list) {
  out_.key(key).begin_array();
  for (const MovedAuthority& one : list) {
    out_.begin_object().key("entry");
    if (one.entry.everything) {
      out_.string("*");
    } else if (one.entry.id != none) {
      id(one.entry.id);
    } else {
      out_.begin_object();
      if (one.entry.matter != none) out_.key("matter").string(model_.id(one.entry.matter));
      if (one.entry.instrument) out_.key("instrument").string(to_text(*one.entry.instrument));
      if (one.entry.issuer != none) out_.key("issuer").string(model_.id(one.entry.issuer));
      out_.end_object();
    }
    out_.key("power").string(one.power);
    if (one.unit != none) out_.key("unit").string(model_.id(one.unit));
    ids("before", one.before);
    ids("after", one.after);
    out_.end_object();
  }
  out_.end_array();
}

}  // namespace regelgraf::ask
