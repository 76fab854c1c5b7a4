#include "formats/canonical.hpp"

#include <mbedtls/sha256.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <regelgraf/detail/references.hpp>

#include "json/writer.hpp"

namespace regelgraf {
namespace {

using json::SortedObject;

void put_text(SortedObject& object, std::string_view key, const std::string& text) {
  if (!text.empty()) object.put(key, json::string(text));
}

void put_name(SortedObject& object, std::string_view key, const Name& name) {
  if (name.empty()) return;
  SortedObject both;
  put_text(both, "da", name.da);
  put_text(both, "en", name.en);
  object.put(key, both.take());
}

void put_ids(SortedObject& object, std::string_view key, const Ids& ids) {
  if (ids.empty()) return;
  std::vector<std::string> texts;
  for (const std::string& id : ids) texts.push_back(json::string(id));
  object.put(key, json::set(std::move(texts)));
}

void put_true(SortedObject& object, std::string_view key, bool value) {
  if (value) object.put(key, "true");
}

void put_number(SortedObject& object, std::string_view key, const std::optional<double>& number) {
  if (number) object.put(key, json::number(*number));
}

template <class Word>
void put_word(SortedObject& object, std::string_view key, Word word) {
  object.put(key, json::string(to_text(word)));
}

std::string range_text(const Range& range) {
  if (range.low == range.likely && range.likely == range.high) return json::number(range.low);
  return json::list(
      {json::number(range.low), json::number(range.likely), json::number(range.high)});
}

void put_range(SortedObject& object, std::string_view key, const std::optional<Range>& range) {
  if (range) object.put(key, range_text(*range));
}

std::string value_text(const FactValue& value) {
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
  if (const auto* figure = std::get_if<double>(&value)) return json::number(*figure);
  return json::string(std::get<std::string>(value));
}

void put_requirements(SortedObject& object, std::string_view key,
                      const std::vector<Requirement>& requirements) {
  if (requirements.empty()) return;
  std::vector<std::string> texts;
  for (const Requirement& requirement : requirements) {
    SortedObject one;
    one.put("at_least", json::number(requirement.at_least));
    put_ids(one, "of", requirement.of);
    texts.push_back(one.take());
  }
  object.put(key, json::set(std::move(texts)));
}

void put_jointly(SortedObject& object, const Jointly& jointly) {
  if (jointly.all)
    object.put("jointly", "\"all\"");
  else if (jointly.count != 1)
    object.put("jointly", json::number(jointly.count));
}

void put_burden_part(SortedObject& object, const BurdenPart& part) {
  const auto is = [](const std::optional<Range>& range, double value) {
    return range && *range == Range{value, value, value};
  };
  put_range(object, "minutes", part.minutes);
  put_range(object, "times_per_year", part.times_per_year);
  if (!is(part.people, 1)) put_range(object, "people", part.people);
  if (!is(part.one_off_hours, 0)) put_range(object, "one_off_hours", part.one_off_hours);
}

void put_burden(SortedObject& object, const Rare<Burden>& burden) {
  if (!burden) return;
  SortedObject b;
  put_burden_part(b, *burden);
  put_range(b, "rate", burden->rate);
  put_text(b, "from", burden->from);
  if (burden->minimum) {
    // Within `minimum` what is absent is as in the burden, so there `people` 1 says something.
    SortedObject minimum;
    put_range(minimum, "minutes", burden->minimum->minutes);
    put_range(minimum, "times_per_year", burden->minimum->times_per_year);
    put_range(minimum, "people", burden->minimum->people);
    put_range(minimum, "one_off_hours", burden->minimum->one_off_hours);
    b.put("minimum", minimum.take());
  }
  object.put("burden", b.take());
}

std::string condition_text(const Condition& condition) {
  SortedObject c;
  if (!condition.judgement.empty()) {
    put_name(c, "judgement", condition.judgement);
    c.put("must_be", value_text(condition.values.front()));
    return c.take();
  }
  put_text(c, "fact", condition.fact);
  put_word(c, "op", condition.op);
  if (condition.op == Op::in) {
    std::vector<std::string> values;
    for (const FactValue& value : condition.values) values.push_back(value_text(value));
    c.put("value", json::set(std::move(values)));
  } else {
    c.put("value", value_text(condition.values.front()));
  }
  return c.take();
}

template <class List, class Text>
void put_set(SortedObject& object, std::string_view key, const List& list, const Text& text) {
  if (list.empty()) return;
  std::vector<std::string> texts;
  for (const auto& one : list) texts.push_back(text(one));
  object.put(key, json::set(std::move(texts)));
}

std::string pattern_text(const ActorPattern& pattern) {
  SortedObject p;
  if (const auto* tier = std::get_if<Tier>(&pattern.what))
    put_word(p, "tier", *tier);
  else if (const auto* form = std::get_if<Form>(&pattern.what))
    put_word(p, "form", *form);
  else if (pattern.fact)
    put_text(p, "fact", std::get<std::string>(pattern.what));
  else
    return json::string(std::get<std::string>(pattern.what));
  return p.take();
}

std::string over_text(const OverEntry& entry) {
  if (!entry.is_object()) return json::string(entry.id);
  SortedObject o;
  put_text(o, "matter", entry.matter);
  put_text(o, "issuer", entry.issuer);
  if (entry.instrument) put_word(o, "instrument", *entry.instrument);
  return o.take();
}

void put_scope(SortedObject& object, const Scope& scope) {
  put_ids(object, "powers", scope.powers);
  put_set(object, "over", scope.over, over_text);
  put_ids(object, "within", scope.within);
  put_set(object, "conditions", scope.conditions, condition_text);
  put_ids(object, "unless", scope.unless);
}

struct PutOwn {
  SortedObject& o;

  void operator()(const Actor& a) const {
    put_word(o, "tier", a.tier);
    put_word(o, "form", a.form);
    put_text(o, "part_of", a.part_of);
    put_text(o, "leader", a.leader);
    put_text(o, "is", a.is);
    put_ids(o, "holds", a.holds);
    put_ids(o, "members", a.members);
    put_ids(o, "med_for", a.med_for);
    put_number(o, "order", a.order);
    if (!a.deputies.empty()) {
      std::vector<std::string> in_order;
      for (const std::string& id : a.deputies)
        if (std::find(in_order.begin(), in_order.end(), json::string(id)) == in_order.end())
          in_order.push_back(json::string(id));
      o.put("deputies", json::list(in_order));
    }
  }
  void operator()(const Matter& m) const {
    put_text(o, "code", m.code);
    put_ids(o, "broader", m.broader);
    put_set(o, "also", m.also, [](const AlsoNeeded& also) {
      SortedObject a;
      put_text(a, "power", also.power);
      put_text(a, "target", also.target);
      return a.take();
    });
    if (!m.appeal) return;
    SortedObject appeal;
    put_text(appeal, "body", m.appeal->body);
    put_number(appeal, "days", m.appeal->days);
    put_ids(appeal, "basis", m.appeal->basis);
    o.put("appeal", appeal.take());
  }
  void operator()(const Rule& r) const {
    put_word(o, "instrument", r.instrument);
    put_ids(o, "issuer", r.issuer);
    put_jointly(o, r.jointly);
    put_ids(o, "binds", r.binds);
    put_ids(o, "concerns", r.concerns);
    put_ids(o, "conflicts_with", r.conflicts_with);
    if (r.frame) put_word(o, "frame", *r.frame);
    put_burden(o, r.burden);
    if (r.adopted) {
      SortedObject adopted;
      put_text(adopted, "on", to_text(r.adopted->on));
      put_ids(adopted, "by", r.adopted->by);
      put_text(adopted, "grant", r.adopted->grant);
      o.put("adopted", adopted.take());
    }
    if (r.notice) {
      SortedObject notice;
      notice.put("months", json::number(r.notice->months));
      put_ids(notice, "by", r.notice->by);
      o.put("notice", notice.take());
    }
  }
  void operator()(const Task& t) const {
    put_ids(o, "performed_by", t.performed_by);
    put_ids(o, "concerns", t.concerns);
    put_burden(o, t.burden);
    put_true(o, "core", t.core);
  }
  void operator()(const Duty& d) const {
    put_ids(o, "concerns", d.concerns);
    put_ids(o, "owed_to", d.owed_to);
    put_true(o, "legal_security", d.legal_security);
  }
  void operator()(const Goal& g) const {
    put_ids(o, "concerns", g.concerns);
    put_ids(o, "set_by", g.set_by);
  }
  void operator()(const Grant& g) const {
    put_set(o, "to", g.to, [](const Holder& holder) {
      return holder.leader_of_unit ? std::string(R"({"leader_of":"unit"})")
                                   : json::string(holder.id);
    });
    put_jointly(o, g.jointly);
    put_set(o, "concur", g.concur, [](const Ids& ids) {
      std::vector<std::string> texts;
      for (const std::string& id : ids) texts.push_back(json::string(id));
      return json::set(std::move(texts));
    });
    put_text(o, "from", g.from);
    if (g.by) put_word(o, "by", *g.by);
    if (g.redelegable == redelegable_without_end)
      o.put("redelegable", "true");
    else if (g.redelegable != 0)
      o.put("redelegable", json::number(g.redelegable));
    put_true(o, "exclusive", g.exclusive);
    put_true(o, "alongside", g.alongside);
    put_true(o, "exceptional", g.exceptional);
    put_true(o, "residual", g.residual);
    if (g.manner) {
      SortedObject manner;
      put_true(manner, "in_meeting", g.manner->in_meeting);
      put_number(manner, "votes", g.manner->votes);
      o.put("manner", manner.take());
    }
    put_scope(o, g);
  }
  void operator()(const Involvement& i) const {
    if (i.body.at_level_of_decider) {
      SortedObject body;
      put_text(body, "at_level_of", "decider");
      put_word(body, "tier", *i.body.at_level_of_decider);
      o.put("body", body.take());
    } else {
      put_text(o, "body", i.body.id);
    }
    put_word(o, "how", i.how);
    put_word(o, "timing", i.timing);
    put_number(o, "days", i.days);
    put_set(o, "when_decided_by", i.when_decided_by, pattern_text);
    put_scope(o, i);
  }
  void operator()(const Bar& b) const {
    put_set(o, "only", b.only, pattern_text);
    put_set(o, "against", b.against, pattern_text);
    put_scope(o, b);
  }
};

std::string element_text(const Element& e) {
  SortedObject o;
  put_text(o, "id", e.id);
  put_word(o, "kind", e.kind());
  put_name(o, "name", e.name);
  if (e.valid.from || e.valid.to) {
    SortedObject valid;
    if (e.valid.from) put_text(valid, "from", to_text(*e.valid.from));
    if (e.valid.to) put_text(valid, "to", to_text(*e.valid.to));
    o.put("valid", valid.take());
  }
  if (e.status != Status::in_force) put_word(o, "status", e.status);
  if (e.access != Access::open) put_word(o, "access", e.access);
  put_requirements(o, "basis", e.basis);
  put_requirements(o, "needs", e.needs);
  put_ids(o, "serves", e.serves);
  put_ids(o, "uses", e.uses);
  put_ids(o, "tags", e.tags);
  if (e.source) {
    SortedObject source;
    put_text(source, "text", e.source->text);
    put_text(source, "eli", e.source->eli);
    put_text(source, "uri", e.source->uri);
    put_text(source, "accession", e.source->accession);
    put_text(source, "paragraph", e.source->paragraph);
    put_text(source, "edition", e.source->edition);
    o.put("source", source.take());
  }
  if (e.claims) {
    SortedObject claims;
    if (e.claims->origin) put_word(claims, "origin", *e.claims->origin);
    put_text(claims, "issuer", e.claims->issuer);
    put_range(claims, "hours", e.claims->hours);
    o.put("claims", claims.take());
  }
  if (e.examined) {
    SortedObject examined;
    put_text(examined, "on", to_text(e.examined->on));
    put_text(examined, "by", e.examined->by);
    o.put("examined", examined.take());
  }
  if (e.note) put_text(o, "note", *e.note);
  if (e.extra)
    for (const auto& [name, value] : *e.extra) o.put(name, value);
  std::visit(PutOwn{o}, e.fields);
  return o.take();
}

std::string head_text(const Head& head) {
  SortedObject o;
  put_text(o, "id", head.id);
  put_name(o, "name", head.name);
  put_ids(o, "extends", head.extends);
  if (!head.editions.empty()) {
    SortedObject editions;
    for (const auto& [name, edition] : head.editions) editions.put(name, json::string(edition));
    o.put("editions", editions.take());
  }
  put_set(o, "facts", head.facts, [](const Fact& fact) {
    SortedObject f;
    put_text(f, "name", fact.name);
    put_word(f, "type", fact.type);
    put_text(f, "unit", fact.unit);
    put_ids(f, "aliases", fact.aliases);
    if (fact.default_value) f.put("default", value_text(*fact.default_value));
    put_text(f, "by", fact.by);
    put_name(f, "ask", fact.ask);
    return f.take();
  });
  for (const auto& [name, value] : head.extra) o.put(name, value);
  return o.take();
}

/// One layer: its head and its own elements, by id.
std::string layer_text(const Model& model, std::uint32_t layer, const std::string& layers,
                       detail::Watch& watch) {
  std::string text = "{\"elements\":[";
  bool first = true;
  for (Index i = 0; i < model.size(); ++i) {
    if (model.layer(i) != layer) continue;
    watch.must_step(1, 4000);
    if (!first) text += ',';
    first = false;
    text += element_text(model.element(i));
  }
  text += "]";
  if (!layers.empty()) text += ",\"layers\":" + layers;
  return text + ",\"model\":" + head_text(model.layers()[layer]) + ",\"regelgraf\":1}";
}

std::uint32_t own_layer(const Model& model) {
  return static_cast<std::uint32_t>(model.layers().size() - 1);
}

std::string canonical_text(const Model& model, const Limits& limits) {
  detail::Watch watch(limits);
  watch.stage("digest", model.size());
  std::vector<std::pair<std::string, std::string>> below;
  for (std::uint32_t layer = 0; layer < own_layer(model); ++layer)
    below.emplace_back(model.layers()[layer].id, layer_text(model, layer, {}, watch));
  std::sort(below.begin(), below.end());
  std::vector<std::string> texts;
  for (auto& [id, text] : below) texts.push_back(std::move(text));
  return layer_text(model, own_layer(model), texts.empty() ? std::string() : json::list(texts),
                    watch);
}

}  // namespace

std::string formats::element_json(const Element& element) { return element_text(element); }

std::string formats::draft_json(const Draft& draft) {
  const std::uint32_t own = static_cast<std::uint32_t>(draft.layers().size() - 1);
  std::vector<const Element*> elements;
  for (const Element& element : draft.elements())
    if (element.layer == own) elements.push_back(&element);
  std::sort(elements.begin(), elements.end(),
            [](const Element* a, const Element* b) { return a->id < b->id; });
  std::string text = "{\"elements\":[";
  for (const Element* element : elements) {
    if (element != elements.front()) text += ',';
    text += element_text(*element);
  }
  return text + "],\"model\":" + head_text(draft.layers().back()) + ",\"regelgraf\":1}";
}

std::string canonical_json(const Model& model) { return canonical_text(model, {}); }

std::string model_json(const Model& model) {
  const Limits none;
  detail::Watch watch(none);
  return layer_text(model, own_layer(model), {}, watch);
}

std::string model_json_lines(const Model& model) {
  std::string text = "{\"model\":" + head_text(model.head()) + ",\"regelgraf\":1}\n";
  for (Index i = 0; i < model.size(); ++i)
    if (model.layer(i) == own_layer(model)) text += element_text(model.element(i)) + '\n';
  return text;
}

std::string digest(const Model& model, const Limits& limits) {
  if (!model.saved_digest().empty()) return model.saved_digest();
  const std::string text = canonical_text(model, limits);
  std::array<unsigned char, 32> hash{};
  if (mbedtls_sha256_ret(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         hash.data(), 0) != 0)
    throw std::runtime_error("SHA-256 failed");
  constexpr char hex[] = "0123456789abcdef";
  std::string digits;
  for (const unsigned char byte : hash) {
    digits += hex[byte >> 4];
    digits += hex[byte & 0xF];
  }
  return digits;
}

}  // namespace regelgraf
