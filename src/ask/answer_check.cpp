// The answer of check(), as JSON.

#include <algorithm>

#include "ask/answer.hpp"

namespace regelgraf::ask {

void AnswerWriter::check(const std::vector<Finding>& findings) {
  out_.key("findings").begin_array();
  for (const Finding& finding : findings) {
    out_.begin_object().key("code").string(finding.code);
    out_.key("severity").string(to_text(finding.severity));
    Ids elements = finding.elements;
    std::erase_if(elements, [&](const std::string& one) { return !model_.find(one); });
    if (!finding.element.empty()) elements.push_back(finding.element);
    std::sort(elements.begin(), elements.end());
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    out_.key("elements").begin_array();
    for (const std::string& one : elements) out_.string(one);
    out_.end_array();
    if (!finding.element.empty()) out_.key("element").string(finding.element);
    if (!finding.field.empty()) out_.key("field").string(finding.field);
    text(finding.message);
    if (!finding.advice.empty())
      out_.key("advice")
          .begin_object()
          .key("da")
          .string(finding.advice.da)
          .key("en")
          .string(finding.advice.en)
          .end_object();
    out_.end_object();
  }
  out_.end_array();
}

}  // namespace regelgraf::ask
