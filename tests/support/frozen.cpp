#include "support/frozen.hpp"

#include <stdexcept>
#include <utility>

namespace regelgraf::test {

std::string as_lines(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings)
    text += "[" + finding.code + "] " + line_of(finding, Language::en) + "\n";
  return text;
}

Model model_of(Frozen frozen) {
  if (!frozen.model) throw std::runtime_error(as_lines(frozen.findings));
  return std::move(*frozen.model);
}

Model model_of(Draft draft) { return model_of(freeze(std::move(draft))); }

}  // namespace regelgraf::test
