# cmake -D OUTPUT=FILE.cpp -D FOLDER=src/report/page -P EmbedPage.cmake
# Writes the parts of the report's page as C++, gzipped.

include(${CMAKE_CURRENT_LIST_DIR}/Embed.cmake)

set(tables "")
set(functions "")
foreach(part IN ITEMS html css js)
  packed_table(${part} ${FOLDER}/report.${part})
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
