#include "html/escape.hpp"

namespace regelgraf::html {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Does it turn the direction of what stands around it?
bool turns(char32_t one) {
  return one == 0x061C || one == 0x200E || one == 0x200F || (one >= 0x202A && one <= 0x202E) ||
         (one >= 0x2066 && one <= 0x2069);
}

bool may_be_shown(char32_t one) {
  if (one < 0x20) return one == '\t' || one == '\n' || one == '\r';
  if (one >= 0x7F && one < 0xA0) return false;
  if ((one & 0xFFFEU) == 0xFFFEU) return false;
  return !turns(one) && one != 0x2028 && one != 0x2029;
}

}  // namespace

char32_t take_character(std::string_view& text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const unsigned first = byte(0);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  char32_t one = length == 1 ? first : first & (0x7FU >> length);
  bool good = length > 0;
  for (std::size_t at = 1; at < length && good; ++at) {
    good = (byte(at) & 0xC0U) == 0x80U;
    one = (one << 6U) | (byte(at) & 0x3FU);
  }
  good = good && !(length == 3 && (one < 0x800 || (one >= 0xD800 && one < 0xE000))) &&
         !(length == 4 && (one < 0x10000 || one > 0x10FFFF));
  text.remove_prefix(good ? length : 1);
  return good ? one : replacement;
}

void append_character(std::string& out, char32_t one) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (one < 0x80) {
    put(one);
  } else if (one < 0x800) {
    put(0xC0U | (one >> 6U));
    put(0x80U | (one & 0x3FU));
  } else if (one < 0x10000) {
    put(0xE0U | (one >> 12U));
    put(0x80U | ((one >> 6U) & 0x3FU));
    put(0x80U | (one & 0x3FU));
  } else {
    put(0xF0U | (one >> 18U));
    put(0x80U | ((one >> 12U) & 0x3FU));
    put(0x80U | ((one >> 6U) & 0x3FU));
    put(0x80U | (one & 0x3FU));
  }
}

std::string shown(std::string_view text, std::size_t most) {
  std::string out;
  out.reserve(text.size() < 4 * most ? text.size() : 4 * most);
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == most) {
      out += "…";
      break;
    }
    const char32_t one = take_character(text);
    append_character(out, may_be_shown(one) ? one : replacement);
  }
  return out;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char one : shown(text)) switch (one) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        out += one;
    }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char one : text) count += (static_cast<unsigned char>(one) & 0xC0U) != 0x80U;
  return count;
}

}  // namespace regelgraf::html
