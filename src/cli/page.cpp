#include "cli/page.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace regelgraf::cli {

namespace {

/// Calls @p each(code point, its bytes); what is no UTF-8 comes as U+FFFD.
template <class Each>
void code_points(std::string_view text, const Each& each) {
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &code);
    const std::size_t step = length > 0 ? static_cast<std::size_t>(length) : 1;
    if (length > 0)
      each(code, text.substr(0, step));
    else
      each(0xFFFD, std::string_view("\xEF\xBF\xBD"));
    text.remove_prefix(step);
  }
}

/// Text of a model without what would steer a terminal: control characters, and those that turn the
/// direction of writing.
std::string harmless(std::string_view text) {
  std::string out;
  code_points(text, [&](utf8proc_int32_t code, std::string_view bytes) {
    const bool steers = code < 0x20 || (code >= 0x7F && code < 0xA0) ||
                        (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    out += steers ? std::string_view(" ") : bytes;
  });
  return out;
}

constexpr const char* escapes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[33m", "\x1b[1;31m"};

std::string spaces(std::size_t count) { return std::string(count, ' '); }

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  code_points(text, [&](utf8proc_int32_t code, std::string_view) {
    width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
  });
  return width;
}

/// What stands between two spaces; may change its tone on the way.
struct Page::Word {
  std::vector<Text::Piece> pieces;
  std::size_t width = 0;

  void add(std::string text, Tone tone) {
    width += columns(text);
    pieces.push_back({std::move(text), tone});
  }
};

void Page::turn(Tone tone) {
  if (!terminal_.color || tone == tone_) return;
  if (tone_ != Tone::plain) out_ += "\x1b[0m";
  out_ += escapes[static_cast<std::size_t>(tone)];
  tone_ = tone;
}

void Page::put(const Text& text, const std::string& first, const std::string& rest,
               std::size_t before) {
  std::vector<Word> words(1);
  for (const Text::Piece& piece : text.pieces_) {
    const std::string clean = harmless(piece.text);
    for (std::size_t at = 0;;) {
      const std::size_t end = std::min(clean.find(' ', at), clean.size());
      if (end > at) words.back().add(clean.substr(at, end - at), piece.tone);
      if (end == clean.size()) break;
      if (words.back().width > 0) words.emplace_back();
      at = end + 1;
    }
  }
  if (words.back().width == 0 && words.size() > 1) words.pop_back();

  out_ += first;
  std::size_t used = before + columns(first);
  bool fresh = true;
  for (const Word& word : words) {
    if (!fresh && terminal_.width > 0 && used + 1 + word.width > terminal_.width) {
      turn(Tone::plain);
      out_ += '\n' + rest;
      used = columns(rest);
      fresh = true;
    }
    if (!fresh) {
      if (!word.pieces.empty() && word.pieces.front().tone != tone_) turn(Tone::plain);
      out_ += ' ';
      ++used;
    }
    for (const Text::Piece& piece : word.pieces) {
      turn(piece.tone);
      out_ += piece.text;
    }
    used += word.width;
    fresh = false;
  }
  turn(Tone::plain);
  out_ += '\n';
}

void Page::line(const Text& text, std::size_t indent, std::size_t hang) {
  put(text, spaces(indent), spaces(indent + hang));
}

void Page::gap() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void Page::tree(const Tree& tree, std::size_t indent) {
  put(tree.label, spaces(indent), spaces(indent + 2));
  branches(tree.under, spaces(indent));
}

void Page::branches(const std::vector<Tree>& trees, const std::string& lead) {
  const bool draw = terminal_.drawing;
  for (const Tree& tree : trees) {
    const bool last = &tree == &trees.back();
    const std::string below = lead + (!draw ? "  " : last ? "   " : "│  ");
    const char* const further = !draw ? "  " : tree.under.empty() ? "  " : "│ ";
    put(tree.label, lead + (!draw ? "  " : last ? "└─ " : "├─ "), below + further);
    branches(tree.under, below);
  }
}

void Page::table(const std::vector<std::vector<Text>>& rows, std::size_t indent, bool text_last) {
  const auto width = [](const Text& text) {
    std::size_t sum = 0;
    for (const Text::Piece& piece : text.pieces_) sum += columns(piece.text);
    return sum;
  };
  std::vector<std::size_t> widest;
  for (const auto& row : rows) {
    widest.resize(std::max(widest.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widest[i] = std::max(widest[i], width(row[i]));
  }
  for (const auto& row : rows) {
    out_ += spaces(indent);
    std::size_t used = indent;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string fill = spaces(widest[i] - width(row[i]));
      const bool left = i == 0 && !text_last;
      if (i > 0) out_ += "  ";
      used += i > 0 ? 2 : 0;
      if (text_last && i + 1 == row.size()) {
        put(row[i], {}, spaces(used), used);
        break;
      }
      if (!left) out_ += fill;
      for (const Text::Piece& piece : row[i].pieces_) {
        turn(piece.tone);
        out_ += piece.text;
      }
      turn(Tone::plain);
      if (left && row.size() > 1) out_ += fill;
      used += widest[i];
    }
    if (!text_last) out_ += '\n';
  }
}

bool Page::write(std::FILE* stream) {
  const bool written = std::fwrite(out_.data(), 1, out_.size(), stream) == out_.size();
  out_.clear();
  return std::fflush(stream) == 0 && written;
}

}  // namespace regelgraf::cli
