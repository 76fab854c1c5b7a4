#pragma once

/// @file
/// @ingroup model
/// @brief A model as a Boost.Graph graph: the one header that includes Boost.
///
/// Edges go from an element to what it lists in `basis` and `needs`, implied requirements included;
/// an edge is one listed element of one requirement. DependencyGraph models VertexListGraph,
/// EdgeListGraph, AdjacencyGraph and BidirectionalGraph (asserted in tests/engine/graph_test.cpp).
///
/// Two traps of Boost.Graph itself, verified with 1.74: its own bidirectional
/// `compressed_sparse_row_graph` lacks `degree(v, g)` and so is no BidirectionalGraph (this view
/// has it); and the convenience overload of `lengauer_tarjan_dominator_tree` is silently wrong when
/// a vertex is unreachable: call the overload that takes the maps, with the numbering filled with
/// the largest number.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <regelgraf/model.hpp>

namespace regelgraf {

/// A read-only view of a Model; copies share it. The model must outlive the view.
///
/// Memory: one number for each dependency, for the way back. Complexity: linear to make; every
/// function of the concepts is constant, but out_edges() for the first edge of a vertex.
class DependencyGraph {
 public:
  /// Edge: which requirement, and which of the elements it lists.
  struct Edge {
    Index source = none;            ///< Leans on the other.
    Index target = none;            ///< Is leaned on.
    std::uint32_t requirement = 0;  ///< Number of the requirement in the model.

    /// Equal in every field.
    friend bool operator==(const Edge&, const Edge&) = default;
  };

  /// A view of @p model, which must outlive it.
  explicit DependencyGraph(const Model& model) : model_(&model) {
    first_out_.reserve(model.size() + 1);
    for (Index i = 0; i < model.size(); ++i) {
      first_out_.push_back(static_cast<std::uint32_t>(edges_.size()));
      const auto [first, last] = model.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r)
        for (const Index listed : model.listed(r)) edges_.push_back({i, listed, r});
    }
    first_out_.push_back(static_cast<std::uint32_t>(edges_.size()));
    first_in_.assign(model.size() + 1, 0);
    for (const Edge& edge : edges_) ++first_in_[edge.target + 1];
    for (std::size_t i = 1; i < first_in_.size(); ++i) first_in_[i] += first_in_[i - 1];
    in_.resize(edges_.size());
    std::vector<std::uint32_t> next(first_in_.begin(), first_in_.end() - 1);
    for (std::uint32_t e = 0; e < edges_.size(); ++e) in_[next[edges_[e].target]++] = e;
  }

  /// The model seen.
  [[nodiscard]] const Model& model() const { return *model_; }
  /// All edges, by source; those of one source by requirement.
  [[nodiscard]] const std::vector<Edge>& edge_list() const { return edges_; }
  /// Place in edge_list() of the first edge out of @p i.
  [[nodiscard]] std::uint32_t first_out(Index i) const { return first_out_[i]; }
  /// Place in in_list() of the first edge into @p i.
  [[nodiscard]] std::uint32_t first_in(Index i) const { return first_in_[i]; }
  /// Places in edge_list(), by target.
  [[nodiscard]] const std::vector<std::uint32_t>& in_list() const { return in_; }

  /// @cond
  struct TargetOf {
    const Edge* edges = nullptr;
    Index operator()(std::uint32_t e) const { return edges[e].target; }
  };
  struct EdgeBehind {
    const Edge* edges = nullptr;
    const std::uint32_t* in = nullptr;
    const Edge& operator()(std::uint32_t at) const { return edges[in[at]]; }
  };
  struct traversal_category : virtual boost::bidirectional_graph_tag,
                              virtual boost::adjacency_graph_tag,
                              virtual boost::vertex_list_graph_tag,
                              virtual boost::edge_list_graph_tag {};
  /// @endcond

 private:
  const Model* model_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> first_out_, first_in_, in_;
};

}  // namespace regelgraf

namespace boost {

/// What Boost.Graph asks of a graph type.
template <>
struct graph_traits<regelgraf::DependencyGraph> {
  /// @cond
  using vertex_descriptor = regelgraf::Index;
  using edge_descriptor = regelgraf::DependencyGraph::Edge;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = regelgraf::DependencyGraph::traversal_category;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::uint32_t;
  using vertex_iterator = counting_iterator<regelgraf::Index>;
  using edge_iterator = std::vector<edge_descriptor>::const_iterator;
  using out_edge_iterator = edge_iterator;
  using in_edge_iterator =
      transform_iterator<regelgraf::DependencyGraph::EdgeBehind, counting_iterator<std::uint32_t>,
                         const edge_descriptor&, edge_descriptor>;
  using adjacency_iterator =
      transform_iterator<regelgraf::DependencyGraph::TargetOf, counting_iterator<std::uint32_t>,
                         regelgraf::Index, regelgraf::Index>;
  static vertex_descriptor null_vertex() { return regelgraf::none; }
  /// @endcond
};

/// Elements are numbered already.
template <>
struct property_map<regelgraf::DependencyGraph, vertex_index_t> {
  /// @cond
  using type = typed_identity_property_map<regelgraf::Index>;
  using const_type = type;
  /// @endcond
};

}  // namespace boost

namespace regelgraf {

/// @name The functions that Boost's graph concepts ask for
/// @{
/// Types of the graph, for Boost and for those who write algorithms.
using GraphTraits = boost::graph_traits<DependencyGraph>;

/// How many elements.
inline std::uint32_t num_vertices(const DependencyGraph& g) { return g.model().size(); }
/// How many listed elements in all requirements.
inline std::size_t num_edges(const DependencyGraph& g) { return g.edge_list().size(); }
/// Who leans.
inline Index source(const DependencyGraph::Edge& e, const DependencyGraph&) { return e.source; }
/// What is leaned on.
inline Index target(const DependencyGraph::Edge& e, const DependencyGraph&) { return e.target; }

/// All elements, ascending.
inline std::pair<GraphTraits::vertex_iterator, GraphTraits::vertex_iterator> vertices(
    const DependencyGraph& g) {
  return {GraphTraits::vertex_iterator(0), GraphTraits::vertex_iterator(g.model().size())};
}
/// All edges, by source.
inline std::pair<GraphTraits::edge_iterator, GraphTraits::edge_iterator> edges(
    const DependencyGraph& g) {
  return {g.edge_list().begin(), g.edge_list().end()};
}
/// What @p v leans on.
inline std::pair<GraphTraits::out_edge_iterator, GraphTraits::out_edge_iterator> out_edges(
    Index v, const DependencyGraph& g) {
  return {g.edge_list().begin() + g.first_out(v), g.edge_list().begin() + g.first_out(v + 1)};
}
/// How many out_edges().
inline std::uint32_t out_degree(Index v, const DependencyGraph& g) {
  return g.first_out(v + 1) - g.first_out(v);
}
/// What leans on @p v.
inline std::pair<GraphTraits::in_edge_iterator, GraphTraits::in_edge_iterator> in_edges(
    Index v, const DependencyGraph& g) {
  const DependencyGraph::EdgeBehind behind{g.edge_list().data(), g.in_list().data()};
  using At = boost::counting_iterator<std::uint32_t>;
  return {GraphTraits::in_edge_iterator(At(g.first_in(v)), behind),
          GraphTraits::in_edge_iterator(At(g.first_in(v + 1)), behind)};
}
/// How many in_edges().
inline std::uint32_t in_degree(Index v, const DependencyGraph& g) {
  return g.first_in(v + 1) - g.first_in(v);
}
/// Both together.
inline std::uint32_t degree(Index v, const DependencyGraph& g) {
  return in_degree(v, g) + out_degree(v, g);
}
/// What @p v leans on, without the edges; parallel edges repeat.
inline std::pair<GraphTraits::adjacency_iterator, GraphTraits::adjacency_iterator>
adjacent_vertices(Index v, const DependencyGraph& g) {
  const DependencyGraph::TargetOf target_of{g.edge_list().data()};
  using At = boost::counting_iterator<std::uint32_t>;
  return {GraphTraits::adjacency_iterator(At(g.first_out(v)), target_of),
          GraphTraits::adjacency_iterator(At(g.first_out(v + 1)), target_of)};
}
/// The numbering: an element is its own number.
inline boost::typed_identity_property_map<Index> get(boost::vertex_index_t,
                                                     const DependencyGraph&) {
  return {};
}
/// The number of @p v: itself.
inline Index get(boost::vertex_index_t, const DependencyGraph&, Index v) { return v; }
/// @}

}  // namespace regelgraf
