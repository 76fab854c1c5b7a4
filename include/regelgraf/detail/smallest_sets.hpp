#pragma once

// The minimal sets that are enough for something, smallest first.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/detail/index_set.hpp>
#include <regelgraf/limits.hpp>

namespace regelgraf::detail {

/// Minimal sets found so far, by size and then as lists, with an index.
class FoundSets {
 public:
  using Set = std::vector<Index>;

  explicit FoundSets(std::size_t numbers) : with_(numbers) {}

  [[nodiscard]] const std::vector<Set>& sets() const { return sets_; }
  void add(Set set) {
    for (const Index i : set) with_[i].push_back(sets_.size());
    sets_.push_back(std::move(set));
  }
  /// Is one that holds @p added part of @p in with it?
  [[nodiscard]] bool within(const IndexSet& in, Index added) const {
    return std::any_of(with_[added].begin(), with_[added].end(), [&](std::size_t at) {
      return std::all_of(sets_[at].begin(), sets_[at].end(),
                         [&](Index i) { return in[i] || i == added; });
    });
  }

 private:
  std::vector<Set> sets_;
  std::vector<std::vector<std::size_t>> with_;  // by number: places in sets_
};

/// Work that searches share, about a nanosecond each: when it is spent they stop as if the time
/// were up, and where nobody gave a time the answer is the same each time.
struct Effort {
  std::uint64_t left = 0xFFFFFFFFFFFFFFFF;

  /// True: it is spent.
  bool spend(std::uint64_t work) {
    left -= std::min(left, work);
    return left == 0;
  }
};

/// @brief Enumerates the minimal sets of open numbers that are enough, a size at a time, but those
/// that hold one found before.
///
/// What is enough stays so with more. Whatever is not enough has a reason: a set of numbers one of
/// which is in everything that is enough. A minimal set hits every reason; reasons are asked for
/// one by one and kept, so that most sets are seen not to be enough without asking.
///
/// @tparam Oracle bool enough(const std::vector<Index>& set, IndexSet* reason): false fills
/// @p reason, unless null, with numbers that are not in @p set. std::uint64_t touched().
template <class Oracle>
class SmallestSets {
 public:
  using Set = FoundSets::Set;

  SmallestSets(Oracle oracle, IndexSet open, std::size_t numbers, const FoundSets& found,
               Watch& watch, Effort& effort)
      : oracle_(std::move(oracle)),
        found_(found),
        watch_(watch),
        effort_(effort),
        in_(numbers),
        open_(std::move(open)),
        fresh_(numbers) {}

  /// There are no more.
  [[nodiscard]] bool done() const { return done_; }
  /// The time is up: what was found last may not be all of its size.
  [[nodiscard]] bool late() const { return late_; }
  /// No set left has fewer numbers; known after the first call of of_size().
  [[nodiscard]] std::size_t least() const { return least_; }

  /// Appends to @p into the first @p wanted sets of @p size, in order. Everything smaller was
  /// found.
  void of_size(std::size_t size, std::size_t wanted, std::vector<Set>& into) {
    if (done_ || late_ || least_ > size) return;
    for (const Set& set : found_.sets()) {
      if (set.size() > 1) break;
      open_.clear(set.front());  // in no larger one
    }
    wanted_ = wanted;
    list_ = &into;
    start_ = into.size();
    if (least_ == 0 && !possible()) done_ = !late_;
    if (!done_ && !late_) find_forced();
    if (done_ || late_) return;
    done_ = any_known();
    if (done_) return;
    if (forced_enough_) {
      least_ = forced_;
      if (least_ > size) return;
      done_ = true;
      into.push_back(sorted(chosen_));
      return;
    }
    least_ = std::max({size, least_, forced_ + disjoint_reasons()});
    if (least_ > size) return;
    deeper_ = full_ = overflow_ = false;
    level(size - forced_);
    done_ = !deeper_ && !full_ && !late_;
    least_ = size + 1;
  }

  /// The search is given up: sets left have too many numbers beside those in all of them.
  [[nodiscard]] bool too_deep() const { return !done_ && least_ > forced_ + most_free; }

 private:
  static constexpr std::size_t most_free = 1000;          // bounds the recursion
  static constexpr std::size_t most_words = 1024 * 1024;  // of reasons kept: 8 MB

  /// Is everything open together enough?
  bool possible() {
    push_all(open_);
    const bool enough = test(nullptr);
    pop_to(0);
    return enough;
  }

  /// Chooses what all sets that are left have in common, as far as reasons of one number show it.
  void find_forced() {
    while (!late_) {
      forced_ = chosen_.size();
      forced_enough_ = test(&fresh_);
      if (forced_enough_) return;
      fresh_.keep(open_);
      const Index one = fresh_.from(0);
      done_ = one == none;
      if (done_ || one != fresh_.last()) break;
      push(one);
      open_.clear(one);
    }
    std::erase_if(reasons_, [&](const IndexSet& reason) { return reason.meets(in_); });
    for (IndexSet& reason : reasons_) {
      reason.keep(open_);
      done_ = done_ || reason.empty();
    }
    keep_reason();
  }

  /// At least so many numbers every set needs beside the forced ones.
  [[nodiscard]] std::size_t disjoint_reasons() const {
    IndexSet used = fresh_;
    used.clear();
    std::size_t count = 0;
    for (const IndexSet& reason : reasons_)
      if (!reason.meets(used)) {
        ++count;
        used.add(reason);
      }
    return count;
  }

  /// All sets with @p free numbers beside the forced ones.
  void level(std::size_t free) {
    if (scratch_.size() <= free) scratch_.resize(free + 1, {fresh_, fresh_, fresh_});
    if (free == 1) {
      in_order_ = true;
      last(open_);
      close_group();
      return;
    }
    // A group: the sets with the same least free number. In order of it they come as wanted.
    IndexSet rest = open_;
    for (Index first = open_.from(0); first != none; first = open_.from(first + 1)) {
      if (beyond_a_reason(first)) return;
      rest.clear(first);
      if (holds_known(first)) continue;
      push(first);
      in_order_ = false;
      descend(rest, free - 1);
      if (overflow_) {
        overflow_ = false;
        collected_.clear();
        in_order_ = true;
        walk(rest, free - 1);
      }
      pop_to(forced_);
      close_group();
      if (late_ || full_) return;
    }
  }

  /// Has some reason only numbers before @p first?
  [[nodiscard]] bool beyond_a_reason(Index first) const {
    return std::any_of(reasons_.begin(), reasons_.end(),
                       [&](const IndexSet& reason) { return reason.from(first) == none; });
  }

  /// Sets of the chosen and @p left numbers of @p allowed: branches on a reason not yet hit.
  void descend(const IndexSet& allowed, std::size_t left) {
    if (left == 1) return last(allowed);
    auto& [rest, branch, used] = scratch_[left];
    used.clear();
    std::size_t count = 0, fewest = 0, best = reasons_.size();
    tick();
    for (std::size_t r = 0; r < reasons_.size(); ++r) {
      if (hit(reasons_[r])) continue;
      branch = reasons_[r];
      branch.keep(allowed);
      const std::size_t size = branch.size();
      if (size == 0) return;
      if (!branch.meets(used)) {
        ++count;
        used.add(branch);
      }
      if (best == reasons_.size() || size < fewest) {
        best = r;
        fewest = size;
      }
    }
    if (count > left) return look_deeper(allowed);
    if (best == reasons_.size()) {
      if (test(&fresh_)) return;
      branch = fresh_;
      keep_reason();
    } else {
      branch = reasons_[best];
    }
    branch.keep(allowed);
    rest = allowed;
    for (Index i = branch.from(0); i != none && !stopped(); i = branch.from(i + 1)) {
      rest.clear(i);
      if (holds_known(i)) continue;
      push(i);
      descend(rest, left - 1);
      pop_to(chosen_.size() - 1);
    }
  }

  /// As descend(), in the order of the lists: slower, but it can end when enough are found.
  void walk(const IndexSet& allowed, std::size_t left) {
    if (left == 1) return last(allowed);
    IndexSet& rest = scratch_[left].rest;
    rest = allowed;
    for (Index i = allowed.from(0); i != none && !stopped(); i = allowed.from(i + 1)) {
      tick();
      for (const IndexSet& reason : reasons_)
        if (!hit(reason) && !reason.meets(rest)) return;
      rest.clear(i);
      if (holds_known(i)) continue;
      push(i);
      walk(rest, left - 1);
      pop_to(chosen_.size() - 1);
    }
  }

  /// Sets of the chosen and one number of @p allowed: one that hits all reasons left.
  void last(const IndexSet& allowed) {
    IndexSet& candidates = scratch_[1].branch;
    candidates = allowed;
    bool known = false;
    tick();
    for (std::size_t r = 0; r < reasons_.size(); ++r) {
      if (hit(reasons_[r])) continue;
      known = true;
      candidates.keep(reasons_[r]);
      if (!candidates.empty()) continue;
      std::swap(reasons_[r], reasons_[r / 2]);  // what decides soon is looked at soon
      break;
    }
    if (!known) {
      if (test(&fresh_)) return;
      candidates.keep(fresh_);
      keep_reason();
    }
    for (Index i = candidates.from(0); i != none && !stopped(); i = candidates.from(i + 1)) {
      if (holds_known(i)) continue;
      push(i);
      if (test(&fresh_)) {
        emit();
      } else {
        candidates.keep(fresh_);
        keep_reason();
      }
      pop_to(chosen_.size() - 1);
    }
    look_deeper(allowed);
  }

  /// Are there larger sets of the chosen and some of @p allowed, perhaps?
  void look_deeper(const IndexSet& allowed) {
    if (deeper_ || stopped()) return;
    IndexSet& more = scratch_[1].rest;
    more = allowed;
    const auto spend = [&](const Set& set) {
      if (const Index missing = only_missing(set); missing != none) more.clear(missing);
    };
    for (const Set& set : found_.sets()) spend(set);
    for (std::size_t at = start_; at < list_->size(); ++at) spend((*list_)[at]);
    for (const Set& set : collected_) spend(set);
    for (const IndexSet& reason : reasons_)
      if (!hit(reason) && !reason.meets(more)) return;
    const std::size_t before = chosen_.size();
    push_all(more);
    const bool enough = test(&fresh_);
    pop_to(before);
    if (enough)
      deeper_ = true;
    else
      keep_reason();
  }

  /// The one member of @p set that is not chosen; none: there are several, or none.
  [[nodiscard]] Index only_missing(const Set& set) const {
    Index missing = none;
    for (const Index i : set)
      if (!in_[i]) {
        if (missing != none) return none;
        missing = i;
      }
    return missing;
  }
  /// Is a set found before part of the chosen with @p added?
  [[nodiscard]] bool holds_known(Index added) const { return found_.within(in_, added); }
  /// Is a set found before part of the chosen?
  [[nodiscard]] bool any_known() const {
    return std::any_of(chosen_.begin(), chosen_.end(), [&](Index i) { return holds_known(i); });
  }
  /// Does the chosen hit it? (What is forced hits none that is kept.)
  [[nodiscard]] bool hit(const IndexSet& reason) const {
    for (std::size_t at = forced_; at < chosen_.size(); ++at)
      if (reason[chosen_[at]]) return true;
    return false;
  }

  void push(Index i) {
    chosen_.push_back(i);
    in_.set(i);
  }
  void push_all(const IndexSet& set) {
    for (Index i = set.from(0); i != none; i = set.from(i + 1)) push(i);
  }
  void pop_to(std::size_t size) {
    while (chosen_.size() > size) {
      in_.clear(chosen_.back());
      chosen_.pop_back();
    }
  }

  /// Is the chosen enough?
  bool test(IndexSet* reason) {
    const std::uint64_t before = oracle_.touched();
    if (reason) reason->clear();
    const bool enough = oracle_.enough(chosen_, reason);
    work(1, 200 + 5 * (oracle_.touched() - before));
    return enough;
  }
  void tick() { work(0, 20 + reasons_.size() * (1 + in_.words() / 4)); }
  void work(std::uint64_t units, std::uint64_t amount) {
    late_ = watch_.step(units, amount) || late_;
    late_ = effort_.spend(amount) || late_;
  }
  void keep_reason() {
    if (reasons_.size() * in_.words() >= most_words) return;
    reasons_.push_back(fresh_);
    reasons_.back().keep(open_);
  }

  static Set sorted(Set set) {
    std::sort(set.begin(), set.end());
    return set;
  }
  void emit() {
    collected_.push_back(sorted(chosen_));
    const std::size_t all = list_->size() - start_ + collected_.size();
    if (in_order_)
      full_ = all >= wanted_;
    else
      overflow_ = all > wanted_;
  }
  void close_group() {
    std::sort(collected_.begin(), collected_.end());
    for (Set& set : collected_) list_->push_back(std::move(set));
    collected_.clear();
    full_ = full_ || list_->size() - start_ >= wanted_;
  }
  [[nodiscard]] bool stopped() const { return late_ || full_ || overflow_; }

  struct Scratch {
    IndexSet rest, branch, used;
  };

  Oracle oracle_;
  const FoundSets& found_;
  Watch& watch_;
  Effort& effort_;
  std::vector<Set>* list_ = nullptr;  // where to, from start_ on
  std::size_t start_ = 0, wanted_ = 0, least_ = 0;
  std::vector<Set> collected_;     // the group at hand
  Set chosen_;                     // first the forced ones
  std::size_t forced_ = 0;         // how many
  IndexSet in_;                    // the chosen
  IndexSet open_;                  // what further sets may hold beside the forced
  std::vector<IndexSet> reasons_;  // Invariant: part of open_.
  IndexSet fresh_;                 // the reason just asked for
  std::vector<Scratch> scratch_;   // by how many are left to choose
  bool in_order_ = true, forced_enough_ = false;
  bool deeper_ = false;  // there may be larger sets
  bool late_ = false, full_ = false, overflow_ = false, done_ = false;
};

}  // namespace regelgraf::detail
