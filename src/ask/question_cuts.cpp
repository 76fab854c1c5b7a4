#include <cmath>
#include <string>
#include <utility>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"

namespace regelgraf::ask {

using detail::quote;
using simdjson::dom::element;

namespace {

std::string_view text_field(element value, const char* at) {
  std::string_view text;
  if (value.get_string().get(text)) bad("expected a text", at);
  return text;
}

CutsTo cuts_to(std::string_view word) {
  if (word == to_text(CutsTo::fell)) return CutsTo::fell;
  if (word == to_text(CutsTo::restore)) return CutsTo::restore;
  bad("expected `break` or `restore`", "to");
}

}  // namespace

CutsQuestion read_cuts(const Model& model, simdjson::dom::object object, const Envelope& envelope) {
  CutsQuestion q;
  bool has_to = false;
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    if (key == "element") {
      q.question.element = find_element(model, text_field(value, "element"), "element");
    } else if (key == "to") {
      q.question.to = cuts_to(text_field(value, "to"));
      has_to = true;
    } else if (key == "at_most") {
      std::uint64_t number = 0;
      if (value.get_uint64().get(number) || number == 0)
        bad("expected a whole number from 1", "at_most");
      q.question.at_most = number;
    } else if (key == "seconds") {
      double seconds = 0;
      if (value.get_double().get(seconds) || !(seconds >= 0))
        bad("expected a number from 0", "seconds");
      q.seconds = seconds;
    } else {
      bad("unknown field " + quote(key), std::string(key));
    }
  }
  if (q.question.element == none) bad("the field `element` is missing", "element");
  if (!has_to) bad("the field `to` is missing", "to");
  q.question.date = envelope.date;
  return q;
}

}  // namespace regelgraf::ask
