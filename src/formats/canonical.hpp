#pragma once

#include <regelgraf/canonical.hpp>
#include <regelgraf/draft.hpp>

namespace regelgraf::formats {

/// One element in canonical form.
[[nodiscard]] std::string element_json(const Element& element);

/// A draft's last layer as a model file in canonical form; its elements by id.
[[nodiscard]] std::string draft_json(const Draft& draft);

}  // namespace regelgraf::formats
