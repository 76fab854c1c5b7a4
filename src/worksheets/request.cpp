#include <simdjson.h>

#include <regelgraf/error.hpp>
#include <regelgraf/worksheets.hpp>

#include "ask/question.hpp"
#include "json/parse.hpp"
#include "json/writer.hpp"

namespace regelgraf {

std::string worksheets(const Model& model, std::string_view text) {
  simdjson::dom::parser parser;
  simdjson::dom::element json;
  if (const auto parsed = json::parse(parser, text); parsed.get(json))
    ask::bad("the request is no JSON", {});
  simdjson::dom::object object;
  if (json.get_object().get(object)) ask::bad("a request is an object", {});
  ask::refuse_personal_data(text, {});
  WorksheetsRequest request;
  bool page = true;
  for (const auto [key, value] : object) {
    if (key == "unit") {
      request.unit = ask::find_actor(model, ask::one_text(value, "unit"), "unit");
    } else if (key == "rules") {
      std::size_t at = 0;
      for (const std::string& id : ask::texts(value, "rules"))
        request.rules.push_back(
            ask::find_element(model, id, "rules[" + std::to_string(at++) + "]"));
    } else if (key == "sheets") {
      for (const std::string& word : ask::texts(value, "sheets")) {
        const auto sheet = from_text<Sheet>(word);
        if (!sheet) ask::bad("no sheet of that name", "sheets");
        request.sheets.push_back(*sheet);
      }
    } else if (key == "step") {
      std::uint64_t step = 0;
      if (value.get_uint64().get(step) || step < 1 || step > 6)
        ask::bad("expected a whole number from 1 to 6", "step");
      for (std::size_t at = 0; at < words<Sheet>().size(); ++at)
        if (step_of(static_cast<Sheet>(at)) == static_cast<int>(step))
          request.sheets.push_back(static_cast<Sheet>(at));
    } else if (key == "date") {
      if (value.is_null()) continue;
      request.date = day_from_text(ask::one_text(value, "date"));
      if (!request.date) ask::bad("expected a day as YYYY-MM-DD", "date");
    } else if (key == "language") {
      const auto known = from_text<Language>(ask::one_text(value, "language"));
      if (!known) ask::bad("expected `da` or `en`", "language");
      request.language = *known;
    } else if (key == "internal") {
      if (value.get_bool().get(request.internal)) ask::bad("expected true or false", "internal");
    } else if (key == "as") {
      const std::string as = ask::one_text(value, "as");
      if (as != "html" && as != "json") ask::bad("expected `html` or `json`", "as");
      page = as == "html";
    } else {
      ask::bad("unknown field `" + std::string(key) + "`", std::string(key));
    }
  }
  if (request.unit == none) ask::bad("the field `unit` is missing", "unit");
  if (page) return worksheets_page(model, request);
  json::Writer out;
  out.begin_array();
  for (const Worksheet& sheet : worksheets(model, request)) {
    out.begin_object().key("sheet").string(to_text(sheet.sheet));
    out.key("step").number(step_of(sheet.sheet)).key("file").string(sheet.file);
    out.key("title").string(sheet.title).key("pages").number(sheet.pages);
    out.key("html").string(sheet.html).end_object();
  }
  return out.end_array().take();
}

}  // namespace regelgraf
