#pragma once

// JSON text out. Small and our own, because the canonical form (FORMATS section 1) asks for the
// shortest digits that read back the same, which the packaged writers do not promise.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regelgraf::json {

/// Appends @p text as a JSON string: escaped where JSON asks for it, UTF-8 otherwise as it is.
void append_string(std::string& out, std::string_view text);

/// Appends @p value in its shortest form that reads back the same: as an integer up to 21 digits,
/// with a point, or with an exponent (the layout of ECMAScript and RFC 8785). @p value is finite.
void append_number(std::string& out, double value);

[[nodiscard]] std::string string(std::string_view text);
[[nodiscard]] std::string number(double value);

/// Writes JSON piece by piece; commas come by themselves. Keys stand in the order they are written.
class Writer {
 public:
  Writer& begin_object() { return open('{'); }
  Writer& end_object() { return shut('}'); }
  Writer& begin_array() { return open('['); }
  Writer& end_array() { return shut(']'); }
  Writer& key(std::string_view name) {
    comma();
    append_string(out_, name);
    out_ += ':';
    fresh_ = true;
    return *this;
  }
  Writer& string(std::string_view text) {
    comma();
    append_string(out_, text);
    return *this;
  }
  Writer& number(double value) {
    comma();
    append_number(out_, value);
    return *this;
  }
  Writer& boolean(bool value) { return raw(value ? "true" : "false"); }
  Writer& null() { return raw("null"); }
  /// Text that is JSON already.
  Writer& raw(std::string_view text) {
    comma();
    out_ += text;
    return *this;
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void comma() {
    if (!fresh_) out_ += ',';
    fresh_ = false;
  }
  Writer& open(char bracket) {
    comma();
    out_ += bracket;
    fresh_ = true;
    return *this;
  }
  Writer& shut(char bracket) {
    out_ += bracket;
    fresh_ = false;
    return *this;
  }

  std::string out_;
  bool fresh_ = true;
};

/// An object whose keys come out sorted, and a set whose members do: the canonical form.
class SortedObject {
 public:
  void put(std::string_view key, std::string value) { fields_.emplace_back(key, std::move(value)); }
  [[nodiscard]] std::string take();

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// A JSON list of texts that are JSON already, in their order.
[[nodiscard]] std::string list(const std::vector<std::string>& values);
/// The same, sorted, each once.
[[nodiscard]] std::string set(std::vector<std::string> values);

}  // namespace regelgraf::json
