// Questions of authority: who decides, and may somebody.

#include <algorithm>
#include <cmath>

#include "guard.hpp"

using namespace capi;
using regelgraf::Index;

namespace {

const regelgraf::Model& model_asked(const rg_question& question) { return question.model->model; }

rg_status set_fact(rg_question* question, const char* fact, regelgraf::FactValue value,
                   int32_t* known, rg_error** error) {
  if (known) *known = 0;
  return guarded(error, [&] {
    require(question, "question is NULL");
    const std::string name(asked(fact, "facts"));
    const bool is_known =
        regelgraf::ask::set_fact(model_asked(*question), question->rep.question, name, value);
    auto& ignored = question->rep.ignored_facts;
    if (!is_known && std::find(ignored.begin(), ignored.end(), name) == ignored.end())
      ignored.insert(std::lower_bound(ignored.begin(), ignored.end(), name), name);
    if (known) *known = is_known;
  });
}

rg_status add_actor(rg_question* question, std::vector<Index> regelgraf::AuthorityQuestion::*list,
                    const char* actor, const char* field, rg_error** error) {
  return guarded(error, [&] {
    require(question, "question is NULL");
    (question->rep.question.*list)
        .push_back(regelgraf::ask::find_actor(model_asked(*question), asked(actor, field), field));
  });
}

/// The question whether @p actor may, with the actor looked up.
regelgraf::ask::MayQuestion may_question(const rg_question& question, const char* actor) {
  require_whole(&question);
  regelgraf::ask::MayQuestion q;
  q.who = question.rep;
  q.actor = asked(actor, "actor");
  q.known = regelgraf::ask::find_actor_if_any(model_asked(question), q.actor, "actor");
  return q;
}

regelgraf::May answer(const rg_question& question, const regelgraf::ask::MayQuestion& q) {
  return q.known ? regelgraf::may(model_asked(question), *q.known, q.who.question)
                 : regelgraf::ask::may_of_unknown_actor();
}

const regelgraf::Option* option(const rg_decision* decision, size_t i) {
  return decision && i < decision->rep.options.size() ? &decision->rep.options[i] : nullptr;
}

const regelgraf::Involved* involved(const rg_decision* decision, size_t i, size_t involvement) {
  const auto* o = option(decision, i);
  return o && involvement < o->involve.size() ? &o->involve[involvement] : nullptr;
}

/// The facts that would settle what an option depends on: their numbers, by name.
std::vector<uint32_t> to_ask(const regelgraf::Model& model, const regelgraf::Option& option) {
  std::vector<uint32_t> facts;
  for (const regelgraf::Dependence& dependence : option.depends_on)
    for (const regelgraf::Unknown& unknown : dependence.unknowns)
      if (unknown.what != regelgraf::Unknown::What::within) facts.push_back(unknown.fact);
  const auto name = [&](uint32_t fact) -> const std::string& { return model.facts()[fact].name; };
  std::sort(facts.begin(), facts.end(), [&](uint32_t a, uint32_t b) { return name(a) < name(b); });
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return facts;
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_question_new(const rg_model* model, const char* power, const char* target,
                                  rg_question** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    auto made = std::make_unique<rg_question>();
    made->model = model->rep;
    made->rep.question.power = asked(power, "power");
    require(!made->rep.question.power.empty(), "power is empty");
    made->rep.question.target =
        regelgraf::ask::find_element(model->rep->model, asked(target, "target"), "target");
    *out = made.release();
  });
}

rg_status RG_CALL rg_question_set_unit(rg_question* question, const char* unit, rg_error** error) {
  return guarded(error, [&] {
    require(question, "question is NULL");
    question->rep.question.unit =
        regelgraf::ask::find_actor(model_asked(*question), asked(unit, "unit"), "unit");
  });
}

rg_status RG_CALL rg_question_set_date(rg_question* question, const char* date, rg_error** error) {
  return guarded(error, [&] {
    require(question, "question is NULL");
    question->rep.question.date = day(text(date, "date"));
  });
}

rg_status RG_CALL rg_question_set_number(rg_question* question, const char* fact, double value,
                                         int32_t* known, rg_error** error) {
  if (known) *known = 0;
  const rg_status status =
      guarded(error, [&] { require(std::isfinite(value), "value is no finite number"); });
  return status == RG_OK ? set_fact(question, fact, value, known, error) : status;
}
rg_status RG_CALL rg_question_set_boolean(rg_question* question, const char* fact, int32_t value,
                                          int32_t* known, rg_error** error) {
  return set_fact(question, fact, value != 0, known, error);
}
rg_status RG_CALL rg_question_set_text(rg_question* question, const char* fact, const char* value,
                                       int32_t* known, rg_error** error) {
  if (known) *known = 0;
  std::string given;
  const rg_status status = guarded(error, [&] { given = asked(value, "facts"); });
  return status == RG_OK ? set_fact(question, fact, std::move(given), known, error) : status;
}

rg_status RG_CALL rg_question_add_disqualified(rg_question* question, const char* actor,
                                               rg_error** error) {
  return add_actor(question, &regelgraf::AuthorityQuestion::disqualified, actor, "disqualified",
                   error);
}
rg_status RG_CALL rg_question_add_absent(rg_question* question, const char* actor,
                                         rg_error** error) {
  return add_actor(question, &regelgraf::AuthorityQuestion::absent, actor, "absent", error);
}
void RG_CALL rg_question_free(rg_question** question) { dispose(question); }

rg_status RG_CALL rg_who_decides(const rg_question* question, rg_decision** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require_whole(question);
    auto made = std::make_unique<rg_decision>();
    made->model = question->model;
    made->question = question->rep;
    made->rep = regelgraf::who_decides(model_asked(*question), question->rep.question);
    for (const regelgraf::Option& one : made->rep.options)
      made->to_ask.push_back(to_ask(model_asked(*question), one));
    *out = made.release();
  });
}

rg_verdict RG_CALL rg_decision_verdict(const rg_decision* decision) {
  return decision ? static_cast<rg_verdict>(decision->rep.verdict) : RG_NOBODY;
}
size_t RG_CALL rg_decision_option_count(const rg_decision* decision) {
  return decision ? decision->rep.options.size() : 0;
}
size_t RG_CALL rg_decision_holder_count(const rg_decision* decision, size_t i) {
  const auto* o = option(decision, i);
  return o ? o->holders.size() : 0;
}
const char* RG_CALL rg_decision_holder(const rg_decision* decision, size_t i, size_t holder,
                                       size_t* length) {
  const auto* o = option(decision, i);
  if (!o || holder >= o->holders.size()) return lend_nothing(length);
  return lend(decision->model->model.id(o->holders[holder]), length);
}
uint32_t RG_CALL rg_decision_jointly(const rg_decision* decision, size_t i) {
  const auto* o = option(decision, i);
  return o ? o->jointly : 0;
}
const char* RG_CALL rg_decision_grant(const rg_decision* decision, size_t i, size_t* length) {
  const auto* o = option(decision, i);
  if (!o || o->grant == regelgraf::none) return lend_nothing(length);
  return lend(decision->model->model.id(o->grant), length);
}
int32_t RG_CALL rg_decision_is_conditional(const rg_decision* decision, size_t i) {
  const auto* o = option(decision, i);
  return o && !o->depends_on.empty();
}
const char* RG_CALL rg_decision_chain(const rg_decision* decision, size_t i, size_t grant,
                                      size_t* length) {
  const auto* o = option(decision, i);
  if (!o || grant >= o->chain.size()) return lend_nothing(length);
  return lend(decision->model->model.id(o->chain[grant]), length);
}
size_t RG_CALL rg_decision_involvement_count(const rg_decision* decision, size_t i) {
  const auto* o = option(decision, i);
  return o ? o->involve.size() : 0;
}
const char* RG_CALL rg_decision_involvement(const rg_decision* decision, size_t i,
                                            size_t involvement, size_t* length) {
  const auto* one = involved(decision, i, involvement);
  return one ? lend(decision->model->model.id(one->involvement), length) : lend_nothing(length);
}
const char* RG_CALL rg_decision_body(const rg_decision* decision, size_t i, size_t involvement,
                                     size_t* length) {
  const auto* one = involved(decision, i, involvement);
  if (!one || one->body == regelgraf::none) return lend_nothing(length);
  return lend(decision->model->model.id(one->body), length);
}
int32_t RG_CALL rg_decision_involvement_depends(const rg_decision* decision, size_t i,
                                                size_t involvement) {
  const auto* one = involved(decision, i, involvement);
  return one && !one->depends_on.empty();
}
size_t RG_CALL rg_decision_to_ask_count(const rg_decision* decision, size_t i) {
  return option(decision, i) ? decision->to_ask[i].size() : 0;
}
const char* RG_CALL rg_decision_to_ask(const rg_decision* decision, size_t i, size_t fact,
                                       size_t* length) {
  if (fact >= rg_decision_to_ask_count(decision, i)) return lend_nothing(length);
  return lend(decision->model->model.facts()[decision->to_ask[i][fact]].name, length);
}
rg_status RG_CALL rg_decision_json(const rg_decision* decision, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(decision, "decision is NULL");
    *out = new rg_text{decision->model->asker.answer(decision->question, decision->rep)};
  });
}
void RG_CALL rg_decision_free(rg_decision** decision) { dispose(decision); }

rg_status RG_CALL rg_may(const rg_question* question, const char* actor, rg_permission* out,
                         rg_error** error) {
  if (out) *out = RG_NO;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require_whole(question);
    const auto known =
        regelgraf::ask::find_actor_if_any(model_asked(*question), asked(actor, "actor"), "actor");
    if (!known) return;
    *out = static_cast<rg_permission>(
        regelgraf::permission(model_asked(*question), *known, question->rep.question));
  });
}

rg_status RG_CALL rg_may_chain(const rg_question* question, const char* actor, size_t count,
                               uint32_t* grants, size_t* length, rg_permission* out,
                               rg_error** error) {
  if (length) *length = 0;
  if (out) *out = RG_NO;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require_whole(question);
    const regelgraf::Model& model = model_asked(*question);
    const auto known = regelgraf::ask::find_actor_if_any(model, asked(actor, "actor"), "actor");
    if (!known) return;
    const regelgraf::May may = regelgraf::may(model, *known, question->rep.question);
    *out = static_cast<rg_permission>(may.may);
    if (may.options.empty()) return;
    const std::vector<Index>& chain = may.options.front().chain;
    if (length) *length = chain.size();
    (void)fill(chain.size(), 0, count, grants, [&](size_t i) { return chain[i]; });
  });
}

rg_status RG_CALL rg_may_json(const rg_question* question, const char* actor, rg_text** out,
                              rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(question, "question is NULL");
    const auto q = may_question(*question, actor);
    *out = new rg_text{question->model->asker.answer(q, answer(*question, q))};
  });
}

}  // extern "C"

static_assert(static_cast<int>(regelgraf::Verdict::competent) == RG_COMPETENT &&
              static_cast<int>(regelgraf::Verdict::nobody) == RG_NOBODY);
static_assert(static_cast<int>(regelgraf::Permission::no) == RG_NO &&
              static_cast<int>(regelgraf::Permission::yes) == RG_YES);
