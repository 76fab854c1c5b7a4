// what-breaks, what-if, who-decides, may, what-may, why, burden, rank and journal-note: one
// question, for people or as JSON.

#include <simdjson.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <variant>

#include <regelgraf/error.hpp>

#include <regelgraf/ask.hpp>
#include "ask/question.hpp"
#include "cli/inquiry.hpp"
#include "cli/patience.hpp"
#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

/// Answers for people; gives the status to leave with.
struct ForPeople {
  Session& session;
  const Limits& limits;

  Exit operator()(const ask::WhatBreaksQuestion& q) const {
    put(what_breaks(session.model(), q.removal), q.removal);
    return answered;
  }
  Exit operator()(const ask::WhatIfQuestion& q) const {
    const WhatIfAnswer answer = what_if(session.model(), q.change);
    render(session.say, session.out, answer, q.change);
    return answered;
  }
  Exit operator()(const ask::WhoDecidesQuestion& q) const {
    put(who_decides(session.model(), q.question), Asked{{}, none, q.ignored_facts});
    return answered;
  }
  Exit operator()(const ask::MayQuestion& q) const {
    const May answer = answer_to(q);
    put(answer, q.who.question, Asked{q.actor, q.known.value_or(none), q.who.ignored_facts});
    return status_of(answer);
  }
  Exit operator()(const ask::WhyQuestion& q) const {
    put(why(session.model(), q.element, q.date), q.element, q.date);
    return answered;
  }
  Exit operator()(const ask::RankingQuestion& q) const {
    put(rank(session.model(), q.question, ask::with_seconds(limits, q.seconds)), q.question);
    return answered;
  }
  Exit operator()(const ask::WhatMayQuestion& q) const {
    put(what_may(session.model(), q.question, ask::with_seconds(limits, q.seconds)), q,
        session.options.with_not);
    return answered;
  }
  Exit operator()(const ask::DiffQuestion& q) const {
    put(diff(session.model(), *q.with, q.date, limits), q);
    return answered;
  }
  Exit operator()(const BurdenQuestion& q) const {
    put(burden(session.model(), q), q);
    return answered;
  }
  Exit operator()(const ask::RemovalPlanQuestion& q) const {
    put(removal_plan(session.model(), q.question), q.question, q.ignored_facts);
    return answered;
  }
  Exit operator()(const ask::CutsQuestion& q) const {
    Limits limits;
    limits.seconds = q.seconds;
    put(cuts(session.model(), q.question, limits), q.question);
    return answered;
  }
  Exit operator()(const ask::KeepSetQuestion& q) const {
    put(keep_set(session.model(), q.question, ask::with_seconds(limits, q.seconds)), q.question);
    return answered;
  }
  Exit operator()(const ask::BestRemovalsQuestion& q) const {
    put(best_removals(session.model(), q.question, ask::with_seconds(limits, q.seconds)),
        q.question);
    return answered;
  }
  Exit operator()(const JournalNoteQuestion& q) const {
    const Model& model = session.model();
    const JournalNote note = journal_note(model, q);
    if (session.options.agenda_line)
      session.out.raw(ask::agenda_line(model, note.decision, q.language, q.internal) + "\n");
    else
      session.out.raw(Asker(model).text(note));
    return answered;
  }
  Exit operator()(const ask::CheckQuestion&) const { return answered; }  // has its own command

  [[nodiscard]] May answer_to(const ask::MayQuestion& q) const {
    if (q.known) return may(session.model(), *q.known, q.who.question);
    May answer;
    answer.because.kind = Because::Kind::unknown;
    return answer;
  }
  static Exit status_of(const May& answer) {
    return answer.may == Permission::no ? finding : answered;
  }

 private:
  template <class... Parts>
  void put(const Parts&... parts) const {
    render(session.model(), session.say, session.out, parts...);
  }
};

/// Puts the question for people, or, where JSON is asked for, only finds the status to leave with.
Exit put(Session& session, const std::string& json, const Limits& limits) {
  try {
    simdjson::dom::parser parser;
    ask::Envelope envelope;
    const ask::Question read = ask::read_question(session.model(), parser.parse(json), envelope);
    const ForPeople people{session, limits};
    if (!session.options.json) return std::visit(people, read);
    if (const auto* asked = std::get_if<ask::MayQuestion>(&read))
      return ForPeople::status_of(people.answer_to(*asked));
    return answered;
  } catch (const InvalidChange& error) {
    for (const Finding& one : error.findings()) session.put(session.err, one);
    (void)session.err.write(stderr);
    return wrong_use;
  } catch (const Error& error) {
    if (error.code() == Errc::cancelled) throw;
    return session.complain({{error.at(), error.what(), {}}});
  }
}

}  // namespace

Exit question(Session& session) {
  if (!session.load_or_complain()) return wrong_use;
  const auto start = std::chrono::steady_clock::now();
  Exit status = answered;
  try {
    const Patience patience(session);
    const Inquiry inquiry = inquire(session.options, session.model(), session.say);
    spdlog::info("question: {}", inquiry.problems.empty() ? inquiry.json : "not put");
    status = inquiry.problems.empty() ? put(session, inquiry.json, patience.limits())
                                      : session.complain(inquiry.problems);
    if (session.options.json && !inquiry.json.empty()) {
      session.out.raw(Asker(session.model()).ask(inquiry.json, patience.limits()));
      session.out.raw("\n");
    }
  } catch (const Error&) {  // Ctrl-C
    return interrupted;
  }
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  spdlog::info("answered in {:.1f} ms", took.count());
  return session.leave(status);
}

}  // namespace regelgraf::cli
