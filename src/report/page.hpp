#pragma once

// The page itself, as it was when the library was built: gzipped by cmake/EmbedPage.cmake.

#include <string_view>

namespace regelgraf::pages {

/// The parts of the page, from src/report/page.
[[nodiscard]] std::string_view packed_html();
[[nodiscard]] std::string_view packed_css();
[[nodiscard]] std::string_view packed_js();

}  // namespace regelgraf::pages
