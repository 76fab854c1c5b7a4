#pragma once

// Who decided before a removal and who decides after it, entry by entry of what changed.

#include <algorithm>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/detail/removals.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>

namespace regelgraf::detail {

/// Everybody who is an option, alone or with others, given what stands: by id, each once.
inline std::vector<Index> deciders(const Model& model, const AuthorityQuestion& question,
                                   std::span<const std::uint8_t> standing) {
  Workings workings;
  const Inquiry inquiry(model, question, {standing, workings.memory()});
  const Holders holders(inquiry);
  const Grants grants(inquiry, holders);
  const Involve involve(inquiry, holders);
  Options options(inquiry, holders, grants);
  std::vector<Index> all;
  for (Draw& draw : options.drawn) {
    draw.option.involve = involve.of(draw.option.holders);
    if (involve.agree(draw))
      all.insert(all.end(), draw.option.holders.begin(), draw.option.holders.end());
  }
  Removals::sort_set(all);
  return all;
}

/// Compares the deciders of every entry of what changed.
class AuthorityMoved {
 public:
  /// @p cast: all that was removed, fell or lost its purpose; @p revived: scopes that apply anew.
  AuthorityMoved(const Removals& removals, std::span<const Index> cast,
                 std::span<const Index> revived)
      : removals_(removals), model_(removals.model()) {
    for (const Index i : cast)
      if (lost(i)) lost_.push_back(i);
    find_changed(revived);
  }

  std::vector<MovedAuthority> run() {
    if (changed_.empty() && orphans_.empty() && leaders_grants_.empty()) return {};
    std::vector<std::uint8_t> stood(model_.size());
    for (Index i = 0; i < model_.size(); ++i) stood[i] = removals_.stood(i);
    before_ = stood;
    for (const Index scope : changed_) ask_about(*model_.scope(scope), units_of(scope));
    for (const Index grant : leaders_grants_) ask_about(*model_.scope(grant), led_units_of(grant));
    for (const Index rule : orphans_)
      for (const char* power : {"adopt", "amend", "repeal", "waive"}) {
        OverRow entry;
        entry.id = rule;
        ask(entry, power, removals_.within());
      }
    std::sort(moved_.begin(), moved_.end(), [](const MovedAuthority& a, const MovedAuthority& b) {
      return key(a.entry, a.power, a.unit) < key(b.entry, b.power, b.unit);
    });
    return std::move(moved_);
  }

 private:
  using Key = std::tuple<bool, Index, Index, int, Index, std::string, Index>;

  static Key key(const OverRow& entry, const std::string& power, Index unit) {
    return {entry.everything,
            entry.id,
            entry.matter,
            entry.instrument ? static_cast<int>(*entry.instrument) : -1,
            entry.issuer,
            power,
            unit};
  }

  /// Stood, and supports nobody any more.
  [[nodiscard]] bool lost(Index i) const { return removals_.stood(i) && !removals_.supports(i); }
  [[nodiscard]] bool any_lost(std::span<const Index> actors) const {
    return std::any_of(actors.begin(), actors.end(), [&](Index i) { return lost(i); });
  }

  /// Can it change who decides?
  [[nodiscard]] bool gives_or_takes(Index i) const {
    const Kind kind = model_.kind(i);
    if (kind != Kind::involvement) return kind == Kind::grant || kind == Kind::bar;
    return static_cast<const InvolvementRow*>(model_.scope(i))->how == How::agree;
  }

  void find_changed(std::span<const Index> revived) {
    for (const std::span<const Index> list : {std::span<const Index>(lost_), revived})
      for (const Index i : list)
        if (gives_or_takes(i)) changed_.push_back(i);
    const bool actors = std::any_of(lost_.begin(), lost_.end(),
                                    [&](Index i) { return model_.kind(i) == Kind::actor; });
    if (actors) find_changed_by_actors();
    Removals::sort_set(changed_);
  }

  void find_changed_by_actors() {
    for (const ActorRow& unit : model_.actors())
      if (unit.leader != none && removals_.supports(unit.element) && emptied(unit.leader))
        led_.push_back(unit.element);
    for (const GrantRow& grant : model_.grants()) {
      if (!removals_.supports(grant.element)) continue;
      if (any_emptied(grant.to)) changed_.push_back(grant.element);
      if (grant.to_leader && !led_.empty()) leaders_grants_.push_back(grant.element);
    }
    const bool med_body_lost = any_lost(model_.reach().med_bodies);
    for (const InvolvementRow& row : model_.involvements())
      if (row.how == How::agree && removals_.supports(row.element) &&
          (row.body == none ? med_body_lost : lost(row.body)))
        changed_.push_back(row.element);
    for (Index i = 0; i < model_.size(); ++i)
      if (model_.kind(i) == Kind::rule && removals_.supports(i) && lost_a_maker(i))
        orphans_.push_back(i);
  }

  /// Lost, or left by a person who held it.
  [[nodiscard]] bool emptied(Index actor) const {
    return lost(actor) || any_lost(model_.actor(actor).held_by);
  }
  [[nodiscard]] bool any_emptied(std::span<const Index> actors) const {
    return std::any_of(actors.begin(), actors.end(), [&](Index i) { return emptied(i); });
  }
  /// An issuer; where nobody issued it, perhaps the leader whose it is. Who is above an issuer does
  /// not go without him.
  [[nodiscard]] bool lost_a_maker(Index rule) const {
    const auto issuers = model_.issuers(rule);
    return issuers.empty() ? !led_.empty() : any_emptied(issuers);
  }

  /// For which units a scope is asked about.
  [[nodiscard]] std::vector<Index> units_of(Index scope) const {
    const auto within = model_.scope(scope)->within;
    if (removals_.within() != none || within.empty()) return {removals_.within()};
    return {within.begin(), within.end()};
  }
  /// The units whose leader is lost, as far as the grant holds there.
  [[nodiscard]] std::vector<Index> led_units_of(Index grant) const {
    if (removals_.within() != none) return {removals_.within()};
    const auto within = model_.scope(grant)->within;
    std::vector<Index> units;
    for (const Index unit : led_)
      if (within.empty() || std::any_of(within.begin(), within.end(), [&](Index above) {
            return model_.at_or_below(unit, above);
          }))
        units.push_back(unit);
    return units;
  }

  void ask_about(const ScopeRow& scope, const std::vector<Index>& units) {
    std::vector<std::string> powers;
    if (scope.every_power) powers.emplace_back("*");
    for (const std::uint32_t power : scope.powers) powers.emplace_back(model_.power_name(power));
    for (const OverRow& written : scope.over) {
      OverRow entry = written;
      if (!entry.instrument && entry.issuer == none && entry.matter != none)
        entry.id = std::exchange(entry.matter, none);  // no more than the matter itself
      for (const std::string& power : powers)
        for (const Index unit : units) ask(entry, power, unit);
    }
  }

  void ask(const OverRow& entry, const std::string& power, Index unit) {
    if (entry.id != none && lost(entry.id)) return;  // nothing is left to decide about
    if (!asked_.insert(key(entry, power, unit)).second) return;
    AuthorityQuestion question;
    question.power = power;
    question.target = entry.id;
    if (entry.matter != none) question.concerns = {entry.matter};
    question.instrument = entry.instrument;
    question.issuer = entry.issuer;
    question.unit = unit;
    question.date = removals_.baseline().date();
    MovedAuthority moved{entry, power, unit, deciders(model_, question, before_),
                         deciders(model_, question, removals_.supporting())};
    if (moved.before != moved.after) moved_.push_back(std::move(moved));
  }

  const Removals& removals_;
  const Model& model_;
  std::vector<Index> lost_, changed_;
  std::vector<Index> orphans_;  // rules that lost who made them
  std::vector<Index> led_;      // units whose leader is lost
  std::vector<Index> leaders_grants_;
  std::span<const std::uint8_t> before_;
  std::set<Key> asked_;
  std::vector<MovedAuthority> moved_;
};

}  // namespace regelgraf::detail
