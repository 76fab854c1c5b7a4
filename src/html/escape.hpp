#pragma once

// Text of a model on its way into HTML, XML and SVG.

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace regelgraf::html {

/// @brief @p text as people may see it, at most @p most characters and then `…`.
///
/// U+FFFD stands in place of bytes that are no UTF-8, of what XML cannot hold, and of marks that
/// turn the direction of writing, with which a name could rewrite what stands around it.
[[nodiscard]] std::string shown(std::string_view text,
                                std::size_t most = std::numeric_limits<std::size_t>::max());

/// Appends shown(@p text) with `&`, `<`, `>`, `"` and `'` as references: right in text and in
/// quoted attributes of HTML and XML.
void append_escaped(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped(std::string_view text);

/// The number of characters (code points) of UTF-8 @p text.
[[nodiscard]] std::size_t characters(std::string_view text);

/// Takes one code point off the front of @p text; U+FFFD, and one byte, where it is no UTF-8.
[[nodiscard]] char32_t take_character(std::string_view& text);
/// Appends @p one as UTF-8.
void append_character(std::string& out, char32_t one);

}  // namespace regelgraf::html
