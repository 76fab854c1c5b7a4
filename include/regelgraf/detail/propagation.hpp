#pragma once

// What falls when something is taken out, step by step, and back again.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/detail/support_graph.hpp>

namespace regelgraf::detail {

/// A list of numbers that grows at its end, with room to write to before it is known how much.
class Record {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t operator[](std::size_t i) const { return values_[i]; }
  [[nodiscard]] std::span<const std::uint32_t> span() const { return {values_.data(), size_}; }
  /// All from place @p first on.
  [[nodiscard]] std::span<const std::uint32_t> from(std::size_t first) const {
    return span().subspan(first);
  }
  /// Drops all from place @p first on.
  void shrink(std::size_t first) { size_ = first; }
  void push_back(std::uint32_t value) {
    room(1)[size_] = value;
    ++size_;
  }
  /// The first value; @p n more than there are can be written behind the last.
  [[nodiscard]] std::uint32_t* room(std::size_t n) {
    if (values_.size() - size_ <= n)  // numbers from the first: who looks ahead reads them
      values_.resize(std::max(size_ + n + 1, 2 * values_.size()), 0);
    return values_.data();
  }
  /// All before @p end was written.
  void taken(const std::uint32_t* end) { size_ = static_cast<std::size_t>(end - values_.data()); }

 private:
  KeptBlock<std::uint32_t> values_;
  std::size_t size_ = 0;
};

/// @brief A set of removals over a SupportGraph, and what fell for it.
///
/// Removing and raising cost what they touch. Every change is on the record: mark() and back_to()
/// undo at the cost of the difference. Memory: linear in the graph, taken once.
///
/// @tparam Source as for SupportGraphWith.
/// @tparam Held tells which members never fall: bool operator()(Index), and whether there may be
/// any.
template <class Source, class Held>
class Propagation {
 public:
  using Graph = typename Source::Graph;
  using Slot = SupportParts::Slot;
  using Founded = SupportParts::Founded;

  /// A place in the record.
  struct Mark {
    std::size_t fallen = 0, leaves = 0, lost = 0, unranked = 0, raised = 0, broken = 0, bridged = 0;
  };

  /// Both must outlive the propagation.
  Propagation(const Source& source, const Graph& graph, Held held = {})
      : source_(&source),
        graph_(&graph),
        held_(held),
        may_hold_(held.any()),
        slots_(graph.slots()),
        live_(graph.members(), source.size()) {
    if (graph.has_loops()) unranked_.assign(source.size(), false);
  }

  /// Does the element support what leans on it?
  [[nodiscard]] bool live(Index i) const { return live_[i]; }
  [[nodiscard]] const Flags& live() const { return live_; }
  [[nodiscard]] bool member(Index i) const { return graph_->members()[i]; }
  [[nodiscard]] Mark mark() const {
    return {fallen_.size(), leaves_.size(), lost_.size(),   unranked_list_.size(),
            raised_.size(), broken_.size(), bridged_.size()};
  }
  /// How many were taken out or fell, those raised again among them.
  [[nodiscard]] std::size_t fallen() const { return fallen_.size() + leaves_.size(); }
  /// Calls @p visit for each of them.
  template <class Visit>
  void each_fallen(const Visit& visit) const {
    for (const std::span<const Index> list : lists_of_fallen())
      for (const Index i : list) visit(i);
  }
  /// They themselves, in two lists.
  [[nodiscard]] std::array<std::span<const Index>, 2> lists_of_fallen() const {
    return {fallen_.span(), leaves_.span()};
  }
  /// Slots that lost a supporter, once for each, founding slots among them.
  [[nodiscard]] std::span<const std::uint32_t> lost() const { return lost_.span(); }
  /// What was tried again, some of it in vain.
  [[nodiscard]] std::span<const Index> raised() const { return raised_; }
  [[nodiscard]] bool counts_all(std::uint32_t slot) const { return graph_->counts_all(slot); }
  /// The slot as it is now.
  [[nodiscard]] const Slot& slot(std::uint32_t s) const { return slots_[s]; }
  /// How many entries were looked at, ever: what the work is proportional to.
  [[nodiscard]] std::uint64_t touched() const { return touched_; }

  /// The element supports nobody any more, held or not. Follow with settle().
  void take_out(Index i) {
    if (!live_[i]) return;
    live_.clear(i);
    fallen_.push_back(i);
  }
  /// The element falls, unless it is held. Follow with settle().
  void fall(Index i) {
    if (i != exempt_ && !held_(i)) take_out(i);
  }
  /// Draws the consequences.
  void settle() {
    do {
      drain();
    } while (graph_->has_loops() && drop_what_is_unfounded());
  }

  /// Tries again what fell for want of @p i alone: @p i and what leans on it, then settles.
  /// Elements that @p stays_out names are not tried. @p exempt: @p i does not fall again.
  template <class StaysOut>
  void raise(Index i, const StaysOut& stays_out, bool exempt = false) {
    const std::size_t first = raised_.size();
    const auto lift = [&](Index up) {
      live_.set(up);
      raised_.push_back(up);
    };
    lift(i);
    for (std::size_t at = first; at < raised_.size(); ++at)
      each_owner(raised_[at], [&](Index owner) {
        if (!live_[owner] && member(owner) && !stays_out(owner)) lift(owner);
      });
    for (std::size_t at = first; at < raised_.size(); ++at) {
      count_again(raised_[at], +1);
      if (graph_->looped(raised_[at])) lose_rank(raised_[at]);
    }
    if (exempt) {
      exempt_ = i;
      may_hold_ = true;
    }
    const std::size_t last = raised_.size();
    for (std::size_t at = first; at < last; ++at)
      if (live_[raised_[at]] && !has_supporters(raised_[at])) fall(raised_[at]);
    founding_open_ = true;
    settle();
    exempt_ = none;
    may_hold_ = held_.any();
  }

  /// Undoes what was done since @p mark.
  void back_to(const Mark& mark) {
    // Falls come after the raise they are part of; a mark never lies between the two.
    std::uint8_t* const live = live_.data();
    for (const Index i : fallen_.from(mark.fallen)) live[i] = 1;
    for (const Index i : leaves_.from(mark.leaves)) live[i] = 1;
    Slot* const slots = slots_.data();
    for (const std::uint32_t s : lost_.from(mark.lost)) ++slots[s].spare;
    fallen_.shrink(mark.fallen);
    leaves_.shrink(mark.leaves);
    lost_.shrink(mark.lost);
    while (raised_.size() > mark.raised) {
      live_.clear(raised_.back());
      count_again(raised_.back(), -1);
      raised_.pop_back();
    }
    while (unranked_list_.size() > mark.unranked) {
      unranked_.clear(unranked_list_.back());
      unranked_list_.pop_back();
    }
    broken_.resize(mark.broken);
    bridged_.resize(mark.bridged);
    next_ = fallen_.size();
    in_doubt_.clear();
    founding_open_ = !unranked_list_.empty();
    looked_at_ = never;
  }

  /// Has every requirement of @p i the supporters it asks for?
  [[nodiscard]] bool has_supporters(Index i) const {
    for (const std::uint32_t r : source_->of(i))
      if (count_in(live_, source_->listed(r)) < source_->at_least(r)) return false;
    return true;
  }

 private:
  /// Calls @p visit for each that falls, or loses a supporter, when @p i falls.
  template <class Visit>
  void each_owner(Index i, const Visit& visit) {
    const auto [falls, loses] = graph_->lists()[i];
    touched_ += falls.size() + loses.size();
    for (const std::uint32_t marked : falls) visit(marked & SupportParts::number);
    for (const std::uint32_t s : loses) visit(slots_[s].owner());
  }
  [[nodiscard]] bool ranked(Index i) const { return !graph_->has_loops() || !unranked_[i]; }

  /// The heart of the matter: a few nanoseconds an entry. No processor guesses how long the next
  /// list is, nor whether its members still stood. So lists are first copied one behind the other,
  /// as many as wait, each by the same number of moves; and whether something falls is written to
  /// the record without a branch.
  void drain() {
    constexpr std::size_t enough = 1024;        // entries at a time, so that they stay near
    constexpr std::size_t soon = 16, next = 6;  // rows ahead, found by trial
    constexpr std::ptrdiff_t near = 8;          // slots ahead, likewise
    constexpr std::size_t whole = SupportParts::readable;
    if (next_ == fallen_.size()) return;
    if (falling_.empty()) falling_.resize(enough + whole);
    std::uint32_t* const record = fallen_.room(source_->size() + soon);
    std::uint32_t* leaf = leaves_.room(source_->size()) + leaves_.size();
    std::uint32_t* lost = lost_.room(graph_->entries() + whole) + lost_.size();
    std::uint32_t* const falling = falling_.data();
    std::uint8_t* const live = live_.data();
    Slot* const slots = slots_.data();
    const auto lists = graph_->lists();
    const bool may_hold = may_hold_, loops = graph_->has_loops();
    std::size_t at = next_, end = fallen_.size();
    const auto put_if_live = [&](std::uint32_t marked, bool falls) {
      const Index i = marked & SupportParts::number;
      std::uint32_t out = live[i] & std::uint32_t{falls};
      if (may_hold && out) out = i != exempt_ && !held_(i);
      live[i] = static_cast<std::uint8_t>(live[i] & ~out);
      const std::uint32_t has_row = out & ~(marked / SupportParts::leaf_bit);
      record[end] = i;
      end += has_row;
      *leaf = i;
      leaf += out - has_row;
    };
    const auto copy = [](std::span<const std::uint32_t> list, std::uint32_t* to) {
      std::memcpy(to, list.data(), whole * sizeof *to);  // inline, where copy_n is a call
      if (list.size() > whole) std::copy(list.begin() + whole, list.end(), to + whole);
      return to + list.size();
    };
    while (at < end) {
      const std::size_t first = at;
      const std::uint32_t* const first_lost = lost;
      std::uint32_t* falls = falling;
      for (; at < end && falls < falling + enough; ++at) {
        lists.announce(record[at + soon]);
        lists.expect(record[at + next]);
        const TwoLists both = lists[record[at]];
        lost = copy(both.loses, lost);
        if (both.falls.size() <= whole)
          falls = copy(both.falls, falls);
        else
          for (const std::uint32_t marked : both.falls) put_if_live(marked, true);
        touched_ += both.falls.size();
      }
      for (const std::uint32_t* entry = falling; entry != falls; ++entry) put_if_live(*entry, true);
      for (const std::uint32_t* s = first_lost; s != lost; ++s) {
        if (lost - s > near) prefetch(slots + s[near]);
        put_if_live(slots[*s].marked_owner, --slots[*s].spare < 0);
      }
      touched_ += static_cast<std::size_t>(lost - first_lost);
      if (!loops) continue;
      lost_.taken(lost);
      for (std::size_t gone = first; gone < at; ++gone) unfound(record[gone]);
      lost = lost_.room(graph_->entries() + whole) + lost_.size();
    }
    lost_.taken(lost);
    leaves_.taken(leaf);
    fallen_.taken(record + end);
    next_ = at;
  }

  /// @p gone counts no longer as a supporter founded earlier.
  void unfound(Index gone) {
    if (graph_->unfounds_none(gone) || !ranked(gone)) return;
    const auto slots = graph_->unfounds(gone);
    touched_ += slots.size();
    for (const std::uint32_t s : slots) lose_founding(s, gone);
  }

  void lose_founding(std::uint32_t s, Index gone) {
    lost_.push_back(s);
    const Founded* founded = graph_->founded(slots_[s].owner());
    if (founded->on == gone) broken_.push_back(slots_[s].owner());
    if (--slots_[s].spare < 0) in_doubt_.push_back(slots_[s].owner());
  }

  /// @p i no longer counts as founded early for anybody.
  void lose_rank(Index i) {
    if (unranked_[i]) return;
    unranked_.set(i);
    unranked_list_.push_back(i);
  }

  /// Gives back, or takes, what @p i counted for in the slots when it fell.
  void count_again(Index i, int by) {
    for (const std::uint32_t s : graph_->loses_with(i)) slots_[s].spare += by;
    if (graph_->looped(i)) return;  // what is raised in a loop has no rank any more
    for (const std::uint32_t s : graph_->unfounds(i)) slots_[s].spare += by;
  }

  /// Looks at what may be founded only on itself: what lacks early supporters, and what was found
  /// again in an earlier look and so has no rank. True: something fell.
  bool drop_what_is_unfounded() {
    const bool to_look_at_again = !unranked_list_.empty() || !bridged_.empty();
    if (in_doubt_.empty() && !founding_open_ && (!to_look_at_again || looked_at_ == fallen()))
      return false;
    looked_at_ = fallen();
    if (bridge()) return false;
    founding_open_ = false;
    std::vector<Index>& doubted = doubted_;
    doubted.clear();
    if (doubtful_.words().empty()) doubtful_.assign(source_->size(), false);
    const auto doubt = [&](Index i) {
      if (!live_[i] || doubtful_[i] || i == exempt_ || held_(i)) return;
      doubtful_.set(i);
      doubted.push_back(i);
    };
    for (const Index i : in_doubt_) doubt(i);
    in_doubt_.clear();
    for (const Index i : bridged_) doubt(i);
    for (const Index i : unranked_list_) doubt(i);
    for (std::size_t at = 0; at < doubted.size(); ++at) {
      const Index i = doubted[at];
      for (const Index owner : graph_->founded_by(i)) doubt(owner);
      if (unranked_[i]) continue;
      unfound(i);
      lose_rank(i);
      for (const Index owner : in_doubt_) doubt(owner);
      in_doubt_.clear();
    }
    find_again(doubted);
    for (const Index i : doubted)
      if (doubtful_[i]) {
        doubtful_.clear(i);
        take_out(i);
      }
    looked_at_ = fallen();
    return next_ < fallen_.size();
  }

  /// @brief Finds for all whose founding supporter is gone another, without a walk along the loop.
  ///
  /// In loops where the founded form trees, a supporter that lies below none of them is founded as
  /// it always was; so then are they, and all below them. True: all found one.
  bool bridge() {
    constexpr std::size_t most = 16;  // each is compared with each
    if (founding_open_ || !unranked_list_.empty() || broken_.size() > most) return false;
    for (const Index i : in_doubt_)
      if (graph_->founded(i)->requirement == none) return false;
    const auto counts = [&](Index i) { return live_[i] && i != exempt_ && !held_(i); };
    const auto below_none = [&](Index supporter) {
      const Founded* at = graph_->founded(supporter);
      return at == nullptr || std::none_of(broken_.begin(), broken_.end(), [&](Index i) {
               const Founded* top = graph_->founded(i);
               return counts(i) && top->enter <= at->enter && at->enter < top->leave;
             });
    };
    for (const Index i : broken_) {
      if (!counts(i)) continue;
      const auto supporters = source_->listed(graph_->founded(i)->requirement);
      touched_ += supporters.size();
      if (std::none_of(supporters.begin(), supporters.end(),
                       [&](Index j) { return live_[j] && below_none(j); }))
        return false;
    }
    bridged_.insert(bridged_.end(), in_doubt_.begin(), in_doubt_.end());
    in_doubt_.clear();
    return true;
  }

  /// Clears the doubt about what is founded on others than the doubted.
  void find_again(const std::vector<Index>& doubted) {
    if (lacking_.empty()) {
      lacking_.assign(source_->requirements(), 0);
      open_.assign(source_->size(), 0);
    }
    std::vector<Index>& found = found_;
    found.clear();
    for (const Index i : doubted) {
      open_[i] = 0;
      for (const std::uint32_t r : source_->of(i)) {
        if (!source_->founding(r)) continue;
        std::uint32_t have = 0;
        for (const Index j : source_->listed(r)) have += live_[j] && !doubtful_[j];
        touched_ += source_->listed(r).size();
        lacking_[r] = have < source_->at_least(r) ? source_->at_least(r) - have : 0;
        open_[i] += lacking_[r] > 0;
      }
      if (open_[i] == 0) found.push_back(i);
    }
    for (const Index i : found) doubtful_.clear(i);
    for (std::size_t at = 0; at < found.size(); ++at)
      for (const std::uint32_t r : source_->listing(found[at])) {
        const Index owner = source_->owner(r);
        if (!doubtful_[owner] || !source_->founding(r) || lacking_[r] == 0) continue;
        if (--lacking_[r] == 0 && --open_[owner] == 0) {
          doubtful_.clear(owner);
          found.push_back(owner);
        }
      }
  }

  const Source* source_;
  const Graph* graph_;
  Held held_;
  bool may_hold_;  // somebody is held, or exempt
  KeptBlock<Slot> slots_;
  Flags live_;
  Record fallen_;                       // the record: what was taken out, or fell and has a row
  Record leaves_;                       // the record: what fell and has none
  std::size_t next_ = 0;                // of fallen_: whose consequences are not drawn yet
  Record lost_;                         // the record: slots that lost one
  std::vector<std::uint32_t> falling_;  // scratch of drain()
  std::vector<Index> raised_;           // the record: what was tried again
  std::vector<Index> unranked_list_;    // the record: looped members that lost their rank
  Bits unranked_;
  std::vector<Index> broken_;    // the record: whose founding supporter is gone
  std::vector<Index> bridged_;   // the record: without early supporters, founded all the same
  std::vector<Index> in_doubt_;  // owners that lack early supporters
  bool founding_open_ = false;   // something was raised since the last look
  static constexpr std::size_t never = ~std::size_t{0};
  std::size_t looked_at_ = never;  // fallen() at the last look, if nothing was undone since
  Index exempt_ = none;
  std::uint64_t touched_ = 0;
  // Scratch of drop_what_is_unfounded(), made when first needed.
  Bits doubtful_;
  std::vector<Index> doubted_, found_;
  std::vector<std::uint32_t> lacking_, open_;
};

}  // namespace regelgraf::detail
