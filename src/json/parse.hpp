#pragma once

// The ways into simdjson, where memory that ran out is what it is everywhere else.

#include <simdjson.h>

#include <cstddef>
#include <new>
#include <string_view>

namespace regelgraf::json {

/// A copy of @p text with room to read beyond its end.
inline simdjson::padded_string padded(std::string_view text) {
  simdjson::padded_string copy(text);
  if (!copy.data()) throw std::bad_alloc();
  return copy;
}

/// Parses @p text, which need not be padded. An error, as the caller asks for it; bad_alloc where
/// memory ran out.
inline simdjson::simdjson_result<simdjson::dom::element> parse(simdjson::dom::parser& parser,
                                                               std::string_view text) {
  auto parsed = parser.parse(text.data(), text.size());
  if (parsed.error() == simdjson::MEMALLOC) throw std::bad_alloc();
  return parsed;
}

/// @brief Begins to read the document @p text, of @p allocated readable bytes in all.
///
/// simdjson 3.0 does not notice where it could not have the room for unescaped texts, but asks
/// again for it on its second visit: so there are two. Throws bad_alloc, or simdjson_error.
inline simdjson::ondemand::document begin(simdjson::ondemand::parser& parser, std::string_view text,
                                          std::size_t allocated) {
  auto error = simdjson::SUCCESS;
  if (parser.capacity() < text.size()) error = parser.allocate(text.size(), parser.max_depth());
  simdjson::ondemand::document document;
  if (!error) error = parser.iterate(text, allocated).get(document);
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();
  if (error) throw simdjson::simdjson_error(error);
  return document;
}

}  // namespace regelgraf::json
