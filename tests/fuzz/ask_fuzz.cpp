#include <cstddef>
#include <cstdint>

#include <regelgraf/ask.hpp>
#include <regelgraf/model_file.hpp>

#include <simdjson.h>

#include "fuzz/targets.hpp"

namespace regelgraf::test {

namespace {

// Somebody above, somebody below, a rule with a ground and a purpose, conditions of every type.
constexpr std::string_view town = R"({"regelgraf": 1, "model": {"id": "town", "facts": [
  {"name": "amount", "type": "number", "aliases": ["sum"]}, {"name": "halted", "type": "boolean", "default": false},
  {"name": "since", "type": "date"}, {"name": "place", "type": "text"},
  {"name": "principled", "type": "judgement", "ask": "Principiel?"}]}, "elements": [
  {"id": "council", "kind": "actor", "tier": "council", "form": "body"},
  {"id": "chief", "kind": "actor", "tier": "management", "form": "post", "part_of": "council"},
  {"id": "unit", "kind": "actor", "tier": "workplace", "form": "unit", "part_of": "council", "leader": "chief"},
  {"id": "m", "kind": "matter", "code": "27.36"}, {"id": "n", "kind": "matter", "code": "27.36.04", "broader": "m"},
  {"id": "act", "kind": "rule", "instrument": "act"},
  {"id": "form", "kind": "rule", "instrument": "procedure", "issuer": "council", "concerns": "n", "binds": "unit",
   "basis": "act", "serves": "visit", "burden": {"minutes": [10, 30], "times_per_year": 4}},
  {"id": "visit", "kind": "task", "core": true, "performed_by": "unit", "uses": "form", "concerns": "n"},
  {"id": "right", "kind": "duty", "basis": "act", "needs": [{"any": ["form", "visit"]}]},
  {"id": "g", "kind": "grant", "to": "council", "powers": "*", "over": "*", "basis": "act", "redelegable": true},
  {"id": "h", "kind": "grant", "to": ["chief", {"leader_of": "unit"}], "from": "g", "powers": ["decide", "repeal"], "over": "n",
   "within": "unit", "conditions": [{"fact": "amount", "op": "<=", "value": 1000}, {"fact": "principled", "op": "==", "value": false},
   {"fact": "since", "op": "<", "value": "2026-01-01"}, {"fact": "place", "op": "in", "value": ["x", "y"]}]},
  {"id": "i", "kind": "involvement", "body": "unit", "how": "consult", "powers": "*", "over": "m"},
  {"id": "b", "kind": "bar", "powers": "sign", "over": "*", "only": "council", "against": {"fact": "place"},
   "conditions": {"fact": "halted", "op": "==", "value": true}}]})";

const Asker& asker() {
  static const Frozen frozen = load_model_text(town, "town");
  promise(frozen.model.has_value(), "the town is a model");
  static const Asker made(*frozen.model);
  return made;
}

}  // namespace

void try_question(std::string_view text) {
  const std::string answer = asker().ask(text);
  simdjson::dom::parser parser;
  simdjson::dom::object read;
  promise(!parser.parse(answer).get(read), "an answer is a JSON object: " + answer);
  promise(!read["model"]["digest"].error(), "an answer names its model");
  promise(answer.find('\n') == std::string::npos, "an answer is one line");
  promise(asker().ask(text) == answer, "the same question has the same answer");
}

}  // namespace regelgraf::test

#ifdef REGELGRAF_FUZZ
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  regelgraf::test::try_question({reinterpret_cast<const char*>(data), size});
  return 0;
}
#endif
