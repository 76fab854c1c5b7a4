#pragma once

// Sort, check, resolve: the body of freeze().

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <regelgraf/detail/footing.hpp>
#include <regelgraf/detail/validate.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/freeze.hpp>

namespace regelgraf::detail {

/// Turns sorted, checked elements into the rows of a Model.
class Freezer {
 public:
  static Frozen run(Draft draft, const FreezeOptions& options) {
    std::vector<Element> unsorted;  // no structured binding: clang 14 has none in lambdas
    Model model;
    std::tie(model.layers_, unsorted) = draft.release();
    if (unsorted.size() > SupportGraph::number)
      throw Error(Errc::too_large, "more elements than a model can number");
    std::vector<std::size_t> positions(unsorted.size());
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    std::stable_sort(positions.begin(), positions.end(),
                     [&](std::size_t a, std::size_t b) { return unsorted[a].id < unsorted[b].id; });
    model.elements_.reserve(unsorted.size());
    for (const std::size_t position : positions)
      model.elements_.push_back(std::move(unsorted[position]));
    std::vector<Element>().swap(unsorted);

    Lookup lookup(model.elements_);
    FactTable facts;
    Validator validator(model.layers_, model.elements_, positions, lookup, facts,
                        options.allow_personal_data);
    Frozen frozen;
    frozen.findings = validator.run();
    std::stable_sort(frozen.findings.begin(), frozen.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.element < b.element; });
    if (has_errors(frozen.findings)) return frozen;

    Freezer(model, lookup, facts).build();
    model.findings_ = frozen.findings;
    frozen.model = std::move(model);
    return frozen;
  }

 private:
  Freezer(Model& model, const Lookup& lookup, FactTable& facts)
      : model_(model), lookup_(lookup), facts_(facts) {}

  void build() {
    const std::uint32_t n = model_.size();
    model_.inert_.assign(n, 0);
    for (const auto& [id, actor] : lookup_.aliases()) {
      model_.aliases_.emplace_back(id, actor);
      if (const Index replaced = lookup_.plain(id); replaced != none) model_.inert_[replaced] = 1;
    }
    std::sort(model_.aliases_.begin(), model_.aliases_.end());
    build_facts_and_powers();
    build_requirements();
    build_rows();
    build_records();
    model_.listing_ = model_.listed_.transposed(n);
    model_.served_by_ = model_.serves_.transposed(n);
    model_.used_by_ = model_.uses_.transposed(n);
    model_.footing_ = std::make_shared<const Footing>(model_, std::nullopt);
    model_.stands_.resize(n);
    for (Index i = 0; i < n; ++i) model_.stands_[i] = model_.footing_->standing().members()[i];
  }

  [[nodiscard]] Index one(const std::string& id) const { return id.empty() ? none : lookup_(id); }

  /// The numbers of @p ids, ascending, each once.
  [[nodiscard]] std::vector<Index> set(const Ids& ids) const {
    std::vector<Index> numbers = sequence(ids);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }

  /// The numbers of @p ids in their order.
  [[nodiscard]] std::vector<Index> sequence(const Ids& ids) const {
    std::vector<Index> numbers;
    numbers.reserve(ids.size());
    for (const std::string& id : ids) numbers.push_back(lookup_(id));
    return numbers;
  }

  void build_facts_and_powers() {
    std::vector<std::string> powers;
    for (const Element& element : model_.elements_)
      if (const Scope* scope = scope_of(element)) {
        powers.insert(powers.end(), scope->powers.begin(), scope->powers.end());
        for (const Condition& condition : scope->conditions) facts_.use(condition);
        if (const auto* bar = std::get_if<Bar>(&element.fields))
          for (const ActorPattern& pattern : bar->against)
            if (pattern.fact) facts_.use_as_actor(std::get<std::string>(pattern.what));
      }
    std::sort(powers.begin(), powers.end());
    powers.erase(std::unique(powers.begin(), powers.end()), powers.end());
    for (std::uint32_t i = 0; i < powers.size(); ++i)
      model_.power_names_.emplace_back(powers[i], i);
    model_.facts_ = facts_.facts;
    model_.fact_names_.assign(facts_.numbers.begin(), facts_.numbers.end());
  }

  void add_requirement(Relation relation, std::vector<Index> of, std::uint32_t at_least,
                       bool implied) {
    if (at_least == 0 || of.empty()) return;
    std::sort(of.begin(), of.end());
    of.erase(std::unique(of.begin(), of.end()), of.end());
    for (const Index i : of) model_.listed_.push(i);
    model_.listed_.close();
    model_.requirements_.push_back({owner_, at_least, relation, implied});
  }

  /// Requirements are a set: their order is that of the canonical form, not of the file, so that
  /// models with one digest give one answer.
  void add_written(Relation relation, const std::vector<Requirement>& requirements) {
    std::set<std::pair<std::uint32_t, std::vector<Index>>> sorted;
    for (const Requirement& requirement : requirements)
      sorted.emplace(requirement.at_least, set(requirement.of));
    for (const auto& [at_least, of] : sorted) add_requirement(relation, of, at_least, false);
  }

  // DESIGN section 1, end: what follows from other fields.
  void add_implied_needs(const Element& element) {
    if (const auto* actor = std::get_if<Actor>(&element.fields)) {
      if (!actor->part_of.empty()) add_requirement(Relation::needs, {one(actor->part_of)}, 1, true);
    } else if (const auto* task = std::get_if<Task>(&element.fields)) {
      add_requirement(Relation::needs, sequence(task->performed_by), 1, true);
    } else if (const auto* involvement = std::get_if<Involvement>(&element.fields)) {
      if (!involvement->body.id.empty())
        add_requirement(Relation::needs, {one(involvement->body.id)}, 1, true);
    } else if (const auto* grant = std::get_if<Grant>(&element.fields)) {
      if (!grant->concur.empty()) {
        std::set<std::vector<Index>> sets;  // in canonical order, as what is written
        for (const Ids& each : grant->concur) sets.insert(set(each));
        for (const std::vector<Index>& each : sets) add_requirement(Relation::needs, each, 1, true);
        return;
      }
      const auto [to, leader] = holders(*grant);
      const std::uint32_t asked = grant->jointly.among(to.size() + (leader ? 1 : 0));
      add_requirement(Relation::needs, to, asked - (leader ? 1 : 0), true);
    }
  }

  /// The named holders, each once, and whether the leader form is among them.
  [[nodiscard]] std::pair<std::vector<Index>, bool> holders(const Grant& grant) const {
    Ids named;
    bool leader = false;
    for (const Holder& holder : grant.to) {
      if (holder.leader_of_unit)
        leader = true;
      else
        named.push_back(holder.id);
    }
    return {set(named), leader};
  }

  void build_requirements() {
    model_.requirement_first_.push_back(0);
    for (owner_ = 0; owner_ < model_.size(); ++owner_) {
      const Element& element = model_.elements_[owner_];
      add_written(Relation::basis, element.basis);
      if (const auto* grant = std::get_if<Grant>(&element.fields); grant && !grant->from.empty())
        add_requirement(Relation::basis, {one(grant->from)}, 1, true);
      add_written(Relation::needs, element.needs);
      add_implied_needs(element);
      model_.requirement_first_.push_back(model_.requirement_count());
    }
  }

  void add_row(Rows<Index>& rows, const Ids* ids) const {
    if (ids)
      for (const Index i : set(*ids)) rows.push(i);
    rows.close();
  }

  void build_rows() {
    model_.part_of_.assign(model_.size(), none);
    for (Index i = 0; i < model_.size(); ++i) {
      const Element& element = model_.elements_[i];
      const auto* actor = std::get_if<Actor>(&element.fields);
      const auto* matter = std::get_if<Matter>(&element.fields);
      const auto* rule = std::get_if<Rule>(&element.fields);
      if (actor) model_.part_of_[i] = one(actor->part_of);
      add_row(model_.serves_, &element.serves);
      add_row(model_.uses_, &element.uses);
      add_row(model_.broader_, matter ? &matter->broader : nullptr);
      add_row(model_.concerns_, concerns_of(element));
      add_places(i, element);
      add_row(model_.issuers_, rule ? &rule->issuer : nullptr);
    }
    std::sort(model_.unless_by_.begin(), model_.unless_by_.end());
  }

  void add_places(Index i, const Element& element) {
    const auto* rule = std::get_if<Rule>(&element.fields);
    const auto* task = std::get_if<Task>(&element.fields);
    const Scope* scope = scope_of(element);
    if (element.kind() == Kind::actor) model_.places_.push(i);
    add_row(model_.places_, rule    ? &rule->binds
                            : task  ? &task->performed_by
                            : scope ? &scope->within
                                    : nullptr);
    model_.purpose_.push_back(element.kind() == Kind::goal || element.kind() == Kind::duty ||
                              (task && task->core));
    if (scope)
      for (const Index j : set(scope->unless)) model_.unless_by_.emplace_back(j, i);
  }

  void resolve(const Scope& scope, Index element, ScopeRow& row) const {
    row.element = element;
    for (const std::string& power : scope.powers) {
      if (power == "*") row.every_power = true;
      row.powers.push_back(*model_.power(power));
    }
    for (const OverEntry& entry : scope.over) {
      OverRow over;
      if (entry.id == "*")
        over.everything = true;
      else
        over.id = one(entry.id);
      over.matter = one(entry.matter);
      over.issuer = one(entry.issuer);
      over.instrument = entry.instrument;
      row.over.push_back(over);
    }
    row.within = set(scope.within);
    row.unless = set(scope.unless);
    for (const Condition& condition : scope.conditions)
      row.conditions.push_back({*model_.fact(condition.fact), &condition});
    std::sort(row.conditions.begin(), row.conditions.end(),
              [](const ConditionRow& a, const ConditionRow& b) {
                return std::tie(a.written->fact, a.written->op, a.written->values) <
                       std::tie(b.written->fact, b.written->op, b.written->values);
              });
  }

  [[nodiscard]] std::vector<PatternRow> patterns(const std::vector<ActorPattern>& written) const {
    std::vector<PatternRow> rows;
    for (const ActorPattern& pattern : written) {
      PatternRow row;
      if (const auto* tier = std::get_if<Tier>(&pattern.what)) {
        row.tier = *tier;
      } else if (const auto* form = std::get_if<Form>(&pattern.what)) {
        row.form = *form;
      } else if (const auto& text = std::get<std::string>(pattern.what); !pattern.fact) {
        row.actor = one(text);
      } else {
        row.fact = *model_.fact(text);
      }
      rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const PatternRow& a, const PatternRow& b) {
      return std::tie(a.actor, a.tier, a.form, a.fact) < std::tie(b.actor, b.tier, b.form, b.fact);
    });
    return rows;
  }

  void build_records() {
    model_.record_.assign(model_.size(), none);
    const auto place = [&](Index i, std::size_t at) {
      model_.record_[i] = static_cast<std::uint32_t>(at);
    };
    for (Index i = 0; i < model_.size(); ++i) {
      const Element& element = model_.elements_[i];
      if (const auto* actor = std::get_if<Actor>(&element.fields)) {
        place(i, model_.actors_.size());
        ActorRow row;
        row.element = i;
        row.leader = one(actor->leader);
        row.holds = set(actor->holds);
        row.members = set(actor->members);
        row.deputies = sequence(actor->deputies);
        row.med_for = set(actor->med_for);
        model_.actors_.push_back(std::move(row));
      } else if (const auto* grant = std::get_if<Grant>(&element.fields)) {
        place(i, model_.grants_.size());
        GrantRow row;
        resolve(*grant, i, row);
        std::tie(row.to, row.to_leader) = holders(*grant);
        row.jointly = grant->jointly.among(row.to.size() + (row.to_leader ? 1 : 0));
        for (const Ids& each : grant->concur) row.concur.push_back(set(each));
        std::sort(row.concur.begin(), row.concur.end());
        row.concur.erase(std::unique(row.concur.begin(), row.concur.end()), row.concur.end());
        row.from = one(grant->from);
        row.written = grant;
        model_.grants_.push_back(std::move(row));
      } else if (const auto* involvement = std::get_if<Involvement>(&element.fields)) {
        place(i, model_.involvements_.size());
        InvolvementRow row;
        resolve(*involvement, i, row);
        row.body = one(involvement->body.id);
        row.when_decided_by = patterns(involvement->when_decided_by);
        row.written = involvement;
        model_.involvements_.push_back(std::move(row));
      } else if (const auto* bar = std::get_if<Bar>(&element.fields)) {
        place(i, model_.bars_.size());
        BarRow row;
        resolve(*bar, i, row);
        row.only = patterns(bar->only);
        row.against = patterns(bar->against);
        model_.bars_.push_back(std::move(row));
      }
    }
    for (const ActorRow& person : model_.actors_)
      if (!model_.inert(person.element))
        for (const Index post : person.holds)
          model_.actors_[model_.record_[post]].held_by.push_back(person.element);
  }

  Model& model_;
  const Lookup& lookup_;
  FactTable& facts_;
  Index owner_ = 0;
};

}  // namespace regelgraf::detail

namespace regelgraf {

inline Frozen freeze(Draft draft, const FreezeOptions& options) {
  return detail::Freezer::run(std::move(draft), options);
}

}  // namespace regelgraf
