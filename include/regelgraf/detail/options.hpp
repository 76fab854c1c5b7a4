#pragma once

// From grants that stay, and from issuing a rule, to options with holders.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/detail/grants.hpp>

namespace regelgraf::detail {

/// An option that is being made, with who sits where in it.
struct Draw {
  Option option;
  std::vector<Seat> seats;
};

/// Makes the options of one inquiry, involvement apart.
class Options {
 public:
  Options(const Inquiry& inquiry, const Holders& holders, const Grants& grants)
      : in_(inquiry), model_(inquiry.model), holders_(holders), grants_(grants) {
    for (const std::size_t g : grants_.covering()) from_grant(g);
    if (in_.by_making) from_making();
  }

  std::vector<Draw> drawn;
  std::vector<Draw> but_for_bars;  ///< What bars took out.
  std::set<Index> barred_by;       ///< Bars that surely take out a holder otherwise left.

 private:
  void from_grant(std::size_t g) {
    const GrantTest& test = grants_.test_of(g);
    if (test.stays == Truth::no) return;
    const GrantRow& grant = grants_.row(g);
    Option option;
    option.grant = grant.element;
    option.chain = grants_.chain(g);
    option.depends_on = test.depends_on;
    option.exceptional = grant.exceptional;
    option.residual = grant.residual;
    option.over_distance = test.over_distance;
    option.within_distance = test.within_distance;
    auto named = holders_.named(grant);
    std::erase_if(named, [&](Index holder) { return !grants_.reaches(grant, holder); });
    draw(option, holders_.seats(named), grant.jointly, grant.concur, false);
  }

  /// Adds the options that @p seats give: one a seat, one for all jointly, or one a combination.
  /// Bars do not hit a party to an agreement.
  void draw(const Option& base, const std::vector<Seat>& seats, std::uint32_t jointly,
            const std::vector<std::vector<Index>>& concur, bool party) {
    if (!party) note_bars(base, seats, jointly > 1 || !concur.empty());
    if (!concur.empty()) {
      std::vector<Seat> picked;
      std::set<std::vector<Seat>> seen;
      combine(base, seats, concur, picked, seen);
    } else if (jointly > 1) {
      offer(base, seats, jointly, party);
    } else {
      for (const Seat& seat : seats) offer(base, {seat}, 1, party);
    }
  }

  /// Adds one option of @p jointly among @p seats, as far as exclusive grants and bars let it be.
  void offer(Option option, std::vector<Seat> seats, std::uint32_t jointly, bool party) {
    option.jointly = jointly;
    if (holders_.distinct_persons(seats) < jointly || shut_out(option, seats)) return;
    const Option whole = option;
    const std::vector<Seat> all = seats;
    if (!party) apply_bars(option, seats);
    if (holders_.distinct_persons(seats) >= jointly)
      add(drawn, std::move(option), std::move(seats));
    else
      add(but_for_bars, whole, all);
  }

  void combine(const Option& base, const std::vector<Seat>& seats,
               const std::vector<std::vector<Index>>& concur, std::vector<Seat>& picked,
               std::set<std::vector<Seat>>& seen) {
    if (picked.size() < concur.size()) {
      for (const Seat& seat : seats) {
        const auto& set = concur[picked.size()];
        if (std::find(set.begin(), set.end(), seat.named) == set.end()) continue;
        picked.push_back(seat);
        combine(base, seats, concur, picked, seen);
        picked.pop_back();
      }
      return;
    }
    std::vector<Seat> chosen = picked;
    std::sort(chosen.begin(), chosen.end());
    if (seen.insert(chosen).second)
      offer(base, chosen, static_cast<std::uint32_t>(chosen.size()), false);
  }

  void note_bars(const Option& base, const std::vector<Seat>& seats, bool together) {
    for (const Seat& seat : seats) {
      Option option = base;
      if (shut_out(option, together ? seats : std::vector<Seat>{seat})) continue;
      const Holders::Hit hit = holders_.hit(seat);
      barred_by.insert(hit.surely.begin(), hit.surely.end());
    }
  }

  /// Takes out the seats that bars surely hit; an unknown bar makes the option depend on it.
  void apply_bars(Option& option, std::vector<Seat>& seats) {
    std::erase_if(seats, [&](const Seat& seat) {
      Holders::Hit hit = holders_.hit(seat);
      if (!hit.surely.empty()) return true;
      for (Dependence& one : hit.perhaps) depend(option, std::move(one));
      return false;
    });
  }

  static void depend(Option& option, Dependence one) {
    if (std::find(option.depends_on.begin(), option.depends_on.end(), one) ==
        option.depends_on.end())
      option.depends_on.push_back(std::move(one));
  }

  static void add(std::vector<Draw>& to, Option option, std::vector<Seat> seats) {
    for (const Seat& seat : seats) option.holders.push_back(seat.actor);
    std::sort(option.holders.begin(), option.holders.end());
    option.holders.erase(std::unique(option.holders.begin(), option.holders.end()),
                         option.holders.end());
    to.push_back({std::move(option), std::move(seats)});
  }

  /// Who made a rule may unmake it; authority over a grant lies with those above it.
  void from_making() {
    const Index target = in_.question.target;
    if (in_.is_rule) {
      from_issuers(target, in_.issuers(), in_.joint_issuers(), true);
    } else if (model_.kind(target) == Kind::grant && model_.grant(target).from != none) {
      for (Index i = model_.grant(target).from; i != none; i = model_.grant(i).from) {
        if (!in_.stands(i)) continue;
        const GrantRow& above = model_.grant(i);
        imply(holders_.named(above), above.jointly, above.concur, false);
      }
    } else if (model_.kind(target) >= Kind::grant) {
      const auto [first, last] = model_.requirements_of(target);
      std::set<Index> rules;
      for (std::uint32_t r = first; r < last; ++r)
        if (model_.relation_of(r) == Relation::basis && !model_.implied(r))
          for (const Index i : model_.listed(r))
            if (model_.kind(i) == Kind::rule && in_.stands(i)) rules.insert(i);
      for (const Index rule : rules)
        from_issuers(rule, model_.issuers(rule), model_.joint_issuers(rule), false);
    }
  }

  /// @p rule: none where it is not recorded.
  void from_issuers(Index rule, std::span<const Index> issuers, std::uint32_t jointly,
                    bool and_above) {
    std::vector<Index> makers(issuers.begin(), issuers.end());
    std::erase_if(makers, [&](Index i) { return !in_.stands(i); });
    if (jointly > 1) {
      imply(makers, jointly, {}, true);
      if (and_above) add_notice(rule, makers);
      return;
    }
    if (issuers.empty() && rule != none) makers = leaders_right(rule);
    if (and_above)
      for (std::size_t at = 0; at < makers.size(); ++at) {
        const Index above = model_.part_of(makers[at]);
        if (above != none && std::find(makers.begin(), makers.end(), above) == makers.end())
          makers.push_back(above);
      }
    std::sort(makers.begin(), makers.end());
    imply(makers, 1, {}, false);
  }

  /// Ledelsesretten: a practice, procedure or instruction that nobody issued is the leader's of the
  /// smallest unit that holds all it binds.
  [[nodiscard]] std::vector<Index> leaders_right(Index rule) const {
    const Instrument instrument = model_.instrument(rule);
    if (instrument != Instrument::practice && instrument != Instrument::procedure &&
        instrument != Instrument::instruction)
      return {};
    const auto bound = model_.binds(rule);
    if (bound.empty()) return {};
    for (Index unit = bound.front(); unit != none; unit = model_.part_of(unit)) {
      if (model_.form(unit) != Form::unit) continue;
      if (!std::all_of(bound.begin(), bound.end(),
                       [&](Index actor) { return model_.at_or_below(actor, unit); }))
        continue;
      const Index leader = holders_.leader_of(unit);
      return leader != none && in_.stands(leader) ? std::vector<Index>{leader}
                                                  : std::vector<Index>{};
    }
    return {};
  }

  void imply(std::span<const Index> makers, std::uint32_t jointly,
             const std::vector<std::vector<Index>>& concur, bool party) {
    Option option;
    option.implied = true;
    draw(option, holders_.seats(makers), jointly, concur, party);
  }

  /// An exclusive grant takes out the implied authority of others.
  bool shut_out(Option& option, const std::vector<Seat>& seats) const {
    if (!option.implied) return false;
    for (const std::size_t g : grants_.covering()) {
      const GrantRow& grant = grants_.row(g);
      if (!grant.exclusive || grant.exceptional) continue;
      const auto holders = holders_.named(grant);
      const bool theirs = std::all_of(seats.begin(), seats.end(), [&](const Seat& seat) {
        return std::binary_search(holders.begin(), holders.end(), seat.named);
      });
      if (theirs) continue;
      if (grants_.test_of(g).covers == Truth::yes) return true;
      depend(option, {grants_.test_of(g).unknowns, true, grant.element});
    }
    return false;
  }

  /// `notice` adds for `repeal`, beside a joint option, one option per issuer who may end the rule.
  void add_notice(Index rule, std::vector<Index> makers) {
    if (in_.question.power != "repeal") return;
    const std::optional<Notice> notice = model_.notice(rule);
    if (!notice) return;
    std::erase_if(makers, [&](Index maker) {
      return !notice->by.empty() &&
             std::none_of(notice->by.begin(), notice->by.end(),
                          [&](const std::string& id) { return model_.find(id) == maker; });
    });
    for (const Seat& seat : holders_.seats(makers)) {
      Option option;
      option.implied = true;
      option.notice_months = notice->months;
      if (!shut_out(option, {seat})) add(drawn, std::move(option), {seat});
    }
  }

  const Inquiry& in_;
  const Model& model_;
  const Holders& holders_;
  const Grants& grants_;
};

}  // namespace regelgraf::detail
