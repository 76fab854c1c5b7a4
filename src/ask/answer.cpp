#include "ask/answer.hpp"

#include <algorithm>

#include "ask/text.hpp"

namespace regelgraf::ask {

void AnswerWriter::ids(std::string_view key, std::span<const Index> list) {
  out_.key(key).begin_array();
  for (const Index i : list) id(i);
  out_.end_array();
}

void AnswerWriter::range(std::string_view key, const Range& range) {
  out_.key(key).begin_array().number(range.low).number(range.likely).number(range.high).end_array();
}

void AnswerWriter::text(const Name& text) {
  out_.key("text").begin_object().key("da").string(text.da).key("en").string(text.en).end_object();
}

void AnswerWriter::effects(std::string_view key, const std::vector<Effect>& list, Detail detail) {
  out_.key(key).begin_array();
  for (const Effect& effect : list) {
    if (detail == Detail::ids) {
      id(effect.element);
      continue;
    }
    out_.begin_object().key("id");
    id(effect.element);
    constexpr std::string_view words[] = {"basis", "needs", "serves", "own"};
    out_.key("cause").begin_object();
    out_.key("requirement").string(words[static_cast<std::size_t>(effect.cause.of_what)]);
    out_.key("at_least").number(effect.cause.at_least);
    ids("of", effect.cause.of);
    ids("left", effect.cause.left);
    if (effect.cause.implied) out_.key("implied").boolean(true);
    out_.end_object();
    ids("through", effect.through);
    out_.end_object();
  }
  out_.end_array();
}

void AnswerWriter::what_breaks(const WhatBreaks& answer, const WhatBreaksQuestion& question) {
  ids("removed", answer.removed);
  if (question.removal.within != none)
    out_.key("within").string(model_.id(question.removal.within));
  breaks(answer, question.detail);
  if (question.detail == Detail::ids) return;
  moved("authority", answer.authority);
  out_.key("hours").begin_object();
  freed(answer);
  out_.end_object();
  text(text_of(model_, answer));
}

/// The lists of what a removal or a change does.
void AnswerWriter::breaks(const WhatBreaks& answer, Detail detail) {
  effects("lapsed", answer.lapsed, detail);
  effects("broken", answer.broken, detail);
  ids("unmet_duties", answer.unmet_duties);
  effects("redundant", answer.redundant, detail);
  effects("purposeless", answer.purposeless, detail);
  effects("weakened", answer.weakened, detail);
  ids("affected", answer.affected);
  ids("revived", answer.revived);
  ids("unexamined", answer.unexamined);
  ids("involvements_gone", answer.involvements_gone);
}

void AnswerWriter::freed(const WhatBreaks& answer) {
  range("removed", answer.hours_removed);
  range("fallen", answer.hours_fallen);
  range("redundant", answer.hours_redundant);
  range("one_off", answer.hours_one_off);
}

void put(json::Writer& out, const FactValue& value) {
  if (const auto* yes = std::get_if<bool>(&value))
    out.boolean(*yes);
  else if (const auto* figure = std::get_if<double>(&value))
    out.number(*figure);
  else
    out.string(std::get<std::string>(value));
}

/// As the model has it; a judgement with its must_be only where it is not told apart.
void AnswerWriter::condition(const Condition& condition, bool with_must_be) {
  out_.begin_object();
  if (!condition.judgement.empty()) {
    out_.key("judgement").begin_object();
    if (!condition.judgement.da.empty()) out_.key("da").string(condition.judgement.da);
    if (!condition.judgement.en.empty()) out_.key("en").string(condition.judgement.en);
    out_.end_object();
    if (with_must_be) {
      out_.key("must_be");
      put(out_, condition.values.front());
    }
  } else {
    out_.key("fact").string(condition.fact).key("op").string(to_text(condition.op)).key("value");
    if (condition.op == Op::in) {
      out_.begin_array();
      for (const FactValue& value : condition.values) put(out_, value);
      out_.end_array();
    } else {
      put(out_, condition.values.front());
    }
  }
  out_.end_object();
}

/// One unknown as a condition.
void AnswerWriter::unknown(const Unknown& unknown) {
  switch (unknown.what) {
    case Unknown::What::condition:
      condition(*unknown.condition, true);
      break;
    case Unknown::What::within: {
      out_.begin_object();
      ids("within", model_.scope(unknown.element)->within);
      out_.end_object();
      break;
    }
    case Unknown::What::against:
      out_.begin_object().key("fact").string(model_.facts()[unknown.fact].name);
      out_.key("op").string("==").key("value").string(model_.id(unknown.holder)).end_object();
      break;
  }
}

/// One unknown that must hold.
void AnswerWriter::must_be(const Unknown& one) {
  out_.begin_object().key("condition");
  const bool judgement = one.what == Unknown::What::condition && !one.condition->judgement.empty();
  if (judgement)
    condition(*one.condition, false);
  else
    unknown(one);
  out_.key("must_be");
  if (judgement)
    put(out_, one.condition->values.front());
  else
    out_.boolean(true);
  out_.end_object();
}

void AnswerWriter::dependence(const Dependence& dependence) {
  if (!dependence.not_all) {
    for (const Unknown& one : dependence.unknowns) must_be(one);
    return;
  }
  out_.begin_object().key("not_all").begin_array();
  for (const Unknown& one : dependence.unknowns) unknown(one);
  out_.end_array().key("because");
  id(dependence.because);
  out_.end_object();
}

/// What an element rests on, as written.
void AnswerWriter::basis(Index element) { ids("basis", basis_of(model_, element)); }

void AnswerWriter::link(Index grant) {
  const GrantRow& row = model_.grant(grant);
  out_.begin_object().key("grant");
  id(grant);
  out_.key("from");
  if (row.from == none)
    out_.null();
  else
    id(row.from);
  out_.key("by");
  if (row.by)
    out_.string(to_text(*row.by));
  else
    out_.null();
  basis(grant);
  out_.end_object();
}

void AnswerWriter::involved(const Involved& involved) {
  const Element element = model_.element(involved.involvement);
  const auto& written = std::get<Involvement>(element.fields);
  out_.begin_object().key("involvement");
  id(involved.involvement);
  out_.key("body");
  if (involved.body == none)
    out_.null();
  else
    id(involved.body);
  out_.key("how").string(to_text(written.how)).key("timing").string(to_text(written.timing));
  out_.key("days");
  if (written.days)
    out_.number(*written.days);
  else
    out_.null();
  basis(involved.involvement);
  if (!involved.depends_on.empty()) {
    out_.key("depends_on").begin_array();
    for (const Unknown& one : involved.depends_on) must_be(one);
    out_.end_array();
  }
  if (involved.body == none) out_.key("unresolved").boolean(true);
  out_.end_object();
}

void AnswerWriter::option(const Option& option) {
  out_.begin_object();
  ids("holders", option.holders);
  out_.key("jointly").number(option.jointly);
  if (!option.must.empty()) ids("must", option.must);
  out_.key("tier").string(to_text(option.tier));
  if (option.grant != none) out_.key("grant").string(model_.id(option.grant));
  out_.key("chain").begin_array();
  for (const Index grant : option.chain) link(grant);
  out_.end_array();
  out_.key("depends_on").begin_array();
  for (const Dependence& one : option.depends_on) dependence(one);
  out_.end_array();
  if (option.implied) out_.key("implied").boolean(true);
  if (option.notice_months)
    out_.key("notice").begin_object().key("months").number(*option.notice_months).end_object();
  if (option.grant != none) {
    const Element element = model_.element(option.grant);
    if (const auto& manner = std::get<Grant>(element.fields).manner) {
      out_.key("manner").begin_object();
      if (manner->in_meeting) out_.key("in_meeting").boolean(true);
      if (manner->votes) out_.key("votes").number(*manner->votes);
      out_.end_object();
    }
  }
  if (option.exceptional) out_.key("exceptional").boolean(true);
  if (!option.warnings.empty()) {
    out_.key("warnings").begin_array();
    for (const Warning& warning : option.warnings) {
      out_.begin_object().key("kind").string(warning.what == Warning::What::member_disqualified
                                                 ? "member_disqualified"
                                                 : "leader_disqualified");
      out_.key("holder");
      id(warning.holder);
      out_.key("disqualified");
      id(warning.disqualified);
      out_.end_object();
    }
    out_.end_array();
  }
  out_.key("involve").begin_array();
  for (const Involved& one : option.involve) involved(one);
  out_.end_array();
  out_.end_object();
}

void AnswerWriter::because(const Because& because) {
  out_.begin_object().key("kind").string(to_text(because.kind));
  const auto put = [&](std::string_view key) {
    if (because.element == none) return;
    out_.key(key);
    id(because.element);
  };
  using K = Because::Kind;
  switch (because.kind) {
    case K::grant:
      put("grant");
      break;
    case K::with:
      ids("with", because.with);
      break;
    case K::internal:
      put("unit");
      break;
    case K::notice:
      out_.key("months").number(*because.months);
      break;
    case K::lapse:
      put("element");
      break;
    case K::chain:
      put("grant");
      break;
    case K::disqualification:
      put("actor");
      break;
    case K::bar:
      put("bar");
      break;
    case K::exclusive:
    case K::special:
      put("grant");
      break;
    case K::date:
      out_.key("when").string(because.from ? "not_yet" : "expired");
      if (because.from) out_.key("from").string(to_text(*because.from));
      if (because.to) out_.key("to").string(to_text(*because.to));
      break;
    case K::unit: {
      Unknown within;
      within.what = Unknown::What::within;
      within.element = because.element;
      out_.key("condition");
      unknown(within);
      break;
    }
    case K::failed_condition:
      if (!because.condition) {
        put("unless");
        break;
      }
      out_.key("condition");
      condition(*because.condition, true);
      if (because.value) {
        out_.key("value");
        ask::put(out_, *because.value);
      }
      break;
    case K::condition:
    case K::implied:
    case K::unknown:
    case K::none:
      break;
  }
  if (!because.depends_on.empty()) {
    out_.key("depends_on").begin_array();
    for (const Dependence& one : because.depends_on) dependence(one);
    out_.end_array();
  }
  out_.end_object();
}

void AnswerWriter::who_decides(const Decision& answer) {
  out_.key("verdict").string(to_text(answer.verdict));
  out_.key("options").begin_array();
  for (const Option& one : answer.options) option(one);
  out_.end_array();
  ids("recommends", answer.recommends);
  ids("informed", answer.informed);
  ids("heard", answer.heard);
  out_.key("also").begin_array();
  for (const Decision& one : answer.also) {
    out_.begin_object().key("power").string(one.question.power).key("target");
    id(one.question.target);
    who_decides(one);
    out_.end_object();
  }
  out_.end_array();
  if (answer.appeal_from != none) {
    const Element element = model_.element(answer.appeal_from);
    const Appeal& appeal = *std::get<Matter>(element.fields).appeal;
    out_.key("appeal").begin_object();
    if (!appeal.body.empty()) out_.key("body").string(model_.id(*model_.find(appeal.body)));
    if (appeal.days) out_.key("days").number(*appeal.days);
    std::vector<Index> ground;
    for (const std::string& one : appeal.basis) ground.push_back(*model_.find(one));
    std::sort(ground.begin(), ground.end());
    ids("basis", ground);
    out_.key("matter");
    id(answer.appeal_from);
    out_.end_object();
  }
  out_.key("near_misses").begin_array();
  for (const NearMiss& miss : answer.near_misses) {
    out_.begin_object().key("actor");
    id(miss.actor);
    out_.key("grant");
    id(miss.grant);
    out_.key("because");
    because(miss.because);
    out_.end_object();
  }
  out_.end_array();
  ids("barred_by", answer.barred_by);
  text(text_of(model_, answer));
}

void AnswerWriter::may(const May& answer) {
  out_.key("may");
  switch (answer.may) {
    case Permission::yes:
      out_.boolean(true);
      break;
    case Permission::no:
      out_.boolean(false);
      break;
    case Permission::depends:
      out_.string("depends");
      break;
  }
  if (answer.may == Permission::depends && !answer.because.with.empty())
    ids("with", answer.because.with);
  out_.key("because");
  because(answer.because);
  out_.key("options").begin_array();
  for (const Option& one : answer.options) option(one);
  out_.end_array();
}

}  // namespace regelgraf::ask
