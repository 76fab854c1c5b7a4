#include "baseline_bfs.hpp"

namespace regelgraf::bench {
namespace {

/// Notes what is discovered.
struct Collect : boost::default_bfs_visitor {
  explicit Collect(std::vector<Index>& into) : reached(&into) {}
  template <class Graph>
  void discover_vertex(Index i, const Graph&) const {
    reached->push_back(i);
  }
  std::vector<Index>* reached;
};

}  // namespace

Reachability::Reachability(const Model& model) : colors_(model.size(), boost::white_color) {
  std::vector<std::pair<Index, Index>> edges;
  for (std::uint32_t r = 0; r < model.requirement_count(); ++r)
    for (const Index listed : model.listed(r))
      edges.emplace_back(listed, model.requirement(r).owner);
  edge_count_ = edges.size();
  graph_ = Graph(boost::edges_are_unsorted, edges.begin(), edges.end(), model.size());
}

const std::vector<Index>& Reachability::fresh(std::span<const Index> removed) {
  reached_.clear();
  boost::queue<Index> queue;
  boost::breadth_first_search(
      graph_, removed.begin(), removed.end(), queue, Collect(reached_),
      boost::make_two_bit_color_map(num_vertices(graph_), get(boost::vertex_index, graph_)));
  return reached_;
}

const std::vector<Index>& Reachability::fresh_wide(std::span<const Index> removed) {
  reached_.clear();
  boost::queue<Index> queue;
  std::vector<boost::default_color_type> colors(num_vertices(graph_));
  boost::breadth_first_search(
      graph_, removed.begin(), removed.end(), queue, Collect(reached_),
      boost::make_iterator_property_map(colors.begin(), get(boost::vertex_index, graph_)));
  return reached_;
}

const std::vector<Index>& Reachability::wiped(std::span<const Index> removed) {
  reached_.clear();
  boost::breadth_first_visit(
      graph_, removed.begin(), removed.end(), queue_, Collect(reached_),
      boost::make_iterator_property_map(colors_.begin(), get(boost::vertex_index, graph_)));
  for (const Index i : reached_) colors_[i] = boost::white_color;
  return reached_;
}

}  // namespace regelgraf::bench
