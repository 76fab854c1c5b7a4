#pragma once

// Of the grants near a target those that tell what some actors may.

#include <algorithm>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <vector>

#include <regelgraf/detail/cover.hpp>

namespace regelgraf::detail {

/// In the plain case (nobody disqualified or absent, one matter, no authority by having made a
/// rule, no agreement that makes others parties) an actor's options and near misses hang on the
/// grants that name him or who is above him, on all above these, and on exclusive ones; on others
/// only where they are nearer to the target than his own. Else on all that are near.
class RelevantGrants {
 public:
  /// Without @p actors: all.
  RelevantGrants(const Inquiry& inquiry, std::span<const Index> actors)
      : in_(inquiry), model_(inquiry.model), meant_(inquiry.memory), some_(inquiry.memory) {
    all_ = actors.empty() || !is_plain();
    if (all_) return;
    for (const Index actor : actors) {
      meant_.push_back({actor, true});
      for (Index i = model_.part_of(actor); i != none; i = model_.part_of(i))
        meant_.push_back({i, model_.form(i) == Form::unit});
    }
    select();
  }

  /// Places in Model::grants(), ascending; with a grant all above it are there.
  [[nodiscard]] std::span<const std::uint32_t> places() const {
    return all_ ? std::span<const std::uint32_t>(in_.grants) : some_;
  }
  /// Does none of them give the actors anything, or a unit above them?
  [[nodiscard]] bool none_names() const { return !all_ && !named_; }

 private:
  /// An actor asked about, or one above him.
  struct Meant {
    Index actor = none;
    bool counts = false;  ///< Himself or a unit above him: what they are given may be his.
  };
  enum class Names : std::uint8_t { nobody, above, counting };

  [[nodiscard]] const GrantOutline& outline(std::uint32_t place) const {
    return model_.reach().outlines[place];
  }
  [[nodiscard]] const GrantRow& row(std::uint32_t place) const { return model_.grants()[place]; }

  [[nodiscard]] bool is_plain() const {
    const AuthorityQuestion& question = in_.question;
    return question.disqualified.empty() && question.absent.empty() && !in_.by_making &&
           in_.about_one_matter() && !in_.may_make_parties();
  }

  [[nodiscard]] Names who(Index holder) const {
    Names result = Names::nobody;
    for (const Meant& one : meant_)
      if (one.actor == holder)
        result = std::max(result, one.counts ? Names::counting : Names::above);
    return result;
  }
  [[nodiscard]] Names names(std::uint32_t place) const {
    if (const Index holder = outline(place).holder; holder != none) return who(holder);
    const GrantRow& grant = row(place);
    if (grant.to_leader) return Names::counting;  // who that is the unit tells
    Names result = Names::nobody;
    for (const Index holder : grant.to) result = std::max(result, who(holder));
    return result;
  }

  void select() {
    std::uint32_t nearest = farthest, farthest_own = 0;
    for (const std::uint32_t place : in_.grants) {
      const Names named = names(place);
      if (named != Names::nobody) some_.push_back(place);
      if (named == Names::counting) named_ = true;
    }
    if (!named_) return some_.clear();
    for (const std::uint32_t place : in_.grants) {
      if (outline(place).exclusive) some_.push_back(place);
      const Index over = outline(place).over;
      const Reach reach = over != none ? in_.reach(over) : in_.reach(row(place), true, false);
      if (!reach) continue;
      nearest = std::min(nearest, *reach);
      if (names(place) == Names::counting) farthest_own = std::max(farthest_own, *reach);
    }
    // What is nearer may take out the actor's own, unless a grant below his, to anybody, stays.
    all_ = nearest < farthest_own;
    if (all_) return;
    for (std::size_t at = 0, count = some_.size(); at < count; ++at)
      for (std::uint32_t place = outline(some_[at]).above; place != none;
           place = outline(place).above)
        some_.push_back(place);
    std::sort(some_.begin(), some_.end());
    some_.erase(std::unique(some_.begin(), some_.end()), some_.end());
  }

  const Inquiry& in_;
  const Model& model_;
  std::pmr::vector<Meant> meant_;
  std::pmr::vector<std::uint32_t> some_;
  bool all_ = false, named_ = false;
};

}  // namespace regelgraf::detail
