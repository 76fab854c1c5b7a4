#pragma once

// What the JSON of nominations and of the sheet have in common.

#include <string>
#include <string_view>

#include <regelgraf/element.hpp>

#include "json/writer.hpp"

namespace regelgraf::collect {

/// A field, where there is a text.
inline void put_text(json::Writer& out, std::string_view key, const std::string& text) {
  if (!text.empty()) out.key(key).string(text);
}

/// [low, likely, high].
inline void put_range(json::Writer& out, const Range& range) {
  out.begin_array().number(range.low).number(range.likely).number(range.high).end_array();
}

inline void put_ids(json::Writer& out, const Ids& ids) {
  out.begin_array();
  for (const std::string& id : ids) out.string(id);
  out.end_array();
}

}  // namespace regelgraf::collect
