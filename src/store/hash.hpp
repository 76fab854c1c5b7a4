#pragma once

#include <string>
#include <string_view>

namespace regelgraf::store {

/// SHA-256 of @p bytes, as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace regelgraf::store
