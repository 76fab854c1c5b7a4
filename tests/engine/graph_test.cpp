// A model is a graph that Boost's algorithms take as it is.

#include <regelgraf/graph.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<DependencyGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<DependencyGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<DependencyGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<DependencyGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<DependencyGraph>));

/// The numbers of Boost's vertex index, as it asks for them.
auto numbers(const DependencyGraph& graph) { return get(boost::vertex_index, graph); }

/// A map from vertex to T over @p values.
template <class T>
auto map_over(std::vector<T>& values, const DependencyGraph& graph) {
  return boost::make_iterator_property_map(values.begin(), numbers(graph));
}

// The form rests on the order, which rests on the act; the form is filled in by means of a
// template. The note stands alone.
Model form_on_act() {
  return model_of(draft({with(rule("form"),
                              [](Element& e) {
                                e.basis = {any({"order"})};
                                e.needs = {any({"template"})};
                              }),
                         with(rule("order"), [](Element& e) { e.basis = {any({"act"})}; }),
                         rule("act", Instrument::act), rule("template"), rule("note")}));
}

TEST(Graph, HasAnElementForEachVertexAndAListedElementForEachEdge) {
  const Model model = form_on_act();
  const DependencyGraph graph(model);
  EXPECT_EQ(num_vertices(graph), 5U);
  EXPECT_EQ(num_edges(graph), 3U);
  const Index form = *model.find("form"), order = *model.find("order");
  EXPECT_EQ(out_degree(form, graph), 2U);
  EXPECT_EQ(in_degree(form, graph), 0U);
  EXPECT_EQ(degree(order, graph), 2U);
}

TEST(Graph, EdgesKnowTheRequirementTheyComeFrom) {
  const Model model = form_on_act();
  const DependencyGraph graph(model);
  const auto [first, last] = in_edges(*model.find("template"), graph);
  ASSERT_EQ(std::distance(first, last), 1);
  EXPECT_EQ(source(*first, graph), *model.find("form"));
  EXPECT_EQ(target(*first, graph), *model.find("template"));
  EXPECT_EQ(model.requirement((*first).requirement).relation, Relation::needs);
}

TEST(Graph, InEdgesAndOutEdgesAreTheSameEdges) {
  const Model model = form_on_act();
  const DependencyGraph graph(model);
  std::size_t seen = 0;
  for (auto [v, v_end] = vertices(graph); v != v_end; ++v)
    for (auto [e, e_end] = in_edges(*v, graph); e != e_end; ++e, ++seen) {
      EXPECT_EQ(target(*e, graph), *v);
      const auto [first, last] = out_edges(source(*e, graph), graph);
      EXPECT_NE(std::find(first, last, *e), last);
    }
  EXPECT_EQ(seen, num_edges(graph));
}

// An implied requirement is an edge too: a task needs those who perform it.
TEST(Graph, ImpliedRequirementsAreEdges) {
  const Model model = model_of(
      draft({actor("staff", Tier::frontline, Form::unit), task("visit", true, {"staff"})}));
  const DependencyGraph graph(model);
  const auto [first, last] = adjacent_vertices(*model.find("visit"), graph);
  EXPECT_THAT(std::vector<Index>(first, last), ElementsAre(*model.find("staff")));
}

TEST(Graph, AModelWithoutElementsIsAnEmptyGraph) {
  const Model model = model_of(Draft());
  const DependencyGraph graph(model);
  EXPECT_EQ(num_vertices(graph), 0U);
  EXPECT_EQ(num_edges(graph), 0U);
}

/// The elements a search from @p start discovers, by id.
template <class Graph>
std::vector<std::string> reached(const Model& model, const DependencyGraph& plain,
                                 const Graph& graph, Index start) {
  std::vector<boost::default_color_type> colours(model.size());
  boost::breadth_first_search(
      graph, start, boost::vertex_index_map(numbers(plain)).color_map(map_over(colours, plain)));
  std::vector<std::string> names;
  for (Index i = 0; i < model.size(); ++i)
    if (i != start && colours[i] == boost::black_color) names.push_back(model.id(i));
  return names;
}

TEST(Graph, BreadthFirstSearchFindsWhatAnElementRestsOn) {
  const Model model = form_on_act();
  const DependencyGraph graph(model);
  EXPECT_THAT(reached(model, graph, graph, *model.find("form")),
              ElementsAre("act", "order", "template"));
  EXPECT_THAT(reached(model, graph, graph, *model.find("note")), IsEmpty());
}

TEST(Graph, BreadthFirstSearchBackwardsFindsWhatRestsOnAnElement) {
  const Model model = form_on_act();
  const DependencyGraph graph(model);
  EXPECT_THAT(reached(model, graph, boost::make_reverse_graph(graph), *model.find("act")),
              ElementsAre("form", "order"));
}

// Trap 2 (style guide 3.14): `stray` also leads to `act`, but nobody comes to it from `form`. The
// overload that takes no maps would then say that nothing dominates `act`.
TEST(Graph, DominatorTreeIsRightWhereAVertexIsUnreachable) {
  const Model model =
      model_of(draft({with(rule("form"), [](Element& e) { e.basis = {any({"order"})}; }),
                      with(rule("order"), [](Element& e) { e.basis = {any({"act"})}; }),
                      with(rule("stray"), [](Element& e) { e.basis = {any({"act"})}; }),
                      rule("act", Instrument::act)}));
  const DependencyGraph graph(model);
  constexpr Index unreached = std::numeric_limits<Index>::max();
  std::vector<Index> discovered(model.size(), unreached), parents(model.size(), none),
      dominators(model.size(), none), by_discovery(model.size(), none);
  boost::lengauer_tarjan_dominator_tree(graph, *model.find("form"), numbers(graph),
                                        map_over(discovered, graph), map_over(parents, graph),
                                        by_discovery, map_over(dominators, graph));
  EXPECT_EQ(dominators[*model.find("act")], *model.find("order"));
  EXPECT_EQ(dominators[*model.find("order")], *model.find("form"));
  EXPECT_EQ(dominators[*model.find("form")], none);
  EXPECT_EQ(dominators[*model.find("stray")], none);
}

// Two procedures that need each other are one component; what leans on them is not of it.
TEST(Graph, StrongComponentsFindAMutualNeed) {
  const Model model =
      model_of(draft({with(rule("record"), [](Element& e) { e.needs = {any({"review"})}; }),
                      with(rule("review"), [](Element& e) { e.needs = {any({"record"})}; }),
                      with(rule("report"), [](Element& e) { e.needs = {any({"record"})}; })}));
  const DependencyGraph graph(model);
  std::vector<int> component(model.size());
  const int count = boost::strong_components(graph, map_over(component, graph),
                                             boost::vertex_index_map(numbers(graph)));
  EXPECT_EQ(count, 2);
  EXPECT_EQ(component[*model.find("record")], component[*model.find("review")]);
  EXPECT_NE(component[*model.find("record")], component[*model.find("report")]);
}

}  // namespace
}  // namespace regelgraf::test
