#pragma once

// The engine for the pages of reports, as it was when the program was built:
// cmake/EmbedEngine.cmake.

#include <string_view>

namespace regelgraf::cli {

/// WebAssembly, gzipped; empty where the program was built without (REGELGRAF_WASM).
[[nodiscard]] std::string_view packed_engine();

}  // namespace regelgraf::cli
