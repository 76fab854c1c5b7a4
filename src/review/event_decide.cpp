// Dispositions and trials: what is decided is held against the graph.

#include <algorithm>
#include <set>
#include <utility>

#include <regelgraf/standing.hpp>

#include "ask/text.hpp"
#include "review/events.hpp"

namespace regelgraf::review {

using ask::say;

namespace {

Decided decided_of(Event& event, const Tree& row, const std::string& unit) {
  Decided decided;
  decided.model = &event.model;
  decided.by = actors_of(event.model, row.ids_at("decided_by"), event.lacks);
  decided.on = *row.day_at("on");
  decided.grant = row.text_at("grant");
  decided.unit = unit;
  decided.row = &row;
  const auto grant = event.model.find(decided.grant);
  if (!decided.grant.empty() && (!grant || event.model.kind(*grant) != Kind::grant))
    event.refuse("unknown_grant", {decided.grant},
                 {"Modellen har ingen bemyndigelse " + decided.grant + ".",
                  "The model has no grant " + decided.grant + "."});
  const auto at = event.model.find(unit);
  if (!unit.empty() &&
      (!at || event.model.kind(*at) != Kind::actor || event.model.form(*at) == Form::person))
    event.refuse("unknown_unit", {unit},
                 {"Modellen har ingen enhed " + unit + ".", "The model has no unit " + unit + "."});
  for (const Tree& held : row.entries_at("involved")) {
    const std::string& id = held.text_at("involvement");
    const auto i = event.model.find(id);
    if (!i || event.model.kind(*i) != Kind::involvement)
      event.refuse("unknown_involvement", {id},
                   {"Modellen har ingen inddragelse " + id + ".",
                    "The model has no involvement " + id + "."});
    else if (const auto on = held.day_at("on"); on && *on > decided.on)
      event.object("involvement_after_decision", {id},
                   {"Inddragelsen " + id + " ligger efter beslutningen.",
                    "The involvement " + id + " is later than the decision."});
  }
  return decided;
}

/// Adds what one power lacks and what it rests on.
class PowersAsked {
 public:
  explicit PowersAsked(Event& event) : event_(event) {}

  void add(Authority authority) {
    for (ReviewLack& lack : authority.lacks)
      if (seen_.insert(lack.key()).second) event_.lacks.push_back(std::move(lack));
    if (authority.derivation.is_object()) derived_.add("all", std::move(authority.derivation));
    for (std::string& id : authority.after)
      if (std::find(after_.begin(), after_.end(), id) == after_.end())
        after_.push_back(std::move(id));
  }

  void write(Tree& row) const {
    if (const Tree* all = derived_.find("all")) row.put("authority", *all);
    if (!after_.empty()) row.put("after", after_);
  }

 private:
  Event& event_;
  std::set<std::string> seen_;
  Tree derived_ = Tree::object();
  Ids after_;
};

/// May it be decided on at all: is it declared fixed, does it stand?
void check_subject(Event& event, const Tree& row, const std::string& rule, Index i) {
  const Day on = *row.day_at("on");
  if (event.view.frame_of(rule) == Frame::fixed)
    event.object("declared_fixed", {rule}, in_both([&](Language l) {
                   return called(event.model, rule, l) +
                          say(l,
                              " er i denne gennemgang sagt at ligge fast. Sig det om først "
                              "(`declare`), med en grund.",
                              " was declared fixed in this review. Declare it anew first "
                              "(`declare`), with a reason.");
                 }));
  if (!standing_on(event.model, on)[i])
    event.object("does_not_stand", {rule}, in_both([&](Language l) {
                   return called(event.model, rule, l) +
                          say(l, " gælder ikke den ", " does not stand on ") + to_text(on) + ".";
                 }));
}

/// A change of the kind that `what` asks for.
void check_change(Event& event, const Tree& row) {
  const std::string& what = row.text_at("what");
  const std::string& rule = row.text_at("rule");
  const Tree* change = row.find("change");
  if (change && !change->is_object()) {
    event.refuse("change_does_not_fit", {rule},
                 {"`change` er et objekt som i what_if: remove, add, change.",
                  "`change` is an object as in what_if: remove, add, change."});
    return;
  }
  if ((what == "anchor" || what == "keep") && change)
    event.refuse("change_not_expected", {rule},
                 {"Forankre og fastholde ændrer ikke reglen: `change` hører ikke til her.",
                  "To anchor or keep changes no rule: `change` does not belong here."});
  if (what == "simplify" &&
      !(change && change->find("change") && change->find("change")->find(rule)))
    event.refuse("no_change", {rule},
                 {"At forenkle er at give reglen andre felter: `change.change` skal nævne den.",
                  "To simplify is to give the rule other fields: `change.change` must name it."});
  bool adds_rule = false;
  if (change && change->find("add")) {
    const Tree& add = *change->find("add");
    if (add.is_object()) adds_rule = add.text_at("kind") == "rule";
    for (const Tree& element : add.entries()) adds_rule |= element.text_at("kind") == "rule";
  }
  if (what == "replace" && !adds_rule)
    event.refuse("no_replacement", {rule},
                 {"At erstatte er at vedtage noget andet: `change.add` skal have den nye regel.",
                  "To replace is to adopt something else: `change.add` must hold the new rule."});
}

/// @p change with nobody as issuer of the rules it adds.
Tree without_issuers(const Tree& change) {
  Tree result = change;
  const Tree* add = change.find("add");
  if (!add) return result;
  Tree bare = Tree::object();
  const auto strip = [&](const Tree& element) {
    Tree one = Tree::object();
    for (const TreeField& field : element.fields())
      if (field.key != "issuer" && field.key != "jointly" && field.key != "notice")
        one.put(field.key, field.value);
    bare.add("add", std::move(one));
  };
  if (add->is_object()) strip(*add);
  for (const Tree& element : add->entries()) strip(element);
  if (const Tree* list = bare.find("add")) result.put("add", *list);
  return result;
}

/// Asks for every power that the change needs.
void ask_powers(PowersAsked& powers, const Decided& decided, const Model& model, const Tree& change,
                const Outcome& outcome, Day date) {
  const Change& asked = outcome.question->change;
  for (const Index gone : asked.removed)
    if (model.kind(gone) == Kind::rule || model.scope(gone))
      powers.add(authority_of(decided, model, gone, "repeal"));
  for (const Element& changed : asked.changed)
    if (changed.kind() == Kind::rule || model.scope(*model.find(changed.id)))
      powers.add(authority_of(decided, model, *model.find(changed.id), "amend"));
  const bool adds_rule = std::any_of(asked.added.begin(), asked.added.end(),
                                     [](const Element& one) { return one.kind() == Kind::rule; });
  if (!adds_rule) return;
  const Outcome bare = outcome_of(model, without_issuers(change), date);
  if (!bare.answer) return;
  for (const Element& added : asked.added)
    if (added.kind() == Kind::rule)
      powers.add(adoption_of(decided, *outcome.answer->after, *bare.answer->after, added.id));
}

}  // namespace

Tree disposition_row(Event& event) {
  Tree row = *event.json.find("disposition");
  for (const std::string_view computed : {"authority", "effects", "overridden", "after"})
    if (row.find(computed))
      event.refuse("written_by_apply", {std::string(computed)},
                   {"Feltet `" + std::string(computed) + "` skrives af biblioteket.",
                    "The field `" + std::string(computed) + "` is written by the library."});
  const std::string rule = row.text_at("rule"), what = row.text_at("what");
  Decided decided = decided_of(event, row, row.text_at("unit"));
  decided.effect = row.day_at("effect_from");
  if (decided.effect && *decided.effect < decided.on)
    event.object(
        "effect_before_decision", {rule},
        {"Den får virkning, før den er besluttet.", "It takes effect before it is decided."});
  const auto i = event.rule(rule);
  check_change(event, row);
  if (!i || std::any_of(event.lacks.begin(), event.lacks.end(),
                        [](const ReviewLack& lack) { return !lack.overridable; }))
    return row;
  if (what == "keep" || what == "anchor") return row;
  check_subject(event, row, rule, *i);
  PowersAsked powers(event);
  const Decisions before(event.model, event.view);
  const Tree change = change_of(row);
  if (change.fields().empty()) {
    powers.add(authority_of(decided, event.model, *i, "amend"));
  } else {
    const Day date = decided.effect.value_or(decided.on);
    Outcome outcome = outcome_of(before.model(), change, date);
    event.lacks.insert(event.lacks.end(), outcome.lacks.begin(), outcome.lacks.end());
    if (outcome.answer) {
      row.put("effects", tree_of(*outcome.answer));
      // Authority is that of the day of the decision, before anything has effect.
      const Outcome as_it_is =
          before.model().size() == event.model.size() && &before.model() == &event.model
              ? std::move(outcome)
              : outcome_of(event.model, change, date);
      if (as_it_is.answer)
        ask_powers(powers, decided, event.model, change, as_it_is, date);
      else
        powers.add(authority_of(decided, event.model, *i,
                                what == "remove" || what == "replace" ? "repeal" : "amend"));
    }
  }
  powers.write(row);
  return row;
}

Tree trial_row(Event& event) {
  Tree row = *event.json.find("trial");
  const std::string id = row.text_at("id"), unit = row.text_at("unit");
  for (const Tree& other : event.view.rows("trials"))
    if (other.text_at("id") == id)
      event.refuse("trial_twice", {id},
                   {"Der er en prøvehandling " + id + " i forvejen.",
                    "There is a trial " + id + " already."});
  const Decided decided = decided_of(event, row, unit);
  const Tree& period = *row.find("period");
  const auto from = period.day_at("from"), to = period.day_at("to");
  if (!from || !to)
    event.refuse("trial_without_end", {id},
                 {"En prøvehandling har en første og en sidste dag: `period` med from og to.",
                  "A trial has a first day and an end: `period` with from and to."});
  else if (*from < decided.on)
    event.object("effect_before_decision", {id},
                 {"Den begynder, før den er besluttet.", "It begins before it is decided."});
  if (row.entries_at("expected").empty())
    event.object("nothing_expected", {id},
                 {"Der står ikke, hvad der ventes af prøvehandlingen: `expected`. Det skrives ned, "
                  "før den begynder.",
                  "Nothing is said of what the trial is expected to do: `expected`. That is "
                  "written down before it begins."});
  std::vector<Index> rules;
  for (const std::string& rule : row.ids_at("rules"))
    if (const auto i = event.rule(rule)) rules.push_back(*i);
  if (rules.empty() && row.ids_at("rules").empty())
    event.refuse("no_rule", {id}, {"`rules` nævner ingen regel.", "`rules` names no rule."});
  if (std::any_of(event.lacks.begin(), event.lacks.end(),
                  [](const ReviewLack& lack) { return !lack.overridable; }))
    return row;
  PowersAsked powers(event);
  for (const Index rule : rules) {
    check_subject(event, row, std::string(event.model.id(rule)), rule);
    Authority waived = authority_of(decided, event.model, rule, "waive");
    if (!waived.lacks.empty()) {
      Authority amended = authority_of(decided, event.model, rule, "amend");
      if (amended.lacks.size() < waived.lacks.size()) waived = std::move(amended);
    }
    powers.add(std::move(waived));
  }
  Tree change = Tree::object();
  if (const Tree* given = row.find("change"); given && given->is_object())
    change = *given;
  else
    change.put("remove", row.ids_at("rules"));
  const Outcome outcome = outcome_of(event.model, change, *from, unit);
  event.lacks.insert(event.lacks.end(), outcome.lacks.begin(), outcome.lacks.end());
  if (outcome.answer) row.put("effects", tree_of(*outcome.answer));
  powers.write(row);
  return row;
}

}  // namespace regelgraf::review
