#pragma once

// Strongly connected components, without recursion: chains are as long as a model.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// The components of a graph, each after those it leads to.
struct Components {
  std::vector<Index> of;  ///< The component of each vertex.
  Rows<Index> members;    ///< The vertices of each component.
};

/// @brief Components of the vertices 0 to @p n - 1, edges going from i to each of `up(i)` for which
/// `counts` holds. R. Tarjan, SIAM J. Comput. 1(2), 1972, doi:10.1137/0201010. Linear.
template <class Up, class Counts>
Components components(Index n, const Up& up, const Counts& counts) {
  Components result;
  result.of.assign(n, none);
  Block<Index> number(n, none), low(n, 0);
  std::vector<Index> stack;
  struct Visit {
    Index vertex;
    std::size_t next;
  };
  std::vector<Visit> walk;
  Index numbered = 0, named = 0;
  const auto enter = [&](Index i) {
    number[i] = low[i] = numbered++;
    stack.push_back(i);
    walk.push_back({i, 0});
  };
  for (Index root = 0; root < n; ++root) {
    if (number[root] != none || !counts(root)) continue;
    enter(root);
    while (!walk.empty()) {
      const Index at = walk.back().vertex;
      const std::span<const Index> above = up(at);
      if (walk.back().next < above.size()) {
        const Index to = above[walk.back().next++];
        if (!counts(to)) continue;
        if (number[to] == none)
          enter(to);
        else if (result.of[to] == none)  // still on the stack
          low[at] = std::min(low[at], number[to]);
        continue;
      }
      walk.pop_back();
      if (!walk.empty()) low[walk.back().vertex] = std::min(low[walk.back().vertex], low[at]);
      if (low[at] != number[at]) continue;
      Index i = none;
      do {
        i = stack.back();
        stack.pop_back();
        result.of[i] = named;
        result.members.push(i);
      } while (i != at);
      result.members.close();
      ++named;
    }
  }
  return result;
}

}  // namespace regelgraf::detail
