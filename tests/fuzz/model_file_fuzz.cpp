#include <cstddef>
#include <cstdint>

#include <regelgraf/canonical.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/model_file.hpp>

#include "fuzz/targets.hpp"

namespace regelgraf::test {

namespace {

void check_findings(const Frozen& frozen) {
  promise(frozen.model.has_value() == !has_errors(frozen.findings), "a model or an error");
  for (const Finding& finding : frozen.findings) {
    promise(!finding.code.empty() && !finding.message.da.empty() && !finding.message.en.empty(),
            "a finding says what it is");
    promise((finding.line > 0) == (finding.column > 0), "line and column go together");
    std::string all = json_of(finding) + line_of(finding, Language::da);
    for (const std::string& id : finding.elements) all += " " + id;
    promise(!looks_like_cpr(all), "no personal data in a finding");
  }
}

}  // namespace

void try_model_file(std::string_view text) {
  LoadOptions options;
  options.max_bytes = 1 << 20;
  const Frozen frozen = load_model_text(text, "model", options);
  check_findings(frozen);
  if (!frozen.model) return;
  const std::string canonical = canonical_json(*frozen.model);
  promise(!looks_like_cpr(canonical), "no personal data in a model");
  options.max_bytes = 1 << 24;
  // Of a model alone this is the canonical form; of one on layers its own layer.
  const Frozen again = load_model_text(model_json(*frozen.model), "model", options);
  check_findings(again);
  promise(again.model.has_value(),
          "the canonical form loads: " +
              (again.findings.empty() ? std::string() : json_of(again.findings[0])));
  promise(canonical_json(*again.model) == canonical, "the canonical form is its own");
  const Frozen lines = load_model_text(model_json_lines(*frozen.model), "model", options);
  promise(lines.model && digest(*lines.model) == digest(*frozen.model), "JSON Lines say the same");
}

}  // namespace regelgraf::test

#ifdef REGELGRAF_FUZZ
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  regelgraf::test::try_model_file({reinterpret_cast<const char*>(data), size});
  return 0;
}
#endif
