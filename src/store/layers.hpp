#pragma once

// The layers that a head stands on, each with its text, so that they can be recorded.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <regelgraf/model_file.hpp>

namespace regelgraf::store {

/// By the name that `extends` has for it.
using Layers = std::map<std::string, std::string, std::less<>>;

/// @brief All layers below a head that extends @p names.
///
/// Those in @p known are taken from there but for those in @p anew, which are looked for as a model
/// file's are; a name that is a path in @p folder. What is not found is a finding.
[[nodiscard]] Layers gather_layers(const std::vector<std::string>& names, const Layers& known,
                                   const std::vector<std::string>& anew, const LoadOptions& load,
                                   const std::filesystem::path& folder,
                                   std::vector<Finding>& findings);

}  // namespace regelgraf::store
