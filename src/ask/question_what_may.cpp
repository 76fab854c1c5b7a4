// what_may: about whom, which powers and targets, in which case.

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"

namespace regelgraf::ask {

using detail::quote;
using simdjson::dom::element;

namespace {

/// A list that a program made and that came out empty is not "all".
Ids some(element value, const char* field) {
  Ids list = texts(value, field);
  if (list.empty()) bad("is empty: leave it out to ask about all", field);
  return list;
}

std::vector<Kind> read_kinds(element value) {
  std::vector<Kind> kinds;
  for (const std::string& word : some(value, "kinds")) {
    const auto kind = from_text<Kind>(word);
    if (kind != Kind::rule && kind != Kind::task && kind != Kind::matter)
      bad("expected `rule`, `task` or `matter`", "kinds");
    kinds.push_back(*kind);
  }
  return kinds;
}

bool read_by(element value) {
  std::string_view by;
  if (value.get_string().get(by) || (by != "id" && by != "hours"))
    bad("expected `id` or `hours`", "by");
  return by == "hours";
}

}  // namespace

WhatMayQuestion read_what_may(const Model& model, simdjson::dom::object object,
                              const Envelope& envelope) {
  WhatMayQuestion q;
  element actor;
  std::string_view id;
  if (object["actor"].get(actor)) bad("the field `actor` is missing", "actor");
  if (actor.get_string().get(id)) bad("expected a text", "actor");
  q.actor = id;
  q.question.actor = find_actor_if_any(model, q.actor, "actor").value_or(none);
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key == "actor" || key.starts_with("x-"))
      continue;
    if (key == "powers")
      q.question.powers = some(value, "powers");
    else if (key == "kinds")
      q.question.kinds = read_kinds(value);
    else if (key == "by")
      q.question.by_hours = read_by(value);
    else if (key == "seconds")
      q.seconds = read_seconds(value);
    else if (!read_case_field(model, key, value, q.question.context, q.ignored_facts))
      bad("unknown field " + quote(key), std::string(key));
  }
  q.question.context.date = envelope.date;
  return q;
}

}  // namespace regelgraf::ask
