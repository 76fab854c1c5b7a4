#include <simdjson.h>

#include <regelgraf/report.hpp>

#include "html/csp.hpp"
#include "json/parse.hpp"

namespace regelgraf {

namespace {

[[noreturn]] void bad_option(const std::string& what, std::string_view field) {
  throw Error(Errc::invalid_question, what, std::string(field));
}

}  // namespace

ReportOptions read_report_options(std::string_view json) {
  ReportOptions options;
  simdjson::dom::parser parser;
  simdjson::dom::object fields;
  if (json::parse(parser, json).get(fields)) bad_option("expected a JSON object", {});
  for (const auto& [key, value] : fields) {
    std::string_view text;
    if (key == "language") {
      const auto language = value.get(text) ? std::nullopt : from_text<Language>(text);
      if (!language) bad_option("expected `da` or `en`", key);
      options.language = *language;
    } else if (key == "date") {
      if (value.is_null()) continue;
      options.date = value.get(text) ? std::nullopt : day_from_text(text);
      if (!options.date) bad_option("expected a day, YYYY-MM-DD", key);
    } else if (key == "internal") {
      if (value.get(options.internal)) bad_option("expected true or false", key);
    } else if (key == "review") {
      if (value.is_null()) continue;
      if (!value.is_object()) bad_option("expected an object", key);
      options.review = simdjson::minify(value);
    } else if (key == "engine") {
      if (value.is_null()) continue;
      auto engine = value.get(text) ? std::nullopt : html::from_base64(text);
      if (!engine) bad_option("expected base64", key);
      options.engine = std::move(*engine);
    } else {
      bad_option("no such option", key);
    }
  }
  return options;
}

}  // namespace regelgraf
