#pragma once

// The common form of an element, read in one pass straight into records.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/quick_element.hpp"

namespace regelgraf::formats {

/// Reads elements, other than involvements and bars, whose fields are those most elements have,
/// spelled without escapes and without anything to report. It takes nothing that ElementReader
/// would report on, and what it takes it reads as ElementReader does; the rest is left to that one.
class QuickReader {
 public:
  explicit QuickReader(detail::Records& records) : records_(records) {}

  /// Reads the element whose brace is text[@p at]; the text is UTF-8, with 32 bytes behind it that
  /// may be read. @return The place behind its end, 0 where it was not read, as it is not where it
  /// is to be @p on_one_line and is not.
  std::size_t element(std::string_view text, std::size_t at, std::uint32_t layer, bool on_one_line);

 private:
  struct Text {
    const char* data = nullptr;
    std::uint32_t size = 0;
    bool ascii = true;
    [[nodiscard]] std::string_view view() const { return {data, size}; }
  };
  using Ref = QuickElement::Ref;
  using Requirements = QuickElement::Requirements;
  using Figures = QuickElement::Figures;

  // Each reads one value; false where it is not of the common form.
  bool object();
  bool field(std::string_view key);
  bool text(Text& out);
  bool plain_text(std::string_view& out);
  bool id(Ref& out);
  bool ids(std::vector<Ref>& out);
  bool texts(std::vector<std::string_view>& out);
  bool requirements(Requirements& out);
  bool requirement(Requirements& out);
  bool name();
  bool source();
  bool valid();
  bool examined();
  bool burden();
  bool redelegable();
  bool over();
  bool holders();
  bool range(Figures& out);
  bool number(double& out);
  bool small_whole(std::uint32_t& out);
  bool boolean(bool& out);
  template <class Word>
  bool word(Word& out);
  template <class Each>
  bool members(const Each& each);
  template <class Each>
  bool list(const Each& each);

  void skip_space();
  bool take(char c);
  bool take_all(std::string_view spelled);
  bool once(std::uint64_t field);
  [[nodiscard]] bool fields_fit() const;

  detail::Records& records_;
  const char* at_ = nullptr;
  bool on_one_line_ = false;
  QuickElement e_;  // the one that is being read
};

}  // namespace regelgraf::formats
