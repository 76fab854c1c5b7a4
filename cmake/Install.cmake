# What `./dev install PREFIX` puts where. The prefix may be moved afterwards. The components are the
# packages of Packages.cmake, and `license`, which Debian has a place of its own for.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/regelgraf)
set(package_work ${PROJECT_BINARY_DIR}/package)

# A set of targets for each way to link, so that a C program need not have Boost and the rest installed.
set(sets c cxx)
install(TARGETS regelgraf_c regelgraf_over_c EXPORT regelgrafTargets-c
        RUNTIME COMPONENT library
        LIBRARY COMPONENT library NAMELINK_COMPONENT dev
        ARCHIVE COMPONENT dev)
install(TARGETS regelgraf_headers regelgraf EXPORT regelgrafTargets-cxx ARCHIVE COMPONENT dev)
if(TARGET regelgraf_c_static)
  list(APPEND sets c_static)
  install(TARGETS regelgraf_c_static EXPORT regelgrafTargets-c_static ARCHIVE COMPONENT dev)
endif()
install(TARGETS regelgraf_cli RUNTIME COMPONENT program)
foreach(set IN LISTS sets)
  install(EXPORT regelgrafTargets-${set} NAMESPACE regelgraf:: DESTINATION ${package_dir}
          COMPONENT dev)
endforeach()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/regelgraf
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev FILES_MATCHING PATTERN "*.hpp")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/bindings/cpp/include/regelgraf
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev FILES_MATCHING PATTERN "*.hpp")
install(FILES ${PROJECT_BINARY_DIR}/include/regelgraf/version.hpp
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/regelgraf COMPONENT dev)
install(FILES ${PROJECT_SOURCE_DIR}/capi/include/regelgraf.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev)

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/regelgrafConfig.cmake.in
  ${package_work}/regelgrafConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${package_work}/regelgrafConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${package_work}/regelgrafConfig.cmake ${package_work}/regelgrafConfigVersion.cmake
        DESTINATION ${package_dir} COMPONENT dev)

# The .pc file finds its prefix from where it lies.
file(RELATIVE_PATH REGELGRAF_PC_TO_PREFIX
     /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
string(REGEX REPLACE "/$" "" REGELGRAF_PC_TO_PREFIX "${REGELGRAF_PC_TO_PREFIX}")
configure_file(${PROJECT_SOURCE_DIR}/cmake/regelgraf.pc.in ${package_work}/regelgraf.pc @ONLY)
install(FILES ${package_work}/regelgraf.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
        COMPONENT dev)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/bindings/python/regelgraf
        DESTINATION ${REGELGRAF_PYTHON_DIR} COMPONENT python
        PATTERN "__pycache__" EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/src/schema
        DESTINATION ${CMAKE_INSTALL_DATADIR}/regelgraf COMPONENT dev FILES_MATCHING PATTERN "*.schema.json")
# For people to read, and to hand over to other programs: the library has its own copy.
install(FILES ${PROJECT_SOURCE_DIR}/src/layers/dk.json
        DESTINATION ${CMAKE_INSTALL_DATADIR}/regelgraf/layers COMPONENT dev)
install(FILES ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT license)
