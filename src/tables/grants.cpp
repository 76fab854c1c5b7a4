// What the marks of a row make: grants, bars, involvements.

#include <algorithm>
#include <optional>

#include <regelgraf/detail/text.hpp>

#include "tables/row.hpp"

namespace regelgraf::tables {

void RowReader::decide(Row& row) {
  std::vector<std::pair<std::size_t, Marks>> deciders;
  for (const auto& [body, marks] : row.marks) {
    involve(row, body, marks);
    if (marks.decides) deciders.emplace_back(body, marks);
  }
  std::vector<Condition> all;
  for (const RowCondition& one : row.conditions) all.push_back(one.condition);
  const auto is_owner = [&](const auto& one) {
    return columns_.owner && one.first == *columns_.owner;
  };
  std::stable_partition(deciders.begin(), deciders.end(),
                        is_owner);  // others may come from its grant
  for (const auto& [body, marks] : deciders) give(row, body, marks, all, false);

  for (std::size_t i = 0; i < row.conditions.size(); ++i) {
    if (row.conditions[i].otherwise.empty()) continue;
    std::optional<std::size_t> body = columns_.body(row.conditions[i].otherwise);
    if (!body) {
      const Cell* const cell = columns_.cell(row.record, Known::conditions);
      const std::string name = row.conditions[i].otherwise;
      if (is_no_slug(slug(name), options_.id)) {
        tell(row, Severity::error, detail::has_cpr(slug(name)) ? "personal_data" : "bad_body", cell,
             {"det, der står efter `ellers`, kan ikke være et organs navn",
              "what stands after `ellers` cannot be a body's name"},
             {"skriv navnet på en kolonne", "write the head of a column"});
        continue;
      }
      tell(row, Severity::warning, "body_added", cell,
           {detail::quote(name) + " er ingen kolonne i planen; det er føjet til som organ",
            detail::quote(name) + " is no column of the plan; it was added as a body"},
           {"skriv navnet, som det står i kolonnen, hvis det er den",
            "write the head as it stands, if a column is meant"});
      body = columns_.bodies.size();
      columns_.bodies.push_back({slug(name), name, tier_of(slug(name)), Body::none_such});
      add_body(draft_, options_, columns_.bodies.back(), false, cell, findings_);
    }
    std::vector<Condition> conditions{opposite(row.conditions[i].condition)};
    for (const RowCondition& other : row.conditions)
      if (other.otherwise.empty()) conditions.push_back(other.condition);
    give(row, *body, {}, std::move(conditions), true);
  }
}

/// The grant that one to @p body comes from.
std::string RowReader::from_for(Row& row, std::size_t body) {
  const auto place = [&](std::size_t one) { return columns_.bodies[one].column; };
  if (!columns_.owner || place(body) == Body::none_such || place(body) <= place(*columns_.owner))
    return root_;
  if (!row.owners.empty()) return row.owners;
  row.owners = row.id + ":own";
  Element made = element(row, row.owners);
  Grant grant;
  grant.by = Ground::plan;
  grant.to = {{columns_.bodies[*columns_.owner].id, false}};
  grant.powers = row.powers;
  grant.over = {{row.id, {}, {}, {}}};
  grant.from = root_;
  grant.redelegable = redelegable_without_end;
  made.fields = std::move(grant);
  draft_.add(std::move(made));
  return row.owners;
}

void RowReader::give(Row& row, std::size_t body, const Marks& marks,
                     std::vector<Condition> conditions, bool otherwise) {
  const std::string& holder = columns_.bodies[body].id;
  std::string id = row.id + ":b:" + holder;
  if (const unsigned n = ++row.given[body]; n > 1) id += ":" + std::to_string(n);
  Element made = element(row, id);
  Grant grant;
  grant.by = Ground::plan;
  grant.to = {{holder, false}};
  grant.powers = row.powers;
  grant.over = {{row.id, {}, {}, {}}};
  grant.conditions = std::move(conditions);
  // What is decided otherwise is not the owner's to give where its own B is under the conditions.
  const bool of_own = !otherwise || row.owners.empty() || row.owners.ends_with(":own");
  grant.from = of_own ? from_for(row, body) : root_;
  if (!marks.bound) grant.redelegable = redelegable_without_end;
  if (marks.grounded) {
    add_basis(row);
    made.needs = {{1, {row.id + ":basis"}}};
  }
  if (otherwise) made.extra.make().emplace_back(else_field, "true");
  if (!otherwise && columns_.owner && body == *columns_.owner) row.owners = id;
  if (marks.bound) {
    Element bar = element(row, row.id + ":bar:" + holder);
    Bar forbids;
    forbids.powers = row.powers;
    forbids.over = grant.over;
    forbids.conditions = grant.conditions;
    forbids.only.push_back({holder, false});
    const auto above = [&](std::size_t one) {
      const std::string& name = columns_.bodies[one].id;
      if (name != holder) forbids.only.push_back({name, false});
    };
    if (grant.from != root_ && columns_.owner) above(*columns_.owner);
    above(columns_.council);
    bar.fields = std::move(forbids);
    draft_.add(std::move(bar));
  }
  made.fields = std::move(grant);
  draft_.add(std::move(made));
}

/// The administrative basis that `B**` says there is: a rule of which nothing else is known.
void RowReader::add_basis(Row& row) {
  if (std::exchange(row.basis_added, true)) return;
  Element made;
  made.id = row.id + ":basis";
  made.name = {"Administrationsgrundlag for række " + row.shown,
               "Administrative basis of row " + row.shown};
  made.note.make() = "Pladsholder: planen siger med B**, at der findes et administrationsgrundlag.";
  Rule rule;
  rule.instrument = Instrument::administrative_guideline;
  rule.concerns = {row.id};
  made.fields = std::move(rule);
  draft_.add(std::move(made));
}

void RowReader::involve(const Row& row, std::size_t body, const Marks& marks) {
  const auto add = [&](bool marked, const char* letter, How how, Timing timing) {
    if (!marked) return;
    Element made = element(row, row.id + ":" + letter + ":" + columns_.bodies[body].id);
    Involvement involvement;
    involvement.body.id = columns_.bodies[body].id;
    involvement.how = how;
    involvement.timing = timing;
    involvement.powers = row.powers;
    involvement.over = {{row.id, {}, {}, {}}};
    made.fields = std::move(involvement);
    draft_.add(std::move(made));
  };
  add(marks.recommends, "i", How::recommend, Timing::before);
  add(marks.informed, "o", How::inform, Timing::after);
  add(marks.heard, "h", How::consult, Timing::before);
}

}  // namespace regelgraf::tables
