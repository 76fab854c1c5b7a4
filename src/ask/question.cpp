#include "ask/question.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <regelgraf/detail/facts.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

namespace regelgraf::ask {

using detail::quote;
using simdjson::dom::element;
using simdjson::dom::element_type;

void bad(const std::string& message, std::string at) {
  throw Error(Errc::invalid_question, message, std::move(at));
}

namespace {

std::string text_at(element value, const std::string& at) {
  std::string_view text;
  if (value.get_string().get(text)) bad("expected a text", at);
  return std::string(text);
}

void refuse_personal_data(element value, const std::string& at, int depth = 0) {
  if (depth > 64) bad("nested too deeply", {});
  const auto check = [&](std::string_view text) { ask::refuse_personal_data(text, at); };
  switch (value.type()) {
    case element_type::STRING:
      check(std::string_view(value));
      break;
    case element_type::ARRAY:
      for (const element one : simdjson::dom::array(value))
        refuse_personal_data(one, at, depth + 1);
      break;
    case element_type::OBJECT:
      for (const auto [key, one] : simdjson::dom::object(value)) {
        check(key);
        refuse_personal_data(one, at.empty() ? std::string(key) : at, depth + 1);
      }
      break;
    default:
      break;
  }
}

std::string nearest_ids(const Model& model, std::string_view id) {
  const std::size_t limit = std::max<std::size_t>(2, id.size() / 3);
  std::set<std::pair<std::size_t, std::string_view>> nearest;
  for (Index i = 0; i < model.size(); ++i) {
    if (model.inert(i)) continue;
    const std::string_view other = model.id(i);
    std::size_t distance = detail::edits(id, other, limit);
    if (distance > limit && id.size() >= 3 && other.find(id) != std::string_view::npos)
      distance = limit;
    if (distance > limit) continue;
    nearest.insert({distance, other});
    if (nearest.size() > 3) nearest.erase(std::prev(nearest.end()));
  }
  std::string text;
  for (const auto& [unused, other] : nearest) text += (text.empty() ? "" : ", ") + quote(other);
  return text;
}

std::vector<Index> find_actors(const Model& model, element value, const std::string& field) {
  std::vector<Index> result;
  for (const std::string& id : texts(value, field)) result.push_back(find_actor(model, id, field));
  return result;
}

FactValue fact_value(element value, const std::string& at) {
  switch (value.type()) {
    case element_type::BOOL:
      return bool(value);
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
      return double(value);
    case element_type::STRING:
      return std::string(std::string_view(value));
    default:
      throw Error(Errc::wrong_type, "expected a text, a number, true or false", at);
  }
}

/// `P` sets rules, `G` decides cases, `K` controls and hears complaints (KLE's facets).
std::string power_of_facet(std::string_view facet) {
  if (facet.starts_with('P')) return "adopt";
  if (facet.starts_with('G') || facet.starts_with('K')) return "decide";
  bad("the facet " + quote(facet) + " gives no power: name one", "target.facet");
}

void read_target(const Model& model, element value, WhoDecidesQuestion& q, bool has_power) {
  std::string_view id;
  if (!value.get_string().get(id)) {
    q.question.target = find_element(model, id, "target");
    return;
  }
  simdjson::dom::object object;
  if (value.get_object().get(object)) bad("expected an id or {\"kle\": ...}", "target");
  for (const auto [key, inner] : object) {
    if (key == "kle") {
      q.kle = text_at(inner, "target.kle");
    } else if (key == "facet") {
      q.facet = text_at(inner, "target.facet");
      if (!has_power) q.question.power = power_of_facet(q.facet);
    } else if (!key.starts_with("x-")) {
      bad("unknown field " + quote(key), "target");
    }
  }
  if (q.kle.empty()) bad("the target names no KLE number", "target.kle");
  const std::vector<Index> matters = matters_by_kle(model, q.kle);
  if (matters.size() == 1)
    q.question.target = matters.front();
  else
    q.question.concerns = matters;
}

WhatBreaksQuestion read_what_breaks(const Model& model, simdjson::dom::object object,
                                    const Envelope& envelope) {
  WhatBreaksQuestion q;
  bool has_remove = false;
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    if (!read_removal_field(model, key, value, q))
      bad("unknown field " + quote(key), std::string(key));
    has_remove = has_remove || key == "remove";
  }
  if (!has_remove) bad("the field `remove` is missing", "remove");
  q.removal.date = envelope.date;
  q.removal.causes = q.detail != Detail::ids;
  return q;
}

WhyQuestion read_why(const Model& model, simdjson::dom::object object, const Envelope& envelope) {
  WhyQuestion q;
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    if (key != "element") bad("unknown field " + quote(key), std::string(key));
    q.element = find_element(model, text_at(value, "element"), "element");
  }
  if (q.element == none) bad("the field `element` is missing", "element");
  q.date = envelope.date;
  return q;
}

}  // namespace

WhoDecidesQuestion read_authority(const Model& model, simdjson::dom::object object,
                                  const Envelope& envelope,
                                  std::initializer_list<std::string_view> beside) {
  WhoDecidesQuestion q;
  element power, target;
  const bool has_power = !object["power"].get(power);
  if (has_power) q.question.power = text_at(power, "power");
  if (object["target"].get(target)) bad("the field `target` is missing", "target");
  read_target(model, target, q, has_power);
  if (q.question.power.empty()) bad("the field `power` is missing", "power");
  q.question.date = envelope.date;
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    if (std::find(beside.begin(), beside.end(), key) != beside.end()) continue;
    if (key == "power" || key == "target") continue;  // read before
    if (!read_case_field(model, key, value, q.question, q.ignored_facts))
      bad("unknown field " + quote(key), std::string(key));
  }
  return q;
}

std::string one_text(element value, const std::string& at) { return text_at(value, at); }

Ids texts(element value, const std::string& at) {
  simdjson::dom::array array;
  if (value.get_array().get(array)) return {text_at(value, at)};
  Ids result;
  for (const element one : array)
    result.push_back(text_at(one, at + "[" + std::to_string(result.size()) + "]"));
  return result;
}

bool read_case_field(const Model& model, std::string_view key, element value,
                     AuthorityQuestion& question, Ids& ignored) {
  if (key == "unit") {
    question.unit = find_actor(model, text_at(value, "unit"), "unit");
  } else if (key == "disqualified") {
    question.disqualified = find_actors(model, value, "disqualified");
  } else if (key == "absent") {
    question.absent = find_actors(model, value, "absent");
  } else if (key == "facts") {
    simdjson::dom::object facts;
    if (value.get_object().get(facts)) bad("expected an object", "facts");
    for (const auto [name, given] : facts) {
      if (given.is_null()) continue;  // not known, as if it were left out
      const auto fact = model.fact(name);
      const bool again = fact && std::any_of(question.facts.begin(), question.facts.end(),
                                             [&](const auto& one) { return one.first == *fact; });
      if (again)  // by name and by alias: which of the two is meant nobody can tell
        bad("the fact " + quote(model.facts()[*fact].name) + " is given twice",
            "facts." + std::string(name));
      if (!set_fact(model, question, name, fact_value(given, "facts." + std::string(name))))
        ignored.emplace_back(name);
    }
    std::sort(ignored.begin(), ignored.end());
  } else {
    return false;
  }
  return true;
}

bool is_utf8(std::string_view text) {
  return detail::find_invalid_utf8(text) == std::string_view::npos;
}

void refuse_personal_data(std::string_view text, const std::string& at) {
  if (detail::has_cpr(text))
    throw Error(Errc::personal_data, "the text looks like a CPR number", at);
}

Index find_element(const Model& model, std::string_view id, std::string at) {
  if (const auto i = model.find(id)) return *i;
  const std::string nearest = nearest_ids(model, id);
  throw Error(Errc::unknown_element,
              "no element " + quote(id) + " in this model" +
                  (nearest.empty() ? std::string() : "; nearest: " + nearest),
              std::move(at));
}

Index find_actor(const Model& model, std::string_view id, std::string at) {
  if (const auto actor = find_actor_if_any(model, id, at)) return *actor;
  return find_element(model, id, std::move(at));  // which says what is near
}

std::optional<Index> find_actor_if_any(const Model& model, std::string_view id, std::string at) {
  const auto i = model.find(id);
  if (i && model.kind(*i) != Kind::actor) bad(quote(id) + " is no actor", std::move(at));
  return i;
}

bool set_fact(const Model& model, AuthorityQuestion& question, std::string_view name,
              const FactValue& value) {
  const auto fact = model.fact(name);
  if (!fact) return false;
  const Fact& known = model.facts()[*fact];
  if (!detail::has_type(value, known.type))
    throw Error(Errc::wrong_type,
                "the fact " + quote(known.name) + " is of type " + std::string(to_text(known.type)),
                "facts." + std::string(name));
  std::erase_if(question.facts, [&](const auto& given) { return given.first == *fact; });
  question.facts.emplace_back(*fact, value);
  return true;
}

std::vector<Index> matters_by_kle(const Model& model, std::string_view kle) {
  for (std::string_view code = kle;; code = code.substr(0, code.rfind('.'))) {
    std::vector<Index> matters;
    for (Index i = 0; i < model.size(); ++i) {
      if (model.kind(i) != Kind::matter) continue;
      const Element element = model.element(i);
      if (std::get<Matter>(element.fields).code == code) matters.push_back(i);
    }
    if (!matters.empty()) return matters;
    if (code.find('.') == std::string_view::npos) break;
  }
  throw Error(Errc::unknown_element,
              "no matter with the KLE number " + quote(kle) + " or a broader one", "target.kle");
}

bool read_removal_field(const Model& model, std::string_view key, element value,
                        WhatBreaksQuestion& q) {
  if (key == "remove") {
    std::size_t at = 0;
    for (const std::string& id : texts(value, "remove"))
      q.removal.elements.push_back(find_element(model, id, "remove[" + std::to_string(at++) + "]"));
  } else if (key == "within") {
    q.removal.within = find_actor(model, text_at(value, "within"), "within");
  } else if (key == "detail") {
    const std::string detail = text_at(value, "detail");
    if (detail == "ids")
      q.detail = Detail::ids;
    else if (detail == "causes")
      q.detail = Detail::causes;
    else if (detail == "full")
      q.detail = Detail::full;
    else
      bad("expected `ids`, `causes` or `full`", "detail");
  } else {
    return false;
  }
  return true;
}

Question read_question(const Model& model, element json, Envelope& envelope,
                       std::string_view unless_named) {
  simdjson::dom::object object;
  if (json.get_object().get(object)) bad("a question is an object", {});
  refuse_personal_data(json, {});
  std::set<std::string_view> keys;
  element id;
  if (!object["id"].get(id)) {
    if (id.type() == element_type::ARRAY || id.type() == element_type::OBJECT)
      bad("an id is a text or a number", "id");
    envelope.id = simdjson::minify(id);
  }
  element what;
  if (!object["ask"].get(what))
    envelope.ask = text_at(what, "ask");
  else if (!unless_named.empty())
    envelope.ask = unless_named;
  else
    bad("the field `ask` is missing", "ask");
  for (const auto [key, value] : object)
    if (!keys.insert(key).second)
      bad("the field " + quote(key) + " stands twice", std::string(key));
  element date;
  if (!object["date"].get(date) && !date.is_null()) {
    envelope.date = day_from_text(text_at(date, "date"));
    if (!envelope.date) bad("expected a day as YYYY-MM-DD", "date");
  }
  if (envelope.ask == "what_breaks") return read_what_breaks(model, object, envelope);
  if (envelope.ask == "what_if") return read_what_if(model, object, envelope);
  if (envelope.ask == "who_decides") return read_authority(model, object, envelope, {});
  if (envelope.ask == "why") return read_why(model, object, envelope);
  if (envelope.ask == "check") return read_check(object, envelope);
  if (envelope.ask == "cuts") return read_cuts(model, object, envelope);
  if (envelope.ask == "rank") return read_rank(model, object, envelope);
  if (envelope.ask == "diff") return read_diff(object, envelope);
  if (envelope.ask == "removal_plan") return read_removal_plan(model, object, envelope);
  if (envelope.ask == "what_may") return read_what_may(model, object, envelope);
  if (envelope.ask == "journal_note") return read_journal_note(model, object, envelope);
  if (envelope.ask == "keep_set") return read_keep_set(model, object, envelope);
  if (envelope.ask == "best_removals") return read_best_removals(model, object, envelope);
  if (envelope.ask == "burden") return read_burden(model, object, envelope);
  if (envelope.ask == "may") {
    MayQuestion q;
    element actor;
    if (object["actor"].get(actor)) bad("the field `actor` is missing", "actor");
    q.actor = text_at(actor, "actor");
    q.known = find_actor_if_any(model, q.actor, "actor");
    q.who = read_authority(model, object, envelope, {"actor"});
    return q;
  }
  bad("this version does not answer " + quote(envelope.ask), "ask");
}

}  // namespace regelgraf::ask
