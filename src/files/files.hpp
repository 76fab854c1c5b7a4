#pragma once

// Names of files are UTF-8 wherever the library runs. Where the system's own are something else, as
// on Windows, std::filesystem::path would take a std::string for text in the code page of the
// machine.

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace regelgraf::files {

[[nodiscard]] inline std::filesystem::path path_of(std::string_view utf8) {
  return std::u8string(utf8.begin(), utf8.end());
}

[[nodiscard]] inline std::string utf8_of(const std::filesystem::path& path) {
  const std::u8string utf8 = path.u8string();
  return {utf8.begin(), utf8.end()};
}

/// As std::fopen with "rb"; NULL and errno where it cannot be read.
[[nodiscard]] inline std::FILE* open_to_read(const std::filesystem::path& path) {
#if defined(_WIN32)
  return _wfopen(path.c_str(), L"rb");
#else
  return std::fopen(path.c_str(), "rb");
#endif
}

}  // namespace regelgraf::files
