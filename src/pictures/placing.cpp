#include <algorithm>
#include <cmath>
#include <cstdio>

#include <regelgraf/error.hpp>
#include <regelgraf/picture.hpp>

#include "pictures/boxes.hpp"
#include "pictures/words.hpp"

namespace regelgraf {

namespace pictures {

namespace {

/// Longest ways from above, among @p nodes alone; a circle is cut where the search meets itself.
class Layering {
 public:
  explicit Layering(const Picture& picture)
      : above_(picture.nodes.size()), layer_(picture.nodes.size(), unknown) {
    for (const PictureEdge& edge : picture.edges) above_[edge.to].push_back(edge.from);
  }

  /// The layers of @p nodes, 0 on top.
  void layer(const std::vector<std::uint32_t>& nodes) {
    for (const std::uint32_t n : nodes) layer_[n] = open;
    for (const std::uint32_t n : nodes) visit(n);
  }
  [[nodiscard]] std::uint32_t of(std::uint32_t n) const { return layer_[n]; }
  /// Nodes that were layered are no longer looked at.
  void leave(const std::vector<std::uint32_t>& nodes) {
    for (const std::uint32_t n : nodes) layer_[n] = unknown;
  }

 private:
  static constexpr std::uint32_t unknown = 0xFFFFFFFF, open = 0xFFFFFFFE, busy = 0xFFFFFFFD;

  void visit(std::uint32_t start) {  // no recursion: chains may be long
    if (layer_[start] != open) return;
    struct Frame {
      std::uint32_t node;
      std::size_t next;
      std::uint32_t layer;
    };
    std::vector<Frame> stack{{start, 0, 0}};
    layer_[start] = busy;
    while (!stack.empty()) {
      Frame& frame = stack.back();
      if (frame.next == above_[frame.node].size()) {
        layer_[frame.node] = frame.layer;
        stack.pop_back();
        continue;
      }
      const std::uint32_t up = above_[frame.node][frame.next];
      if (layer_[up] == open) {
        layer_[up] = busy;
        stack.push_back({up, 0, 0});
        continue;
      }
      if (layer_[up] < busy) frame.layer = std::max(frame.layer, layer_[up] + 1);
      ++frame.next;
    }
  }

  std::vector<std::vector<std::uint32_t>> above_;
  std::vector<std::uint32_t> layer_;
};

}  // namespace

Box box_of(const Picture& picture, const PictureNode& node) {
  // The widest of the fonts in view: an average letter of 13 px bold, and of 11 px.
  const double bold = (box_width - 2 * box_padding) / 8.9;
  const double small = (box_width - 2 * box_padding) / 6.8;
  Box box;
  std::string sort = node.sort;
  if (!picture.lanes && node.tier) {
    sort += " · ";
    sort += lane_words(node.tier, picture.language);
  }
  box.sort = wrapped(sort, small, 2);
  box.name = wrapped(node.label, bold, 4);
  std::string note = node.role == PictureRole::asked ? "" : role_words(node.role, picture.language);
  if (!node.note.empty()) note += (note.empty() ? "" : " · ") + node.note;
  box.note = wrapped(note, small, 3);
  return box;
}

void refuse_crowds(const Picture& picture) {
  if (picture.nodes.size() <= most_drawn_nodes && picture.edges.size() <= most_drawn_edges) return;
  throw Error(Errc::too_large,
              "a drawing has at most " + std::to_string(most_drawn_nodes) + " elements and " +
                  std::to_string(most_drawn_edges) + " ties, and this one has " +
                  std::to_string(picture.nodes.size()) + " and " +
                  std::to_string(picture.edges.size()) +
                  "; choose elements to draw the part around them, or the format `dot` or "
                  "`graphml`",
              "of");
}

std::vector<std::uint32_t> rows_of(const Picture& picture) {
  const std::size_t longest = static_cast<std::size_t>(std::clamp(
      std::round(1.15 * std::sqrt(static_cast<double>(picture.nodes.size()))), 4.0, 12.0));
  std::vector<std::uint32_t> rows(picture.nodes.size(), 0);
  Layering layering(picture);
  std::uint32_t row = 0;
  const auto stack = [&](const std::vector<std::uint32_t>& nodes) {
    layering.layer(nodes);
    std::uint32_t deepest = 0;
    for (const std::uint32_t n : nodes) deepest = std::max(deepest, layering.of(n));
    for (std::uint32_t layer = 0; layer <= deepest; ++layer) {
      std::vector<std::uint32_t> in;
      for (const std::uint32_t n : nodes)
        if (layering.of(n) == layer) in.push_back(n);
      const std::size_t parts = (in.size() + longest - 1) / longest;
      for (std::size_t at = 0; at < in.size(); ++at)
        rows[in[at]] = row + static_cast<std::uint32_t>(at * parts / in.size());
      row += static_cast<std::uint32_t>(parts);
    }
    layering.leave(nodes);
  };
  if (picture.lanes) {
    for (const auto& lane : lanes_of(picture)) stack(lane.second);
  } else {
    std::vector<std::uint32_t> all(picture.nodes.size());
    for (std::uint32_t n = 0; n < all.size(); ++n) all[n] = n;
    if (!all.empty()) stack(all);
  }
  return rows;
}

}  // namespace pictures

std::string placing_of(const Picture& picture) {
  pictures::refuse_crowds(picture);
  const auto inches = [](double px) {
    const long thousandths = std::lround(px / 72 * 1000);
    std::string digits = std::to_string(thousandths % 1000);
    digits.insert(0, 3 - digits.size(), '0');
    return std::to_string(thousandths / 1000) + "." + digits;
  };
  std::string out =
      "digraph {\n  graph [nodesep=0.22, ranksep=0.5, splines=spline, outputorder=nodesfirst];\n"
      "  node [shape=box, label=\"\", fixedsize=true, width=" +
      inches(pictures::box_width) + "];\n  edge [dir=none];\n";
  const std::vector<std::uint32_t> rows = pictures::rows_of(picture);
  for (std::size_t n = 0; n < picture.nodes.size(); ++n)
    out += "  n" + std::to_string(n) +
           " [height=" + inches(pictures::box_of(picture, picture.nodes[n]).height()) + "];\n";
  const std::uint32_t last = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end());
  if (last > 0) {
    out += "  { node [width=0.01, height=0.01, style=invis]; edge [style=invis, weight=0]; r0";
    for (std::uint32_t row = 1; row <= last; ++row) out += " -> r" + std::to_string(row);
    out += "; }\n";
    for (std::uint32_t row = 0; row <= last; ++row) {
      out += "  { rank=same; r" + std::to_string(row) + ";";
      for (std::size_t n = 0; n < rows.size(); ++n)
        if (rows[n] == row) out += " n" + std::to_string(n) + ";";
      out += " }\n";
    }
  }
  for (const PictureEdge& edge : picture.edges) {
    const bool up = rows[edge.from] > rows[edge.to];
    const char* const weight =
        edge.relation == PictureRelation::from                                            ? "4"
        : edge.relation == PictureRelation::basis || edge.relation == PictureRelation::to ? "3"
                                                                                          : "1";
    out += "  n" + std::to_string(up ? edge.to : edge.from) + " -> n" +
           std::to_string(up ? edge.from : edge.to) + " [weight=" + weight + "];\n";
  }
  return out + "}\n";
}

}  // namespace regelgraf
