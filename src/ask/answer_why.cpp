// The answer of why(), as JSON.

#include "ask/answer.hpp"

namespace regelgraf::ask {

/// Each step is an id; one that follows from another field alone says so.
void AnswerWriter::paths(std::string_view key, const std::vector<std::vector<Index>>& all,
                         bool of_ground) {
  out_.key(key).begin_array();
  for (const auto& path : all) {
    out_.begin_array();
    for (std::size_t at = 0; at < path.size(); ++at) {
      if (!of_ground || at == 0 || !implied_ground(model_, path[at - 1], path[at])) {
        id(path[at]);
        continue;
      }
      out_.begin_object().key("id");
      id(path[at]);
      out_.key("implied").boolean(true).end_object();
    }
    out_.end_array();
  }
  out_.end_array();
}

void AnswerWriter::why(const Why& answer) {
  out_.key("stands").boolean(answer.stands);
  out_.key("origin").string(to_text(answer.origin));
  if (answer.claimed) out_.key("claimed").string(to_text(*answer.claimed));
  const ClaimsHeld& held = answer.claims;
  if (held.origin != Claim::none || held.issuer != Claim::none || held.hours != Claim::none) {
    out_.key("claims").begin_object();
    const auto put = [&](std::string_view key, Claim claim) {
      if (claim != Claim::none) out_.key(key).string(to_text(claim));
    };
    put("origin", held.origin);
    put("issuer", held.issuer);
    put("hours", held.hours);
    out_.end_object();
  }
  paths("ground", answer.ground, true);
  if (answer.circular) out_.key("circular").boolean(true);
  paths("purpose", answer.purpose, false);
  ids("issuers", answer.issuers);
  ids("required_by", answer.required_by);
  range("surplus_hours", answer.surplus_hours);
  ids("used_by", answer.used_by);
}

}  // namespace regelgraf::ask
