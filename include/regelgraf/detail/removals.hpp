#pragma once

// A set of removed elements over a Baseline, and what fell for it: the state behind WhatIf and
// what_breaks().

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/detail/in_order.hpp>
#include <regelgraf/error.hpp>

namespace regelgraf::detail {

/// What a view from a unit holds: elements all of whose places lie outside it.
struct Outside {
  const Model* model = nullptr;
  Index unit = none;  ///< None: the whole is seen, nothing is held.

  [[nodiscard]] bool any() const { return unit != none; }
  bool operator()(Index i) const {
    if (unit == none) return false;
    const auto places = model->places(i);
    return !places.empty() && std::none_of(places.begin(), places.end(), [&](Index place) {
      return model->at_or_below(place, unit);
    });
  }
};

class Removals {
 public:
  Removals(Baseline baseline, Index within)
      : baseline_(std::move(baseline)),
        outside_{&model(), within},
        standing_source_{&model()},
        purpose_source_{&model()},
        standing_(standing_source_, baseline_.footing().standing(), outside_),
        in_order_(model().size()) {
    if (within != none) check(within);
    removed_bits_.assign(model().size(), false);
  }
  Removals(const Removals&) = delete;  // the parts point at one another
  Removals& operator=(const Removals&) = delete;

  void remove(std::span<const Index> elements) {
    for (const Index i : elements) check(i);
    steps_.push_back({none, removed_trail_.size(), standing_.mark()});
    for (const Index i : elements) {
      if (removed_bits_[i]) continue;
      removed_bits_.set(i);
      removed_trail_.push_back(i);
      standing_.take_out(i);
    }
    standing_.settle();
    changed();
  }

  void restore(Index i) {
    check(i);
    const bool was_out = removed_bits_[i];
    steps_.push_back({was_out ? i : none, removed_trail_.size(), standing_.mark()});
    if (!was_out) return;
    removed_bits_.clear(i);
    if (standing_.member(i)) standing_.raise(i, [&](Index other) { return removed_bits_[other]; });
    changed();
  }

  bool undo() {
    if (steps_.empty()) return false;
    const Step& step = steps_.back();
    standing_.back_to(step.mark);
    if (step.restored != none) removed_bits_.set(step.restored);
    while (removed_trail_.size() > step.removed) {
      removed_bits_.clear(removed_trail_.back());
      removed_trail_.pop_back();
    }
    steps_.pop_back();
    changed();
    return true;
  }

  [[nodiscard]] std::size_t steps() const { return steps_.size(); }
  [[nodiscard]] const Baseline& baseline() const { return baseline_; }
  [[nodiscard]] const Model& model() const { return baseline_.model(); }
  [[nodiscard]] Index within() const { return outside_.unit; }
  [[nodiscard]] bool held(Index i) const { return outside_(i); }

  [[nodiscard]] bool removed(Index i) const { return removed_bits_[i]; }
  /// Ascending.
  [[nodiscard]] std::span<const Index> removed() {
    if (removed_.empty()) {
      for (const Index i : removed_trail_)
        if (removed_bits_[i]) removed_.push_back(i);
      sort_set(removed_);
    }
    return removed_;
  }
  [[nodiscard]] bool stood(Index i) const { return standing_.member(i); }
  /// Whether each element holds up what leans on it, a byte each; good until the next change.
  [[nodiscard]] std::span<const std::uint8_t> supporting() const {
    return standing_.live().bytes();
  }
  /// Does the element hold up what leans on it?
  [[nodiscard]] bool supports(Index i) const { return standing_.live(i); }
  [[nodiscard]] bool stands(Index i) const {
    return standing_.live(i) || (removed_bits_[i] && standing_.member(i) && outside_(i));
  }
  [[nodiscard]] bool fell(Index i) const {
    return standing_.member(i) && !standing_.live(i) && !removed_bits_[i];
  }
  [[nodiscard]] bool gone(Index i) const { return removed_bits_[i] || fell(i); }
  /// Ascending.
  [[nodiscard]] std::span<const Index> fallen() {
    if (fallen_known_) return answer();
    fallen_known_ = true;
    standing_.each_fallen([&](Index i) { in_order_.add(i); });
    for (const Index i : removed_trail_)
      if (removed_bits_[i]) in_order_.drop(i);
    for (const Index i : standing_.raised())
      if (standing_.live(i)) in_order_.drop(i);
    if (fallen_.size() < standing_.fallen()) fallen_.resize(standing_.fallen());
    fallen_count_ = static_cast<std::size_t>(in_order_.take(fallen_.data()) - fallen_.data());
    return answer();
  }

  /// Calls @p visit for each that was removed or fell, in no order: for who counts, and has
  /// restored nothing. It must not change what is removed.
  template <class Visit>
  void each_gone(const Visit& visit) const {
    standing_.each_fallen(visit);
  }
  /// The same elements, in two lists.
  [[nodiscard]] std::array<std::span<const Index>, 2> lists_of_gone() const {
    return standing_.lists_of_fallen();
  }

  [[nodiscard]] std::uint32_t supporters(std::uint32_t r) const {
    return count_in(standing_.live(), model().listed(r));
  }
  [[nodiscard]] bool fails(std::uint32_t r) const { return supporters(r) < model().at_least_of(r); }
  /// Does a requirement of @p i in @p relation fail?
  [[nodiscard]] bool lacks(Index i, Relation relation) const {
    for (const std::uint32_t r : standing_source_.of(i))
      if (model().relation_of(r) == relation && fails(r)) return true;
    return false;
  }

  /// Would fallen element @p i lack a `needs` requirement even if it alone were held standing?
  [[nodiscard]] bool lacks_needs_when_held(Index i) {
    if (!lacks(i, Relation::needs)) return false;  // holding it up can only add supporters
    if (model().listing(i).empty()) return true;   // ... and this one supports nobody
    bool lacking = false;
    while_held(i, [&] { lacking = lacks(i, Relation::needs); });
    return lacking;
  }
  /// Calls @p visit() while fallen element @p i, it alone, is held standing.
  template <class Visit>
  void while_held(Index i, const Visit& visit) {
    const auto mark = standing_.mark();
    standing_.raise(
        i, [&](Index other) { return removed_bits_[other]; }, true);
    visit();
    standing_.back_to(mark);
  }

  /// Members that stand with a requirement that has lost all it could spare: ascending.
  void weakened(std::vector<Index>& into) const {
    into.clear();
    for (const std::uint32_t s : standing_.lost()) {
      const SupportGraph::Slot& slot = standing_.slot(s);
      if (slot.spare == 0 && standing_.counts_all(s) && supports(slot.owner()) &&
          !held(slot.owner()))
        into.push_back(slot.owner());
    }
    sort_set(into);
  }

  /// Members that stand, had a purpose, and have none: ascending.
  void lost_purpose(std::vector<Index>& into) {
    into.clear();
    if (!purposes_) purposes_.emplace(purpose_source_, baseline_.footing().purposes(), outside_);
    standing_.each_fallen([&](Index i) {
      if (!standing_.live(i)) purposes_->take_out(i);
    });
    purposes_->settle();
    purposes_->each_fallen([&](Index i) {
      if (standing_.live(i)) into.push_back(i);
    });
    sort_set(into);
    purposes_->back_to({});
  }

  [[nodiscard]] std::uint64_t touched() const {
    return standing_.touched() + (purposes_ ? purposes_->touched() : 0);
  }

  static void sort_set(std::vector<Index>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  }

 private:
  struct Step {
    Index restored = none;  // none: a removal
    std::size_t removed = 0;
    Propagation<StandingSource, Outside>::Mark mark;
  };

  void check(Index i) const {
    if (i >= model().size()) throw Error(Errc::unknown_element, "no such element in this model");
  }
  [[nodiscard]] std::span<const Index> answer() const { return {fallen_.data(), fallen_count_}; }
  void changed() {
    removed_.clear();
    fallen_known_ = false;
  }

  Baseline baseline_;
  Outside outside_;
  StandingSource standing_source_;
  PurposeSource purpose_source_;
  Propagation<StandingSource, Outside> standing_;
  std::optional<Propagation<PurposeSource, Outside>> purposes_;  // made when first asked for
  Bits removed_bits_;
  InOrder in_order_;                  // empty between calls
  std::vector<Index> removed_trail_;  // in order of removal; some may be back
  std::vector<Step> steps_;
  std::vector<Index> removed_;  // an answer, made when asked for
  std::vector<Index> fallen_;   // ditto; may be longer than the answer
  std::size_t fallen_count_ = 0;
  bool fallen_known_ = true;
};

}  // namespace regelgraf::detail
