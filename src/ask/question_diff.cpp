// diff: the model to hold against, and the day.

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/model_file.hpp>

#include "ask/question.hpp"

namespace regelgraf::ask {

DiffQuestion read_diff(simdjson::dom::object object, const Envelope& envelope) {
  DiffQuestion q;
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    if (key != "with")
      throw Error(Errc::invalid_question, "unknown field " + detail::quote(key), std::string(key));
    if (value.type() != simdjson::dom::element_type::OBJECT)
      throw Error(Errc::invalid_question, "expected a whole model, as a model file has it", "with");
    Frozen frozen = load_model_text(simdjson::minify(value), "with");
    if (!frozen.model) {
      std::string first;
      for (const Finding& one : frozen.findings)
        if (one.severity == Severity::error && first.empty())
          first = (one.element.empty() ? "" : one.element + ": ") + one.message.en;
      throw Error(Errc::invalid_model, "the model in `with` is none: " + first, "with");
    }
    q.with = std::make_shared<const Model>(std::move(*frozen.model));
  }
  if (!q.with) throw Error(Errc::invalid_question, "the field `with` is missing", "with");
  q.date = envelope.date;
  return q;
}

}  // namespace regelgraf::ask
