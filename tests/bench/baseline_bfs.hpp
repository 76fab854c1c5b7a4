#pragma once

/// @file
/// @brief Plain reachability: the wrong answer, at the speed people expect.

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::bench {

/// Breadth-first search over `basis` and `needs` on Boost's compressed rows, as a user would write
/// it. It takes all that can be reached for lost: wrong wherever a requirement has alternatives
/// left.
class Reachability {
 public:
  explicit Reachability(const Model& model);

  /// What removing @p removed could touch, what is removed included, in no order.
  /// `boost::breadth_first_search`, with Boost's own choice of a colour map, new for each search.
  const std::vector<Index>& fresh(std::span<const Index> removed);
  /// The same with one byte or more a colour (`std::vector<default_color_type>`), new for each
  /// search.
  const std::vector<Index>& fresh_wide(std::span<const Index> removed);
  /// The kinder variant, `boost::breadth_first_visit`: one colour map and one queue for all
  /// searches; each wipes only the colours it set.
  const std::vector<Index>& wiped(std::span<const Index> removed);

  /// Listed dependency to owner, one each.
  [[nodiscard]] std::size_t edges() const { return edge_count_; }

 private:
  using Graph =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                         boost::no_property, Index, std::uint32_t>;

  Graph graph_;
  std::size_t edge_count_ = 0;
  std::vector<boost::default_color_type> colors_;
  boost::queue<Index> queue_;
  std::vector<Index> reached_;
};

}  // namespace regelgraf::bench
