#pragma once

/// @file
/// @brief DESIGN section 2: authority that lapsed or moved, per entry of what changed.

#include <algorithm>
#include <optional>
#include <string>

#include "authority_by_definition.hpp"
#include "what_breaks_by_definition.hpp"

namespace regelgraf::reference {

/// One line an entry whose deciders are others than before: `entry power unit: before -> after`.
class MovedAuthority {
 public:
  MovedAuthority(const World& world, const Names& removed, std::optional<Day> date,
                 const std::optional<std::string>& within)
      : world_(world), date_(date), removal_(world, removed, date, within) {
    if (within) within_ = world.actual(*within);
  }

  [[nodiscard]] Names lines() {
    const Breaks effects = removal_.effects();
    for (const auto& [id, element] : world_.elements) {
      const bool changed = lost(id) || effects.revived.contains(id) ||
                           (counts(id) && (lost_a_holder(element) || lost_its_body(element)));
      if (changed && gives_or_takes(element)) ask_about(scope_of(element));
      const auto* grant = std::get_if<Grant>(&element.fields);
      if (grant && counts(id) && to_leader(*grant)) ask_about_led_units(*grant);
      const auto* rule = std::get_if<Rule>(&element.fields);
      if (rule && counts(id) && lost_a_maker(*rule))
        for (const char* power : {"adopt", "amend", "repeal", "waive"})
          ask(named(id), power, within_);
    }
    return lines_;
  }

 private:
  [[nodiscard]] bool counts(const std::string& id) const {
    return removal_.counting().contains(id);
  }
  [[nodiscard]] bool lost(const std::string& id) const {
    return removal_.before().contains(id) && !counts(id);
  }
  [[nodiscard]] bool any_lost(const Ids& ids) const {
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return lost(id); });
  }
  [[nodiscard]] bool lost_a_holder(const Element& element) const {
    const auto* grant = std::get_if<Grant>(&element.fields);
    if (!grant) return false;
    return std::any_of(grant->to.begin(), grant->to.end(), [&](const Holder& holder) {
      return !holder.leader_of_unit && emptied(holder.id);
    });
  }
  /// Lost, or a person who holds it is.
  [[nodiscard]] bool emptied(const std::string& actor) const {
    if (lost(actor)) return true;
    for (const auto& [id, element] : world_.elements)
      if (const auto* person = std::get_if<Actor>(&element.fields);
          person && lost(id) &&
          std::find(person->holds.begin(), person->holds.end(), actor) != person->holds.end())
        return true;
    return false;
  }
  /// An agreement with a body that is lost; with whichever MED body sits at the level of who
  /// decides, one of these.
  [[nodiscard]] bool lost_its_body(const Element& element) const {
    const auto* involvement = std::get_if<Involvement>(&element.fields);
    if (!involvement) return false;
    if (!involvement->body.id.empty()) return lost(involvement->body.id);
    for (const auto& [id, other] : world_.elements)
      if (const auto* body = std::get_if<Actor>(&other.fields);
          body && lost(id) && !body->med_for.empty())
        return true;
    return false;
  }
  [[nodiscard]] Names led_units() const {
    Names units;
    for (const auto& [id, element] : world_.elements)
      if (const auto* actor = std::get_if<Actor>(&element.fields);
          actor && counts(id) && !actor->leader.empty() && emptied(actor->leader))
        units.insert(id);
    return units;
  }
  /// Who issued it; the leader of a unit where nobody did.
  [[nodiscard]] bool lost_a_maker(const Rule& rule) const {
    if (rule.issuer.empty()) return !led_units().empty();
    return std::any_of(rule.issuer.begin(), rule.issuer.end(),
                       [&](const std::string& issuer) { return emptied(issuer); });
  }
  [[nodiscard]] static bool to_leader(const Grant& grant) {
    return std::any_of(grant.to.begin(), grant.to.end(),
                       [](const Holder& holder) { return holder.leader_of_unit; });
  }
  void ask_about_led_units(const Grant& grant) {
    for (const std::string& unit : led_units()) {
      bool holds_there = grant.within.empty() || within_;
      for (std::string at = unit; !at.empty(); at = world_.actor(at).part_of)
        holds_there = holds_there ||
                      std::find(grant.within.begin(), grant.within.end(), at) != grant.within.end();
      if (holds_there) ask_about(grant, within_ ? *within_ : unit);
    }
  }
  /// A grant, a bar, and an agreement, whose body is one of those who decide.
  [[nodiscard]] static bool gives_or_takes(const Element& element) {
    if (const auto* involvement = std::get_if<Involvement>(&element.fields))
      return involvement->how == How::agree;
    return element.kind() == Kind::grant || element.kind() == Kind::bar;
  }
  [[nodiscard]] static const Scope& scope_of(const Element& element) {
    if (const auto* grant = std::get_if<Grant>(&element.fields)) return *grant;
    if (const auto* involvement = std::get_if<Involvement>(&element.fields)) return *involvement;
    return std::get<Bar>(element.fields);
  }
  [[nodiscard]] static OverEntry named(const std::string& id) {
    OverEntry entry;
    entry.id = id;
    return entry;
  }

  void ask_about(const Scope& scope) {
    if (within_ || scope.within.empty())
      ask_about(scope, within_);
    else
      for (const std::string& unit : scope.within) ask_about(scope, unit);
  }
  void ask_about(const Scope& scope, const std::optional<std::string>& unit) {
    for (OverEntry entry : scope.over) {
      if (entry.is_object() && !entry.instrument && entry.issuer.empty())
        entry = named(entry.matter);
      for (const std::string& power : scope.powers) ask(entry, power, unit);
    }
  }

  void ask(const OverEntry& entry, const std::string& power,
           const std::optional<std::string>& unit) {
    if (!entry.id.empty() && lost(entry.id)) return;
    const Names before = deciders(entry, power, unit, removal_.before());
    const Names after = deciders(entry, power, unit, removal_.counting());
    if (before == after) return;
    std::string line = entry.id;
    if (entry.is_object()) {
      line = "{" + entry.matter + "," + entry.issuer + ",";
      if (entry.instrument) line += to_text(*entry.instrument);
      line += "}";
    }
    line += " " + power + " " + unit.value_or("") + ":";
    for (const std::string& id : before) line += " " + id;
    line += " ->";
    for (const std::string& id : after) line += " " + id;
    lines_.insert(line);
  }

  /// Everybody who is an option. An entry that names no element is asked about by one made up for
  /// it: `*` by a matter below nothing, fields by a rule that has these and binds nobody.
  [[nodiscard]] Names deciders(const OverEntry& entry, const std::string& power,
                               const std::optional<std::string>& unit, Names standing) const {
    World world = world_;
    Question question;
    question.power = power;
    question.target = entry.id;
    question.unit = unit;
    question.date = date_;
    if (entry.is_object() || entry.id == "*") {
      Element made_up;
      made_up.id = question.target = "?";
      if (entry.is_object()) {
        Rule rule;
        rule.instrument = entry.instrument.value_or(static_cast<Instrument>(255));  // like none
        if (!entry.issuer.empty()) rule.issuer = {world_.actual(entry.issuer)};
        if (!entry.matter.empty()) rule.concerns = {entry.matter};
        made_up.fields = rule;
      } else {
        made_up.fields = Matter{};
      }
      world.elements["?"] = made_up;
      standing.insert("?");
    }
    const Case the(world, question, standing);
    const Displacement displacement(the);
    Names all;
    const Options options(the, displacement);
    for (const Option& option : options.in_order())
      all.insert(option.holders.begin(), option.holders.end());
    return all;
  }

  const World& world_;
  std::optional<Day> date_;
  std::optional<std::string> within_;
  Removal removal_;
  Names lines_;
};

}  // namespace regelgraf::reference
