#pragma once

// Findings about elements of a model, named as people name them.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf::detail {

class FindingWriter {
 public:
  using List = std::vector<Index>;

  explicit FindingWriter(const Model& model) : model_(model) {}

  std::vector<Finding> findings;

  /// Adds a finding about @p i, whose advice the caller may set.
  Finding& add(Severity severity, const char* code, Index i, const char* field, std::string da,
               std::string en, const List& others = {}) {
    Finding finding;
    finding.severity = severity;
    finding.code = code;
    finding.element = model_.id(i);
    finding.field = field;
    finding.message = {std::move(da), std::move(en)};
    for (const Index other : others) finding.elements.emplace_back(model_.id(other));
    std::sort(finding.elements.begin(), finding.elements.end());
    findings.push_back(std::move(finding));
    return findings.back();
  }

  [[nodiscard]] std::string da(Index i) const { return name(i, Language::da); }
  [[nodiscard]] std::string en(Index i) const { return name(i, Language::en); }
  [[nodiscard]] std::string da(const List& list) const { return names(list, Language::da); }
  [[nodiscard]] std::string en(const List& list) const { return names(list, Language::en); }

 private:
  /// The name in that language, else in the other, else the id.
  [[nodiscard]] std::string name(Index i, Language language) const {
    const Name name = Element(model_.element(i)).name;
    const std::string& wanted = language == Language::da ? name.da : name.en;
    const std::string& other = language == Language::da ? name.en : name.da;
    if (!wanted.empty()) return quote(wanted);
    return quote(other.empty() ? std::string(model_.id(i)) : other);
  }
  [[nodiscard]] std::string names(const List& list, Language language) const {
    std::string text;
    for (std::size_t at = 0; at < list.size(); ++at) {
      if (at > 0 && at + 1 == list.size())
        text += language == Language::da ? " og " : " and ";
      else if (at > 0)
        text += ", ";
      text += name(list[at], language);
    }
    return text;
  }

  const Model& model_;
};

}  // namespace regelgraf::detail
