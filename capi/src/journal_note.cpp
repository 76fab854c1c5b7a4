// Authority on paper: the note for a case file, and the line for an agenda.

#include <regelgraf/journal_note.hpp>

#include "guard.hpp"

using namespace capi;

namespace {

std::string line(const char* given, const char* field) {
  return given ? std::string(asked(given, field)) : std::string();
}

regelgraf::JournalNote note_of(const rg_question* question, const char* actor, const char* case_no,
                               const char* made, rg_language language, int32_t internal) {
  require_whole(question);
  const regelgraf::Model& model = question->model->model;
  regelgraf::JournalNoteQuestion q;
  q.who = question->rep;
  if (actor && *actor) q.actor = regelgraf::ask::find_actor(model, asked(actor, "actor"), "actor");
  q.case_no = line(case_no, "case_no");
  q.made = line(made, "made");
  q.language = language_of(language);
  q.internal = internal != 0;
  return regelgraf::journal_note(model, q);
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_journal_note(const rg_question* question, const char* actor,
                                  const char* case_no, const char* made, rg_language language,
                                  int32_t internal, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const auto note = note_of(question, actor, case_no, made, language, internal);
    *out = new rg_text{question->model->asker.text(note)};
  });
}

rg_status RG_CALL rg_journal_note_json(const rg_question* question, const char* actor,
                                       const char* case_no, const char* made, rg_language language,
                                       int32_t internal, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const auto note = note_of(question, actor, case_no, made, language, internal);
    *out = new rg_text{question->model->asker.answer(note)};
  });
}

rg_status RG_CALL rg_agenda_line(const rg_question* question, rg_language language,
                                 int32_t internal, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require_whole(question);
    const regelgraf::Model& model = question->model->model;
    const auto decision = regelgraf::who_decides(model, question->rep.question);
    *out = new rg_text{
        regelgraf::ask::agenda_line(model, decision, language_of(language), internal != 0)};
  });
}

}  // extern "C"
