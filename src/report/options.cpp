#include <simdjson.h>

#include <regelgraf/report.hpp>

#include "json/parse.hpp"

namespace regelgraf {

namespace {

[[noreturn]] void bad(const std::string& what, std::string_view field) {
  throw Error(Errc::invalid_question, what, std::string(field));
}

}  // namespace

ReportOptions read_report_options(std::string_view json) {
  ReportOptions options;
  simdjson::dom::parser parser;
  simdjson::dom::object fields;
  if (json::parse(parser, json).get(fields)) bad("expected a JSON object", {});
  for (const auto& [key, value] : fields) {
    std::string_view text;
    if (key == "language") {
      const auto language = value.get(text) ? std::nullopt : from_text<Language>(text);
      if (!language) bad("expected `da` or `en`", key);
      options.language = *language;
    } else if (key == "date") {
      if (value.is_null()) continue;
      options.date = value.get(text) ? std::nullopt : day_from_text(text);
      if (!options.date) bad("expected a day, YYYY-MM-DD", key);
    } else if (key == "internal") {
      if (value.get(options.internal)) bad("expected true or false", key);
    } else if (key == "review") {
      if (value.is_null()) continue;
      if (!value.is_object()) bad("expected an object", key);
      options.review = simdjson::minify(value);
    } else {
      bad("no such option", key);
    }
  }
  return options;
}

}  // namespace regelgraf
