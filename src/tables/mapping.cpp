// A mapping file: what a published table calls its columns and marks.

#include <simdjson.h>

#include <utility>

#include <regelgraf/delegation_plan.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "json/parse.hpp"
#include "tables/words.hpp"

namespace regelgraf {
namespace tables {
namespace {

using Value = simdjson::dom::element;

[[noreturn]] void refuse(const std::string& expected, const std::string& at) {
  throw Error(Errc::invalid_question, "expected " + expected, at);
}

std::string text_of(Value value, const std::string& at) {
  std::string_view text;
  if (value.get(text)) refuse("a text", at);
  if (detail::has_cpr(text)) throw Error(Errc::personal_data, "it looks like a CPR number", at);
  return std::string(text);
}

/// Calls @p read(key, value, path) for each field; false: not known.
template <class Read>
void fields_of(Value value, const std::string& at, const Read& read) {
  simdjson::dom::object object;
  if (value.get(object)) refuse("an object", at);
  for (const auto& [key, inner] : object) {
    if (detail::has_cpr(key)) throw Error(Errc::personal_data, "it looks like a CPR number", at);
    const std::string path = (at.empty() ? "" : at + ".") + detail::shortened(key);
    if (!read(key, inner, path)) refuse("no such field", path);
  }
}

PlanColumn column_of(Value value, const std::string& at) {
  PlanColumn column;
  if (value.is_string()) {
    column.is = text_of(value, at);
    if (column.is != "ignore" && !known_head(column.is))
      refuse(
          "nr, område, emne, hjemmel, kle, beføjelse, betingelser, bemærkninger, ignore, or an "
          "object",
          at);
    return column;
  }
  fields_of(value, at, [&](std::string_view key, Value inner, const std::string& path) {
    if (key == "body") {
      column.body = text_of(inner, path);
    } else if (key == "name") {
      column.name = text_of(inner, path);
    } else if (key == "tier") {
      column.tier = from_text<Tier>(text_of(inner, path));
      if (!column.tier) refuse("a tier, as `committee`", path);
    } else {
      return false;
    }
    return true;
  });
  return column;
}

}  // namespace
}  // namespace tables

PlanMapping plan_mapping(std::string_view json) {
  using namespace tables;
  if (json.size() > (std::size_t{1} << 20))
    throw Error(Errc::too_large, "a mapping of more than 1 MiB");
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  simdjson::dom::parser parser;
  Value document;
  if (json::parse(parser, json).get(document))
    throw Error(Errc::invalid_question, "the mapping is no JSON");
  PlanMapping mapping;
  fields_of(document, {}, [&](std::string_view key, Value value, const std::string& at) {
    if (key == "council") {
      mapping.council = text_of(value, at);
    } else if (key == "owner") {
      mapping.owner = text_of(value, at);
    } else if (key == "marks") {
      fields_of(value, at, [&](std::string_view mark, Value inner, const std::string& path) {
        mapping.marks[std::string(mark)] = text_of(inner, path);
        return true;
      });
    } else if (key == "columns") {
      fields_of(value, at, [&](std::string_view head, Value inner, const std::string& path) {
        mapping.columns[std::string(head)] = column_of(inner, path);
        return true;
      });
    } else {
      return false;
    }
    return true;
  });
  return mapping;
}

}  // namespace regelgraf
