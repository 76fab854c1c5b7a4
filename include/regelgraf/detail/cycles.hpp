#pragma once

// Cycles in relations that must be trees or acyclic (part_of, broader, from, deputies).

#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// Finds cycles among 0..n-1 by depth-first search: each back edge closes one, given in the order
/// of the relation. @p starts are those that point to any, ascending; @p successors(i, visit) calls
/// visit(j) for every j that i points to. Linear; no recursion, since a hostile file may hold a
/// chain of a million. For the same reason no more cycles are told once those found hold 100,000
/// nodes.
template <class Successors>
std::vector<std::vector<Index>> find_cycles(std::uint32_t n, const std::vector<Index>& starts,
                                            const Successors& successors) {
  enum : std::uint8_t { unseen, open, done };
  std::vector<std::uint8_t> state(n, unseen);
  constexpr std::size_t most_told = 100'000;
  std::size_t told = 0;
  std::vector<std::vector<Index>> cycles;
  struct Step {
    Index node;
    std::vector<Index> next;
    std::size_t at = 0;
  };
  std::vector<Step> path;
  const auto enter = [&](Index node) {
    state[node] = open;
    Step step{node, {}, 0};
    successors(node, [&](Index j) { step.next.push_back(j); });
    path.push_back(std::move(step));
  };
  for (const Index start : starts) {
    if (state[start] != unseen) continue;
    enter(start);
    while (!path.empty()) {
      if (path.back().at == path.back().next.size()) {
        state[path.back().node] = done;
        path.pop_back();
        continue;
      }
      const Index next = path.back().next[path.back().at++];
      if (state[next] == unseen) {
        enter(next);
      } else if (state[next] == open && told < most_told) {
        std::vector<Index> cycle;
        for (auto step = path.rbegin(); step != path.rend(); ++step) {
          cycle.push_back(step->node);
          if (step->node == next) break;
        }
        told += cycle.size();
        cycles.emplace_back(cycle.rbegin(), cycle.rend());
      }
    }
  }
  return cycles;
}

}  // namespace regelgraf::detail
