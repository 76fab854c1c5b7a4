#include "review/call_options.hpp"

#include <simdjson.h>

#include <string>
#include <utility>

#include <regelgraf/error.hpp>

#include "ask/question.hpp"
#include "json/parse.hpp"

namespace regelgraf::qualifying {

namespace {

using simdjson::dom::element;

[[noreturn]] void refuse(const std::string& expected, std::string_view at) {
  throw Error(Errc::invalid_question, "expected " + expected, std::string(at));
}

std::string text_at(element value, std::string_view at) {
  std::string_view text;
  if (value.get(text)) refuse("a text", at);
  ask::refuse_personal_data(text, std::string(at));
  return std::string(text);
}

bool yes_at(element value, std::string_view at) {
  bool yes = false;
  if (value.get(yes)) refuse("true or false", at);
  return yes;
}

double number_at(element value, std::string_view at) {
  double number = 0;
  if (value.get(number)) refuse("a number", at);
  return number;
}

void read_option(const Model& model, std::string_view key, element value, CallOptions& options) {
  if (key == "file") {
    options.table.file = text_at(value, key);
  } else if (key == "allow_personal_data") {
    options.table.allow_personal_data = yes_at(value, key);
  } else if (key == "sure") {
    options.match.sure = number_at(value, key);
  } else if (key == "perhaps") {
    options.match.perhaps = number_at(value, key);
  } else if (key == "lead") {
    options.match.lead = number_at(value, key);
  } else if (key == "date") {
    options.sheet.date = day_from_text(text_at(value, key));
    if (!options.sheet.date) refuse("a day as YYYY-MM-DD", key);
  } else if (key == "unit") {
    options.sheet.unit = ask::find_actor(model, text_at(value, key), "unit");
  } else if (key == "at_least") {
    std::uint64_t least = 0;
    if (value.get(least) || least < 1) refuse("a whole number from 1 up", key);
    options.sheet.at_least = static_cast<std::size_t>(least);
  } else if (key == "internal") {
    options.sheet.internal = yes_at(value, key);
  } else if (key == "language") {
    const auto language = from_text<Language>(text_at(value, key));
    if (!language) refuse("`da` or `en`", key);
    options.language = *language;
  } else {
    throw Error(Errc::invalid_question, "no such option");
  }
}

}  // namespace

CallOptions call_options(const Model& model, std::string_view json) {
  CallOptions options;
  if (json.empty()) return options;
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  element document;
  if (json::parse(parser, json).get(document) || document.get(object))
    refuse("a JSON object", "options");
  for (const auto& [key, value] : object) read_option(model, key, value, options);
  return options;
}

Nominations nominations_of(const Model& model, std::string_view bytes, const CallOptions& options,
                           const Limits& limits) {
  NominationTable table = read_nominations(bytes, options.table, limits);
  return match_nominations(model, std::move(table), options.match, limits);
}

}  // namespace regelgraf::qualifying
