#include <regelgraf/picture.hpp>

#include "pictures/words.hpp"

namespace regelgraf {

namespace {

/// A quoted text of the DOT language. Text of a picture holds no control characters but these.
std::string dot_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char one : text) {
    if (one == '\r') continue;
    if (one == '\n') {
      out += "\\n";
      continue;
    }
    if (one == '"' || one == '\\') out += '\\';
    out += one;
  }
  return out + '"';
}

/// A node's own name; that of an element that is not to be named is its place.
std::string dot_name(const Picture& picture, std::uint32_t node) {
  const std::string& id = picture.nodes[node].id;
  return dot_quoted(id.empty() ? "n" + std::to_string(node) : id);
}

void dot_node(std::string& out, const Picture& picture, std::uint32_t n, const char* indent) {
  const PictureNode& node = picture.nodes[n];
  std::string label = node.label + "\n" + node.sort;
  if (!node.note.empty()) label += "\n" + node.note;
  out += indent + dot_name(picture, n) + " [label=" + dot_quoted(label) +
         ", kind=" + dot_quoted(to_text(node.kind));
  if (node.instrument) out += ", instrument=" + dot_quoted(to_text(*node.instrument));
  if (node.tier) out += ", tier=" + dot_quoted(to_text(*node.tier));
  if (node.role != PictureRole::plain) out += ", class=" + dot_quoted(to_text(node.role));
  if (node.role == PictureRole::removed || node.role == PictureRole::unmet)
    out += ", penwidth=3";
  else if (!node.stands)
    out += ", style=\"rounded,dashed\"";
  out += "];\n";
}

}  // namespace

std::string to_dot(const Picture& picture) {
  std::string out = "digraph regelgraf {\n  graph [label=" + dot_quoted(picture.title) +
                    ", labelloc=t, newrank=true, fontname=\"sans-serif\"];\n"
                    "  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
                    "  edge [fontname=\"sans-serif\", fontsize=9];\n";
  int cluster = 0;
  if (picture.lanes)
    for (const auto& [tier, nodes] : pictures::lanes_of(picture)) {
      out += "  subgraph cluster_" + std::to_string(cluster++) +
             " {\n    label=" + dot_quoted(pictures::lane_words(tier, picture.language)) + ";\n";
      for (const std::uint32_t n : nodes) dot_node(out, picture, n, "    ");
      out += "  }\n";
    }
  else
    for (std::uint32_t n = 0; n < picture.nodes.size(); ++n) dot_node(out, picture, n, "  ");
  for (const PictureEdge& edge : picture.edges) {
    const std::string label =
        edge.label.empty() ? pictures::relation_words(edge.relation, picture.language) : edge.label;
    out += "  " + dot_name(picture, edge.from) + " -> " + dot_name(picture, edge.to) +
           " [label=" + dot_quoted(label) + ", relation=" + dot_quoted(to_text(edge.relation)) +
           "];\n";
  }
  return out + "}\n";
}

}  // namespace regelgraf
