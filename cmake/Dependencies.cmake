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
find_path(REGELGRAF_STEMMER_INCLUDE libstemmer.h REQUIRED)      # Danish inflection in nominations
find_library(REGELGRAF_STEMMER stemmer REQUIRED)
mark_as_advanced(REGELGRAF_STEMMER_INCLUDE REGELGRAF_STEMMER REGELGRAF_XXHASH_INCLUDE REGELGRAF_XXHASH REGELGRAF_MBEDTLS_INCLUDE REGELGRAF_MBEDCRYPTO
                 REGELGRAF_UTF8PROC_INCLUDE REGELGRAF_UTF8PROC)

# What the library links; cmake/regelgraf.pc.in and regelgrafConfig.cmake.in say it again.
set(REGELGRAF_NEEDS simdjson::simdjson ZLIB::ZLIB mbedcrypto utf8proc xxhash stemmer)

if(REGELGRAF_DEVELOPER_MODE)
  find_package(GTest 1.12 REQUIRED CONFIG)
  if(REGELGRAF_BENCHMARKS)
    find_package(benchmark REQUIRED CONFIG)
  endif()
endif()
