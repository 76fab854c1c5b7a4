#include "formats/element_reader.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace regelgraf::formats {

using simdjson::ondemand::json_type;

bool is_normal(std::string_view text) {
  if (std::all_of(text.begin(), text.end(),
                  [](char c) { return static_cast<signed char>(c) >= 0; }))
    return true;
  utf8proc_uint8_t* normal = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &normal,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  const bool same = length == static_cast<utf8proc_ssize_t>(text.size()) &&
                    std::equal(text.begin(), text.end(), reinterpret_cast<const char*>(normal));
  std::free(normal);  // utf8proc allocates with malloc
  return same;
}

bool ElementReader::has(std::string_view key) const {
  return std::find(seen_.begin(), seen_.end(), key) != seen_.end();
}

void ElementReader::missing(std::size_t at, std::string_view field) {
  const json::Reader::Step step(in_, field, -1);
  in_.report(at, "missing_field", "feltet `" + std::string(field) + "` mangler",
             "the field `" + std::string(field) + "` is missing");
}

bool ElementReader::element(Value& value, Element& element) {
  const std::size_t at = in_.offset_of(value);
  if (value.type() != json_type::object) {
    in_.expected(value, "et element (et objekt)", "an element (an object)");
    return false;
  }
  json::Object object = value.get_object();
  // Which fields an element may have hangs on its kind, which may stand last.
  std::optional<Kind> kind;
  {
    Value found;
    const auto find = [&](std::string_view field) {
      const auto error = object.find_field_unordered(field).get(found);
      if (error && error != simdjson::NO_SUCH_FIELD) throw simdjson::simdjson_error(error);
      return !error;
    };
    in_.enter_element({});
    if (find("id")) in_.enter_element(json::Reader::look_ahead(found));
    object.reset();
    if (find("kind")) {
      const json::Reader::Step step(in_, "kind", -1);
      Kind read{};
      if (in_.word(found, read)) kind = read;
    } else {
      missing(at, "kind");
    }
    object.reset();
  }
  switch (kind.value_or(Kind::goal)) {
    case Kind::actor:
      element.fields = Actor{};
      break;
    case Kind::matter:
      element.fields = Matter{};
      break;
    case Kind::rule:
      element.fields = Rule{};
      break;
    case Kind::task:
      element.fields = Task{};
      break;
    case Kind::duty:
      element.fields = Duty{};
      break;
    case Kind::goal:
      element.fields = Goal{};
      break;
    case Kind::grant:
      element.fields = Grant{};
      break;
    case Kind::involvement:
      element.fields = Involvement{};
      break;
    case Kind::bar:
      element.fields = Bar{};
      break;
  }
  seen_.clear();
  in_.fields_of(object, [&](std::string_view key, Value& inner) {
    seen_.emplace_back(key);
    if (key == "kind") return true;
    if (shared(key, inner, element)) return true;
    if (!kind) return true;  // nothing to hold its other fields against
    return std::visit([&](auto& fields) { return own(key, inner, fields); }, element.fields);
  });
  if (element.extra) std::sort(element.extra.make().begin(), element.extra.make().end());
  if (!has("id")) missing(at, "id");
  if (kind) require(element, at);
  in_.leave_element();
  return kind && !element.id.empty();
}

void ElementReader::require(const Element& element, std::size_t at) {
  const auto all = [&](std::initializer_list<std::string_view> fields) {
    for (const std::string_view field : fields)
      if (!has(field)) missing(at, field);
  };
  switch (element.kind()) {
    case Kind::actor:
      all({"tier", "form"});
      break;
    case Kind::rule:
      all({"instrument"});
      break;
    case Kind::grant:
      all({"to", "powers", "over"});
      break;
    case Kind::involvement:
      all({"body", "how", "powers", "over"});
      break;
    case Kind::bar:
      all({"powers", "over"});
      break;
    default:
      break;
  }
}

bool ElementReader::shared(std::string_view key, Value& value, Element& e) {
  if (key == "id") {
    id(value, e.id);
  } else if (key == "name") {
    in_.name(value, e.name);
  } else if (key == "valid") {
    period(value, e.valid);
  } else if (key == "status") {
    in_.word(value, e.status);
  } else if (key == "access") {
    in_.word(value, e.access);
  } else if (key == "basis") {
    requirements(value, e.basis);
  } else if (key == "needs") {
    requirements(value, e.needs);
  } else if (key == "serves") {
    ids(value, e.serves);
  } else if (key == "uses") {
    ids(value, e.uses);
  } else if (key == "tags") {
    in_.texts(value, e.tags);
  } else if (key == "source") {
    source(value, e.source.make());
  } else if (key == "claims") {
    claims(value, e.claims.make());
  } else if (key == "examined") {
    examined(value, e.examined.make());
  } else if (key == "note") {
    in_.text(value, e.note.make());
  } else if (key.starts_with("x-")) {
    extra(key, value, e.extra.make());
  } else {
    return false;
  }
  return true;
}

bool ElementReader::own(std::string_view key, Value& value, Actor& a) {
  if (key == "tier") return in_.word(value, a.tier), true;
  if (key == "form") return in_.word(value, a.form), true;
  if (key == "part_of") return id(value, a.part_of), true;
  if (key == "leader") return only_one(value, a.leader), true;
  if (key == "is") return id(value, a.is), true;
  if (key == "holds") return ids(value, a.holds), true;
  if (key == "members") return ids(value, a.members), true;
  if (key == "deputies") return ids(value, a.deputies), true;
  if (key == "med_for") return ids(value, a.med_for), true;
  if (key == "order") return figure(value, a.order), true;
  return false;
}

bool ElementReader::own(std::string_view key, Value& value, Matter& m) {
  if (key == "code") return in_.text(value, m.code), true;
  if (key == "broader") return ids(value, m.broader), true;
  if (key == "also") return also(value, m.also), true;
  if (key == "appeal") return appeal(value, m.appeal.make()), true;
  return false;
}

bool ElementReader::own(std::string_view key, Value& value, Rule& r) {
  if (key == "instrument") return in_.word(value, r.instrument), true;
  if (key == "issuer") return ids(value, r.issuer), true;
  if (key == "jointly") return jointly(value, r.jointly), true;
  if (key == "adopted") return adopted(value, r.adopted.make()), true;
  if (key == "binds") return ids(value, r.binds), true;
  if (key == "concerns") return ids(value, r.concerns), true;
  if (key == "burden") return burden(value, r.burden.make()), true;
  if (key == "notice") return notice(value, r.notice.make()), true;
  if (key == "conflicts_with") return ids(value, r.conflicts_with), true;
  if (key == "frame") {
    Frame frame{};
    if (in_.word(value, frame)) r.frame = frame;
    return true;
  }
  return false;
}

bool ElementReader::own(std::string_view key, Value& value, Task& t) {
  if (key == "performed_by") return ids(value, t.performed_by), true;
  if (key == "concerns") return ids(value, t.concerns), true;
  if (key == "burden") return burden(value, t.burden.make()), true;
  if (key == "core") return in_.boolean(value, t.core), true;
  return false;
}

bool ElementReader::own(std::string_view key, Value& value, Duty& d) {
  if (key == "concerns") return ids(value, d.concerns), true;
  if (key == "owed_to") return ids(value, d.owed_to), true;
  if (key == "legal_security") return in_.boolean(value, d.legal_security), true;
  return false;
}

bool ElementReader::own(std::string_view key, Value& value, Goal& g) {
  if (key == "concerns") return ids(value, g.concerns), true;
  if (key == "set_by") return ids(value, g.set_by), true;
  return false;
}

bool ElementReader::scope(std::string_view key, Value& value, Scope& s) {
  if (key == "powers") return in_.texts(value, s.powers), true;
  if (key == "over") return over(value, s.over), true;
  if (key == "within") return ids(value, s.within), true;
  if (key == "unless") return ids(value, s.unless), true;
  if (key == "conditions") {
    in_.each(value, [&](Value& inner) { condition(inner, s.conditions); });
    return true;
  }
  return false;
}

bool ElementReader::own(std::string_view key, Value& value, Grant& g) {
  if (key == "to") return holders(value, g.to), true;
  if (key == "jointly") return jointly(value, g.jointly), true;
  if (key == "concur") return concur(value, g.concur), true;
  if (key == "from") return id(value, g.from), true;
  if (key == "redelegable") return redelegable(value, g.redelegable), true;
  if (key == "exclusive") return in_.boolean(value, g.exclusive), true;
  if (key == "alongside") return in_.boolean(value, g.alongside), true;
  if (key == "exceptional") return in_.boolean(value, g.exceptional), true;
  if (key == "residual") return in_.boolean(value, g.residual), true;
  if (key == "manner") return manner(value, g.manner.make()), true;
  if (key == "by") {
    Ground by{};
    if (in_.word(value, by)) g.by = by;
    return true;
  }
  return scope(key, value, g);
}

bool ElementReader::own(std::string_view key, Value& value, Involvement& i) {
  if (key == "body") return body(value, i.body), true;
  if (key == "how") return in_.word(value, i.how), true;
  if (key == "timing") return in_.word(value, i.timing), true;
  if (key == "days") return figure(value, i.days), true;
  if (key == "when_decided_by") return patterns(value, i.when_decided_by), true;
  return scope(key, value, i);
}

bool ElementReader::own(std::string_view key, Value& value, Bar& b) {
  if (key == "only") return patterns(value, b.only), true;
  if (key == "against") return patterns(value, b.against), true;
  return scope(key, value, b);
}

void ElementReader::id(Value& value, std::string& out) {
  const std::size_t at = in_.offset_of(value);
  if (!in_.text(value, out)) return;
  if (!is_normal(out))
    in_.report(at, "bad_id", "id'et er ikke i normalform (NFC)",
               "the id is not in normal form (NFC)")
        .advice = {"gem filen med sammensatte bogstaver, som å i ét tegn",
                   "save the file with composed letters, as å in one character"};
  else if (out.empty())
    in_.report(at, "bad_id", "id'et er tomt", "the id is empty");
}

void ElementReader::ids(Value& value, Ids& out) {
  in_.each(value, [&](Value& inner) { id(inner, out.emplace_back()); });
  std::erase(out, std::string());  // reported already
}

/// FORMATS lists `leader` among fields of ids; the design has one leader: a list of one is taken.
void ElementReader::only_one(Value& value, std::string& out) {
  const std::size_t at = in_.offset_of(value);
  Ids given;
  ids(value, given);
  if (given.size() > 1)
    in_.report(at, "bad_value", "en enhed har én leder", "a unit has one leader");
  else if (!given.empty())
    out = given.front();
}

void ElementReader::requirements(Value& value, std::vector<Requirement>& out) {
  in_.each(value, [&](Value& inner) { requirement(inner, out); });
}

void ElementReader::requirement(Value& value, std::vector<Requirement>& out) {
  Requirement requirement;
  if (value.type() == json_type::string) {
    id(value, requirement.of.emplace_back());
    if (!requirement.of[0].empty()) out.push_back(std::move(requirement));
    return;
  }
  const std::size_t at = in_.offset_of(value);
  enum { nothing, any, all, count } form = nothing;
  bool two_forms = false, has_of = false, has_count = false;
  const auto take = [&](int chosen) {
    two_forms = two_forms || (form != nothing && form != chosen);
    form = static_cast<decltype(form)>(chosen);
  };
  if (!in_.fields(value, [&](std::string_view key, Value& inner) {
        if (key == "any" || key == "all") {
          take(key == "any" ? any : all);
          ids(inner, requirement.of);
        } else if (key == "at_least") {
          take(count);
          has_count = true;
          in_.whole(inner, 1, requirement.at_least);
        } else if (key == "of") {
          take(count);
          has_of = true;
          ids(inner, requirement.of);
        } else {
          return false;
        }
        return true;
      }))
    return;
  if (form == nothing || two_forms || (form == count && !(has_of && has_count))) {
    in_.report(at, "bad_requirement", "kravet har ingen eller to former",
               "the requirement has no form, or two")
        .advice = {"et id, {\"any\": []}, {\"all\": []} eller {\"at_least\": k, \"of\": []}",
                   "an id, {\"any\": []}, {\"all\": []} or {\"at_least\": k, \"of\": []}"};
    return;
  }
  if (form == all) {
    Ids distinct = requirement.of;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    requirement.at_least = static_cast<std::uint32_t>(std::max<std::size_t>(distinct.size(), 1));
  }
  out.push_back(std::move(requirement));
}

void ElementReader::over(Value& value, std::vector<OverEntry>& out) {
  in_.each(value, [&](Value& inner) {
    OverEntry entry;
    if (inner.type() == json_type::string) {
      id(inner, entry.id);
      if (!entry.id.empty()) out.push_back(std::move(entry));
      return;
    }
    in_.fields(inner, [&](std::string_view key, Value& field) {
      if (key == "matter") return id(field, entry.matter), true;
      if (key == "issuer") return id(field, entry.issuer), true;
      if (key == "instrument") {
        Instrument instrument{};
        if (in_.word(field, instrument)) entry.instrument = instrument;
        return true;
      }
      return false;
    });
    out.push_back(std::move(entry));
  });
}

void ElementReader::condition(Value& value, std::vector<Condition>& out) {
  const std::size_t at = in_.offset_of(value);
  Condition condition;
  bool has_op = false, has_value = false, has_must_be = false, must_be = true;
  if (!in_.fields(value, [&](std::string_view key, Value& inner) {
        if (key == "fact") return in_.text(inner, condition.fact), true;
        if (key == "op") return has_op = true, in_.word(inner, condition.op), true;
        if (key == "judgement") return in_.name(inner, condition.judgement), true;
        if (key == "must_be") return has_must_be = true, in_.boolean(inner, must_be), true;
        if (key == "value") {
          has_value = true;
          in_.each(inner, [&](Value& one) {
            FactValue read;
            if (in_.fact_value(one, read)) condition.values.push_back(std::move(read));
          });
          return true;
        }
        return false;
      }))
    return;
  if (!condition.judgement.empty()) {
    if (!condition.fact.empty() || has_op || has_value || !has_must_be) {
      in_.report(at, "bad_condition", "en vurdering har `judgement` og `must_be`, ikke andet",
                 "a judgement has `judgement` and `must_be`, nothing else");
      return;
    }
    condition.fact =
        condition.judgement.da.empty() ? condition.judgement.en : condition.judgement.da;
    condition.values = {must_be};
  } else if (condition.fact.empty() || !has_op || !has_value || has_must_be) {
    in_.report(at, "bad_condition", "en betingelse har `fact`, `op` og `value`",
               "a condition has `fact`, `op` and `value`")
        .advice = {"eller `judgement` og `must_be`", "or `judgement` and `must_be`"};
    return;
  }
  out.push_back(std::move(condition));
}

void ElementReader::patterns(Value& value, std::vector<ActorPattern>& out) {
  in_.each(value, [&](Value& inner) {
    ActorPattern pattern;
    if (inner.type() == json_type::string) {
      std::string actor;
      id(inner, actor);
      if (!actor.empty()) out.push_back({std::move(actor), false});
      return;
    }
    const std::size_t at = in_.offset_of(inner);
    int given = 0;
    if (!in_.fields(inner, [&](std::string_view key, Value& field) {
          if (key == "tier") {
            Tier tier{};
            if (in_.word(field, tier)) pattern.what = tier;
          } else if (key == "form") {
            Form form{};
            if (in_.word(field, form)) pattern.what = form;
          } else if (key == "fact") {
            std::string fact;
            in_.text(field, fact);
            pattern = {std::move(fact), true};
          } else {
            return false;
          }
          ++given;
          return true;
        }))
      return;
    if (given == 1)
      out.push_back(std::move(pattern));
    else
      in_.report(at, "bad_value", "her skal stå ét af `tier`, `form`, `fact`",
                 "expected one of `tier`, `form`, `fact`");
  });
}

void ElementReader::holders(Value& value, std::vector<Holder>& out) {
  in_.each(value, [&](Value& inner) {
    if (inner.type() == json_type::string) {
      Holder holder;
      id(inner, holder.id);
      if (!holder.id.empty()) out.push_back(std::move(holder));
      return;
    }
    const std::size_t at = in_.offset_of(inner);
    std::string of;
    if (!in_.fields(inner, [&](std::string_view key, Value& field) {
          return key == "leader_of" && (in_.text(field, of), true);
        }))
      return;
    if (of == "unit")
      out.push_back({{}, true});
    else
      in_.report(at, "bad_value", "lederen er {\"leader_of\": \"unit\"}: enhedens i spørgsmålet",
                 "the leader is {\"leader_of\": \"unit\"}: that of the question's unit");
  });
}

void ElementReader::concur(Value& value, std::vector<Ids>& out) {
  in_.each(value, [&](Value& inner) { ids(inner, out.emplace_back()); });
}

void ElementReader::body(Value& value, InvolvedBody& out) {
  if (value.type() == json_type::string) {
    id(value, out.id);
    return;
  }
  const std::size_t at = in_.offset_of(value);
  std::string level;
  std::optional<Tier> tier;
  if (!in_.fields(value, [&](std::string_view key, Value& inner) {
        if (key == "at_level_of") return in_.text(inner, level), true;
        if (key == "tier") {
          Tier read{};
          if (in_.word(inner, read)) tier = read;
          return true;
        }
        return false;
      }))
    return;
  if (level != "decider" || !tier)
    in_.report(at, "bad_value",
               "organet er et id eller {\"at_level_of\": \"decider\", \"tier\": ...}",
               "the body is an id or {\"at_level_of\": \"decider\", \"tier\": ...}");
  else
    out.at_level_of_decider = tier;
}

void ElementReader::jointly(Value& value, Jointly& out) {
  const std::size_t at = in_.offset_of(value);
  if (value.type() == json_type::string) {
    std::string word;
    if (in_.text(value, word) && word != "all")
      in_.report(at, "bad_value", "jointly er et tal eller \"all\"",
                 "jointly is a number or \"all\"");
    out.all = true;
  } else {
    in_.whole(value, 1, out.count);
  }
}

void ElementReader::redelegable(Value& value, std::uint32_t& out) {
  if (value.type() == json_type::boolean) {
    bool any_number = false;
    in_.boolean(value, any_number);
    out = any_number ? redelegable_without_end : 0;
  } else {
    in_.whole(value, 0, out);
  }
}

bool ElementReader::burden_part(std::string_view key, Value& value, BurdenPart& out) {
  if (key == "minutes") return range(value, out.minutes), true;
  if (key == "times_per_year") return range(value, out.times_per_year), true;
  if (key == "people") return range(value, out.people), true;
  if (key == "one_off_hours") return range(value, out.one_off_hours), true;
  return false;
}

void ElementReader::burden(Value& value, Burden& out) {
  in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "rate") return range(inner, out.rate), true;
    if (key == "from") return in_.text(inner, out.from), true;
    if (key == "minimum") {
      BurdenPart& minimum = out.minimum.emplace();
      in_.fields(inner, [&](std::string_view part, Value& figures) {
        return burden_part(part, figures, minimum);
      });
      return true;
    }
    return burden_part(key, inner, out);
  });
}

void ElementReader::source(Value& value, Source& out) {
  if (value.type() == json_type::string) {
    in_.text(value, out.text);
    return;
  }
  in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "text") return in_.text(inner, out.text), true;
    if (key == "eli") return in_.text(inner, out.eli), true;
    if (key == "uri") return in_.text(inner, out.uri), true;
    if (key == "accession") return in_.text(inner, out.accession), true;
    if (key == "paragraph") return in_.text(inner, out.paragraph), true;
    if (key == "edition") return in_.text(inner, out.edition), true;
    return false;
  });
}

void ElementReader::claims(Value& value, Claims& out) {
  in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "origin") {
      Origin origin{};
      if (in_.word(inner, origin)) out.origin = origin;
      return true;
    }
    if (key == "issuer") return in_.text(inner, out.issuer), true;
    if (key == "hours") return range(inner, out.hours), true;
    return false;
  });
}

void ElementReader::examined(Value& value, Examined& out) {
  const std::size_t at = in_.offset_of(value);
  bool has_day = false;
  const bool object = in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "on") return has_day = true, in_.date(inner, out.on), true;
    if (key == "by") return in_.text(inner, out.by), true;
    return false;
  });
  if (object && !has_day) missing(at, "on");
}

void ElementReader::period(Value& value, Period& out) {
  in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key != "from" && key != "to") return false;
    Day day;
    if (in_.date(inner, day)) (key == "from" ? out.from : out.to) = day;
    return true;
  });
}

void ElementReader::notice(Value& value, Notice& out) {
  const std::size_t at = in_.offset_of(value);
  bool has_months = false;
  const bool object = in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "months") return has_months = true, in_.number(inner, out.months), true;
    if (key == "by") return ids(inner, out.by), true;
    return false;
  });
  if (object && !has_months) missing(at, "months");
}

void ElementReader::adopted(Value& value, Adopted& out) {
  const std::size_t at = in_.offset_of(value);
  bool has_day = false;
  const bool object = in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "on") return has_day = true, in_.date(inner, out.on), true;
    if (key == "by") return ids(inner, out.by), true;
    if (key == "grant") return id(inner, out.grant), true;
    return false;
  });
  if (object && !has_day) missing(at, "on");
}

void ElementReader::appeal(Value& value, Appeal& out) {
  in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "body") return id(inner, out.body), true;
    if (key == "days") return figure(inner, out.days), true;
    if (key == "basis") return ids(inner, out.basis), true;
    return false;
  });
}

void ElementReader::also(Value& value, std::vector<AlsoNeeded>& out) {
  in_.each(value, [&](Value& inner) {
    AlsoNeeded also;
    in_.fields(inner, [&](std::string_view key, Value& field) {
      if (key == "power") return in_.text(field, also.power), true;
      if (key == "target") return id(field, also.target), true;
      return false;
    });
    out.push_back(std::move(also));
  });
}

void ElementReader::manner(Value& value, Manner& out) {
  in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "in_meeting") return in_.boolean(inner, out.in_meeting), true;
    if (key == "votes") return figure(inner, out.votes), true;
    return false;
  });
}

void ElementReader::extra(std::string_view key, Value& value,
                          std::vector<std::pair<std::string, std::string>>& out) {
  std::string written;
  if (in_.any(value, written)) out.emplace_back(key, std::move(written));
}

void ElementReader::range(Value& value, std::optional<Range>& out) {
  Range range;
  if (in_.range(value, range)) out = range;
}

void ElementReader::figure(Value& value, std::optional<double>& out) {
  double figure = 0;
  if (in_.number(value, figure)) out = figure;
}

void ElementReader::fact(Value& value, std::vector<Fact>& out) {
  const std::size_t at = in_.offset_of(value);
  Fact fact;
  bool has_type = false;
  if (!in_.fields(value, [&](std::string_view key, Value& inner) {
        if (key == "name") return in_.text(inner, fact.name), true;
        if (key == "type") return has_type = true, in_.word(inner, fact.type), true;
        if (key == "unit") return in_.text(inner, fact.unit), true;
        if (key == "aliases") return in_.texts(inner, fact.aliases), true;
        if (key == "by") return id(inner, fact.by), true;
        if (key == "ask") return in_.name(inner, fact.ask), true;
        if (key == "default") {
          FactValue read;
          if (in_.fact_value(inner, read)) fact.default_value = std::move(read);
          return true;
        }
        return false;
      }))
    return;
  if (fact.name.empty()) missing(at, "name");
  if (!has_type) missing(at, "type");
  out.push_back(std::move(fact));
}

bool ElementReader::head(Value& value, Head& head) {
  const std::size_t at = in_.offset_of(value);
  const bool object = in_.fields(value, [&](std::string_view key, Value& inner) {
    if (key == "id") return id(inner, head.id), true;
    if (key == "name") return in_.name(inner, head.name), true;
    if (key == "extends") return in_.texts(inner, head.extends), true;
    if (key == "facts") {
      in_.each(inner, [&](Value& one) { fact(one, head.facts); });
      return true;
    }
    if (key == "editions") {
      in_.fields(inner, [&](std::string_view name, Value& edition) {
        std::string written;
        if (in_.text(edition, written)) head.editions.emplace_back(name, std::move(written));
        return true;
      });
      std::sort(head.editions.begin(), head.editions.end());
      return true;
    }
    if (key.starts_with("x-")) return extra(key, inner, head.extra), true;
    return false;
  });
  std::sort(head.extra.begin(), head.extra.end());
  if (object && head.id.empty()) missing(at, "id");
  return object;
}

}  // namespace regelgraf::formats
