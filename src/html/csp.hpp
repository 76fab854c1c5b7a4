#pragma once

#include <string>
#include <string_view>

namespace regelgraf::html {

/// The source that lets a content security policy allow exactly this style sheet (or script):
/// `'sha256-...'`.
[[nodiscard]] std::string hash_source(std::string_view text);

}  // namespace regelgraf::html
