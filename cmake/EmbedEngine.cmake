# cmake -D OUTPUT=FILE.cpp [-D ENGINE=FILE.wasm.gz] -P EmbedEngine.cmake
# Writes the engine for the pages of reports as C++; without ENGINE there is none.

include(${CMAKE_CURRENT_LIST_DIR}/Embed.cmake)

packed_table(engine "${ENGINE}")

file(WRITE ${OUTPUT} "// Written by cmake/EmbedEngine.cmake.
#include \"cli/engine.hpp\"

namespace regelgraf::cli {

namespace {

${table}}  // namespace

std::string_view packed_engine() { return ${view}; }

}  // namespace regelgraf::cli
")
