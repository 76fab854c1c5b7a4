#pragma once

// What stands in a page as it is: named by its hash in the page's policy, or as base64.

#include <optional>
#include <string>
#include <string_view>

namespace regelgraf::html {

/// @p bytes as base64.
[[nodiscard]] std::string base64(std::string_view bytes);
/// And back; nothing where @p text is not that.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

/// `'sha256-...'`: lets a policy (Content-Security-Policy) allow exactly the style or script
/// @p text.
[[nodiscard]] std::string hash_source(std::string_view text);

}  // namespace regelgraf::html
