#pragma once

// The page itself, as it was when the library was built.

#include <string_view>

namespace regelgraf::pages {

/// The parts of the page, from src/report/page, and the engine that answers on it.
[[nodiscard]] std::string_view page_html();
[[nodiscard]] std::string_view page_css();
[[nodiscard]] std::string_view page_js();
/// WebAssembly, gzipped; empty where the library was built without.
[[nodiscard]] std::string_view page_engine();

}  // namespace regelgraf::pages
