#include "print.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

namespace regelgraf::test {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

template <class T, class Write>
std::string list(const std::vector<T>& all, Write write) {
  std::string text;
  for (const T& entry : all) text += (text.empty() ? "" : ", ") + write(entry);
  return "[" + text + "]";
}

std::string write(const Requirement& requirement);
std::string write(const OverEntry& entry);
std::string write(const ActorPattern& pattern);
std::string write(const Holder& holder);
std::string write(const Condition& condition);
std::string write(const Fact& fact);
std::string write(const Ids& ids);
std::string write(const std::string& text) { return quoted(text); }
std::string write(double value) { return number(value); }
std::string write(Range r) {
  return "[" + number(r.low) + ", " + number(r.likely) + ", " + number(r.high) + "]";
}
std::string write(const FactValue& value) {
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
  if (const auto* n = std::get_if<double>(&value)) return number(*n);
  return quoted(std::get<std::string>(value));
}

/// The fields of one object; what is absent is left out.
struct Object {
  std::string text;

  void raw(const char* name, const std::string& value) {
    text += (text.empty() ? "" : ", ") + quoted(name) + ": " + value;
  }
  void field(const char* name, const std::string& value) {
    if (!value.empty()) raw(name, quoted(value));
  }
  void field(const char* name, bool value) {
    if (value) raw(name, "true");
  }
  template <class T>
  void field(const char* name, const std::optional<T>& value) {
    if (value) raw(name, write(*value));
  }
  template <class T>
  void field(const char* name, const std::vector<T>& all) {
    if (!all.empty()) raw(name, list(all, [](const T& entry) { return write(entry); }));
  }
  [[nodiscard]] std::string closed() const { return "{" + text + "}"; }
};

std::string write(const Requirement& r) {
  Object o;
  o.raw("at_least", std::to_string(r.at_least));
  o.field("of", r.of);
  return o.closed();
}
std::string write(const OverEntry& entry) {
  if (!entry.is_object()) return quoted(entry.id);
  Object o;
  o.field("matter", entry.matter);
  if (entry.instrument) o.raw("instrument", quoted(to_text(*entry.instrument)));
  o.field("issuer", entry.issuer);
  return o.closed();
}
std::string write(const ActorPattern& pattern) {
  Object o;
  if (const auto* tier = std::get_if<Tier>(&pattern.what)) o.raw("tier", quoted(to_text(*tier)));
  if (const auto* form = std::get_if<Form>(&pattern.what)) o.raw("form", quoted(to_text(*form)));
  if (const auto* text = std::get_if<std::string>(&pattern.what)) {
    if (!pattern.fact) return quoted(*text);
    o.raw("fact", quoted(*text));
  }
  return o.closed();
}
std::string write(const Holder& holder) {
  return holder.leader_of_unit ? R"({"leader_of": "unit"})" : quoted(holder.id);
}
std::string write(const Ids& ids) {
  return list(ids, [](const std::string& id) { return quoted(id); });
}
std::string write(const Condition& c) {
  Object o;
  if (!c.judgement.empty()) {
    o.raw("judgement", "{\"da\": " + quoted(c.fact) + "}");
    o.raw("must_be", write(c.values.front()));
    return o.closed();
  }
  o.field("fact", c.fact);
  o.raw("op", quoted(to_text(c.op)));
  if (c.op == Op::in)
    o.field("value", c.values);
  else
    o.raw("value", write(c.values.front()));
  return o.closed();
}
std::string write(const Fact& fact) {
  Object o;
  o.field("name", fact.name);
  o.raw("type", quoted(to_text(fact.type)));
  o.field("aliases", fact.aliases);
  o.field("default", fact.default_value);
  if (!fact.ask.da.empty()) o.raw("ask", "{\"da\": " + quoted(fact.ask.da) + "}");
  return o.closed();
}

void jointly(Object& o, const Jointly& jointly) {
  if (jointly.all) o.raw("jointly", "\"all\"");
  if (!jointly.all && jointly.count > 1) o.raw("jointly", std::to_string(jointly.count));
}
void burden(Object& o, const Rare<Burden>& burden) {
  if (!burden) return;
  Object inner;
  inner.field("minutes", burden->minutes);
  inner.field("times_per_year", burden->times_per_year);
  inner.field("people", burden->people);
  inner.field("one_off_hours", burden->one_off_hours);
  if (burden->minimum) {
    Object least;
    least.field("minutes", burden->minimum->minutes);
    least.field("times_per_year", burden->minimum->times_per_year);
    least.field("people", burden->minimum->people);
    inner.raw("minimum", least.closed());
  }
  o.raw("burden", inner.closed());
}
void scope(Object& o, const Scope& s) {
  o.field("powers", s.powers);
  o.field("over", s.over);
  o.field("within", s.within);
  o.field("conditions", s.conditions);
  o.field("unless", s.unless);
}

struct Fields {
  Object& o;

  void operator()(const Actor& a) const {
    o.raw("tier", quoted(to_text(a.tier)));
    o.raw("form", quoted(to_text(a.form)));
    o.field("is", a.is);
    o.field("part_of", a.part_of);
    o.field("leader", a.leader);
    o.field("holds", a.holds);
    o.field("members", a.members);
    o.field("deputies", a.deputies);
    o.field("med_for", a.med_for);
    o.field("order", a.order);
  }
  void operator()(const Matter& m) const { o.field("broader", m.broader); }
  void operator()(const Rule& r) const {
    o.raw("instrument", quoted(to_text(r.instrument)));
    o.field("issuer", r.issuer);
    jointly(o, r.jointly);
    o.field("binds", r.binds);
    o.field("concerns", r.concerns);
    if (r.notice) {
      Object notice;
      notice.raw("months", number(r.notice->months));
      notice.field("by", r.notice->by);
      o.raw("notice", notice.closed());
    }
    o.field("conflicts_with", r.conflicts_with);
    burden(o, r.burden);
  }
  void operator()(const Task& t) const {
    o.field("performed_by", t.performed_by);
    o.field("concerns", t.concerns);
    o.field("core", t.core);
    burden(o, t.burden);
  }
  void operator()(const Duty& d) const {
    o.field("concerns", d.concerns);
    o.field("owed_to", d.owed_to);
  }
  void operator()(const Goal& g) const {
    o.field("concerns", g.concerns);
    o.field("set_by", g.set_by);
  }
  void operator()(const Grant& g) const {
    o.field("to", g.to);
    jointly(o, g.jointly);
    o.field("concur", g.concur);
    o.field("from", g.from);
    scope(o, g);
    if (g.redelegable == redelegable_without_end)
      o.field("redelegable", true);
    else if (g.redelegable > 0)
      o.raw("redelegable", std::to_string(g.redelegable));
    o.field("exclusive", g.exclusive);
    o.field("alongside", g.alongside);
    o.field("exceptional", g.exceptional);
    o.field("residual", g.residual);
    if (g.manner && g.manner->in_meeting) o.raw("manner", R"({"in_meeting": true})");
  }
  void operator()(const Involvement& i) const {
    o.field("body", i.body.id);
    if (const auto tier = i.body.at_level_of_decider)
      o.raw("body", "{\"at_level_of\": \"decider\", \"tier\": " + quoted(to_text(*tier)) + "}");
    o.raw("how", quoted(to_text(i.how)));
    o.raw("timing", quoted(to_text(i.timing)));
    o.field("days", i.days);
    o.field("when_decided_by", i.when_decided_by);
    scope(o, i);
  }
  void operator()(const Bar& b) const {
    o.field("only", b.only);
    o.field("against", b.against);
    scope(o, b);
  }
};

std::string write(const Element& e) {
  Object o;
  o.field("id", e.id);
  o.raw("kind", quoted(to_text(e.kind())));
  if (e.status != Status::in_force) o.raw("status", quoted(to_text(e.status)));
  Object valid;
  if (e.valid.from) valid.field("from", to_text(*e.valid.from));
  if (e.valid.to) valid.field("to", to_text(*e.valid.to));
  if (!valid.text.empty()) o.raw("valid", valid.closed());
  std::visit(Fields{o}, e.fields);
  o.field("basis", e.basis);
  o.field("needs", e.needs);
  o.field("serves", e.serves);
  o.field("uses", e.uses);
  if (e.claims) {
    Object claims;
    if (e.claims->origin) claims.field("origin", std::string(to_text(*e.claims->origin)));
    claims.field("issuer", e.claims->issuer);
    claims.field("hours", e.claims->hours);
    o.raw("claims", claims.closed());
  }
  if (e.examined) o.raw("examined", "{\"on\": " + quoted(to_text(e.examined->on)) + "}");
  return o.closed();
}

}  // namespace

std::string as_text(const Draft& draft) {
  std::string text;
  for (std::uint32_t layer = 0; layer < draft.layers().size(); ++layer) {
    const Head& head = draft.layers()[layer];
    Object model;
    model.field("id", head.id);
    model.field("extends", head.extends);
    model.field("facts", head.facts);
    text += "{\"regelgraf\": 1, \"model\": " + model.closed() + "}\n";
    std::map<std::string, std::string> lines;
    for (const Element& element : draft.elements())
      if (element.layer == layer) lines[element.id] = write(element);
    for (const auto& [id, line] : lines) text += line + "\n";
  }
  return text;
}

std::string as_text(const reference::Question& question) {
  Object o;
  o.raw("ask", "\"who_decides\"");
  o.field("power", question.power);
  o.field("target", question.target);
  o.field("unit", question.unit);
  if (question.date) o.field("date", to_text(*question.date));
  Object facts;
  for (const auto& [name, value] : question.facts) facts.raw(name.c_str(), write(value));
  if (!facts.text.empty()) o.raw("facts", facts.closed());
  o.field("disqualified", Ids(question.disqualified.begin(), question.disqualified.end()));
  o.field("absent", Ids(question.absent.begin(), question.absent.end()));
  return o.closed();
}

}  // namespace regelgraf::test
