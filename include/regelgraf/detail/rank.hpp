#pragma once

// Single removals one by one, or sums over a tree, whichever is less work.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/detail/fall_tree.hpp>
#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/removals.hpp>
#include <regelgraf/rank.hpp>

namespace regelgraf::detail {

class RankAnswer {
 public:
  RankAnswer(const Model& model, const RankQuestion& question, const Limits& limits)
      : model_(model),
        question_(question),
        watch_(limits),
        baseline_(model, question.date),
        removals_(baseline_, none) {}

  /// How the figures are made; they are the same.
  enum class How : std::uint8_t { choose, singly, by_tree };

  Ranking run(How how = How::choose) {
    take_elements();
    count_hours();
    watch_.stage("rank", elements_.size());
    if (how == How::choose) how = single_work() > folding_work() ? How::by_tree : How::singly;
    const auto tree = how == How::by_tree ? FallTree::of(baseline_) : std::nullopt;
    if (tree)
      sum_over(*tree);
    else
      remove_one_by_one();
    put_in_order();
    return std::move(answer_);
  }

 private:
  void take_elements() {
    elements_ = question_.among;
    for (const Index i : elements_)
      if (i >= model_.size())
        throw Error(Errc::unknown_element, "no such element in this model", "among");
    Removals::sort_set(elements_);
    if (question_.among.empty())
      for (Index i = 0; i < model_.size(); ++i)
        if (baseline_.stands(i)) elements_.push_back(i);
  }

  void count_hours() {
    hours_.assign(1, {});
    counts_.assign(model_.size(), 0);
    fallen_duties_.resize(std::size_t{model_.size()} + 1);
    for (Index i = 0; i < model_.size(); ++i) {
      if (!baseline_.stands(i)) continue;
      if (const std::optional<Burden> burden = model_.burden(i)) {
        counts_[i] = static_cast<std::uint32_t>(hours_.size());
        hours_.push_back(hours_of(*burden).per_year);
      }
      if (model_.kind(i) == Kind::duty) counts_[i] |= is_duty;
    }
  }

  /// What removing one by one would look at, judged by some spread evenly.
  [[nodiscard]] std::uint64_t single_work() {
    constexpr std::size_t tried = 64;
    const std::uint64_t before = removals_.touched();
    const std::size_t n = std::min(tried, elements_.size());
    for (std::size_t at = 0; at < n; ++at) {
      removals_.remove(std::span(&elements_[at * elements_.size() / n], 1));
      removals_.undo();
    }
    return n == 0 ? 0 : (removals_.touched() - before) / n * elements_.size();
  }
  /// What folding costs, about: some steps up the tree for every dependency. High, since there may
  /// be no tree in the end.
  [[nodiscard]] std::uint64_t folding_work() const {
    constexpr std::uint64_t steps = 256;
    return steps * (model_.size() + baseline_.footing().standing().entries());
  }

  void remove_one_by_one() {
    for (const Index i : elements_) {
      const std::uint64_t before = removals_.touched();
      answer_.order.push_back(removed_alone(i));
      if (watch_.step(1, 100 + 10 * (removals_.touched() - before))) {
        answer_.complete = answer_.order.size() == elements_.size();
        return;
      }
    }
  }

  Ranked removed_alone(Index i) {
    std::size_t gone = 0;
    Range hours;
    duties_ = 0;
    removals_.remove(std::span(&i, 1));
    for (const std::span<const Index> list : removals_.lists_of_gone()) {
      gone += list.size();
      hours += add_up(list);
    }
    gone -= gone > 0;  // it does not break itself
    Ranked ranked{i, static_cast<std::uint32_t>(gone), 0, hours};
    for (const Index duty : std::span(fallen_duties_).first(duties_))
      if (duty != i && removals_.lacks_needs_when_held(duty)) ++ranked.duties;
    removals_.undo();
    return ranked;
  }

  /// The hours of all in @p list; notes the duties among them. Two sums, since an addition waits
  /// for the one before it.
  Range add_up(std::span<const Index> list) {
    const std::uint32_t* const counts = counts_.data();
    const Range* const hours = hours_.data();
    Index* duty = fallen_duties_.data() + duties_;
    Range even, odd;
    const auto add = [&](Index one, Range& to) {
      const std::uint32_t count = counts[one];
      to += hours[count & ~is_duty];
      *duty = one;
      duty += count / is_duty;
    };
    std::size_t at = 0;
    for (; at + 1 < list.size(); at += 2) {
      add(list[at], even);
      add(list[at + 1], odd);
    }
    if (at < list.size()) add(list[at], even);
    duties_ = static_cast<std::size_t>(duty - fallen_duties_.data());
    return even += odd;
  }

  void sum_over(const FallTree& tree) {
    std::vector<Ranked> sums(tree.size());
    for (Index i = 0; i < model_.size(); ++i) {
      if (!baseline_.stands(i)) continue;
      Ranked& at = sums[tree.node(i)];
      ++at.breaks;
      at.hours += hours_[counts_[i] & ~is_duty];
      if (counts_[i] & is_duty) ++sums[tree.duty(i)].duties;
    }
    for (FallTree::Node v = tree.size(); v-- > 1;) {
      Ranked& above = sums[tree.parent(v)];
      above.breaks += sums[v].breaks;
      above.duties += sums[v].duties;
      above.hours += sums[v].hours;
    }
    for (const Index i : elements_) {
      Ranked ranked{i, 0, 0, {}};
      if (baseline_.stands(i)) {
        const Ranked& sum = sums[tree.node(i)];
        ranked = {i, sum.breaks - 1, sum.duties, sum.hours};
      }
      answer_.order.push_back(ranked);
      if (watch_.step(1, 10)) {
        answer_.complete = answer_.order.size() == elements_.size();
        return;
      }
    }
  }

  /// The figures of an element as two numbers that compare as they do, what orders in front.
  struct Key {
    std::uint64_t first, second;
    std::uint32_t place;  // in answer_.order, where elements ascend
  };
  [[nodiscard]] Key key_of(std::uint32_t place) const {
    const Ranked& a = answer_.order[place];
    const std::uint64_t breaks = a.breaks, duties = a.duties;
    const auto hours = std::bit_cast<std::uint64_t>(a.hours.likely + 0.0);  // none is below 0
    switch (question_.by) {
      case RankBy::hours:
        return {hours, breaks << 32 | duties, place};
      case RankBy::duties:
        return {duties << 32 | breaks, hours, place};
      default:
        return {breaks << 32 | duties, hours, place};
    }
  }

  void put_in_order() {
    std::vector<Key> keys;
    keys.reserve(answer_.order.size());
    for (std::uint32_t place = 0; place < answer_.order.size(); ++place)
      keys.push_back(key_of(place));
    const auto before = [](const Key& a, const Key& b) {
      if (a.first != b.first) return a.first > b.first;
      if (a.second != b.second) return a.second > b.second;
      return a.place < b.place;
    };
    const std::size_t wanted =
        question_.top == 0 ? keys.size() : std::min(question_.top, keys.size());
    if (wanted < keys.size() / 8)
      std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(wanted),
                        keys.end(), before);
    else
      std::sort(keys.begin(), keys.end(), before);
    std::vector<Ranked> order;
    order.reserve(wanted);
    for (std::size_t at = 0; at < wanted; ++at) order.push_back(answer_.order[keys[at].place]);
    answer_.order = std::move(order);
  }

  static constexpr std::uint32_t is_duty = 1U << 31;

  const Model& model_;
  const RankQuestion& question_;
  Watch watch_;
  Baseline baseline_;
  Removals removals_;
  std::vector<Index> elements_;
  // Most elements have no hours: those of the others stand together, so that they stay near, and
  // the first of them is none, so that no processor guesses who has any.
  std::vector<Range> hours_;
  std::vector<std::uint32_t> counts_;  // of each element: its place in hours_, and is_duty
  std::vector<Index> fallen_duties_;   // the first duties_ of them, and room for all
  std::size_t duties_ = 0;
  Ranking answer_;
};

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE Ranking rank(const Model& model, const RankQuestion& question,
                              const Limits& limits) {
  return detail::RankAnswer(model, question, limits).run();
}

}  // namespace regelgraf
#endif
