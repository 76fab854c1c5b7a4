#include <regelgraf/picture.hpp>

#include "html/writer.hpp"

namespace regelgraf {

namespace {

void graphml_key(html::Writer& out, const char* of, const char* name, const char* type = "string") {
  out.empty("key", {{"id", std::string(of) + "_" + name},
                    {"for", of},
                    {"attr.name", name},
                    {"attr.type", type}})
      .line();
}

void graphml_data(html::Writer& out, const char* key, std::string_view value) {
  if (!value.empty()) out.element("data", value, {{"key", key}});
}

}  // namespace

std::string to_graphml(const Picture& picture) {
  html::Writer out;
  out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  out.open("graphml", {{"xmlns", "http://graphml.graphdrawing.org/xmlns"}}).line();
  for (const char* name : {"title", "description", "model", "language"})
    graphml_key(out, "graph", name);
  for (const char* name : {"id", "label", "sort", "note", "kind", "instrument", "tier", "role"})
    graphml_key(out, "node", name);
  graphml_key(out, "node", "stands", "boolean");
  graphml_key(out, "edge", "relation");
  graphml_key(out, "edge", "label");
  out.open("graph", {{"id", "picture"}, {"edgedefault", "directed"}}).line();
  graphml_data(out, "graph_title", picture.title);
  graphml_data(out, "graph_description", picture.description);
  graphml_data(out, "graph_model", picture.model);
  graphml_data(out, "graph_language", to_text(picture.language));
  out.line();
  for (std::size_t n = 0; n < picture.nodes.size(); ++n) {
    const PictureNode& node = picture.nodes[n];
    out.open("node", {{"id", "n" + std::to_string(n)}});
    graphml_data(out, "node_id", node.id);
    graphml_data(out, "node_label", node.label);
    graphml_data(out, "node_sort", node.sort);
    graphml_data(out, "node_note", node.note);
    graphml_data(out, "node_kind", to_text(node.kind));
    if (node.instrument) graphml_data(out, "node_instrument", to_text(*node.instrument));
    if (node.tier) graphml_data(out, "node_tier", to_text(*node.tier));
    graphml_data(out, "node_role", to_text(node.role));
    graphml_data(out, "node_stands", node.stands ? "true" : "false");
    out.close().line();
  }
  for (std::size_t e = 0; e < picture.edges.size(); ++e) {
    const PictureEdge& edge = picture.edges[e];
    out.open("edge", {{"id", "e" + std::to_string(e)},
                      {"source", "n" + std::to_string(edge.from)},
                      {"target", "n" + std::to_string(edge.to)}});
    graphml_data(out, "edge_relation", to_text(edge.relation));
    graphml_data(out, "edge_label", edge.label);
    out.close().line();
  }
  out.close().line().close().line();
  return out.take();
}

}  // namespace regelgraf
