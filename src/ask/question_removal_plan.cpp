// removal_plan: what is to go, and in which case.

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"

namespace regelgraf::ask {

RemovalPlanQuestion read_removal_plan(const Model& model, simdjson::dom::object object,
                                      const Envelope& envelope) {
  WhatBreaksQuestion removal;
  RemovalPlanQuestion q;
  bool has_remove = false;
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    const bool known =
        key == "remove" ? read_removal_field(model, key, value, removal)
                        : read_case_field(model, key, value, q.question.context, q.ignored_facts);
    if (!known)
      throw Error(Errc::invalid_question, "unknown field " + detail::quote(key), std::string(key));
    has_remove = has_remove || key == "remove";
  }
  if (!has_remove) throw Error(Errc::invalid_question, "the field `remove` is missing", "remove");
  q.question.elements = std::move(removal.removal.elements);
  q.question.context.date = envelope.date;
  return q;
}

}  // namespace regelgraf::ask
