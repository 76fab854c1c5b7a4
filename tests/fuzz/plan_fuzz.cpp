#include <cstddef>
#include <cstdint>

#include <regelgraf/canonical.hpp>
#include <regelgraf/delegation_plan.hpp>
#include <regelgraf/finding_text.hpp>

#include "fuzz/targets.hpp"

namespace regelgraf::test {

void try_plan(std::string_view text) {
  PlanOptions options;
  options.id = "x";
  options.max_bytes = 1 << 20;
  const LoadedPlan plan = load_plan_text(text, "plan", options);
  promise(plan.frozen.model.has_value() == !has_errors(plan.frozen.findings),
          "a model or an error");
  for (const Finding& finding : plan.frozen.findings) {
    promise(!finding.code.empty() && !finding.message.da.empty() && !finding.message.en.empty(),
            "a finding says what it is");
    promise(!looks_like_cpr(json_of(finding)), "no personal data in a finding");
    promise(finding.severity != Severity::error || finding.line > 0 || finding.code == "empty" ||
                finding.code == "too_large" || finding.code == "bad_gzip",
            "what makes no model has a place: " + json_of(finding));
  }
  if (!plan.frozen.model) return;
  promise(!looks_like_cpr(canonical_json(*plan.frozen.model)), "no personal data in a model");
  const PlanTable table = plan_table(*plan.frozen.model);
  const LoadedPlan again = load_plan_text(table.text, "plan", options);
  promise(again.frozen.model.has_value(), "what was written can be read: " + table.text);
  const std::string second = plan_table(*again.frozen.model).text;
  promise(second == table.text, "the spelling is its own: " + table.text + "\n" + second);
}

}  // namespace regelgraf::test

#ifdef REGELGRAF_FUZZ
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  regelgraf::test::try_plan({reinterpret_cast<const char*>(data), size});
  return 0;
}
#endif
