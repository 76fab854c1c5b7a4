// Uses the installed C++ layer over the C library: C++17, and links to libregelgraf alone.

#include <regelgraf/over_c.hpp>

#include <iostream>

int main() {
  using namespace regelgraf::over_c;
  const Model model = Model::from_text(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [
    {"id": "chef", "kind": "actor", "tier": "management", "form": "post"},
    {"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "chef"},
    {"id": "pligt", "kind": "duty", "needs": ["skema"]}]})");
  bool refused = false;
  try {
    (void)Model::open("no such file");
  } catch (const Unreadable& error) {
    refused = error.message().find("no such file") != std::string::npos;
  }
  const bool ok = model.what_breaks("skema").unmet_duties()[0] == "pligt" &&
                  model.who_decides("repeal", "skema").options()[0].holders()[0] == "chef" &&
                  refused;
  if (ok) std::cout << version() << '\n';
  return !ok;
}
