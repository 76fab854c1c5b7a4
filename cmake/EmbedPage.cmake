# cmake -D OUTPUT=FILE.cpp -D FOLDER=src/report/page [-D ENGINE=FILE.wasm.gz] -P EmbedPage.cmake
# Writes the parts of the report's page as C++, gzipped.

include(${CMAKE_CURRENT_LIST_DIR}/Embed.cmake)

set(tables "")
set(functions "")
foreach(part IN ITEMS html css js engine)
  if(part STREQUAL engine)
    packed_table(${part} "${ENGINE}")
  else()
    packed_table(${part} ${FOLDER}/report.${part})
  endif()
  string(APPEND tables "${table}")
  string(APPEND functions "std::string_view packed_${part}() { return ${view}; }\n")
endforeach()

file(WRITE ${OUTPUT} "// Written by cmake/EmbedPage.cmake.
#include \"report/page.hpp\"

namespace regelgraf::pages {

namespace {

${tables}}  // namespace

${functions}
}  // namespace regelgraf::pages
")
