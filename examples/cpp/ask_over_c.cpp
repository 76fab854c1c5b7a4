// Who may repeal a rule, and what breaks if it goes?   ask_over_c MODEL RULE

#include <regelgraf/over_c.hpp>

#include <iostream>
#include <string_view>

namespace {

using namespace regelgraf::over_c;

void print(const Text& text) { std::cout << "da: " << text.da << "\nen: " << text.en << '\n'; }

void who_may_repeal(const Model& model, std::string_view rule) {
  const Decision decision = model.who_decides("repeal", rule);

  std::cout << "who may repeal " << rule << ": " << to_text(decision.verdict()) << '\n';
  for (const Option& option : decision.options()) {
    std::cout << ' ';
    for (const std::string_view holder : option.holders()) std::cout << ' ' << holder;
    if (option.jointly() > 1) std::cout << ", " << option.jointly() << " together";
    if (option.grant()) std::cout << ", by " << *option.grant();
    if (option.conditional()) std::cout << ", on conditions";
    std::cout << '\n';
  }
  print(decision.text());
}

void print_list(std::string_view name, const Ids& ids) {
  std::cout << "  " << name << ':';
  for (const std::string_view id : ids) std::cout << ' ' << id;
  std::cout << '\n';
}

void what_breaks_without(const Model& model, std::string_view rule) {
  const Breaks breaks = model.what_breaks(rule);

  std::cout << "what breaks without " << rule << '\n';
  print_list("lapsed", breaks.lapsed());
  print_list("broken", breaks.broken());
  print_list("unmet duties", breaks.unmet_duties());
  print_list("redundant", breaks.redundant());
  print_list("not examined", breaks.unexamined());
  print(breaks.text());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " MODEL RULE\n";
    return 2;
  }
  try {
    const Model model = Model::open(argv[1]);
    who_may_repeal(model, argv[2]);
    what_breaks_without(model, argv[2]);
  } catch (const Error& error) {
    std::cerr << error.what() << '\n';
    for (const SourceFinding& finding : error.findings())
      std::cerr << finding.file << ": " << finding.text.en << '\n';
    return 1;
  }
  return 0;
}
