#pragma once

// Markup out, piece by piece: HTML and SVG. What stands in it as text or in an attribute is escaped
// here and nowhere else, so that whoever writes a page cannot forget it.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/escape.hpp"

namespace regelgraf::html {

/// An attribute; its name is ours, its value is escaped.
struct Attribute {
  std::string_view name;
  std::string value;
};

/// Writes elements that open and close in order. Names of elements and attributes are never taken
/// from a model.
class Writer {
 public:
  using Attributes = std::initializer_list<Attribute>;

  /// Opens @p element.
  Writer& open(std::string_view element, Attributes attributes = {}) {
    begin(element, attributes);
    out_ += '>';
    open_.push_back(element);
    return *this;
  }
  /// Closes the element that was opened last.
  Writer& close() {
    out_.append("</").append(open_.back()) += '>';
    open_.pop_back();
    return *this;
  }
  /// An element of HTML that never has content, or an empty one of SVG.
  Writer& empty(std::string_view element, Attributes attributes = {}) {
    begin(element, attributes);
    out_ += "/>";
    return *this;
  }
  /// An element that holds @p text alone.
  Writer& element(std::string_view name, std::string_view text, Attributes attributes = {}) {
    return open(name, attributes).text(text).close();
  }
  Writer& text(std::string_view text) {
    append_escaped(out_, text);
    return *this;
  }
  /// A text of the model in <bdi>: one of another direction of writing leaves its surroundings be.
  Writer& name(std::string_view text) { return element("bdi", text); }
  /// Markup or style that is ours, never a model's.
  Writer& markup(std::string_view ours) {
    out_ += ours;
    return *this;
  }
  Writer& line() {
    out_ += '\n';
    return *this;
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void begin(std::string_view element, Attributes attributes) {
    out_ += '<';
    out_ += element;
    for (const Attribute& one : attributes) {
      out_.append(" ").append(one.name).append("=\"");
      append_escaped(out_, one.value);
      out_ += '"';
    }
  }

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace regelgraf::html
