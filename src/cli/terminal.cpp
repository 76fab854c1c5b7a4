#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

#if !defined(_WIN32)
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace regelgraf::cli {

namespace {

constexpr std::size_t widest = 100;  // beyond it lines are hard to read

/// The first of these that is set, as POSIX orders them.
std::string first_of(std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (std::string value = environment(name); !value.empty()) return value;
  return {};
}

std::size_t width_of([[maybe_unused]] std::FILE* stream) {
  if (const int columns = std::atoi(environment("COLUMNS").c_str()); columns > 0)
    return std::min<std::size_t>(static_cast<std::size_t>(columns), widest);
  if (!is_terminal(stream)) return 0;
#if !defined(_WIN32)
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::min<std::size_t>(size.ws_col, widest);
#endif
  return 80;
}

bool is_utf8(std::string charset) {
  std::transform(charset.begin(), charset.end(), charset.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
  return charset.find("utf-8") != std::string::npos || charset.find("utf8") != std::string::npos;
}

}  // namespace

bool is_terminal([[maybe_unused]] std::FILE* stream) {
#if defined(_WIN32)
  return false;
#else
  return isatty(fileno(stream)) != 0;
#endif
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

Terminal terminal_of(std::FILE* stream, ColorWish wish) {
  Terminal terminal;
  // https://no-color.org: any value but the empty one
  const bool plain = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  terminal.color =
      wish == ColorWish::always || (wish == ColorWish::automatic && !plain && is_terminal(stream));
  terminal.drawing = is_utf8(first_of({"LC_ALL", "LC_CTYPE", "LANG"}));
  terminal.width = width_of(stream);
  return terminal;
}

Language language_of_locale() {
  return first_of({"LC_ALL", "LC_MESSAGES", "LANG"}).starts_with("da") ? Language::da
                                                                       : Language::en;
}

}  // namespace regelgraf::cli
