#include "formats/findings.hpp"

#include "json/writer.hpp"

namespace regelgraf {

std::string line_of(const Finding& finding, Language language) {
  const auto text = [&](const Name& name) { return language == Language::da ? name.da : name.en; };
  static constexpr const char* severities[][2] = {
      {"fejl", "error"}, {"advarsel", "warning"}, {"bemærkning", "note"}};
  std::string line;
  if (!finding.file.empty()) {
    line += finding.file + ":";
    if (finding.line > 0)
      line += std::to_string(finding.line) + ":" + std::to_string(finding.column) + ":";
    line += " ";
  }
  line += severities[static_cast<std::size_t>(finding.severity)][language == Language::en];
  line += ": ";
  if (!finding.element.empty()) line += finding.element + (finding.field.empty() ? ": " : ", ");
  if (!finding.field.empty()) line += finding.field + ": ";
  line += text(finding.message);
  if (!finding.advice.empty()) line += " (" + text(finding.advice) + ")";
  return line;
}

std::string json_of(const Finding& finding) {
  json::Writer out;
  out.begin_object().key("severity").string(to_text(finding.severity));
  out.key("code").string(finding.code).key("file").string(finding.file);
  out.key("line").number(static_cast<double>(finding.line));
  out.key("column").number(static_cast<double>(finding.column));
  out.key("element").string(finding.element).key("field").string(finding.field);
  const auto put = [&](const char* key, const Name& name) {
    out.key(key).begin_object().key("da").string(name.da).key("en").string(name.en).end_object();
  };
  put("text", finding.message);
  put("advice", finding.advice);
  return out.end_object().take();
}

}  // namespace regelgraf
