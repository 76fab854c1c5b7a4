# cmake -D OUTPUT=FILE.cpp -D FOLDER=src/report/page [-D ENGINE=FILE.wasm.gz] -P EmbedPage.cmake
# Writes the bytes of the report's page as C++. As in EmbedLayers.cmake every byte is an escape, but in one table of
# numbers: a literal of the engine's length is more than MSVC takes.

function(embed name file)
  set(hex "")
  if(NOT file STREQUAL "")
    file(READ ${file} hex HEX)
  endif()
  string(LENGTH "${hex}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  set(text "constexpr unsigned char ${name}[] = {\n${hex}0x00};\n\n" PARENT_SCOPE)
  set(length ${length} PARENT_SCOPE)
endfunction()

set(tables "")
set(functions "")
foreach(part IN ITEMS html css js engine)
  if(part STREQUAL engine)
    embed(${part} "${ENGINE}")
  else()
    embed(${part} ${FOLDER}/report.${part})
  endif()
  string(APPEND tables "${text}")
  string(APPEND functions "std::string_view page_${part}() { return {reinterpret_cast<const char*>(${part}), ${length}}; }\n")
endforeach()

file(WRITE ${OUTPUT} "// Written by cmake/EmbedPage.cmake.
#include \"report/page.hpp\"

namespace regelgraf::pages {

namespace {

${tables}}  // namespace

${functions}
}  // namespace regelgraf::pages
")
