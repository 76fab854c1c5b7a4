// Uses the installed C++ library: a model from text and to text, a question in JSON, a refusal.

#include <iostream>
#include <string>

#include <regelgraf/ask.hpp>
#include <regelgraf/canonical.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/version.hpp>

int main() {
  using namespace regelgraf;
  const Frozen loaded = load_model_text(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [
    {"id": "skema", "kind": "rule", "instrument": "procedure"},
    {"id": "pligt", "kind": "duty", "needs": ["skema"]}]})");
  if (!loaded.model) return 1;
  const Asker asker(*loaded.model);
  const std::string answer =
      asker.ask(R"({"ask": "what_breaks", "remove": ["skema"], "detail": "full"})");
  Removal removal;
  removal.elements = {*loaded.model->find("skema")};
  const Name text = ask::text_of(*loaded.model, what_breaks(*loaded.model, removal));
  const Frozen again = load_model_text(canonical_json(*loaded.model));
  const Frozen refused = load_model("no such file");

  const bool ok = answer.find("\"unmet_duties\":[\"pligt\"]") != std::string::npos &&
                  answer.find(text.en) != std::string::npos && again.model &&
                  digest(*again.model) == asker.digest() && !refused.model &&
                  line_of(refused.findings.front(), Language::en).starts_with("no such file: ");
  if (ok) std::cout << version_string << '\n';
  return !ok;
}
