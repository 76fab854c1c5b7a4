#pragma once

// What stands in a page as it is: named by its hash in the page's policy, or as base64.

#include <string>
#include <string_view>

namespace regelgraf::html {

/// @p bytes as base64.
[[nodiscard]] std::string base64(std::string_view bytes);

/// `'sha256-...'`: lets a policy (Content-Security-Policy) allow exactly the style or script
/// @p text.
[[nodiscard]] std::string hash_source(std::string_view text);

}  // namespace regelgraf::html
