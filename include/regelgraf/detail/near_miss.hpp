#pragma once

// The grants that point at somebody in vain, and the first thing that stands in the way.

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <regelgraf/detail/options.hpp>

namespace regelgraf::detail {

/// Finds, per actor, the grant with the fewest failing tests.
class NearMisses {
 public:
  NearMisses(const Inquiry& inquiry, const Holders& holders, const Grants& grants)
      : in_(inquiry), model_(inquiry.model), holders_(holders), grants_(grants) {}

  /// For actors that no option of @p options names; of @p only alone, where given.
  [[nodiscard]] std::vector<NearMiss> run(const std::vector<Option>& options,
                                          const std::vector<Index>* only = nullptr) const {
    std::vector<Index> holding;
    for (const Option& option : options)
      holding.insert(holding.end(), option.holders.begin(), option.holders.end());
    std::sort(holding.begin(), holding.end());

    std::map<Index, NearMiss> best;
    for (std::size_t g = 0; g < grants_.size(); ++g) {
      if (!in_.names_power(grants_.row(g))) continue;
      for (const Index actor : holders_.named(grants_.row(g))) {
        if (only && std::find(only->begin(), only->end(), actor) == only->end()) continue;
        if (std::binary_search(holding.begin(), holding.end(), actor) ||
            !grants_.reaches(grants_.row(g), actor))
          continue;
        const std::vector<Because> failing = failing_tests(g, actor);
        const std::size_t count = failing.size();
        const auto at = best.find(actor);
        if (at != best.end() && at->second.failing <= count) continue;
        const Because first = failing.empty() ? missing_other(g) : failing.front();
        best.insert_or_assign(actor, NearMiss{actor, grants_.row(g).element, first, count});
      }
    }
    std::vector<NearMiss> result;
    for (auto& [actor, miss] : best) result.push_back(std::move(miss));
    return result;
  }

 private:
  static Because because(Because::Kind kind, Index element) {
    Because result;
    result.kind = kind;
    result.element = element;
    return result;
  }

  /// In the order in which they are told: lapse, date, chain, unit, condition, disqualification,
  /// bar, exclusive, special.
  [[nodiscard]] std::vector<Because> failing_tests(std::size_t g, Index actor) const {
    using K = Because::Kind;
    const GrantRow& grant = grants_.row(g);
    const GrantTest& test = grants_.test_of(g);
    const Period valid = model_.valid(grant.element);
    std::vector<Because> failing;
    const bool out_of_period = !valid.holds(in_.question.date);
    if (!out_of_period && !test.stands)
      failing.push_back(because(K::lapse, grant.element));
    else if (!in_.stands(actor))
      failing.push_back(because(K::lapse, actor));
    if (out_of_period) {
      failing.push_back(because(K::date, grant.element));
      const bool not_yet = in_.question.date && valid.from && *in_.question.date < *valid.from;
      (not_yet ? failing.back().from : failing.back().to) = not_yet ? valid.from : valid.to;
    }
    if (!test.chain_allows) failing.push_back(because(K::chain, grant.from));
    add_failing_in_chain(g, failing);
    if (holders_.gone(actor)) failing.push_back(because(K::disqualification, actor));
    if (const auto hit = holders_.hit({actor, actor}); !hit.surely.empty())
      failing.push_back(because(K::bar, hit.surely.front()));
    if (test.exclusive_by != none) failing.push_back(because(K::exclusive, test.exclusive_by));
    if (test.exclusive_by == none && test.special_by != none)
      failing.push_back(because(K::special, test.special_by));
    return failing;
  }

  /// Authority is the intersection along the chain: unit and conditions of the grant and of all
  /// above it, each told once, the nearest first.
  void add_failing_in_chain(std::size_t g, std::vector<Because>& failing) const {
    using K = Because::Kind;
    std::vector<Because> condition;
    bool unit = false;
    for (Index i = grants_.row(g).element; i != none; i = model_.grant(i).from) {
      const GrantRow& link = model_.grant(i);
      if (!unit && in_.inside(link, false) == Truth::no) {
        failing.push_back(because(K::unit, i));
        unit = true;
      }
      if (!condition.empty()) continue;
      const Condition* failed = in_.speaks(link, false).failed;
      if (failed) {
        condition.push_back(because(K::failed_condition, i));
        condition.back().condition = failed;
        if (const FactValue* value = in_.value_of(*model_.fact(failed->fact)))
          condition.back().value = *value;
      } else if (!in_.none_of_unless_stands(link)) {
        condition.push_back(
            because(K::failed_condition, *std::find_if(link.unless.begin(), link.unless.end(),
                                                       [&](Index u) { return in_.stands(u); })));
      }
    }
    failing.insert(failing.end(), condition.begin(), condition.end());
  }

  /// Nothing is wrong with the grant for its holder: what stands in the way of those who must act
  /// with him.
  [[nodiscard]] Because missing_other(std::size_t g) const {
    for (const Index other : holders_.named(grants_.row(g)))
      if (std::vector<Because> failing = failing_tests(g, other); !failing.empty())
        return failing.front();
    return because(Because::Kind::disqualification, none);
  }

  const Inquiry& in_;
  const Model& model_;
  const Holders& holders_;
  const Grants& grants_;
};

}  // namespace regelgraf::detail
