#include <simdjson.h>

#include <string>

#include <regelgraf/error.hpp>
#include <regelgraf/picture.hpp>

#include "ask/question.hpp"
#include "json/parse.hpp"

namespace regelgraf {

namespace {

using PictureField = simdjson::dom::element;

/// A model, or a part of it.
Picture picture_of_part(const Model& model, simdjson::dom::object of, std::string_view what,
                        const PictureOptions& options) {
  std::vector<Index> around;
  std::uint64_t steps = 1;
  Index below = none;
  for (const auto [key, value] : of) {
    if (key == "ask") continue;
    if (key == "elements" && what == "model") {
      std::size_t at = 0;
      for (const std::string& id : ask::texts(value, "of.elements"))
        around.push_back(ask::find_element(model, id, "of.elements[" + std::to_string(at++) + "]"));
      if (around.empty()) ask::bad("expected at least one element", "of.elements");
    } else if (key == "steps" && what == "model") {
      if (value.get_uint64().get(steps) || steps > 100)
        ask::bad("expected a whole number from 0 to 100", "of.steps");
    } else if (key == "element" && what == "delegation") {
      below = ask::find_element(model, ask::one_text(value, "of.element"), "of.element");
    } else {
      ask::bad("unknown field `" + std::string(key) + "`", "of." + std::string(key));
    }
  }
  if (what == "delegation") return picture_of_delegation(model, below, options);
  return picture_of(model, around, static_cast<std::uint32_t>(steps), options);
}

Picture picture_of_question(const Model& model, PictureField of, const PictureOptions& options) {
  simdjson::dom::object object;
  if (of.get_object().get(object)) ask::bad("a question is an object", "of");
  PictureField asked;
  if (object["ask"].get(asked)) ask::bad("the field `ask` is missing", "of.ask");
  const std::string what = ask::one_text(asked, "of.ask");
  if (what == "model" || what == "delegation") return picture_of_part(model, object, what, options);
  if (what != "what_breaks" && what != "who_decides" && what != "why")
    ask::bad("expected `model`, `delegation`, `what_breaks`, `who_decides` or `why`", "of.ask");
  ask::Envelope envelope;
  const ask::Question question = ask::read_question(model, of, envelope);
  if (const auto* breaks = std::get_if<ask::WhatBreaksQuestion>(&question)) {
    Removal removal = breaks->removal;
    removal.causes = true;
    return picture_of(model, what_breaks(model, removal), options);
  }
  if (const auto* who = std::get_if<ask::WhoDecidesQuestion>(&question))
    return picture_of(model, who_decides(model, who->question), options);
  const auto& reason = std::get<ask::WhyQuestion>(question);
  return picture_of(model, reason.element, why(model, reason.element, reason.date), options);
}

}  // namespace

std::string picture(const Model& model, std::string_view request) {
  simdjson::dom::parser parser;
  PictureField json;
  if (const auto parsed = json::parse(parser, request); parsed.get(json))
    ask::bad("the request is no JSON", {});
  simdjson::dom::object object;
  if (json.get_object().get(object)) ask::bad("a request is an object", {});
  PictureOptions options;
  std::string format, placed;
  bool has_of = false, has_placed = false;
  PictureField of;
  for (const auto [key, value] : object) {
    if (key == "of") {
      of = value;
      has_of = true;
    } else if (key == "format") {
      format = ask::one_text(value, "format");
    } else if (key == "placed") {
      placed = ask::one_text(value, "placed");
      has_placed = true;
    } else if (key == "language") {
      const auto known = from_text<Language>(ask::one_text(value, "language"));
      if (!known) ask::bad("expected `da` or `en`", "language");
      options.language = *known;
    } else if (key == "internal") {
      if (value.get_bool().get(options.internal)) ask::bad("expected true or false", "internal");
    } else {
      ask::bad("unknown field `" + std::string(key) + "`", std::string(key));
    }
  }
  if (!has_of) ask::bad("the field `of` is missing", "of");
  ask::refuse_personal_data(simdjson::minify(of), "of");
  if (format != "dot" && format != "graphml" && format != "mermaid" && format != "placing" &&
      format != "svg")
    ask::bad("expected `dot`, `graphml`, `mermaid`, `placing` or `svg`", "format");
  if (has_placed != (format == "svg"))
    ask::bad("`placed` belongs to the format `svg`: what `dot -Tplain` made of `placing`",
             "placed");
  const Picture made = picture_of_question(model, of, options);
  if (format == "dot") return to_dot(made);
  if (format == "graphml") return to_graphml(made);
  if (format == "mermaid") return to_mermaid(made);
  if (format == "placing") return placing_of(made);
  return to_svg(made, placed);
}

}  // namespace regelgraf
