// What in a model is worth a look.

#include "guard.hpp"
#include "tables/findings_json.hpp"

using namespace capi;

namespace {

const regelgraf::Finding* finding(const rg_findings* findings, size_t i) {
  return findings && i < findings->rep.size() ? &findings->rep[i] : nullptr;
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_check(const rg_model* model, const char* date, rg_findings** out,
                           rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    regelgraf::ask::CheckQuestion q;
    if (date) q.date = day(text(date, "date"));
    *out = new rg_findings{model->rep, q, regelgraf::check(model->rep->model, q.date), nullptr};
  });
}

size_t RG_CALL rg_findings_count(const rg_findings* findings) {
  return findings ? findings->rep.size() : 0;
}

rg_severity RG_CALL rg_findings_severity(const rg_findings* findings, size_t i) {
  const regelgraf::Finding* one = finding(findings, i);
  return one ? static_cast<rg_severity>(one->severity) : RG_SEVERITY_NOTE;
}

const char* RG_CALL rg_findings_code(const rg_findings* findings, size_t i, size_t* length) {
  const regelgraf::Finding* one = finding(findings, i);
  return one ? lend(one->code, length) : lend_nothing(length);
}

const char* RG_CALL rg_findings_element(const rg_findings* findings, size_t i, size_t* length) {
  const regelgraf::Finding* one = finding(findings, i);
  return one ? lend(one->element, length) : lend_nothing(length);
}

const char* RG_CALL rg_findings_text(const rg_findings* findings, size_t i, rg_language language,
                                     size_t* length) {
  const regelgraf::Finding* one = finding(findings, i);
  if (!one || (language != RG_DANISH && language != RG_ENGLISH)) return lend_nothing(length);
  return lend(language == RG_DANISH ? one->message.da : one->message.en, length);
}

size_t RG_CALL rg_findings_line(const rg_findings* findings, size_t i) {
  const regelgraf::Finding* one = finding(findings, i);
  return one ? one->line : 0;
}

size_t RG_CALL rg_findings_column(const rg_findings* findings, size_t i) {
  const regelgraf::Finding* one = finding(findings, i);
  return one ? one->column : 0;
}

const char* RG_CALL rg_findings_field(const rg_findings* findings, size_t i, size_t* length) {
  const regelgraf::Finding* one = finding(findings, i);
  return one ? lend(one->field, length) : lend_nothing(length);
}

const char* RG_CALL rg_findings_advice(const rg_findings* findings, size_t i, rg_language language,
                                       size_t* length) {
  const regelgraf::Finding* one = finding(findings, i);
  if (!one || (language != RG_DANISH && language != RG_ENGLISH)) return lend_nothing(length);
  return lend(language == RG_DANISH ? one->advice.da : one->advice.en, length);
}

rg_status RG_CALL rg_findings_json(const rg_findings* findings, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(findings, "findings is NULL");
    const SharedModel& model = *findings->model;
    *out = new rg_text{
        findings->table ? regelgraf::tables::findings_json(findings->table, model.model.head().id,
                                                           model.asker.digest(), findings->rep)
                        : model.asker.answer(findings->question, findings->rep)};
  });
}

void RG_CALL rg_findings_free(rg_findings** findings) { dispose(findings); }

}  // extern "C"
