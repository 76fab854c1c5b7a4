// Who may repeal a rule, and what breaks if it goes?   ask_cpp MODEL RULE

#include <iostream>
#include <string_view>

#include <regelgraf/ask.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>

namespace {

using namespace regelgraf;

void print(const Name& text) { std::cout << "da: " << text.da << "\nen: " << text.en << '\n'; }

void who_may_repeal(const Model& model, Index rule) {
  AuthorityQuestion question;
  question.power = "repeal";
  question.target = rule;
  const Decision decision = who_decides(model, question);

  std::cout << "who may repeal " << model.id(rule) << ": " << to_text(decision.verdict) << '\n';
  for (const Option& option : decision.options) {
    std::cout << ' ';
    for (const Index holder : option.holders) std::cout << ' ' << model.id(holder);
    if (option.jointly > 1) std::cout << ", " << option.jointly << " together";
    if (option.grant != none) std::cout << ", by " << model.id(option.grant);
    if (!option.depends_on.empty()) std::cout << ", on conditions";
    std::cout << '\n';
  }
  print(ask::text_of(model, decision));
}

Index element(Index index) { return index; }
Index element(const Effect& effect) { return effect.element; }

template <class List>
void print_list(const Model& model, std::string_view name, const List& list) {
  std::cout << "  " << name << ':';
  for (const auto& one : list) std::cout << ' ' << model.id(element(one));
  std::cout << '\n';
}

void what_breaks_without(const Model& model, Index rule) {
  Removal removal;
  removal.elements = {rule};
  const WhatBreaks breaks = what_breaks(model, removal);

  std::cout << "what breaks without " << model.id(rule) << '\n';
  print_list(model, "lapsed", breaks.lapsed);
  print_list(model, "broken", breaks.broken);
  print_list(model, "unmet duties", breaks.unmet_duties);
  print_list(model, "redundant", breaks.redundant);
  print_list(model, "not examined", breaks.unexamined);
  print(ask::text_of(model, breaks));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " MODEL RULE\n";
    return 2;
  }
  const Frozen loaded = load_model(argv[1]);
  if (!loaded.model) {
    for (const Finding& finding : loaded.findings)
      std::cerr << line_of(finding, Language::en) << '\n';
    return 1;
  }
  const Model& model = *loaded.model;
  const auto rule = model.find(argv[2]);
  if (!rule) {
    std::cerr << "no element " << argv[2] << '\n';
    return 1;
  }
  who_may_repeal(model, *rule);
  what_breaks_without(model, *rule);
  return 0;
}
