#pragma once

// Elements that would stand but for having only each other as legal ground.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/standing.hpp>

namespace regelgraf::detail {

/// The standing set if a ground might run in a circle: as standing_set(), with `basis` read as
/// `needs`.
inline std::vector<std::uint8_t> standing_with_circles(const Model& model,
                                                       std::optional<Day> date) {
  std::vector<std::uint8_t> stands(model.size());
  for (Index i = 0; i < model.size(); ++i) stands[i] = in_force(model, i, date);
  std::vector<std::uint32_t> left(model.requirement_count(), 0);
  std::vector<Index> fallen;
  const auto fall = [&](Index i) {
    if (!std::exchange(stands[i], std::uint8_t{0})) return;
    fallen.push_back(i);
  };
  for (std::uint32_t r = 0; r < model.requirement_count(); ++r)
    for (const Index i : model.listed(r)) left[r] += stands[i];
  for (std::uint32_t r = 0; r < model.requirement_count(); ++r)
    if (left[r] < model.at_least_of(r)) fall(model.owner_of(r));
  while (!fallen.empty()) {
    const Index gone = fallen.back();
    fallen.pop_back();
    for (const std::uint32_t r : model.listing(gone))
      if (--left[r] < model.at_least_of(r)) fall(model.owner_of(r));
  }
  return stands;
}

/// The circles of `basis` among the elements marked in @p among: strongly connected, more than one
/// element or one that lists itself. Each ascending, in order of their least. Tarjan's search,
/// without recursion: linear.
class Circles {
 public:
  Circles(const Model& model, std::span<const std::uint8_t> among)
      : model_(model),
        among_(among),
        number_(model.size(), 0),
        low_(model.size(), 0),
        open_(model.size(), 0) {}

  std::vector<std::vector<Index>> run() {
    for (Index i = 0; i < model_.size(); ++i)
      if (among_[i] && number_[i] == 0) search(i);
    std::sort(circles_.begin(), circles_.end());
    return std::move(circles_);
  }

 private:
  struct Step {
    Index node;
    std::vector<Index> above;
    std::size_t at = 0;
  };

  void search(Index start) {
    enter(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.at == step.above.size()) {
        leave();
        continue;
      }
      const Index next = step.above[step.at++];
      if (number_[next] == 0)
        enter(next);
      else if (open_[next])
        low_[step.node] = std::min(low_[step.node], number_[next]);
    }
  }

  void enter(Index node) {
    number_[node] = low_[node] = ++count_;
    open_[node] = 1;
    stack_.push_back(node);
    Step step{node, {}, 0};
    const auto [first, last] = model_.requirements_of(node);
    for (std::uint32_t r = first; r < last; ++r)
      if (model_.relation_of(r) == Relation::basis)
        for (const Index i : model_.listed(r))
          if (among_[i]) step.above.push_back(i);
    path_.push_back(std::move(step));
  }

  void leave() {
    const Step step = std::move(path_.back());
    path_.pop_back();
    if (!path_.empty())
      low_[path_.back().node] = std::min(low_[path_.back().node], low_[step.node]);
    if (low_[step.node] != number_[step.node]) return;
    std::vector<Index> circle;
    Index last = none;
    do {
      last = stack_.back();
      stack_.pop_back();
      open_[last] = 0;
      circle.push_back(last);
    } while (last != step.node);
    const bool lists_itself =
        std::find(step.above.begin(), step.above.end(), step.node) != step.above.end();
    if (circle.size() == 1 && !lists_itself) return;
    std::sort(circle.begin(), circle.end());
    circles_.push_back(std::move(circle));
  }

  const Model& model_;
  std::span<const std::uint8_t> among_;
  std::vector<std::uint32_t> number_, low_;
  std::vector<std::uint8_t> open_;
  std::vector<Index> stack_;
  std::vector<Step> path_;
  std::vector<std::vector<Index>> circles_;
  std::uint32_t count_ = 0;
};

}  // namespace regelgraf::detail
