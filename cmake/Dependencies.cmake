# What we stand on. Everything is found on the system; nothing is downloaded.
# `./dev` installs the Debian packages. regelgrafConfig.cmake.in repeats what a user must find.

find_package(Boost 1.74 REQUIRED CONFIG)  # headers only: Graph; Serialization from src/
find_package(simdjson REQUIRED CONFIG)    # reading JSON
find_package(spdlog REQUIRED CONFIG)      # logging adapter, brings fmt
find_package(ZLIB REQUIRED)               # .jsonl.gz
find_package(CLI11 REQUIRED CONFIG)       # command line only

# These ship no CMake package. They are linked by plain name, so that no path of the building
# machine ends up in the installed package; here we only make sure that they are there.
find_path(REGELGRAF_MBEDTLS_INCLUDE mbedtls/sha256.h REQUIRED)  # SHA-256 of the digest
find_library(REGELGRAF_MBEDCRYPTO mbedcrypto REQUIRED)
find_path(REGELGRAF_UTF8PROC_INCLUDE utf8proc.h REQUIRED)       # NFC of ids
find_library(REGELGRAF_UTF8PROC utf8proc REQUIRED)
find_path(REGELGRAF_XXHASH_INCLUDE xxhash.h REQUIRED)           # checksum of snapshots
find_library(REGELGRAF_XXHASH xxhash REQUIRED)
mark_as_advanced(REGELGRAF_XXHASH_INCLUDE REGELGRAF_XXHASH REGELGRAF_MBEDTLS_INCLUDE REGELGRAF_MBEDCRYPTO
                 REGELGRAF_UTF8PROC_INCLUDE REGELGRAF_UTF8PROC)

# What the library links; cmake/regelgraf.pc.in and regelgrafConfig.cmake.in say it again.
set(REGELGRAF_NEEDS simdjson::simdjson ZLIB::ZLIB mbedcrypto utf8proc xxhash)

# The store. SQLite is linked; libpq is loaded when a store in PostgreSQL is opened, so that only its
# header is needed here.
find_path(REGELGRAF_SQLITE_INCLUDE sqlite3.h)
find_library(REGELGRAF_SQLITE sqlite3)
find_path(REGELGRAF_LIBPQ_INCLUDE libpq-fe.h PATH_SUFFIXES postgresql)
mark_as_advanced(REGELGRAF_SQLITE_INCLUDE REGELGRAF_SQLITE REGELGRAF_LIBPQ_INCLUDE)
set(have_sqlite OFF)
if(REGELGRAF_SQLITE_INCLUDE AND REGELGRAF_SQLITE)
  set(have_sqlite ON)
endif()
set(have_libpq OFF)
if(REGELGRAF_LIBPQ_INCLUDE AND UNIX)
  set(have_libpq ON)
endif()
option(REGELGRAF_STORE_SQLITE "The store in an SQLite file" ${have_sqlite})
option(REGELGRAF_STORE_POSTGRESQL "The store in a PostgreSQL database" ${have_libpq})
foreach(sort IN ITEMS SQLITE:${have_sqlite} POSTGRESQL:${have_libpq})
  string(REGEX REPLACE ":.*" "" name ${sort})
  if(REGELGRAF_STORE_${name} AND sort MATCHES ":OFF")
    message(FATAL_ERROR "REGELGRAF_STORE_${name} is ON and what it needs is not here (Debian: libsqlite3-dev, libpq-dev)")
  elseif(NOT REGELGRAF_STORE_${name} AND NOT CMAKE_CROSSCOMPILING)
    message(${REGELGRAF_LACKING} "No ${name} here (Debian: libsqlite3-dev, libpq-dev): no store in it.")
  endif()
endforeach()
if(REGELGRAF_STORE_SQLITE)
  list(APPEND REGELGRAF_NEEDS sqlite3)
  set(REGELGRAF_STORE_LIBS " -lsqlite3")  # for the .pc file
endif()
if(REGELGRAF_STORE_POSTGRESQL)
  list(APPEND REGELGRAF_NEEDS ${CMAKE_DL_LIBS})
endif()

if(REGELGRAF_DEVELOPER_MODE)
  find_package(GTest 1.12 REQUIRED CONFIG)
  if(REGELGRAF_BENCHMARKS)
    find_package(benchmark REQUIRED CONFIG)
  endif()
endif()
