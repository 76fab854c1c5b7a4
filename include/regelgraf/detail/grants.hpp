#pragma once

// Which grants cover a question, and which of them stay: intersection along the chain, the special
// before the general, exclusive grants, levels that stay while one below them stays.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/detail/fields.hpp>
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
  std::uint32_t above = none;    ///< Its parent among the grants looked at; none: a root.
  std::uint32_t depth = 0;       ///< Number of grants above it.
  std::uint32_t links_left = 0;  ///< How many more links it and those above it leave room for.

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

/// Grants tested against one inquiry: all that may reach the target, and all above them.
class Grants {
 public:
  Grants(const Inquiry& inquiry, const Holders& holders)
      : Grants(inquiry, holders, inquiry.grants) {}
  /// Only those at @p places, ascending and kept by the caller; with a grant all above it are
  /// there.
  Grants(const Inquiry& inquiry, const Holders& holders, std::span<const std::uint32_t> places)
      : in_(inquiry),
        model_(inquiry.model),
        holders_(holders),
        places_(places),
        tests_(places.size(), inquiry.memory),
        covering_(inquiry.memory),
        exclusive_(inquiry.memory),
        open_(inquiry.memory) {
    expect_rows();
    for (std::size_t g = 0; g < tests_.size(); ++g)
      if (const auto above = model_.reach().outlines[places_[g]].above; above != none)
        tests_[g].above = static_cast<std::uint32_t>(
            std::lower_bound(places_.begin(), places_.end(), above) - places_.begin());
    for (std::size_t g = 0; g < tests_.size(); ++g) test(g);
    for (std::size_t g = 0; g < tests_.size(); ++g)
      if (tests_[g].covers != Truth::no) covering_.push_back(g);
    decide_who_stays();
  }

  [[nodiscard]] const GrantRow& row(std::size_t g) const { return model_.grants()[places_[g]]; }
  [[nodiscard]] const GrantTest& test_of(std::size_t g) const { return tests_[g]; }
  [[nodiscard]] std::size_t size() const { return tests_.size(); }
  /// The grants that cover the question, or may; by id.
  [[nodiscard]] std::span<const std::size_t> covering() const { return covering_; }

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

 private:
  /// Is grant @p above in the chain above grant @p g?
  [[nodiscard]] bool is_above(std::size_t above, std::size_t g) const {
    while (tests_[g].depth > tests_[above].depth) {
      g = tests_[g].above;
      if (g == above) return true;
    }
    return false;
  }

  /// Fetches what test() will look at, all rows at once: in a large model each is far away.
  void expect_rows() const {
    for (std::size_t g = 0; g < tests_.size(); ++g) {
      const auto* row = reinterpret_cast<const std::byte*>(&this->row(g));
      for (std::size_t at = 0; at < sizeof(GrantRow); at += 64) prefetch(row + at);
    }
    for (std::size_t g = 0; g < tests_.size(); ++g) {
      prefetch(row(g).over.data());
      prefetch(row(g).conditions.data());
      prefetch(row(g).powers.data());
      prefetch(row(g).to.data());
    }
  }

  /// Tests @p g after those above it; without recursion, since chains may be long.
  void test(std::size_t g) {
    for (std::size_t at = g; at != none && !tests_[at].tested; at = tests_[at].above)
      open_.push_back(at);
    for (; !open_.empty(); open_.pop_back()) test_one(open_.back());
  }

  void test_one(std::size_t g) {
    const GrantRow& grant = row(g);
    GrantTest& t = tests_[g];
    t.tested = true;
    t.stands = in_.stands(grant.element);
    t.unless_free = in_.none_of_unless_stands(grant);
    if (in_.names_power(grant)) measure(grant, t);
    if (t.points) {
      t.speaks = in_.speaks(grant, false);
      t.within_distance = in_.within_distance(grant);
    }
    t.chain_holds = t.chain_allows = true;
    t.links_left = links_allowed(grant);
    if (t.above != none) {
      const GrantTest& above = tests_[t.above];
      const bool delegated = above.links_left > 0;
      t.depth = above.depth + 1;
      t.links_left = std::min(t.links_left, above.links_left - delegated);
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

  void decide_who_stays() {
    if (covering_.empty()) return;
    for (const std::size_t g : covering_) {
      const GrantRow& grant = row(g);
      if (grant.exceptional) continue;
      if (grant.exclusive) exclusive_.push_back(g);
      if (!grant.alongside) nearest_ = std::min(nearest_, tests_[g].over_distance);
    }
    // Deepest first: whether a level stays may hang on those below it.
    open_ = covering_;
    std::sort(open_.begin(), open_.end(), [&](std::size_t a, std::size_t b) {
      return std::tie(tests_[b].depth, a) < std::tie(tests_[a].depth, b);
    });
    for (const std::size_t g : open_) decide(g);
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
    if (t.over_distance <= nearest_) return true;  // nothing is nearer
    const GrantRow& grant = row(g);
    if (grant.exclusive || grant.exceptional) return true;
    Index surely = none;
    std::vector<Dependence> perhaps;
    for (const std::size_t other : covering_) {
      if (tests_[other].over_distance >= t.over_distance) continue;
      const GrantRow& taker = row(other);
      if (taker.exceptional || taker.alongside || is_above(other, g) || is_above(g, other))
        continue;
      if (tests_[other].covers == Truth::yes) {
        surely = taker.element;
        break;
      }
      perhaps.push_back({tests_[other].unknowns, true, taker.element});
    }
    if (surely == none && perhaps.empty()) return true;

    const GrantTest* below = nullptr;  // the first grant below it that may stay
    for (const std::size_t other : covering_) {
      if (!is_above(g, other) || tests_[other].stays == Truth::no) continue;
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
    for (const std::size_t other : exclusive_) {
      const GrantRow& taker = row(other);
      const GrantTest& e = tests_[other];
      if (other == g || is_above(other, g)) continue;
      const bool farther =
          t.over_distance > e.over_distance ||
          (t.over_distance == e.over_distance && t.within_distance > e.within_distance);
      if (!is_above(g, other) && !farther) continue;
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
  const std::span<const std::uint32_t> places_;
  std::pmr::vector<GrantTest> tests_;
  std::pmr::vector<std::size_t> covering_;
  std::pmr::vector<std::size_t> exclusive_;  // of these, not exceptional
  std::uint32_t nearest_ = farthest;         // of those that may take out others as more special
  std::pmr::vector<std::size_t> open_;       // of the pass that goes on
};

}  // namespace regelgraf::detail
