#include "optimise/keep_problem.hpp"

#include <algorithm>
#include <random>
#include <utility>

#include <regelgraf/error.hpp>

namespace regelgraf::optimise {

using detail::Bits;

KeepProblem::KeepProblem(const Baseline& baseline, std::vector<Index> scope,
                         std::span<const Index> keep, detail::Watch& watch)
    : model_(baseline.model()), removals_(baseline, none), scope_(std::move(scope)) {
  for (Bits* bits : {&is_in_scope_, &is_indispensable_, &must_stand_, &is_in_doubt_, &is_sure_})
    bits->assign(model_.size(), false);
  for (const Index i : scope_) is_in_scope_.set(i);
  for (Index i = 0; i < model_.size(); ++i)
    if (baseline.stands(i) && (model_.kind(i) == Kind::duty || model_.core(i))) must_stand_.set(i);
  for (const Index i : keep) {
    if (i >= model_.size())
      throw Error(Errc::unknown_element, "no such element in this model", "keep");
    if (baseline.stands(i))
      must_stand_.set(i);
    else
      not_standing_.push_back(i);
  }
  detail::Removals::sort_set(not_standing_);
  watch.stage("alone", scope_.size());
  for (const Index i : scope_) {
    const std::uint64_t before = removals_.touched();
    if (!all_stand_without(std::span(&i, 1))) is_indispensable_.set(i);
    if (watch.step(1, 100 + 10 * (removals_.touched() - before))) break;  // fewer are settled
  }
  find_doubt();
}

bool KeepProblem::all_stand() {
  const auto fallen = removals_.fallen();
  const auto removed = removals_.removed();
  const auto lost = [&](Index i) { return must_stand_[i]; };
  return std::none_of(fallen.begin(), fallen.end(), lost) &&
         std::none_of(removed.begin(), removed.end(), lost);
}

bool KeepProblem::all_stand_without(std::span<const Index> gone) {
  removals_.remove(gone);
  const bool all = all_stand();
  removals_.undo();
  return all;
}

std::vector<Index> KeepProblem::fallen_without(std::span<const Index> gone) {
  removals_.remove(gone);
  const auto fallen = removals_.fallen();
  std::vector<Index> list(fallen.begin(), fallen.end());
  removals_.undo();
  return list;
}

std::vector<std::vector<Index>> KeepProblem::lost_with_each(std::span<const Index> gone,
                                                            std::span<const Index> also) {
  std::vector<std::vector<Index>> lost;
  removals_.remove(gone);
  for (const Index i : also) {
    std::vector<Index>& list = lost.emplace_back();
    removals_.remove(std::span(&i, 1));
    for (const Index fallen : removals_.fallen())
      if (must_stand_[fallen]) list.push_back(fallen);
    if (must_stand_[i]) list.insert(std::lower_bound(list.begin(), list.end(), i), i);
    removals_.undo();
  }
  removals_.undo();
  return lost;
}

std::vector<Index> KeepProblem::drop_in_turn(std::span<const Index> gone,
                                             std::span<const Index> candidates, std::size_t at_most,
                                             detail::Watch& watch) {
  std::vector<Index> dropped;
  removals_.remove(gone);
  std::size_t steps = 1;
  for (const Index i : candidates) {
    if (dropped.size() == at_most) break;
    const std::uint64_t before = removals_.touched();
    removals_.remove(std::span(&i, 1));
    const auto fallen = removals_.fallen();
    if (must_stand_[i] ||
        std::any_of(fallen.begin(), fallen.end(), [&](Index lost) { return must_stand_[lost]; })) {
      removals_.undo();
    } else {
      ++steps;
      dropped.push_back(i);
    }
    if (watch.step(0, 100 + 10 * (removals_.touched() - before))) break;
  }
  while (steps-- > 0) removals_.undo();
  return dropped;
}

std::vector<Index> KeepProblem::improve(std::vector<Index> kept, std::span<const Index> candidates,
                                        std::span<const Index> in_doubt,
                                        const std::vector<double>& cost, std::size_t rounds,
                                        detail::Watch& watch) {
  std::mt19937 random;  // of one seed: the same each time, on every platform
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::vector<Index> must, gone, order, added;
  for (const Index i : in_doubt)
    if (must_stand_[i] || is_indispensable_[i]) must.push_back(i);
  std::set_difference(candidates.begin(), candidates.end(), kept.begin(), kept.end(),
                      std::back_inserter(gone));
  std::vector<double> weight(candidates.size());
  const auto place = [&](Index i) {
    return std::lower_bound(candidates.begin(), candidates.end(), i) - candidates.begin();
  };
  removals_.remove(gone);
  for (std::size_t round = 0; round < rounds && !gone.empty(); ++round) {
    const std::size_t steps = removals_.steps();
    const std::uint64_t before = removals_.touched();
    added.clear();
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      const Index i = gone[below(gone.size())];
      if (std::find(added.begin(), added.end(), i) != added.end()) continue;
      added.push_back(i);
      removals_.restore(i);
    }
    order = kept;
    for (const Index i : order)
      weight[static_cast<std::size_t>(place(i))] =
          cost[i] * (1 + static_cast<double>(below(1024)) / 1024);
    std::sort(order.begin(), order.end(), [&](Index a, Index b) {
      const double x = weight[static_cast<std::size_t>(place(a))],
                   y = weight[static_cast<std::size_t>(place(b))];
      return x != y ? x > y : a < b;
    });
    order.insert(order.end(), added.begin(), added.end());
    double saved = 0;
    for (const Index i : added) saved -= cost[i];
    std::vector<Index> dropped;
    for (const Index i : order) {
      removals_.remove(std::span(&i, 1));
      if (std::all_of(must.begin(), must.end(), [&](Index m) { return removals_.stands(m); })) {
        dropped.push_back(i);
        saved += cost[i];
      } else {
        removals_.undo();
      }
    }
    const bool better = saved > 0 || (saved == 0 && !dropped.empty());
    if (better) {
      kept.insert(kept.end(), added.begin(), added.end());
      std::erase_if(kept, [&](Index i) {
        return std::find(dropped.begin(), dropped.end(), i) != dropped.end();
      });
      detail::Removals::sort_set(kept);
      gone.clear();
      std::set_difference(candidates.begin(), candidates.end(), kept.begin(), kept.end(),
                          std::back_inserter(gone));
    } else {
      while (removals_.steps() > steps) removals_.undo();
    }
    if (watch.step(0, 100 * order.size() + 10 * (removals_.touched() - before))) break;
  }
  while (removals_.steps() > 0) removals_.undo();
  return kept;
}

void KeepProblem::find_doubt() {
  std::vector<Index> gone;
  for (const Index i : scope_)
    if (!is_indispensable_[i]) gone.push_back(i);
  removals_.remove(gone);
  std::vector<Index> open;
  const auto doubt = [&](Index i) {
    if (is_in_doubt_[i] || !removals_.stood(i) || removals_.stands(i)) return;
    is_in_doubt_.set(i);
    in_doubt_.push_back(i);
    open.push_back(i);
  };
  for (Index i = 0; i < model_.size(); ++i) {
    if (removals_.stands(i)) is_sure_.set(i);
    if (must_stand_[i]) doubt(i);
  }
  while (!open.empty()) {
    const Index i = open.back();
    open.pop_back();
    const auto [first, last] = model_.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r)
      for (const Index supporter : model_.listed(r)) doubt(supporter);
  }
  removals_.undo();
  std::sort(in_doubt_.begin(), in_doubt_.end());
}

}  // namespace regelgraf::optimise
