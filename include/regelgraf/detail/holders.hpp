#pragma once

// Who sits where: disqualified and absent holders, deputies, leaders, persons, and whom bars hit.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/detail/cover.hpp>

namespace regelgraf::detail {

/// A place among the holders: who is named, and who acts in it.
struct Seat {
  Index named = none;
  Index actor = none;  ///< The named holder, or the deputy who steps in.

  friend auto operator<=>(const Seat&, const Seat&) = default;
};

/// A bar that applies to the question, or may.
struct ActiveBar {
  const BarRow* row = nullptr;
  Speaks speaks;
};

/// The actors of one inquiry.
class Holders {
 public:
  explicit Holders(const Inquiry& inquiry)
      : in_(inquiry), model_(inquiry.model), bars_(inquiry.memory) {
    for (const std::vector<Index>* list : {&in_.question.disqualified, &in_.question.absent})
      for (const Index gone : *list) {
        gone_.push_back(gone);
        if (model_.kind(gone) != Kind::actor || !in_.stands(gone)) continue;
        const auto posts = model_.actor(gone).holds;
        gone_.insert(gone_.end(), posts.begin(), posts.end());
      }
    std::sort(gone_.begin(), gone_.end());
    for (const std::uint32_t place : in_.bars) {
      const BarRow& bar = model_.bars()[place];
      Speaks speaks = in_.applies(bar);
      if (speaks.truth != Truth::no) bars_.push_back({&bar, std::move(speaks)});
    }
  }

  /// Disqualified or absent, itself or by a person who holds it.
  [[nodiscard]] bool gone(Index actor) const {
    return std::binary_search(gone_.begin(), gone_.end(), actor);
  }

  /// The leader of @p unit, or of the nearest above that has one; none if there is no such.
  [[nodiscard]] Index leader_of(Index unit) const {
    for (Index i = unit; i != none; i = model_.part_of(i))
      if (model_.actor(i).leader != none) return model_.actor(i).leader;
    return none;
  }

  /// The holders a grant names, the leader form resolved; by number, each once.
  [[nodiscard]] std::pmr::vector<Index> named(const GrantRow& grant) const {
    std::pmr::vector<Index> result(grant.to.begin(), grant.to.end(), in_.memory);
    if (!grant.to_leader || in_.question.unit == none ||
        model_.kind(in_.question.unit) != Kind::actor)
      return result;
    const Index leader = leader_of(in_.question.unit);
    const auto at = std::lower_bound(result.begin(), result.end(), leader);
    if (leader != none && (at == result.end() || *at != leader)) result.insert(at, leader);
    return result;
  }

  /// Does the grant name @p actor?
  [[nodiscard]] bool names(const GrantRow& grant, Index actor) const {
    if (std::binary_search(grant.to.begin(), grant.to.end(), actor)) return true;
    return grant.to_leader && in_.question.unit != none &&
           model_.kind(in_.question.unit) == Kind::actor && leader_of(in_.question.unit) == actor;
  }

  /// Who acts for @p holders: those who stand and are free, and the first free deputy of each who
  /// is disqualified or absent.
  [[nodiscard]] std::vector<Seat> seats(std::span<const Index> holders) const {
    std::vector<Seat> result;
    std::vector<Index> taken(holders.begin(), holders.end());
    for (const Index holder : holders) {
      if (!in_.stands(holder)) continue;
      if (!gone(holder)) {
        result.push_back({holder, holder});
        continue;
      }
      for (const Index deputy : model_.actor(holder).deputies) {
        if (!in_.stands(deputy) || gone(deputy) ||
            std::find(taken.begin(), taken.end(), deputy) != taken.end())
          continue;
        result.push_back({holder, deputy});
        taken.push_back(deputy);
        break;
      }
    }
    return result;
  }

  /// How many of @p seats can be filled by distinct persons at once.
  [[nodiscard]] std::size_t distinct_persons(std::span<const Seat> seats) const {
    std::vector<std::vector<Index>> persons;
    for (const Seat& seat : seats) {
      std::vector<Index> who;
      for (const Index person : model_.actor(seat.actor).held_by)
        if (in_.stands(person)) who.push_back(person);
      if (who.empty()) who.push_back(seat.actor);
      persons.push_back(std::move(who));
    }
    // Greatest matching by augmenting paths; the sets are those of one decision.
    std::vector<std::pair<Index, std::size_t>> matched;  // person -> seat
    std::vector<Index> tried;
    const std::function<bool(std::size_t)> place = [&](std::size_t seat) {
      for (const Index person : persons[seat]) {
        if (std::find(tried.begin(), tried.end(), person) != tried.end()) continue;
        tried.push_back(person);
        const auto at = std::find_if(matched.begin(), matched.end(),
                                     [&](const auto& m) { return m.first == person; });
        if (at == matched.end()) {
          matched.emplace_back(person, seat);
          return true;
        }
        const std::size_t other = at->second;
        if (place(other)) {
          std::find_if(matched.begin(), matched.end(), [&](const auto& m) {
            return m.first == person;
          })->second = seat;
          return true;
        }
      }
      return false;
    };
    std::size_t count = 0;
    for (std::size_t seat = 0; seat < persons.size(); ++seat) {
      tried.clear();
      count += place(seat);
    }
    return count;
  }

  /// What the bars do to a seat.
  struct Hit {
    std::vector<Index> surely;        ///< Bars that take it out.
    std::vector<Dependence> perhaps;  ///< Bars that would, were something so.
  };

  [[nodiscard]] Hit hit(const Seat& seat) const {
    Hit result;
    for (const ActiveBar& bar : bars_) {
      if (matches_any(bar.row->only, seat)) continue;
      if (bar.row->against.empty() || matches_any(bar.row->against, seat)) {
        if (bar.speaks.truth == Truth::yes)
          result.surely.push_back(bar.row->element);
        else
          result.perhaps.push_back({bar.speaks.unknowns, true, bar.row->element});
        continue;
      }
      for (const PatternRow& pattern : bar.row->against) {
        if (!pattern.fact || in_.value_of(*pattern.fact)) continue;
        std::vector<Unknown> unknowns = bar.speaks.unknowns;
        unknowns.push_back(
            {Unknown::What::against, bar.row->element, nullptr, *pattern.fact, seat.actor});
        result.perhaps.push_back({std::move(unknowns), true, bar.row->element});
      }
    }
    return result;
  }

  /// Does a pattern name @p actor?
  [[nodiscard]] bool matches(const PatternRow& pattern, Index actor) const {
    if (pattern.tier) return model_.tier(actor) == *pattern.tier;
    if (pattern.form) return model_.form(actor) == *pattern.form;
    if (!pattern.fact) return pattern.actor == actor;
    const FactValue* value = in_.value_of(*pattern.fact);
    const auto* id = value ? std::get_if<std::string>(value) : nullptr;
    return id && model_.find(*id) == actor;
  }

  /// Disqualified members of a body, and disqualified leaders above a holder.
  void warn(Index holder, std::vector<Warning>& warnings) const {
    for (const Index d : in_.question.disqualified) {
      if (model_.kind(d) != Kind::actor) continue;
      std::vector<Index> same{d};
      if (in_.stands(d))
        same.insert(same.end(), model_.actor(d).holds.begin(), model_.actor(d).holds.end());
      const auto is_d = [&](Index i) {
        return std::find(same.begin(), same.end(), i) != same.end();
      };
      const auto members = model_.actor(holder).members;
      if (std::any_of(members.begin(), members.end(), is_d))
        warnings.push_back({Warning::What::member_disqualified, holder, d});
      for (Index above = holder; above != none; above = model_.part_of(above)) {
        const Index leader = model_.actor(above).leader;
        const bool leads = leader != none && leader != holder && is_d(leader);
        const Form form = model_.form(above);
        const bool superior =
            above != holder && is_d(above) && (form == Form::post || form == Form::person);
        if (leads || superior) {
          warnings.push_back({Warning::What::leader_disqualified, holder, d});
          break;
        }
      }
    }
  }

 private:
  [[nodiscard]] bool matches_any(const std::vector<PatternRow>& patterns, const Seat& seat) const {
    return std::any_of(patterns.begin(), patterns.end(), [&](const PatternRow& pattern) {
      return matches(pattern, seat.actor) || matches(pattern, seat.named);
    });
  }

  const Inquiry& in_;
  const Model& model_;
  std::vector<Index> gone_;
  std::pmr::vector<ActiveBar> bars_;
};

}  // namespace regelgraf::detail
