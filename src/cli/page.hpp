#pragma once

// A page of text with emphasis: wrapped, with trees drawn, in colour where the terminal has it.

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.hpp"

namespace regelgraf::cli {

/// How a piece of text is meant; the page chooses the colour.
enum class Tone : std::uint8_t { plain, strong, faint, good, warning, alarm };

/// A line of text in pieces.
class Text {
 public:
  Text() = default;
  Text(std::string text, Tone tone = Tone::plain) { add(std::move(text), tone); }  // NOLINT
  Text(const char* text, Tone tone = Tone::plain) { add(text, tone); }             // NOLINT

  Text& add(std::string text, Tone tone = Tone::plain) {
    if (!text.empty()) pieces_.push_back({std::move(text), tone});
    return *this;
  }
  Text& add(const Text& text) {
    pieces_.insert(pieces_.end(), text.pieces_.begin(), text.pieces_.end());
    return *this;
  }
  Text& add(const char* text, Tone tone = Tone::plain) { return add(std::string(text), tone); }
  [[nodiscard]] bool empty() const { return pieces_.empty(); }

 private:
  friend class Page;
  struct Piece {
    std::string text;
    Tone tone;
  };
  std::vector<Piece> pieces_;
};

/// A text with what hangs below it.
struct Tree {
  Text label;
  std::vector<Tree> under;

  Tree& add(Tree tree) {
    under.push_back(std::move(tree));
    return under.back();
  }
};

/// Collects what is to be written; write() puts it out at once.
class Page {
 public:
  explicit Page(Terminal terminal) : terminal_(terminal) {}

  /// A line, wrapped; what follows the first line is indented as it is, or by @p hang.
  void line(const Text& text, std::size_t indent = 0, std::size_t hang = 0);
  /// An empty line, but never two, and none at the top.
  void gap();
  void tree(const Tree& tree, std::size_t indent = 0);
  /// Rows in columns; all but the first column stand to the right. With @p text_last the first does
  /// too, and the last, which may be long and is wrapped, to the left.
  void table(const std::vector<std::vector<Text>>& rows, std::size_t indent = 0,
             bool text_last = false);
  /// Text as it is.
  void raw(std::string_view text) { out_ += text; }

  /// Writes everything to @p stream and starts again. False: it could not be written.
  [[nodiscard]] bool write(std::FILE* stream);

  /// `→`, or `->` where the terminal cannot draw.
  [[nodiscard]] const char* arrow() const { return terminal_.drawing ? "→" : "->"; }
  /// `·`, or `-`.
  [[nodiscard]] const char* dot() const { return terminal_.drawing ? "·" : "-"; }
  [[nodiscard]] bool drawing() const { return terminal_.drawing; }

 private:
  struct Word;
  /// @p before: how many columns the line holds already.
  void put(const Text& text, const std::string& first, const std::string& rest,
           std::size_t before = 0);
  void branches(const std::vector<Tree>& trees, const std::string& lead);
  /// Says in which tone the text goes on.
  void turn(Tone tone);

  Terminal terminal_;
  std::string out_;
  Tone tone_ = Tone::plain;  // of what stands at the end of out_
};

/// How many columns @p text takes.
[[nodiscard]] std::size_t columns(std::string_view text);

}  // namespace regelgraf::cli
