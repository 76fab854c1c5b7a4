#include "store/layers.hpp"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <system_error>

#include <regelgraf/detail/text.hpp>

#include "files/files.hpp"
#include "formats/builtin_layers.hpp"
#include "formats/bytes.hpp"
#include "json/parse.hpp"

namespace regelgraf::store {
namespace {

/// What the model text @p text extends; nothing where that cannot be told: reading the model says
/// why.
std::vector<std::string> extended_by(std::string_view text) {
  simdjson::dom::parser parser;
  simdjson::dom::element document, extends;
  std::vector<std::string> names;
  if (json::parse(parser, text).get(document)) {
    const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::string_view line = text.substr(start, text.find('\n', start) - start);
    if (json::parse(parser, line).get(document)) return names;
  }
  if (document["model"]["extends"].get(extends)) return names;
  const auto take = [&](simdjson::dom::element one) {
    std::string_view name;
    if (!one.get(name)) names.emplace_back(name);
  };
  simdjson::dom::array list;
  if (extends.get(list))
    take(extends);
  else
    for (const simdjson::dom::element one : list) take(one);
  return names;
}

bool names_a_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".json") ||
         name.ends_with(".jsonl") || name.ends_with(".gz");
}

/// The layer's text, and the folder that its own layers are named from.
struct FoundLayer {
  std::string text;
  std::filesystem::path folder;
};

std::optional<FoundLayer> in_file(const std::filesystem::path& path, const LoadOptions& load) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return std::nullopt;
  const formats::Bytes bytes = formats::read_file(path, load.max_bytes);
  if (!bytes.code.empty()) return std::nullopt;
  return FoundLayer{{bytes.text.data(), bytes.text.size()}, path.parent_path()};
}

std::optional<FoundLayer> find_layer(const std::string& name, const LoadOptions& load,
                                     const std::filesystem::path& folder) {
  if (const auto given = load.layers.find(name); given != load.layers.end()) {
    const formats::Bytes bytes = formats::read_text(given->second, load.max_bytes);
    if (!bytes.code.empty()) return std::nullopt;
    return FoundLayer{{bytes.text.data(), bytes.text.size()}, {}};
  }
  if (names_a_path(name))
    return folder.empty() ? std::nullopt : in_file(folder / files::path_of(name), load);
  for (const auto& installed : load.layer_folders)
    for (const char* ending : {".json", ".jsonl", ".json.gz", ".jsonl.gz"})
      if (auto found = in_file(installed / files::path_of(name + ending), load)) return found;
  for (const formats::BuiltinLayer& layer : formats::builtin_layers()) {
    if (layer.name != name) continue;
    const formats::Bytes bytes = formats::read_own(layer.packed);
    return FoundLayer{{bytes.text.data(), bytes.text.size()}, {}};
  }
  return std::nullopt;
}

Finding layer_finding(const char* code, Name message, Name advice) {
  Finding finding;
  finding.code = code;
  finding.field = "model.extends";
  finding.message = std::move(message);
  finding.advice = std::move(advice);
  return finding;
}

}  // namespace

Layers gather_layers(const std::vector<std::string>& names, const Layers& known,
                     const std::vector<std::string>& anew, const LoadOptions& load,
                     const std::filesystem::path& folder, std::vector<Finding>& findings) {
  Layers layers;
  const auto take = [&](const auto& self, const std::string& name,
                        const std::filesystem::path& from) -> void {
    const auto recorded = known.find(name);
    const bool keep =
        recorded != known.end() && std::find(anew.begin(), anew.end(), name) == anew.end();
    std::optional<FoundLayer> found;
    if (keep)
      found = FoundLayer{recorded->second, {}};
    else
      found = find_layer(name, load, from);
    const std::string quoted = detail::quote(name);
    if (!found) {
      findings.push_back(layer_finding(
          "unknown_layer",
          {"laget " + quoted + " findes ikke her", "the layer " + quoted + " is not here"},
          {"giv mappen med laget, eller laget selv",
           "give the folder of the layer, or the layer"}));
      return;
    }
    if (const auto taken = layers.find(name); taken != layers.end()) {
      if (taken->second != found->text)
        findings.push_back(layer_finding(
            "duplicate_layer",
            {"to forskellige lag hedder " + quoted, "two different layers are called " + quoted},
            {"giv dem hver sit navn", "give each a name of its own"}));
      return;
    }
    const std::string& text = layers.emplace(name, std::move(found->text)).first->second;
    for (const std::string& below : extended_by(text)) self(self, below, found->folder);
  };
  for (const std::string& name : names) take(take, name, folder);
  return layers;
}

}  // namespace regelgraf::store
