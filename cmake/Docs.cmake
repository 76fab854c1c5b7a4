# Target `docs`: the reference and every README, one Doxygen output, warnings as errors.
# `./dev docs` installs Doxygen; without it the target is simply not there.

find_package(Doxygen QUIET)
if(NOT DOXYGEN_FOUND)
  return()
endif()

set(DOXYGEN_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/docs)
set(DOXYGEN_PROJECT_BRIEF "${PROJECT_DESCRIPTION}")
set(DOXYGEN_USE_MDFILE_AS_MAINPAGE ${PROJECT_SOURCE_DIR}/README.md)
set(DOXYGEN_FULL_PATH_NAMES YES)
set(DOXYGEN_STRIP_FROM_PATH ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
set(DOXYGEN_STRIP_FROM_INC_PATH
    ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/capi/include ${PROJECT_BINARY_DIR}/include)
set(DOXYGEN_EXCLUDE_PATTERNS "*/detail/*")
# The spellings of a word list are documented once, at the template.
set(DOXYGEN_EXCLUDE_SYMBOLS "regelgraf::detail*" "regelgraf::Spelling< *")
set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
set(DOXYGEN_BUILTIN_STL_SUPPORT YES)
set(DOXYGEN_DISTRIBUTE_GROUP_DOC YES)
set(DOXYGEN_SORT_MEMBER_DOCS NO)
set(DOXYGEN_MACRO_EXPANSION YES)
set(DOXYGEN_EXPAND_ONLY_PREDEF YES)
set(DOXYGEN_PREDEFINED RG_API= RG_CALL= RG_NOEXCEPT=)
set(DOXYGEN_QUIET YES)
set(DOXYGEN_GENERATE_LATEX NO)
set(DOXYGEN_HAVE_DOT NO)
set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)

# One README a folder is a page; the folders are listed so that none of build/ slips in.
file(GLOB_RECURSE readmes CONFIGURE_DEPENDS
  include/README.md src/README.md capi/README.md bindings/README.md
  examples/README.md tests/README.md cmake/README.md)
file(GLOB pages CONFIGURE_DEPENDS README.md CONTRIBUTING.md CHANGELOG.md capi/POLICY.md capi/REFERENCE.md)
doxygen_add_docs(docs include capi/include ${PROJECT_BINARY_DIR}/include ${pages} ${readmes}
                 WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
