#include <algorithm>

#include <regelgraf/error.hpp>
#include <regelgraf/picture.hpp>

#include "html/escape.hpp"
#include "pictures/words.hpp"

namespace regelgraf {

namespace {

constexpr std::size_t most_mermaid_edges = 500;      // `maxEdges` of Mermaid, as it comes
constexpr std::size_t most_mermaid_letters = 50000;  // `maxTextSize`
constexpr std::size_t most_label_letters = 120;

/// A quoted text of Mermaid, in which everything that could mean something is a character by
/// number.
std::string mermaid_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char one : html::shown(text, most_label_letters)) {
    const bool plain = static_cast<unsigned char>(one) >= 0x80 || (one >= '0' && one <= '9') ||
                       (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z') ||
                       std::string_view(" .,-:+").find(one) != std::string_view::npos;
    if (plain)
      out += one;
    else if (one == '\n' || one == '\r' || one == '\t')
      out += ' ';
    else
      out += "#" + std::to_string(static_cast<int>(one)) + ";";
  }
  return out + '"';
}

const char* mermaid_arrow(PictureRelation relation) {
  switch (relation) {
    case PictureRelation::basis:
    case PictureRelation::from:
    case PictureRelation::decides:
      return " ==> ";
    case PictureRelation::serves:
    case PictureRelation::uses:
    case PictureRelation::involved:
    case PictureRelation::binds:
      return " -.-> ";
    default:
      return " --> ";
  }
}

void mermaid_node(std::string& out, const PictureNode& node, std::size_t n, const char* indent) {
  const bool round = node.kind == Kind::actor;
  const std::string quoted = mermaid_quoted(node.label);
  out += indent + ("n" + std::to_string(n)) + (round ? "([" : "[") +
         quoted.substr(0, quoted.size() - 1) + "<br/>" + mermaid_quoted(node.sort).substr(1) +
         (round ? "])" : "]");
  out += ":::" + std::string(to_text(node.role)) + "\n";
}

}  // namespace

std::string to_mermaid(const Picture& picture) {
  if (picture.edges.size() > most_mermaid_edges)
    throw Error(Errc::too_large,
                "Mermaid draws at most 500 edges and this picture has " +
                    std::to_string(picture.edges.size()) +
                    "; choose elements to draw the part around them",
                "of");
  std::string out = "flowchart TB\n  accTitle: ";
  const auto line = [](const std::string& text) {  // up to the end of the line, without escapes
    std::string result;
    for (const char one : text)
      result +=
          std::string_view("\n\r\t#;{}<>&\"\\`%").find(one) == std::string_view::npos ? one : ' ';
    return result;
  };
  out += line(picture.title) + "\n  accDescr: " + line(picture.description) + "\n";
  if (picture.lanes) {
    int lane = 0;
    for (const auto& [tier, nodes] : pictures::lanes_of(picture)) {
      out += "  subgraph lane" + std::to_string(lane++) + "[" +
             mermaid_quoted(pictures::lane_words(tier, picture.language)) + "]\n";
      for (const std::uint32_t n : nodes) mermaid_node(out, picture.nodes[n], n, "    ");
      out += "  end\n";
    }
  } else {
    for (std::size_t n = 0; n < picture.nodes.size(); ++n)
      mermaid_node(out, picture.nodes[n], n, "  ");
  }
  for (const PictureEdge& edge : picture.edges) {
    const std::string label =
        edge.label.empty() ? pictures::relation_words(edge.relation, picture.language) : edge.label;
    const std::string arrow = mermaid_arrow(edge.relation);
    out += "  n" + std::to_string(edge.from) + arrow.substr(0, arrow.size() - 1) + "|" +
           mermaid_quoted(label) + "| n" + std::to_string(edge.to) + "\n";
  }
  out +=
      "  classDef plain fill:#f4f6f8,stroke:#5f6b7a,color:#1c2733\n"
      "  classDef asked fill:#fff6dd,stroke:#8a6d00,color:#3d3000,stroke-width:3px\n"
      "  classDef decides fill:#e3f1e6,stroke:#2f7d43,color:#163d20,stroke-width:2px\n"
      "  classDef removed fill:#31404f,stroke:#31404f,color:#ffffff\n"
      "  classDef unmet fill:#b3261e,stroke:#7a1710,color:#ffffff,stroke-width:3px\n"
      "  classDef lapsed fill:#fbe1df,stroke:#b3261e,color:#5c1a13\n"
      "  classDef broken fill:#fdeadb,stroke:#a84a0b,color:#5e2c08\n"
      "  classDef redundant fill:#e6effa,stroke:#3b64a8,color:#173253\n"
      "  classDef purposeless fill:#eee8f7,stroke:#6a4fa3,color:#372258\n"
      "  classDef weakened fill:#fdf6d8,stroke:#8a6d00,color:#4d3d05\n";
  if (html::characters(out) > most_mermaid_letters)
    throw Error(Errc::too_large,
                "Mermaid draws at most 50,000 characters; choose elements to draw the part around "
                "them",
                "of");
  return out;
}

}  // namespace regelgraf
