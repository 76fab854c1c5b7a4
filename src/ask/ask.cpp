#include "ask/ask.hpp"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include <regelgraf/error.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/why.hpp>

#include "ask/answer.hpp"
#include "ask/model_digest.hpp"
#include "ask/question.hpp"
#include "ask/spare_what_if.hpp"
#include "formats/canonical.hpp"
#include "json/parse.hpp"

namespace regelgraf {

namespace {

using ask::AnswerWriter;
using ask::CheckQuestion;
using ask::DiffQuestion;
using ask::Envelope;
using ask::MayQuestion;
using ask::Question;
using ask::RankingQuestion;
using ask::SpareWhatIf;
using ask::WhatBreaksQuestion;
using ask::WhatIfQuestion;
using ask::WhoDecidesQuestion;
using ask::WhyQuestion;
using ask::with_seconds;

/// One answer being written: the envelope, then the result.
class Letter {
 public:
  Letter(const Model& model, const std::string& digest, const Envelope& envelope)
      : model_(model), writer_(model, out_) {
    out_.begin_object().key("ask");
    if (envelope.ask.empty())
      out_.null();
    else
      out_.string(envelope.ask);
    if (!envelope.id.empty()) out_.key("id").raw(envelope.id);
    out_.key("model").begin_object();
    out_.key("id").string(model.head().id).key("digest").string(digest).end_object();
    out_.key("date");
    if (envelope.date)
      out_.string(to_text(*envelope.date));
    else
      out_.null();
  }

  void write(const WhatBreaksQuestion& q, const WhatBreaks& answer) {
    writer_.what_breaks(answer, q);
  }
  void write(const WhatIfQuestion& q, const WhatIfAnswer& answer) {
    AnswerWriter(*answer.after, out_).what_if(answer, q);
  }
  void write(const WhoDecidesQuestion& q, const Decision& answer) {
    echo(q);
    writer_.who_decides(answer);
  }
  void write(const MayQuestion& q, const May& answer) {
    out_.key("actor").string(q.actor);
    echo(q.who);
    writer_.may(answer);
  }
  void write(const WhyQuestion& q, const Why& answer) {
    out_.key("element").string(model_.id(q.element));
    writer_.why(answer);
  }
  void write(const ask::CutsQuestion& q, const Cuts& answer) { writer_.cuts(answer, q); }
  void write(const CheckQuestion&, const std::vector<Finding>& findings) {
    writer_.check(findings);
  }
  void write(const RankingQuestion& q, const Ranking& answer) {
    out_.key("by").string(to_text(q.question.by));
    writer_.rank(answer);
  }
  void write(const ask::RemovalPlanQuestion& q, const RemovalPlan& answer) {
    ignored(q.ignored_facts);
    writer_.removal_plan(answer);
  }
  void write(const DiffQuestion& q, const Diff& answer) {
    out_.key("with").begin_object().key("id").string(q.with->head().id);
    out_.key("digest").string(regelgraf::digest(*q.with)).end_object();
    writer_.diff(*q.with, answer);
  }
  void write(const ask::WhatMayQuestion& q, const WhatMay& answer) {
    out_.key("actor").string(q.actor);
    ignored(q.ignored_facts);
    writer_.what_may(answer, q);
  }
  void write(const ask::KeepSetQuestion& q, const KeepSet& answer) { writer_.keep_set(answer, q); }
  void write(const ask::BestRemovalsQuestion& q, const BestRemovals& answer) {
    writer_.best_removals(answer, q);
  }
  void write(const JournalNote& note, const std::string& digest) {
    writer_.journal_note(note, digest);
  }
  void write(const BurdenQuestion& q, const BurdenAnswer& answer) {
    out_.key("by").string(to_text(q.by));
    if (q.within != none) out_.key("within").string(model_.id(q.within));
    writer_.burden(answer);
  }

  void write(const Error& error, const std::vector<Finding>& findings = {}) {
    out_.key("error").begin_object().key("code").string(to_text(error.code()));
    out_.key("message").string(error.what()).key("at");
    if (error.at().empty())
      out_.null();
    else
      out_.string(error.at());
    if (!findings.empty()) {
      out_.key("findings").begin_array();
      for (const Finding& finding : findings) out_.raw(json_of(finding));
      out_.end_array();
    }
    out_.end_object();
  }

  [[nodiscard]] std::string take() { return out_.end_object().take(); }

 private:
  void echo(const WhoDecidesQuestion& q) {
    out_.key("power").string(q.question.power);
    if (q.kle.empty()) {
      out_.key("target").string(model_.id(q.question.target));
    } else {
      out_.key("target").begin_object().key("kle").string(q.kle);
      writer_.ids("matters", q.question.target == none ? q.question.concerns
                                                       : std::vector<Index>{q.question.target});
      out_.end_object();
    }
    ignored(q.ignored_facts);
  }
  void ignored(const Ids& facts) {
    if (facts.empty()) return;
    out_.key("ignored_facts").begin_array();
    for (const std::string& name : facts) out_.string(name);
    out_.end_array();
  }

  const Model& model_;
  json::Writer out_;
  AnswerWriter writer_;
};

/// Puts a question to the engine and writes what it says.
struct Put {
  const Model& model;
  const std::string& digest;
  Letter& letter;
  SpareWhatIf& spare;
  const Limits& limits;

  void operator()(const WhatBreaksQuestion& q) const {
    letter.write(q, spare.what_breaks(q.removal));
  }
  void operator()(const WhatIfQuestion& q) const { letter.write(q, what_if(model, q.change)); }
  void operator()(const WhoDecidesQuestion& q) const {
    letter.write(q, who_decides(model, q.question));
  }
  void operator()(const MayQuestion& q) const {
    letter.write(q, q.known ? may(model, *q.known, q.who.question) : ask::may_of_unknown_actor());
  }
  void operator()(const WhyQuestion& q) const { letter.write(q, why(model, q.element, q.date)); }
  void operator()(const ask::CutsQuestion& q) const {
    Limits limits;
    limits.seconds = q.seconds;
    letter.write(q, cuts(model, q.question, limits));
  }
  void operator()(const CheckQuestion& q) const { letter.write(q, check(model, q.date)); }
  void operator()(const RankingQuestion& q) const {
    letter.write(q, rank(model, q.question, with_seconds(limits, q.seconds)));
  }
  void operator()(const ask::RemovalPlanQuestion& q) const {
    letter.write(q, removal_plan(model, q.question));
  }
  void operator()(const DiffQuestion& q) const {
    letter.write(q, diff(model, *q.with, q.date, limits));
  }
  void operator()(const ask::WhatMayQuestion& q) const {
    letter.write(q, what_may(model, q.question, with_seconds(limits, q.seconds)));
  }
  void operator()(const ask::KeepSetQuestion& q) const {
    letter.write(q, keep_set(model, q.question, with_seconds(limits, q.seconds)));
  }
  void operator()(const ask::BestRemovalsQuestion& q) const {
    letter.write(q, best_removals(model, q.question, with_seconds(limits, q.seconds)));
  }
  void operator()(const JournalNoteQuestion& q) const {
    letter.write(journal_note(model, q), digest);
  }
  void operator()(const BurdenQuestion& q) const { letter.write(q, burden(model, q)); }
};

/// Has this question an answer when the time is up?
bool is_anytime(const Question& question) {
  return std::holds_alternative<RankingQuestion>(question) ||
         std::holds_alternative<ask::WhatMayQuestion>(question) ||
         std::holds_alternative<ask::KeepSetQuestion>(question) ||
         std::holds_alternative<ask::BestRemovalsQuestion>(question);
}

}  // namespace

namespace ask {
Limits with_seconds(Limits limits, std::optional<double> seconds) {
  if (seconds) limits.seconds = std::min(*seconds, limits.seconds.value_or(*seconds));
  return limits;
}

May may_of_unknown_actor() {
  May answer;
  answer.because.kind = Because::Kind::unknown;
  return answer;
}

std::string answer_to(const Asker& asker, const KeepSetQuestion& question, const KeepSet& answer) {
  Letter letter(asker.model(), asker.digest(), {"keep_set", {}, question.question.date});
  letter.write(question, answer);
  return letter.take();
}
std::string answer_to(const Asker& asker, const BestRemovalsQuestion& question,
                      const BestRemovals& answer) {
  Letter letter(asker.model(), asker.digest(), {"best_removals", {}, question.question.date});
  letter.write(question, answer);
  return letter.take();
}
}  // namespace ask

Asker::Asker(const Model& model) : Asker(model, model.saved_digest()) {}
Asker::Asker(const Model& model, std::string digest)
    : model_(model),
      digest_(std::make_shared<ask::ModelDigest>(model, std::move(digest))),
      spare_(std::make_shared<SpareWhatIf>(model)) {}

const std::string& Asker::digest() const { return digest_->get(); }

WhatBreaks Asker::what_breaks(const Removal& question) const {
  return spare_->what_breaks(question);
}

std::string Asker::ask(std::string_view question, const Limits& limits) const {
  Envelope envelope;
  const std::string& digest = digest_->get(limits);
  try {
    simdjson::dom::parser parser;
    simdjson::dom::element json;
    const auto error = json::parse(parser, question).get(json);
    if (error)
      throw Error(Errc::invalid_question,
                  std::string("the question is no JSON: ") + simdjson::error_message(error));
    const Question read = read_question(model_, json, envelope);
    Letter letter(model_, digest, envelope);
    detail::Watch watch(limits);
    watch.stage("ask", 1);
    if (is_anytime(read))
      (void)watch.step(0);
    else
      watch.must_step(0);
    std::visit(Put{model_, digest, letter, *spare_, limits}, read);
    return letter.take();
  } catch (const InvalidChange& error) {
    Letter letter(model_, digest, envelope);
    letter.write(error, error.findings());
    return letter.take();
  } catch (const Error& error) {
    if (error.code() == Errc::cancelled) throw;
    Letter letter(model_, digest, envelope);
    letter.write(error);
    return letter.take();
  }
}

std::string Asker::answer(const WhatBreaksQuestion& question, const WhatBreaks& answer) const {
  Letter letter(model_, digest(), {"what_breaks", {}, question.removal.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const WhatIfQuestion& question, const WhatIfAnswer& answer) const {
  Letter letter(model_, digest(), {"what_if", {}, question.change.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const WhoDecidesQuestion& question, const Decision& answer) const {
  Letter letter(model_, digest(), {"who_decides", {}, question.question.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const ask::DiffQuestion& question, const Diff& answer) const {
  Letter letter(model_, digest(), {"diff", {}, question.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const ask::CutsQuestion& question, const Cuts& answer) const {
  Letter letter(model_, digest(), {"cuts", {}, question.question.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const MayQuestion& question, const May& answer) const {
  Letter letter(model_, digest(), {"may", {}, question.who.question.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const WhyQuestion& question, const Why& answer) const {
  Letter letter(model_, digest(), {"why", {}, question.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const CheckQuestion& question,
                          const std::vector<Finding>& findings) const {
  Letter letter(model_, digest(), {"check", {}, question.date});
  letter.write(question, findings);
  return letter.take();
}

std::string Asker::answer(const ask::RemovalPlanQuestion& question,
                          const RemovalPlan& answer) const {
  Letter letter(model_, digest(), {"removal_plan", {}, question.question.context.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const BurdenQuestion& question, const BurdenAnswer& answer) const {
  Letter letter(model_, digest(), {"burden", {}, question.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const JournalNote& note) const {
  Letter letter(model_, digest(), {"journal_note", {}, note.decision.question.date});
  letter.write(note, digest());
  return letter.take();
}

std::string Asker::answer(const RankingQuestion& question, const Ranking& answer) const {
  Letter letter(model_, digest(), {"rank", {}, question.question.date});
  letter.write(question, answer);
  return letter.take();
}

std::string Asker::answer(const ask::WhatMayQuestion& question, const WhatMay& answer) const {
  Letter letter(model_, digest(), {"what_may", {}, question.question.context.date});
  letter.write(question, answer);
  return letter.take();
}

}  // namespace regelgraf
