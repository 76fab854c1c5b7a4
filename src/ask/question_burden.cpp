// The questions `burden` and `check`, from JSON.

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"

namespace regelgraf::ask {

BurdenQuestion read_burden(const Model& model, simdjson::dom::object object,
                           const Envelope& envelope) {
  const auto text = [](simdjson::dom::element value, std::string_view key) {
    std::string_view given;
    if (value.get_string().get(given))
      throw Error(Errc::invalid_question, "expected a text", std::string(key));
    return given;
  };
  BurdenQuestion q;
  q.date = envelope.date;
  bool has_by = false;
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    if (key == "by") {
      const auto by = from_text<BurdenBy>(text(value, key));
      if (!by)
        throw Error(Errc::invalid_question,
                    "expected `tier`, `instrument`, `issuer`, `matter` or `actor`", "by");
      q.by = *by;
      has_by = true;
    } else if (key == "within") {
      q.within = find_actor(model, text(value, key), "within");
    } else {
      throw Error(Errc::invalid_question, "unknown field " + detail::quote(key), std::string(key));
    }
  }
  if (!has_by) throw Error(Errc::invalid_question, "the field `by` is missing", "by");
  return q;
}

CheckQuestion read_check(simdjson::dom::object object, const Envelope& envelope) {
  for (const auto [key, value] : object)
    if (key != "ask" && key != "id" && key != "date" && !key.starts_with("x-"))
      throw Error(Errc::invalid_question, "unknown field " + detail::quote(key), std::string(key));
  return {envelope.date};
}

}  // namespace regelgraf::ask
