# cmake -D OUTPUT=FILE.cpp -D LAYERS=A.json;B.json -P EmbedLayers.cmake
# Writes the bytes of layers as C++, so that the library has them wherever it runs. Every byte is an escape: the
# text may hold what it likes. In pieces, since MSVC takes no literal of more than 16,380 bytes.

set(piece 8000)  # digits, two a byte
set(tables "")
set(entries "")
foreach(layer IN LISTS LAYERS)
  get_filename_component(name ${layer} NAME_WE)
  file(READ ${layer} hex HEX)
  string(LENGTH "${hex}" length)
  set(lines "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${hex}" ${at} ${piece} part)
    string(LENGTH "${part}" bytes)
    math(EXPR bytes "${bytes} / 2")
    string(REGEX REPLACE "(..)" "\\\\x\\1" part "${part}")
    string(APPEND lines "    {\"${part}\", ${bytes}},\n")
    math(EXPR at "${at} + ${piece}")
  endwhile()
  string(APPEND tables "constexpr std::string_view ${name}[] = {\n${lines}};\n\n")
  string(APPEND entries "    {\"${name}\", ${name}},\n")
endforeach()

file(WRITE ${OUTPUT} "// Written by cmake/EmbedLayers.cmake.
#include \"formats/builtin_layers.hpp\"

namespace regelgraf::formats {

namespace {

${tables}constexpr BuiltinLayer layers[] = {
${entries}};

}  // namespace

std::span<const BuiltinLayer> builtin_layers() { return layers; }

}  // namespace regelgraf::formats
")
