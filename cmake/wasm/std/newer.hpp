// What Emscripten's library of C++ (of LLVM 13) lacks of C++20, as far as regelgraf uses it: read before every source.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

namespace std {

template <class To, class From>
constexpr To bit_cast(const From& from) noexcept {
  return __builtin_bit_cast(To, from);
}

/// The fewest digits that read back the same: of so many digits printf gives the nearest.
inline to_chars_result to_chars(char* first, char* last, double value, chars_format format) {
  const char* const how = format == chars_format::fixed ? "%.*f" : "%.*e";
  const int most = format == chars_format::fixed ? 340 : 17;
  char text[700];
  int length = 0;
  for (int digits = 0; digits <= most; ++digits) {
    length = snprintf(text, sizeof text, how, digits, value);
    if (strtod(text, nullptr) == value) break;
  }
  if (last - first < length) return {last, errc::value_too_large};
  memcpy(first, text, static_cast<size_t>(length));
  return {first + length, errc()};
}

/// Digits with a point or an exponent; what stands before a number is no number here.
inline from_chars_result from_chars(const char* first, const char* last, double& value) {
  const string text(first, last);
  char* end = nullptr;
  const double read = strtod(text.c_str(), &end);
  if (end == text.c_str()) return {first, errc::invalid_argument};
  value = read;
  return {first + (end - text.c_str()), errc()};
}

namespace ranges {
template <class A, class B>
bool equal(const A& a, const B& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}
}  // namespace ranges

}  // namespace std
