// What changed between two models.

#include <regelgraf/diff.hpp>

#include "guard.hpp"

using namespace capi;

namespace {

struct Compared {
  std::optional<regelgraf::Day> date;
  regelgraf::Diff diff;
};

Compared compare(const rg_model* before, const rg_model* after, const char* date,
                 const rg_limits* limits) {
  require(before, "before is NULL");
  require(after, "after is NULL");
  Compared compared;
  if (date) compared.date = day(text(date, "date"));
  compared.diff =
      regelgraf::diff(before->rep->model, after->rep->model, compared.date, limits_of(limits));
  return compared;
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_diff(const rg_model* before, const rg_model* after, const char* date,
                          const rg_limits* limits, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const Compared compared = compare(before, after, date, limits);
    const std::shared_ptr<const regelgraf::Model> with(after->rep, &after->rep->model);
    *out = new rg_text{before->rep->asker.answer({with, compared.date}, compared.diff)};
  });
}

rg_status RG_CALL rg_diff_table(const rg_model* before, const rg_model* after, const char* date,
                                rg_language language, const rg_limits* limits, rg_text** out,
                                rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const regelgraf::Language words = language_of(language);
    const Compared compared = compare(before, after, date, limits);
    *out = new rg_text{
        regelgraf::diff_table(before->rep->model, after->rep->model, compared.diff, words)};
  });
}

}  // extern "C"
