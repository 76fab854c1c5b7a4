#include "review/effects.hpp"

#include <algorithm>
#include <utility>

#include "ask/text.hpp"

namespace regelgraf::review {

using ask::say;

namespace {

bool has_text(const Tree& list, const std::string& text) {
  return std::any_of(list.entries().begin(), list.entries().end(),
                     [&](const Tree& one) { return one.text() && *one.text() == text; });
}

/// A list from a list or a single value.
Tree as_list(const Tree* value) {
  if (!value || value->is_null()) return Tree::list();
  if (value->is_list()) return *value;
  return Tree::list({*value});
}

Ids elements_of(const Model& model, const std::vector<Effect>& effects) {
  Ids ids;
  for (const Effect& effect : effects) ids.emplace_back(model.id(effect.element));
  return ids;
}

Ids effect_ids(const Model& model, const std::vector<Index>& list) {
  Ids ids;
  for (const Index i : list) ids.emplace_back(model.id(i));
  return ids;
}

}  // namespace

Tree change_of(const Tree& disposition) {
  const Tree* given = disposition.find("change");
  Tree change = given && given->is_object() ? *given : Tree::object();
  const std::string& what = disposition.text_at("what");
  if (what == "remove" || what == "replace") {
    change.put("remove", as_list(change.find("remove")));
    if (!has_text(*change.find("remove"), disposition.text_at("rule")))
      change.add("remove", disposition.text_at("rule"));
  }
  return change;
}

Decisions::Decisions(const Model& model, const View& view) : model_(model) {
  Tree add = Tree::object(), change = Tree::object();
  for (const auto& [rule, row] : view.decided()) {
    const Tree one = change_of(*row.tree);
    const Tree added = as_list(one.find("add"));
    for (const Tree& element : added.entries())
      if (!model.find(element.text_at("id"))) add.add("add", element);
    if (const Tree* changed = one.find("change"))
      for (const TreeField& fields : changed->fields()) {
        if (!model.find(fields.key)) continue;
        const Tree* there = change.find(fields.key);
        Tree merged = there ? *there : Tree::object();
        for (const TreeField& field : fields.value.fields()) merged.put(field.key, field.value);
        change.put(fields.key, std::move(merged));
      }
  }
  // What goes is there still, so that others may name it, and stands on no day.
  for (const auto& [rule, row] : view.decided()) {
    const Tree removed = as_list(change_of(*row.tree).find("remove"));
    for (const Tree& gone : removed.entries())
      if (gone.text() && model.find(*gone.text())) {
        Tree repealed = Tree::object();
        repealed.put("status", "repealed").put("valid", Tree());
        change.put(*gone.text(), std::move(repealed));
      }
  }
  if (add.fields().empty() && change.fields().empty()) return;
  Tree question = Tree::object();
  if (const Tree* added = add.find("add")) question.put("add", *added);
  if (!change.fields().empty()) question.put("change", std::move(change));
  try {
    ask::WhatIfQuestion read = ask::read_what_if(model, json_of(question));
    read.change.causes = false;
    after_ = what_if(model, read.change).after;
  } catch (const Error&) {
    misfit_ = true;
  }
}

Outcome outcome_of(const Model& model, const Tree& change, Day date, const std::string& within) {
  Outcome outcome;
  Tree question = change;
  question.put("date", to_text(date));
  if (!within.empty()) question.put("within", within);
  question.put("detail", "causes");
  try {
    outcome.question = ask::read_what_if(model, json_of(question));
    outcome.answer = what_if(model, outcome.question->change);
  } catch (const InvalidChange& error) {
    for (const Finding& finding : error.findings()) {
      if (finding.severity != Severity::error) continue;
      const std::string where = finding.file + (finding.field.empty() ? "" : ", " + finding.field);
      outcome.lacks.push_back(
          {"change_does_not_fit",
           finding.element.empty() ? Ids{} : Ids{finding.element},
           {where + ": " + finding.message.da + ".", where + ": " + finding.message.en + "."},
           false,
           {}});
    }
    return outcome;
  } catch (const Error& error) {
    if (error.code() == Errc::cancelled) throw;
    outcome.lacks.push_back({"change_does_not_fit",
                             {},
                             {"change, " + error.at() + ": " + error.what() + ".",
                              "change, " + error.at() + ": " + error.what() + "."},
                             false,
                             {}});
    return outcome;
  }
  const WhatIfAnswer& answer = *outcome.answer;
  for (const Index duty : answer.unmet_duties) {
    const std::string id(answer.after->id(duty));
    outcome.lacks.push_back(
        {"unmet_duty",
         {id},
         in_both([&](Language l) {
           return say(l, "Pligten ", "The duty ") + called(*answer.after, id, l) + " (" + id + ")" +
                  say(l,
                      " bliver ikke opfyldt. Sæt først noget andet i stedet: skriv det i `change`.",
                      " goes unmet. Put something in its place first: write it in `change`.");
         }),
         true,
         {}});
  }
  return outcome;
}

Tree tree_of(const WhatIfAnswer& answer) {
  const Model& model = *answer.after;
  Tree tree = Tree::object();
  const auto put = [&](std::string_view key, const Ids& ids) {
    if (!ids.empty()) tree.put(key, ids);
  };
  put("removed", effect_ids(model, answer.removed));
  put("added", effect_ids(model, answer.added));
  put("changed", effect_ids(model, answer.changed));
  put("lapsed", elements_of(model, answer.lapsed));
  put("broken", elements_of(model, answer.broken));
  put("unmet_duties", effect_ids(model, answer.unmet_duties));
  put("redundant", elements_of(model, answer.redundant));
  put("purposeless", elements_of(model, answer.purposeless));
  put("weakened", elements_of(model, answer.weakened));
  put("affected", effect_ids(model, answer.affected));
  put("revived", effect_ids(model, answer.revived));
  put("stands_anew", effect_ids(model, answer.stands_anew));
  put("unexamined", effect_ids(model, answer.unexamined));
  Tree hours = Tree::object();
  hours.put("net", answer.hours_net);
  hours.put("removed", answer.hours_removed);
  hours.put("fallen", answer.hours_fallen);
  hours.put("added", answer.hours_added);
  hours.put("changed", answer.hours_changed);
  hours.put("redundant", answer.hours_redundant);
  tree.put("hours", std::move(hours));
  return tree;
}

}  // namespace regelgraf::review
