# cmake -D OUTPUT=FILE.cpp -D LAYERS=A.json;B.json -P EmbedLayers.cmake
# Writes layers as C++, gzipped, so that the library has them wherever it runs.

include(${CMAKE_CURRENT_LIST_DIR}/Embed.cmake)

set(tables "")
set(entries "")
foreach(layer IN LISTS LAYERS)
  get_filename_component(name ${layer} NAME_WE)
  packed_table(${name} ${layer})
  string(APPEND tables "${table}")
  string(APPEND entries "      {\"${name}\", ${view}},\n")
endforeach()

file(WRITE ${OUTPUT} "// Written by cmake/EmbedLayers.cmake.
#include \"formats/builtin_layers.hpp\"

namespace regelgraf::formats {

namespace {

${tables}}  // namespace

std::span<const BuiltinLayer> builtin_layers() {
  static const BuiltinLayer layers[] = {
${entries}  };
  return layers;
}

}  // namespace regelgraf::formats
")
