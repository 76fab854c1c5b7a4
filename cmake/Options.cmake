# Every option, with its default and one sentence. Presets set them; see CMakePresets.json.

option(REGELGRAF_DEVELOPER_MODE "Tests, examples, documentation; a packager needs none of it"
       ${PROJECT_IS_TOP_LEVEL})
option(REGELGRAF_BENCHMARKS "Build tests/bench (needs Google Benchmark)" OFF)
option(REGELGRAF_FUZZ "Build the libFuzzer targets of tests/fuzz (needs clang)" OFF)
option(REGELGRAF_WERROR "A warning in our own code is an error" ${REGELGRAF_DEVELOPER_MODE})
option(REGELGRAF_BINDINGS "The assembly for .NET and the jar for Java, where Mono and a JDK are here"
       ${PROJECT_IS_TOP_LEVEL})
option(REGELGRAF_PICTURES "The program draws pictures as SVG, through Graphviz's libgvc where it is here; without, DOT, GraphML and Mermaid are left" ON)
set(REGELGRAF_SANITIZE "" CACHE STRING "What -fsanitize= gets; for tests, never for a release")
set(REGELGRAF_WASM "" CACHE FILEPATH "The engine that the program puts on the page of a report, gzipped (./dev wasm); empty: none")
option(REGELGRAF_UNITY "Compile our sources some at a time: several times quicker from scratch, slower after an edit" OFF)
set(REGELGRAF_OPTIMISER "AUTO" CACHE STRING
    "ON, OFF or AUTO (where CBC is found): keep_set and best_removals, with COIN-OR CBC")
set_property(CACHE REGELGRAF_OPTIMISER PROPERTY STRINGS AUTO ON OFF)
set(REGELGRAF_PYTHON "/usr/bin/python3" CACHE FILEPATH "The Python that runs tests")
set(REGELGRAF_PYTHON_DIR "lib/python3/dist-packages" CACHE STRING
    "Where the Python package is installed, below the prefix")
set(packager "regelgraf maintainers <regelgraf@localhost>")
if(DEFINED ENV{DEBFULLNAME} AND DEFINED ENV{DEBEMAIL})
  set(packager "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(REGELGRAF_PACKAGER ${packager} CACHE STRING "Whom the Debian packages name as their maintainer")

# How it is said that a tool is not here: without it a developer's tests are fewer than they should be.
set(REGELGRAF_LACKING STATUS)
if(REGELGRAF_DEVELOPER_MODE)
  set(REGELGRAF_LACKING WARNING)
endif()

set(REGELGRAF_ENGINE_ONCE "")  # what a file is compiled with that sees the engine's declarations alone

# What follows is for our own build; inside a larger project its choices hold.
if(PROJECT_IS_TOP_LEVEL)
  if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
  endif()
  # While developing the engine is compiled once (src/engine.cpp), which halves the time. A release
  # has it inline: what is often asked then is compiled for speed, the rest of it to be small.
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    set(REGELGRAF_ENGINE_ONCE REGELGRAF_DECLARATIONS_ONLY)
  endif()

  set(CMAKE_CXX_EXTENSIONS OFF)
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
  set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
  set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)

  find_program(CCACHE ccache)
  mark_as_advanced(CCACHE)
  if(CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
    # Without these two, ccache leaves alone whatever uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  endif()

  if(REGELGRAF_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)  # coverage; its main() only where asked for
  endif()
  if(REGELGRAF_SANITIZE)
    add_compile_options(-fsanitize=${REGELGRAF_SANITIZE} -fno-sanitize-recover=all
                        -fno-omit-frame-pointer)
    if(REGELGRAF_SANITIZE MATCHES "undefined")
      # What a crash shows anyway, or asan; without them a file compiles in two thirds of the time.
      add_compile_options(-fno-sanitize=null,object-size,vptr)
      # Another third; src/snapshot, where bytes are looked at as numbers, keeps it, and so do the fuzzers.
      if(NOT REGELGRAF_FUZZ)
        add_compile_options(-fno-sanitize=alignment)
      endif()
    endif()
    add_link_options(-fsanitize=${REGELGRAF_SANITIZE})
  endif()
endif()
