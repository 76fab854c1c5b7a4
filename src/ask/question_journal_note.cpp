#include "ask/question.hpp"

#include <regelgraf/error.hpp>

namespace regelgraf::ask {

JournalNoteQuestion read_journal_note(const Model& model, simdjson::dom::object object,
                                      const Envelope& envelope) {
  JournalNoteQuestion q;
  q.who =
      read_authority(model, object, envelope, {"actor", "case_no", "made", "language", "internal"});
  const auto text = [&](const char* field) -> std::optional<std::string> {
    simdjson::dom::element value;
    if (object[field].get(value)) return std::nullopt;
    return one_text(value, field);
  };
  if (const auto actor = text("actor")) q.actor = find_actor(model, *actor, "actor");
  q.case_no = text("case_no").value_or("");
  q.made = text("made").value_or("");
  if (const auto language = text("language")) {
    const auto known = from_text<Language>(*language);
    if (!known) throw Error(Errc::invalid_question, "expected `da` or `en`", "language");
    q.language = *known;
  }
  simdjson::dom::element internal;
  if (!object["internal"].get(internal) && internal.get_bool().get(q.internal))
    throw Error(Errc::invalid_question, "expected true or false", "internal");
  return q;
}

}  // namespace regelgraf::ask
