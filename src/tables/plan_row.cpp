#include "tables/plan_row.hpp"

#include <algorithm>
#include <utility>

#include <regelgraf/detail/text.hpp>

#include "json/writer.hpp"

namespace regelgraf::tables {

namespace {

bool same_words(Ids a, Ids b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

bool same_conditions(const std::vector<Condition>& a, const std::vector<Condition>& b) {
  const auto within = [](const auto& all, const auto& one) {
    return std::any_of(all.begin(), all.end(), [&](const Condition& c) { return same(c, one); });
  };
  return std::all_of(a.begin(), a.end(), [&](const Condition& c) { return within(b, c); }) &&
         std::all_of(b.begin(), b.end(), [&](const Condition& c) { return within(a, c); });
}

std::string text_of_json(const std::string& json) {
  // Written by the reader as one JSON string; what it escapes is undone.
  std::string text;
  for (std::size_t i = 1; i + 1 < json.size(); ++i) {
    if (json[i] != '\\') {
      text += json[i];
      continue;
    }
    const char next = json[++i];
    text += next == 'n' ? '\n' : next == 't' ? '\t' : next;
  }
  return text;
}

}  // namespace

std::optional<std::string> extra_of(const Element& element, std::string_view name) {
  if (element.extra)
    for (const auto& [key, value] : *element.extra)
      if (key == name) return value;
  return std::nullopt;
}

void not_in_table(std::vector<Finding>& findings, const std::string& id, Name why) {
  report(findings, Severity::warning, "not_in_table", nullptr,
         {"tabellen kan ikke sige den, eller ikke det hele: " + why.da,
          "the table cannot say it, or not all of it: " + why.en})
      .element = id;
}

void PlanRow::mark(const std::string& body, const std::string& letter) {
  std::string& cell = marks[body];
  cell += (cell.empty() ? "" : "/") + letter;
}

void PlanRow::read(const Model& model, Index plan, const std::vector<std::string>& columns,
                   std::vector<Finding>& findings) {
  said.push_back(std::string(model.id(plan)));
  read_matter(model);
  read_powers();
  read_deciders(model, columns, findings);
  read_involvements(findings);
}

void PlanRow::read_matter(const Model& model) {
  const auto& fields = std::get<Matter>(matter.fields);
  texts[0] = number.starts_with('#') ? std::string() : number;
  if (const auto printed = extra_of(matter, number_field)) texts[0] = text_of_json(*printed);
  texts[2] = !matter.name.da.empty() ? matter.name.da : matter.name.en;
  if (matter.source) texts[3] = matter.source->text;
  texts[4] = fields.code;
  for (const std::string& id : fields.broader) {
    const Element above = model.element(*model.find(id));
    const std::string& code = std::get<Matter>(above.fields).code;
    if (texts[4].empty() && !code.empty())
      texts[4] = code;
    else if (texts[1].empty() && code.empty())
      texts[1] = !above.name.da.empty() ? above.name.da : above.id;
  }
  if (matter.note) texts[7] = *matter.note;
}

/// The powers of the row: those of what decides, else of what is involved, else as printed.
void PlanRow::read_powers() {
  const auto first = [&](Kind kind) {
    for (const Element& one : elements)
      if (powers_.empty() && one.kind() == kind)
        powers_ = kind == Kind::grant ? std::get<Grant>(one.fields).powers
                                      : std::get<Involvement>(one.fields).powers;
  };
  first(Kind::grant);
  first(Kind::involvement);
  std::string text;
  for (const std::string& power : powers_) text += (text.empty() ? "" : ", ") + word_of(power);
  if (powers_ == Ids{"decide"}) text.clear();
  if (const auto printed = extra_of(matter, powers_field)) text = text_of_json(*printed);
  texts[5] = std::move(text);
}

std::string PlanRow::unit(const Model& model, const Condition& condition) const {
  if (!condition.judgement.empty()) return {};
  const auto fact = model.fact(condition.fact);
  const std::string unit = fact ? model.facts()[*fact].unit : std::string();
  return unit == "DKK" ? "kr" : unit;
}

/// Is there nothing in it that a row has no place for?
bool PlanRow::plain(const Model& model, const Element& element) const {
  const auto scope = [&](const Scope& s, bool conditions) {
    const bool written =
        std::all_of(s.conditions.begin(), s.conditions.end(),
                    [&](const Condition& one) { return can_be_written(one, unit(model, one)); });
    return s.within.empty() && s.unless.empty() && same_words(s.powers, powers_) && written &&
           (conditions || s.conditions.empty());
  };
  if (element.status != Status::in_force) return false;
  if (const auto* grant = std::get_if<Grant>(&element.fields))
    return grant->to.size() == 1 && !grant->to[0].leader_of_unit && grant->concur.empty() &&
           grant->jointly.among(1) == 1 && !grant->exclusive && !grant->alongside &&
           !grant->exceptional && !grant->manner &&
           (grant->redelegable == 0 || grant->redelegable == redelegable_without_end) &&
           scope(*grant, true);
  const auto& involvement = std::get<Involvement>(element.fields);
  return !involvement.body.id.empty() && !involvement.days && involvement.when_decided_by.empty() &&
         element.needs.empty() && scope(involvement, false);
}

/// The bar by which nobody but the holder of @p grant, and those above it, may; null: there is
/// none.
const Element* PlanRow::bar_of(const Model& model, const Element& grant) const {
  const auto& given = std::get<Grant>(grant.fields);
  Ids may{given.to[0].id};
  for (auto above = model.find(given.from); above && model.kind(*above) == Kind::grant;) {
    const GrantRow& row = model.grant(*above);
    for (const Index holder : row.to)
      if (std::string id(model.id(holder)); std::find(may.begin(), may.end(), id) == may.end())
        may.push_back(std::move(id));
    above = row.from == none ? std::nullopt : std::optional(row.from);
  }
  for (const Element& one : elements) {
    const auto* bar = std::get_if<Bar>(&one.fields);
    if (!bar || !bar->against.empty() || !bar->within.empty() || !bar->unless.empty()) continue;
    Ids only;
    for (const ActorPattern& pattern : bar->only)
      if (const auto* id = std::get_if<std::string>(&pattern.what); id && !pattern.fact)
        only.push_back(*id);
    if (only.size() == bar->only.size() && same_words(only, may) &&
        same_words(bar->powers, given.powers) && same_conditions(bar->conditions, given.conditions))
      return &one;
  }
  return nullptr;
}

void PlanRow::read_deciders(const Model& model, const std::vector<std::string>& columns,
                            std::vector<Finding>& findings) {
  // The B furthest to the right says what the row's conditions are; others agree, or are `ellers`.
  std::vector<const Element*> grants;
  for (const Element& one : elements) {
    if (one.kind() != Kind::grant) continue;
    if (one.id == matter.id + ":own") {
      not_in_table(findings, one.id,
                   {"planen er et udvalgs egen; giv det som `owner`, når tabellen læses",
                    "the plan is a committee's own; give it as `owner` when the table is read"});
    } else if (plain(model, one)) {
      grants.push_back(&one);
    } else {
      not_in_table(findings, one.id,
                   {"den er fælles, særlig, begrænset til en enhed eller på anden vis ikke et B",
                    "it is joint, special, limited to a unit or otherwise no plain B"});
    }
  }
  const auto column = [&](const Element* one) {
    const std::string& holder = std::get<Grant>(one->fields).to[0].id;
    return std::find(columns.begin(), columns.end(), holder) - columns.begin();
  };
  std::stable_sort(grants.begin(), grants.end(), [&](const Element* a, const Element* b) {
    const bool a_else = extra_of(*a, else_field).has_value();
    const bool b_else = extra_of(*b, else_field).has_value();
    if (a_else != b_else) return b_else;
    return column(a) > column(b);
  });
  const bool decided = !grants.empty() && !extra_of(*grants.front(), else_field);
  std::vector<Condition> conditions;
  if (decided) conditions = std::get<Grant>(grants.front()->fields).conditions;
  std::vector<std::string> otherwise(conditions.size());
  std::vector<std::pair<const Element*, std::size_t>> others;

  for (const Element* one : grants) {
    const auto& grant = std::get<Grant>(one->fields);
    if (!extra_of(*one, else_field) && same_conditions(grant.conditions, conditions)) {
      std::string letter = "B";
      if (grant.redelegable == 0) {
        letter = "B*";
        if (const Element* bar = bar_of(model, *one))
          bars_.push_back(bar->id);
        else
          not_in_table(findings, one->id,
                       {"B* siger også, at ingen under den må; det står ikke i modellen",
                        "B* says too that nobody below may; the model does not say so"});
      }
      const bool grounded = one->needs.size() == 1 && one->needs[0].of.size() == 1;
      if (grounded) {
        said.push_back(one->needs[0].of[0]);
        letter = "B**";
      }
      if ((!one->needs.empty() && one->needs[0].of != Ids{matter.id + ":basis"}) ||
          one->needs.size() > 1 || (grounded && grant.redelegable == 0))
        not_in_table(
            findings, one->id,
            {"tabellen siger ikke, hvad den behøver", "the table does not say what it needs"});
      mark(grant.to[0].id, letter);
      continue;
    }
    // Under the opposite of a condition of the row, and whatever else of it has no `ellers`.
    std::size_t at = 0;
    while (at < conditions.size() &&
           (!otherwise[at].empty() ||
            std::none_of(grant.conditions.begin(), grant.conditions.end(),
                         [&](const Condition& c) { return same(c, opposite(conditions[at])); })))
      ++at;
    const bool simple = one->needs.empty() && grant.redelegable == redelegable_without_end;
    if (at < conditions.size() && simple) {
      otherwise[at] = grant.to[0].id;
      others.emplace_back(one, at);
    } else if (decided || !extra_of(matter, conditions_field)) {
      not_in_table(
          findings, one->id,
          {"den har andre betingelser end rækken", "it has other conditions than the row"});
    }
  }
  for (const auto& [one, at] : others) {
    std::vector<Condition> expected{opposite(conditions[at])};
    for (std::size_t i = 0; i < conditions.size(); ++i)
      if (otherwise[i].empty()) expected.push_back(conditions[i]);
    if (!same_conditions(expected, std::get<Grant>(one->fields).conditions))
      not_in_table(
          findings, one->id,
          {"den har andre betingelser end rækken", "it has other conditions than the row"});
  }

  std::vector<std::pair<bool, std::string>> lines;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    std::string line = written(conditions[i], unit(model, conditions[i]));
    if (!otherwise[i].empty()) {
      const Element body = model.element(*model.find(otherwise[i]));
      said.push_back(body.id);
      line += " ellers " + (!body.name.da.empty() ? body.name.da : body.id);
    }
    lines.emplace_back(!conditions[i].judgement.empty(), std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  for (const auto& [judged, line] : lines) texts[6] += (texts[6].empty() ? "" : "\n") + line;
  if (const auto printed = extra_of(matter, conditions_field); printed && !decided)
    texts[6] = text_of_json(*printed);
  for (const Element& one : elements)
    if (one.kind() == Kind::bar && std::find(bars_.begin(), bars_.end(), one.id) == bars_.end())
      not_in_table(findings, one.id, {"intet B* svarer til den", "no B* answers to it"});
}

void PlanRow::read_involvements(std::vector<Finding>& findings) {
  const auto letters = [&](How how, Timing timing, const char* letter) {
    for (const Element& one : elements) {
      const auto* involvement = std::get_if<Involvement>(&one.fields);
      if (!involvement || involvement->how != how || involvement->timing != timing) continue;
      if (involvement->body.id.empty()) continue;
      mark(involvement->body.id, letter);
    }
  };
  letters(How::recommend, Timing::before, "I");
  letters(How::inform, Timing::after, "O");
  letters(How::consult, Timing::before, "H");
  for (const Element& one : elements) {
    const auto* i = std::get_if<Involvement>(&one.fields);
    if (!i) continue;
    const bool lettered = (i->how == How::recommend && i->timing == Timing::before) ||
                          (i->how == How::inform && i->timing == Timing::after) ||
                          (i->how == How::consult && i->timing == Timing::before);
    if (!lettered || i->body.id.empty() || i->days || !i->when_decided_by.empty() ||
        !one.needs.empty() || !i->conditions.empty() || !i->within.empty() || !i->unless.empty() ||
        !same_words(i->powers, powers_) || one.status != Status::in_force)
      not_in_table(findings, one.id,
                   {"den er ikke netop I, O eller H", "it is not plainly I, O or H"});
  }
}

}  // namespace regelgraf::tables
