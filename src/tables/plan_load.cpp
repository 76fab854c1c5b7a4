// A plan with the layers it stands on.

#include <algorithm>
#include <utility>

#include <regelgraf/canonical.hpp>
#include <regelgraf/delegation_plan.hpp>

#include "files/files.hpp"
#include "formats/bytes.hpp"
#include "formats/canonical.hpp"

namespace regelgraf {
namespace tables {
namespace {

/// Layers named by a path, read from @p folder and handed over by that name.
LoadOptions with_paths(LoadOptions load, const Ids& extends, const std::filesystem::path& folder) {
  for (const std::string& layer : extends) {
    const bool path = layer.find('/') != std::string::npos || layer.ends_with(".json") ||
                      layer.ends_with(".jsonl") || layer.ends_with(".gz");
    if (!path || load.layers.contains(layer)) continue;
    formats::Bytes bytes = formats::read_file(folder / layer, load.max_bytes);
    if (bytes.code.empty()) load.layers.emplace(layer, std::string(bytes.text.view()));
  }
  return load;
}

/// What @p read makes of a table, once the layers are known.
template <class Read>
LoadedPlan loaded(const std::string& name, PlanOptions options, const LoadOptions& given,
                  const std::filesystem::path& folder, const Read& read) {
  const LoadOptions load = with_paths(given, options.extends, folder);
  options.allow_personal_data = options.allow_personal_data || load.allow_personal_data;
  options.max_bytes = std::min(options.max_bytes, load.max_bytes);
  Frozen layers;
  options.layers = nullptr;
  if (!options.extends.empty()) {
    Head head;
    head.id = options.id;
    head.extends = options.extends;
    layers = load_model_text(formats::draft_json(Draft(head)), name, load);
    if (layers.model) options.layers = &*layers.model;
  }
  LoadedPlan result;
  PlanDraft plan = read(options);
  result.frozen.findings = std::move(plan.findings);
  if (!layers.model && !options.extends.empty() && has_errors(layers.findings)) {
    plan.draft.reset();
    for (Finding& finding : layers.findings) {
      if (finding.file == name) finding.line = finding.column = 0;  // there is no such text
      result.frozen.findings.push_back(std::move(finding));
    }
  }
  if (!plan.draft) return result;
  const std::string text = formats::draft_json(*plan.draft);
  LoadOptions enough = load;  // the limit was for the table, and a model is longer
  enough.max_bytes = std::max<std::uint64_t>(load.max_bytes, text.size());
  Frozen frozen = load_model_text(text, name, enough);
  for (Finding& finding : frozen.findings) {
    if (finding.file == name) finding.line = finding.column = 0;
    result.frozen.findings.push_back(std::move(finding));
  }
  result.frozen.model = std::move(frozen.model);
  if (result.frozen.model) result.model_file = model_json(*result.frozen.model);
  return result;
}

}  // namespace
}  // namespace tables

LoadedPlan load_plan_text(std::string_view text, const std::string& name, PlanOptions options,
                          const LoadOptions& load, const std::filesystem::path& folder) {
  return tables::loaded(name, std::move(options), load, folder,
                        [&](const PlanOptions& all) { return read_plan_text(text, name, all); });
}

LoadedPlan load_plan(const std::filesystem::path& path, PlanOptions options,
                     const LoadOptions& load, const std::filesystem::path& folder) {
  return tables::loaded(files::utf8_of(path), std::move(options), load, folder,
                        [&](const PlanOptions& all) { return read_plan(path, all); });
}

}  // namespace regelgraf
