# `./dev deb FOLDER`: the Debian packages, by CPack, one for each component of Install.cmake.
#
# What lintian still says of them, and why it stays: an address of nobody's, until DEBFULLNAME and DEBEMAIL name
# who makes the packages; maintscript-calls-ldconfig, which CPack writes beside the trigger that we ask for;
# initial-upload-closes-no-bugs, since nothing is uploaded to Debian; no-manual-page: `regelgraf --help`.

if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME regelgraf)
set(CPACK_PACKAGE_CONTACT ${REGELGRAF_PACKAGER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # else it comes before the description of every component
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL library dev python program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/debian/triggers)
set(this_version "(= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libregelgraf0)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "rules and authority as a graph: the C library
regelgraf answers two questions about a municipality's governance chain: who
has the authority to decide this, and what breaks if this rule goes.

This package holds the shared library.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libregelgraf-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
# The library; Boost for the C++ headers; the others for who links an archive.
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libregelgraf0 ${this_version}, libboost-dev (>= 1.74) | libboost-graph-dev, \
libmbedtls-dev, libsimdjson-dev, libsqlite3-dev, libstemmer-dev, libutf8proc-dev, libxxhash-dev, zlib1g-dev")
if(REGELGRAF_HAS_CBC)
  string(APPEND CPACK_DEBIAN_DEV_PACKAGE_DEPENDS ", coinor-libcbc-dev")
endif()
set(CPACK_COMPONENT_DEV_DESCRIPTION "rules and authority as a graph: for developers in C and C++
regelgraf answers two questions about a municipality's governance chain: who
has the authority to decide this, and what breaks if this rule goes.

This package holds headers, archives, the CMake package, the pkg-config file,
JSON Schemas of what is read and written, and the national layer to read.")

set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-regelgraf)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
set(CPACK_DEBIAN_PYTHON_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS
    "libregelgraf0 (>= ${PROJECT_VERSION}), python3 (>= 3.11)")
set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA  # the compiled files that Python makes come and go
    ${CMAKE_CURRENT_LIST_DIR}/debian/python/postinst ${CMAKE_CURRENT_LIST_DIR}/debian/python/prerm)
set(CPACK_COMPONENT_PYTHON_DESCRIPTION "rules and authority as a graph: for Python
regelgraf answers two questions about a municipality's governance chain: who
has the authority to decide this, and what breaks if this rule goes.

This package holds the Python package, which calls the C library by ctypes.")

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME regelgraf)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "rules and authority as a graph: the program
regelgraf answers two questions about a municipality's governance chain: who
has the authority to decide this, and what breaks if this rule goes.

This package holds the command line; it needs none of the others.")

# What Debian wants of each package: its copyright and its two changelogs.
find_program(GZIP gzip)
mark_as_advanced(GZIP)
if(GZIP AND UNIX)
  set(work ${PROJECT_BINARY_DIR}/package)
  string(TIMESTAMP REGELGRAF_PACKAGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)  # SOURCE_DATE_EPOCH
  configure_file(${CMAKE_CURRENT_LIST_DIR}/debian/changelog.in ${work}/changelog.Debian @ONLY)
  configure_file(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${work}/changelog COPYONLY)
  execute_process(COMMAND ${GZIP} -9nfk changelog changelog.Debian
                  WORKING_DIRECTORY ${work} COMMAND_ERROR_IS_FATAL ANY)
  foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} upper)
    install(FILES ${CMAKE_CURRENT_LIST_DIR}/debian/copyright
                  ${work}/changelog.gz ${work}/changelog.Debian.gz
            DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}
            COMPONENT ${component} EXCLUDE_FROM_ALL)
  endforeach()
endif()

include(CPack)
