#pragma once

// Which grants cover a question, and which of them stay: intersection along the chain, the special
// before the general, exclusive grants, levels that stay while one below them stays.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <regelgraf/detail/holders.hpp>

namespace regelgraf::detail {

/// What the tests of one grant give, by itself and with all above it.
struct GrantTest {
  bool tested = false;
  bool points = false;  ///< Names the power and reaches the target for some holder, by itself.
  bool stands = false;
  bool unless_free = false;   ///< None of its `unless` stands.
  Speaks speaks;              ///< Its own unit and conditions.
  bool chain_holds = false;   ///< No grant above fails, and each may be delegated this far.
  bool chain_allows = false;  ///< The same, but for units, conditions and standing above.
  Truth covers = Truth::no;
  std::vector<Unknown> unknowns;  ///< Of it and of every grant above it, root first.
  std::uint32_t over_distance = farthest;
  std::uint32_t within_distance = farthest;
  std::uint32_t depth = 0;  ///< Number of grants above it.

  // What others do to it.
  Truth stays = Truth::no;
  std::vector<Dependence> depends_on;
  Index exclusive_by = none;  ///< Surely taken out by this exclusive grant.
  Index special_by = none;    ///< Surely taken out by this more special grant.

  /// Does it pass its own tests, whatever stands above it?
  [[nodiscard]] bool passes() const {
    return points && stands && unless_free && speaks.truth != Truth::no;
  }
};

/// The grants of a model, or those near the target, tested against one inquiry.
class Grants {
 public:
  Grants(const Inquiry& inquiry, const Holders& holders)
      : in_(inquiry),
        model_(inquiry.model),
        holders_(holders),
        only_(inquiry.nearby ? &inquiry.nearby->grants : nullptr),
        tests_(only_ ? only_->size() : model_.grants().size()) {
    for (std::size_t g = 0; g < tests_.size(); ++g) test(g);
    for (std::size_t g = 0; g < tests_.size(); ++g)
      if (tests_[g].covers != Truth::no) covering_.push_back(g);
    decide_who_stays();
  }

  [[nodiscard]] const GrantRow& row(std::size_t g) const {
    return model_.grants()[only_ ? (*only_)[g] : g];
  }
  [[nodiscard]] const GrantTest& test_of(std::size_t g) const { return tests_[g]; }
  [[nodiscard]] std::size_t size() const { return tests_.size(); }
  /// The grants that cover the question, or may; by id.
  [[nodiscard]] const std::vector<std::size_t>& covering() const { return covering_; }

  /// Does the grant reach the target for this holder?
  [[nodiscard]] bool reaches(const GrantRow& grant, Index holder) const {
    return in_.reach(grant, in_.reaches_by_matter(holder), false).has_value();
  }

  /// The grants from the root to @p g.
  [[nodiscard]] std::vector<Index> chain(std::size_t g) const {
    std::vector<Index> chain;
    for (Index i = row(g).element; i != none; i = model_.grant(i).from) chain.push_back(i);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  /// Is @p above in the chain above @p grant?
  [[nodiscard]] bool is_above(const GrantRow& above, const GrantRow& grant) const {
    for (Index i = grant.from; i != none; i = model_.grant(i).from)
      if (i == above.element) return true;
    return false;
  }

 private:
  [[nodiscard]] std::size_t place(Index grant) const {
    const auto at = static_cast<std::size_t>(&model_.grant(grant) - model_.grants().data());
    if (!only_) return at;
    return static_cast<std::size_t>(std::lower_bound(only_->begin(), only_->end(), at) -
                                    only_->begin());
  }

  /// Tests @p g after those above it; without recursion, since chains may be long.
  void test(std::size_t g) {
    std::vector<std::size_t> open;
    for (Index i = row(g).element; i != none && !tests_[place(i)].tested; i = model_.grant(i).from)
      open.push_back(place(i));
    for (auto at = open.rbegin(); at != open.rend(); ++at) test_one(*at);
  }

  void test_one(std::size_t g) {
    const GrantRow& grant = row(g);
    GrantTest& t = tests_[g];
    t.tested = true;
    t.stands = in_.stands(grant.element);
    t.unless_free = in_.none_of_unless_stands(grant);
    if (in_.names_power(grant)) measure(grant, t);
    if (t.points) t.speaks = in_.speaks(grant, false);
    t.within_distance = in_.within_distance(grant);
    t.chain_holds = t.chain_allows = true;
    if (grant.from != none) {
      const GrantTest& above = tests_[place(grant.from)];
      t.depth = above.depth + 1;
      const bool delegated = may_be_delegated_to(grant);
      t.chain_holds = above.passes() && above.chain_holds && delegated;
      t.chain_allows = above.points && above.chain_allows && delegated;
      t.unknowns = above.unknowns;
    }
    t.unknowns.insert(t.unknowns.end(), t.speaks.unknowns.begin(), t.speaks.unknowns.end());
    if (t.passes() && t.chain_holds) t.covers = t.unknowns.empty() ? Truth::yes : Truth::unknown;
  }

  void measure(const GrantRow& grant, GrantTest& t) const {
    bool by_matter = !(in_.unmakes && in_.is_rule);
    if (!by_matter)
      for (const Index holder : holders_.named(grant))
        by_matter = by_matter || (in_.stands(holder) && in_.reaches_by_matter(holder));
    const Reach reach = in_.reach(grant, by_matter, false);
    t.points = reach.has_value();
    t.over_distance = reach.value_or(farthest);
  }

  /// Does every grant above leave room for this many links, and decide nothing in a meeting?
  [[nodiscard]] bool may_be_delegated_to(const GrantRow& grant) const {
    std::uint32_t links = 1;
    for (Index i = grant.from; i != none; i = model_.grant(i).from, ++links) {
      const GrantRow& above = model_.grant(i);
      if (above.redelegable < links || above.in_meeting) return false;
    }
    return true;
  }

  void decide_who_stays() {
    // Deepest first: whether a level stays may hang on those below it.
    std::vector<std::size_t> order = covering_;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return tests_[a].depth > tests_[b].depth;
    });
    for (const std::size_t g : order) decide(g);
  }

  void decide(std::size_t g) {
    GrantTest& t = tests_[g];
    for (const Unknown& unknown : t.unknowns) add(t.depends_on, {{unknown}, false, none});
    const bool general_stays = takes_out_by_special(g);
    takes_out_by_exclusive(g);
    if (!general_stays || t.exclusive_by != none)
      t.stays = Truth::no;
    else
      t.stays = t.depends_on.empty() ? Truth::yes : Truth::unknown;
  }

  static void add(std::vector<Dependence>& all, Dependence one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
  }

  /// Lets more special grants take out @p g. False if they surely do.
  bool takes_out_by_special(std::size_t g) {
    GrantTest& t = tests_[g];
    const GrantRow& grant = row(g);
    if (grant.exclusive || grant.exceptional) return true;
    Index surely = none;
    std::vector<Dependence> perhaps;
    for (const std::size_t other : covering_) {
      const GrantRow& taker = row(other);
      if (taker.exceptional || taker.alongside || tests_[other].over_distance >= t.over_distance ||
          is_above(taker, grant) || is_above(grant, taker))
        continue;
      if (tests_[other].covers == Truth::yes) {
        if (surely == none) surely = taker.element;
      } else {
        perhaps.push_back({tests_[other].unknowns, true, taker.element});
      }
    }
    if (surely == none && perhaps.empty()) return true;

    const GrantTest* below = nullptr;  // the first grant below it that may stay
    for (const std::size_t other : covering_) {
      if (!is_above(grant, row(other)) || tests_[other].stays == Truth::no) continue;
      if (tests_[other].stays == Truth::yes) return true;
      if (!below) below = &tests_[other];
    }
    if (surely == none) {
      for (Dependence& one : perhaps) add(t.depends_on, std::move(one));
      return true;
    }
    if (!below) {
      t.special_by = surely;
      return false;
    }
    for (const Dependence& one : below->depends_on) add(t.depends_on, one);
    return true;
  }

  /// Lets exclusive grants take out @p g.
  void takes_out_by_exclusive(std::size_t g) {
    GrantTest& t = tests_[g];
    const GrantRow& grant = row(g);
    for (const std::size_t other : covering_) {
      const GrantRow& taker = row(other);
      const GrantTest& e = tests_[other];
      if (!taker.exclusive || taker.exceptional || other == g || is_above(taker, grant)) continue;
      const bool farther =
          t.over_distance > e.over_distance ||
          (t.over_distance == e.over_distance && t.within_distance > e.within_distance);
      if (!is_above(grant, taker) && !farther) continue;
      if (e.covers == Truth::yes) {
        if (t.exclusive_by == none) t.exclusive_by = taker.element;
      } else {
        add(t.depends_on, {e.unknowns, true, taker.element});
      }
    }
  }

  const Inquiry& in_;
  const Model& model_;
  const Holders& holders_;
  const std::vector<std::uint32_t>* const only_;  // places in the model; null: all
  std::vector<GrantTest> tests_;
  std::vector<std::size_t> covering_;
};

}  // namespace regelgraf::detail
