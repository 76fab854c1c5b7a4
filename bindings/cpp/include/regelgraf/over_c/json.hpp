#pragma once

/// @file
/// @brief What the library answers as JSON, as values.

#include <cstddef>
#include <locale>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace regelgraf::over_c {
inline namespace v0_1 {

/// A value of JSON. It never changes.
class Json {
 public:
  using Member = std::pair<std::string, Json>;

  /// null.
  Json() = default;

  /// Throws std::invalid_argument where @p text is no JSON, or nested more than 500 deep.
  [[nodiscard]] static Json parse(std::string_view text);

  [[nodiscard]] bool is_null() const { return value_.index() == 0; }
  [[nodiscard]] bool is_boolean() const { return std::holds_alternative<bool>(value_); }
  [[nodiscard]] bool is_number() const { return std::holds_alternative<Number>(value_); }
  [[nodiscard]] bool is_string() const { return std::holds_alternative<std::string>(value_); }
  [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(value_); }
  [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(value_); }

  // Each throws std::bad_variant_access where the value is another kind.
  [[nodiscard]] bool boolean() const { return std::get<bool>(value_); }
  [[nodiscard]] const std::string& string() const { return std::get<std::string>(value_); }
  [[nodiscard]] double number() const {
    std::istringstream in(number_text());
    in.imbue(std::locale::classic());  // a host's locale may want a comma
    double number = 0;
    in >> number;
    return number;
  }
  /// A number as it is written: whole numbers beyond 2^53 are exact.
  [[nodiscard]] const std::string& number_text() const { return std::get<Number>(value_).text; }
  [[nodiscard]] const std::vector<Json>& array() const { return std::get<Array>(value_); }
  /// In the order of the text.
  [[nodiscard]] const std::vector<Member>& object() const { return std::get<Object>(value_); }

  /// A member; null where there is none, or where this is no object.
  [[nodiscard]] const Json& operator[](std::string_view name) const {
    if (const auto* members = std::get_if<Object>(&value_))
      for (const Member& one : *members)
        if (one.first == name) return one.second;
    return nothing();
  }
  /// Entry @p i of an array; null where there is none, or where this is no array.
  [[nodiscard]] const Json& operator[](std::size_t i) const {
    const auto* entries = std::get_if<Array>(&value_);
    return entries && i < entries->size() ? (*entries)[i] : nothing();
  }
  /// How many entries or members; 0 for all else.
  [[nodiscard]] std::size_t size() const {
    if (is_array()) return array().size();
    return is_object() ? object().size() : 0;
  }

  /// The texts of an array; none where this is no array.
  [[nodiscard]] std::vector<std::string> strings() const {
    std::vector<std::string> all;
    if (is_array())
      for (const Json& one : array()) all.push_back(one.string());
    return all;
  }

 private:
  struct Number {
    std::string text;
  };
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;
  class Parser;

  static const Json& nothing() {
    static const Json null;
    return null;
  }

  std::variant<std::monostate, bool, Number, std::string, Array, Object> value_;
};

class Json::Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Json all() {
    Json value = one(0);
    space();
    if (at_ != text_.size()) refuse();
    return value;
  }

 private:
  [[noreturn]] void refuse() const {
    throw std::invalid_argument("no JSON, at byte " + std::to_string(at_));
  }

  void space() {
    while (at_ < text_.size() && std::string_view(" \t\n\r").find(text_[at_]) != text_.npos) ++at_;
  }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char wanted) {
    space();
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  void expect(char wanted) {
    if (!take(wanted)) refuse();
  }

  Json one(int depth) {
    if (depth > 500) refuse();
    Json made;
    space();
    switch (peek()) {
      case '{':
        made.value_ = members(depth);
        break;
      case '[':
        made.value_ = entries(depth);
        break;
      case '"':
        made.value_ = string();
        break;
      case 't':
        word("true"), made.value_ = true;
        break;
      case 'f':
        word("false"), made.value_ = false;
        break;
      case 'n':
        word("null");
        break;
      default:
        made.value_ = number();
    }
    return made;
  }

  Object members(int depth) {
    Object all;
    expect('{');
    if (take('}')) return all;
    do {
      space();
      std::string name = string();
      expect(':');
      all.emplace_back(std::move(name), one(depth + 1));
    } while (take(','));
    expect('}');
    return all;
  }

  Array entries(int depth) {
    Array all;
    expect('[');
    if (take(']')) return all;
    do all.push_back(one(depth + 1));
    while (take(','));
    expect(']');
    return all;
  }

  void word(std::string_view wanted) {
    if (text_.substr(at_, wanted.size()) != wanted) refuse();
    at_ += wanted.size();
  }

  bool digits() {
    const std::size_t begin = at_;
    while (peek() >= '0' && peek() <= '9') ++at_;
    return at_ > begin;
  }

  Number number() {
    const std::size_t begin = at_;
    if (peek() == '-') ++at_;
    if (peek() == '0')
      ++at_;
    else if (!digits())
      refuse();
    if (peek() == '.' && (++at_, !digits())) refuse();
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (!digits()) refuse();
    }
    return {std::string(text_.substr(begin, at_ - begin))};
  }

  std::string string() {
    if (peek() != '"') refuse();
    ++at_;
    std::string made;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) refuse();
      if (text_[at_] != '\\')
        made += text_[at_++];
      else
        escaped(made);
    }
    if (at_ == text_.size()) refuse();
    ++at_;
    return made;
  }

  void escaped(std::string& to) {
    static constexpr std::string_view names = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    ++at_;
    const char name = peek();
    const std::size_t known = name == '\0' ? names.npos : names.find(name);
    if (known == names.npos && name != 'u') refuse();
    ++at_;
    if (known != names.npos)
      to += meant[known];
    else
      append(to, code_point());
  }

  unsigned long unit() {
    unsigned long value = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const std::size_t digit = std::string_view("0123456789abcdef").find(lower(peek()));
      if (digit == std::string_view::npos) refuse();
      value = value * 16 + static_cast<unsigned long>(digit);
    }
    return value;
  }
  static char lower(char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; }

  unsigned long code_point() {
    const unsigned long first = unit();
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first > 0xDBFF) refuse();
    word("\\u");
    const unsigned long second = unit();
    if (second < 0xDC00 || second > 0xDFFF) refuse();
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }

  /// As UTF-8.
  static void append(std::string& to, unsigned long point) {
    const auto byte = [&to](unsigned long value) { to += static_cast<char>(value); };
    if (point < 0x80) {
      byte(point);
    } else if (point < 0x800) {
      byte(0xC0 | point >> 6);
      byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
      byte(0xE0 | point >> 12);
      byte(0x80 | (point >> 6 & 0x3F));
      byte(0x80 | (point & 0x3F));
    } else {
      byte(0xF0 | point >> 18);
      byte(0x80 | (point >> 12 & 0x3F));
      byte(0x80 | (point >> 6 & 0x3F));
      byte(0x80 | (point & 0x3F));
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

inline Json Json::parse(std::string_view text) { return Parser(text).all(); }

/// @p text in quotation marks, as JSON has it.
[[nodiscard]] inline std::string json_string(std::string_view text) {
  std::string made = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') made += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) {
      made += c;
      continue;
    }
    made += "\\u00";
    made += c < 0x10 ? '0' : '1';
    made += "0123456789abcdef"[c & 0xF];
  }
  return made + '"';
}

}  // namespace v0_1
}  // namespace regelgraf::over_c
