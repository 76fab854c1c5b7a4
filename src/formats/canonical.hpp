#pragma once

#include <regelgraf/canonical.hpp>

namespace regelgraf::formats {

/// One element in canonical form.
[[nodiscard]] std::string element_json(const Element& element);

}  // namespace regelgraf::formats
