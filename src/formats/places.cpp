#include "formats/places.hpp"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "json/parse.hpp"

namespace regelgraf::formats {

namespace {

using simdjson::ondemand::json_type;
using simdjson::ondemand::value;

/// Follows one step of a path: a name, or a place in a list. False where it leads nowhere.
bool follow(value& at, std::string_view step) {
  value next;
  if (step.starts_with('[')) {
    std::size_t index = 0;
    std::from_chars(step.data() + 1, step.data() + step.size(), index);
    simdjson::ondemand::array list;
    if (at.get_array().get(list)) return false;
    if (list.at(index).get(next)) return false;
  } else {
    simdjson::ondemand::object object;
    if (at.get_object().get(object)) return false;
    auto found = object.find_field_unordered(step).get(next);
    for (const char* form : {"any", "all"})  // a requirement may be spelled so
      if (found && step == "of") found = object.find_field_unordered(form).get(next);
    if (found) return false;
  }
  at = next;
  return true;
}

std::vector<std::string_view> steps_of(std::string_view field) {
  std::vector<std::string_view> steps;
  while (!field.empty()) {
    if (field[0] == '.') field.remove_prefix(1);
    const std::size_t end = std::min(field.find_first_of(".[", 1), field.size());
    steps.push_back(field.substr(0, end));
    field.remove_prefix(end);
  }
  return steps;
}

}  // namespace

std::size_t Places::end_of(std::string_view text, std::size_t start) const {
  const auto next = std::upper_bound(elements.begin(), elements.end(), start);
  const std::size_t end = next == elements.end() ? text.size() : *next;
  // Without what stands between elements.
  return std::max(start, text.substr(0, end).rfind('}') + 1);
}

std::size_t Places::find(std::string_view text, std::size_t start, std::string_view field) const {
  if (field.starts_with("model.")) field.remove_prefix(6);
  const simdjson::padded_string copy =
      json::padded(text.substr(start, end_of(text, start) - start));
  simdjson::ondemand::parser parser;
  std::size_t offset = 0;
  try {
    simdjson::ondemand::document document =
        json::begin(parser, copy, copy.size() + simdjson::SIMDJSON_PADDING);
    value at = document.get_value();
    for (const std::string_view step : steps_of(field)) {
      if (step.starts_with('[') && at.type() != json_type::array) continue;  // a single value
      if (!follow(at, step)) break;
      offset = static_cast<std::size_t>(at.raw_json_token().data() - copy.data());
    }
  } catch (const simdjson::simdjson_error&) {
    // The place of the element will do.
  }
  return start + offset;
}

Lines::Lines(std::string_view text) : size_(text.size()) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

std::pair<std::size_t, std::size_t> Lines::at(std::size_t offset) const {
  offset = std::min(offset, size_);
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return {static_cast<std::size_t>(after - starts_.begin()), offset - *(after - 1) + 1};
}

std::size_t Places::suspect(std::string_view text) {
  std::size_t open = std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (open != std::string_view::npos && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      open = open == std::string_view::npos ? i : std::string_view::npos;
    } else if (open != std::string_view::npos && static_cast<unsigned char>(text[i]) < 0x20) {
      return text[i] == '\n' ? open : i;  // a string ends on its line, or begins in error
    }
  }
  return open == std::string_view::npos ? text.size() : open;
}

}  // namespace regelgraf::formats
