#pragma once

// The models that the tests of the layer over C ask. This header, regelgraf.h and over_c.hpp are
// all they see.

#include <regelgraf/over_c.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace over_c_test {

using namespace regelgraf::over_c;

inline std::string at(const std::string& path) { return std::string(RG_SOURCE_DIR) + "/" + path; }

inline std::string read(const std::string& path) {
  std::ifstream file(at(path), std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline constexpr const char* small_text = R"({"regelgraf": 1,
  "model": {"id": "lille", "name": {"da": "Lille Sogn"}, "facts": [
   {"name": "amount", "type": "number", "unit": "DKK", "aliases": ["beløb"]},
   {"name": "halted", "type": "boolean", "default": false}, {"name": "reason", "type": "text"}, {"name": "born", "type": "date"}]},
  "elements": [
   {"id": "råd", "kind": "actor", "tier": "council", "form": "body", "name": "Rådet på Ærø 🏛"},
   {"id": "chef", "kind": "actor", "tier": "management", "form": "post", "part_of": "råd"},
   {"id": "sted", "kind": "actor", "tier": "workplace", "form": "unit"},
   {"id": "sag", "kind": "matter", "code": "27.36"},
   {"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "chef", "binds": ["sted"]},
   {"id": "pligt", "kind": "duty", "needs": ["skema"], "name": "Pligt på æøå"},
   {"id": "g", "kind": "grant", "by": "plan", "to": ["chef"], "powers": ["decide"], "over": ["sag"],
    "conditions": [{"fact": "amount", "op": "<=", "value": 1000}, {"fact": "halted", "op": "==", "value": false},
                   {"fact": "born", "op": ">=", "value": "2000-01-01"}]},
   {"id": "g2", "kind": "grant", "by": "statute", "to": ["råd"], "powers": ["decide"], "over": ["sag"]}]})";

inline Model small() { return Model::from_text(small_text); }

inline const Model& odder() {
  static const Model model = Model::open(at("examples/odder/odder.json"));
  return model;
}

}  // namespace over_c_test
