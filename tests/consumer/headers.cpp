// Uses the installed headers and links nothing: a draft, frozen, asked what breaks and who decides.

#include <iostream>

#include <regelgraf/graph.hpp>
#include <regelgraf/regelgraf.hpp>

int main() {
  using namespace regelgraf;
  Draft draft;
  Element chief, form, duty;
  chief.id = "chef";
  chief.fields = Actor{};
  form.id = "skema";
  Rule rule;
  rule.instrument = Instrument::procedure;
  rule.issuer = {"chef"};
  form.fields = rule;
  duty.id = "pligt";
  duty.fields = Duty{};
  duty.needs = {{1, {"skema"}}};
  for (const Element& element : {chief, form, duty}) draft.add(element);

  const Frozen frozen = freeze(std::move(draft));
  if (!frozen.model) return 1;
  const Model& model = *frozen.model;
  Removal removal;
  removal.elements = {*model.find("skema")};
  AuthorityQuestion question;
  question.power = "repeal";
  question.target = *model.find("skema");
  const bool ok =
      what_breaks(model, removal).unmet_duties == std::vector<Index>{*model.find("pligt")} &&
      who_decides(model, question).options.front().holders ==
          std::vector<Index>{*model.find("chef")};
  if (ok) std::cout << version_string << '\n';
  return !ok;
}
