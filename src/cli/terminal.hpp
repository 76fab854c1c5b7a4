#pragma once

// What we write to: a terminal or a pipe, how wide, in colour or not; and what language it speaks.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include "ask/text.hpp"

namespace regelgraf::cli {

using regelgraf::Language;

enum class ColorWish : std::uint8_t { automatic, always, never };

/// How a stream may be written to.
struct Terminal {
  bool color = false;
  bool drawing = false;   ///< Lines, arrows and the like: the locale is UTF-8.
  std::size_t width = 0;  ///< Columns; 0: as long as it gets.
};

[[nodiscard]] bool is_terminal(std::FILE* stream);
[[nodiscard]] Terminal terminal_of(std::FILE* stream, ColorWish wish);

/// Danish where the locale is; English otherwise.
[[nodiscard]] Language language_of_locale();

/// The environment variable @p name; empty where it is not set.
[[nodiscard]] std::string environment(const char* name);

}  // namespace regelgraf::cli
