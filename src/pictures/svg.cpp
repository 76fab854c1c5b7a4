#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <regelgraf/error.hpp>
#include <regelgraf/picture.hpp>

#include "html/writer.hpp"
#include "pictures/boxes.hpp"
#include "pictures/words.hpp"

namespace regelgraf {

namespace {

using pictures::Box;

struct Spot {
  double x = 0;
  double y = 0;
};

/// Colours of a box: on light ground and on dark.
struct Paint {
  const char* fill;
  const char* edge;
  const char* ink;
  const char* dark_fill;
  const char* dark_edge;
  const char* dark_ink;
};

constexpr std::array<Paint, Spelling<Kind>::words.size()> by_kind{{
    {"#f1edfa", "#6a4fa3", "#2b1d4d", "#2a2340", "#a48fd6", "#ece6fb"},  // actor
    {"#f4f3ef", "#6b6a5e", "#2d2c25", "#2b2a26", "#a3a193", "#efede4"},  // matter
    {"#eaf1fb", "#3b64a8", "#12294f", "#1b2a42", "#7fa3e0", "#e4edfb"},  // rule
    {"#e9f5ec", "#2f7d43", "#133a1f", "#19301f", "#6fbf85", "#e1f4e6"},  // task
    {"#fdecea", "#b3261e", "#571410", "#401c1a", "#ee8d86", "#fde7e5"},  // duty
    {"#fff4d6", "#8a6d00", "#3d3000", "#3a300f", "#d3b24a", "#fbf0cf"},  // goal
    {"#e1f3f4", "#0b7285", "#063a44", "#0f2f35", "#59b8c8", "#dcf3f6"},  // grant
    {"#fbeaf3", "#a0396f", "#4d1532", "#3a1a2b", "#e088b3", "#fbe3ef"},  // involvement
    {"#eeeeee", "#4a4a4a", "#1f1f1f", "#2c2c2c", "#b0b0b0", "#f0f0f0"},  // bar
}};

constexpr std::array<Paint, Spelling<PictureRole>::words.size()> by_role{{
    {"", "", "", "", "", ""},
    {"#fff4d6", "#8a6d00", "#3d3000", "#3a300f", "#d3b24a", "#fbf0cf"},
    {"#d8f0de", "#2f7d43", "#0f331b", "#19391f", "#6fbf85", "#e1f4e6"},
    {"#fdf6d8", "#8a6d00", "#4d3d05", "#3a300f", "#d3b24a", "#fbf0cf"},
    {"#eee8f7", "#6a4fa3", "#372258", "#2a2340", "#a48fd6", "#ece6fb"},
    {"#e6effa", "#3b64a8", "#173253", "#1b2a42", "#7fa3e0", "#e4edfb"},
    {"#fdeadb", "#a84a0b", "#5e2c08", "#40250f", "#e79a5f", "#fdeadb"},
    {"#fbe1df", "#b3261e", "#5c1a13", "#401c1a", "#ee8d86", "#fde7e5"},
    {"#9f1c15", "#6b140e", "#ffffff", "#9f1c15", "#f4b5b0", "#ffffff"},
    {"#31404f", "#31404f", "#ffffff", "#d7dee6", "#d7dee6", "#14181d"},
}};

/// A line: its colour on light and on dark ground, its width and its dashes.
struct Stroke {
  const char* color;
  const char* dark;
  const char* width;
  const char* dashes;
};

constexpr std::array<Stroke, Spelling<PictureRelation>::words.size()> by_relation{{
    {"#33415c", "#b8c4d9", "1.8", ""},         // basis
    {"#a84a0b", "#e79a5f", "1.6", "7 3"},      // needs
    {"#2f7d43", "#6fbf85", "1.6", "2 3"},      // serves
    {"#6b7280", "#9aa3b2", "1.2", "2 4"},      // uses
    {"#3b64a8", "#7fa3e0", "1.4", ""},         // issuer
    {"#6b7280", "#9aa3b2", "1.2", "9 3 2 3"},  // binds
    {"#0b7285", "#59b8c8", "2.4", ""},         // from
    {"#0b7285", "#59b8c8", "1.6", "7 3"},      // to
    {"#6a4fa3", "#a48fd6", "1.2", ""},         // part_of
    {"#2f7d43", "#6fbf85", "1.4", ""},         // performed_by
    {"#a0396f", "#e088b3", "1.4", ""},         // body
    {"#2f7d43", "#6fbf85", "2.4", ""},         // decides
    {"#a0396f", "#e088b3", "1.4", "5 3"},      // involved
}};

/// One decimal, the same bytes on every machine.
std::string px(double value) {
  const long tenths = std::lround(value * 10);
  const long whole = std::labs(tenths) / 10, tenth = std::labs(tenths) % 10;
  std::string out = tenths < 0 ? "-" : "";
  out += std::to_string(whole);
  if (tenth) out += "." + std::to_string(tenth);
  return out;
}

/// Where everything is, as `dot -Tplain` says it.
struct Placed {
  double width = 0;
  double height = 0;
  std::vector<Spot> nodes;                // the middle of each
  std::vector<std::vector<Spot>> curves;  // of each edge, from its beginning to its end
};

class PlainReader {
 public:
  explicit PlainReader(std::string_view text) : text_(text) {}

  Placed read(const Picture& picture) {
    const std::vector<std::uint32_t> rows = pictures::rows_of(picture);
    Placed placed;
    placed.nodes.resize(picture.nodes.size());
    placed.curves.resize(picture.edges.size());
    std::vector<bool> seen(picture.nodes.size(), false);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> waiting;
    for (auto e = static_cast<std::uint32_t>(picture.edges.size()); e-- > 0;) {
      const PictureEdge& edge = picture.edges[e];
      const bool up = rows[edge.from] > rows[edge.to];
      waiting[{up ? edge.to : edge.from, up ? edge.from : edge.to}].push_back(e);
    }
    bool graph = false;
    while (next_line()) {
      const std::string_view what = word();
      if (what == "graph") {
        (void)number();  // the scale, always 1 here
        placed.width = length();
        placed.height = length();
        graph = true;
      } else if (what == "node") {
        const auto n = node(word());
        if (!n) continue;
        if (*n >= seen.size() || seen[*n]) unfit();
        placed.nodes[*n] = spot(placed.height);
        seen[*n] = true;
      } else if (what == "edge") {
        const auto tail = node(word()), head = node(word());
        if (!tail || !head) continue;
        auto& list = waiting[{*tail, *head}];
        if (list.empty()) unfit();
        const std::uint32_t e = list.back();
        list.pop_back();
        const double points = number();
        if (points < 4 || points > 10000 || std::fmod(points, 3) != 1) unfit();
        std::vector<Spot>& curve = placed.curves[e];
        for (int at = 0; at < static_cast<int>(points); ++at) curve.push_back(spot(placed.height));
        if (picture.edges[e].from != *tail) std::reverse(curve.begin(), curve.end());
      } else if (what == "stop") {
        break;
      }
    }
    const auto drawn = [](const std::vector<Spot>& curve) { return !curve.empty(); };
    if (!graph || !std::all_of(seen.begin(), seen.end(), [](bool one) { return one; }) ||
        !std::all_of(placed.curves.begin(), placed.curves.end(), drawn))
      unfit();
    return placed;
  }

 private:
  [[noreturn]] static void unfit() {
    throw Error(Errc::invalid_question,
                "expected what `dot -Tplain` answers to the placing of the same picture", "placed");
  }

  bool next_line() {
    if (text_.empty()) return false;
    const std::size_t end = std::min(text_.find('\n'), text_.size());
    line_ = text_.substr(0, end);
    text_.remove_prefix(std::min(end + 1, text_.size()));
    return true;
  }
  std::string_view word() {
    while (line_.starts_with(' ') || line_.starts_with('\r')) line_.remove_prefix(1);
    const std::string_view one = line_.substr(0, std::min(line_.find(' '), line_.size()));
    line_.remove_prefix(one.size());
    return one;
  }
  static std::optional<std::uint32_t> node(std::string_view name) {
    if (name.starts_with('r')) return std::nullopt;  // of a row
    std::uint32_t n = 0;
    if (name.size() < 2 || name.size() > 8 || name.front() != 'n') unfit();
    for (const char digit : name.substr(1)) {
      if (digit < '0' || digit > '9') unfit();
      n = 10 * n + static_cast<std::uint32_t>(digit - '0');
    }
    return n;
  }
  /// A decimal number; of no more size than a drawing has.
  double number() {
    std::string_view text = word();
    const bool minus = text.starts_with('-');
    if (minus) text.remove_prefix(1);
    if (text.empty()) unfit();
    double value = 0, place = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] != 'e'; ++at) {
      if (text[at] == '.' && place == 0) {
        place = 1;
        continue;
      }
      if (text[at] < '0' || text[at] > '9' || at > 30) unfit();
      value = 10 * value + (text[at] - '0');
      place *= 10;
    }
    if (place > 0) value /= place;
    if (at < text.size()) {  // as 1e-05
      const std::string_view exponent = text.substr(at + 1);
      int power = 0;
      for (const char digit : exponent.substr(exponent.find_first_not_of("+-") == 1 ? 1 : 0)) {
        if (digit < '0' || digit > '9' || power > 20) unfit();
        power = 10 * power + (digit - '0');
      }
      value *= std::pow(10.0, exponent.starts_with('-') ? -power : power);
    }
    if (!(value <= 100000)) unfit();
    return minus ? -value : value;
  }
  double length() { return 72 * number(); }
  Spot spot(double height) {
    const double x = length();
    return {x, height - length()};
  }

  std::string_view text_, line_;
};

class SvgDrawing {
 public:
  SvgDrawing(const Picture& picture, const Placed& placed) : picture_(picture), placed_(placed) {
    for (const PictureNode& node : picture.nodes) boxes_.push_back(pictures::box_of(picture, node));
  }

  std::string draw() {
    const std::vector<std::string> title = pictures::wrapped(picture_.title, columns() / 13.0, 3);
    const std::vector<std::string> said =
        pictures::wrapped(picture_.description, columns() / 8.2, 4);
    left_ = picture_.lanes ? margin + gutter : margin;
    top_ = margin + 24.0 * static_cast<double>(title.size()) +
           18.0 * static_cast<double>(said.size()) + 22;
    right_ = std::max(left_ + placed_.width + margin, 560.0);
    const double below = top_ + placed_.height + (picture_.lanes ? 20 : 8);
    const double bottom = below + legend_height() + 2 * margin;

    out_.open("svg",
              {{"xmlns", "http://www.w3.org/2000/svg"},
               {"role", "img"},
               {"class", "rg-picture"},
               {"lang", std::string(to_text(picture_.language))},
               {"width", px(right_)},
               {"height", px(bottom)},
               {"viewBox", "0 0 " + px(right_) + " " + px(bottom)},
               {"font-family",
                "'Source Sans 3','Segoe UI',system-ui,'Noto Sans','DejaVu Sans',sans-serif"}})
        .line();
    out_.element("title", picture_.title).line();
    out_.element("desc", in_words()).line();
    style();
    out_.empty("rect",
               {{"class", "rg-ground"}, {"width", "100%"}, {"height", "100%"}, {"fill", "#ffffff"}})
        .line();
    double y = margin + 16;
    for (const std::string& line : title) {
      out_.element("text", line,
                   {{"class", "rg-ink"},
                    {"x", px(margin)},
                    {"y", px(y)},
                    {"font-size", "20"},
                    {"font-weight", "700"},
                    {"fill", "#1c2733"}})
          .line();
      y += 24;
    }
    for (const std::string& line : said) {
      out_.element("text", line,
                   {{"class", "rg-ink"},
                    {"x", px(margin)},
                    {"y", px(y)},
                    {"font-size", "13.5"},
                    {"fill", "#1c2733"}})
          .line();
      y += 18;
    }
    if (picture_.lanes) lanes();
    for (std::size_t e = 0; e < picture_.edges.size(); ++e) edge(e);
    for (std::size_t n = 0; n < picture_.nodes.size(); ++n) node(n);
    for (std::size_t e = 0; e < picture_.edges.size(); ++e) edge_label(e);
    legend(below);
    out_.element("text", picture_.model,
                 {{"class", "rg-soft"},
                  {"x", px(margin)},
                  {"y", px(bottom - margin + 6)},
                  {"font-size", "11"},
                  {"fill", "#4f5b68"}})
        .line();
    out_.close().line();
    return out_.take();
  }

 private:
  static constexpr double margin = 22, gutter = 160;

  [[nodiscard]] double columns() const {
    return std::max((picture_.lanes ? gutter : 0) + placed_.width, 516.0);
  }
  [[nodiscard]] Spot at(const Spot& spot) const { return {left_ + spot.x, top_ + spot.y}; }

  /// What a drawing says to those who do not see it.
  [[nodiscard]] std::string in_words() const {
    constexpr std::size_t most = 60;
    std::string text = picture_.description + ".";
    for (std::size_t e = 0; e < picture_.edges.size() && e < most; ++e) text += " " + tie(e) + ".";
    if (picture_.edges.size() > most) text += " …";
    return text;
  }
  [[nodiscard]] std::string tie(std::size_t e) const {
    const PictureEdge& edge = picture_.edges[e];
    std::string text = picture_.nodes[edge.from].label + " ";
    if (edge.relation == PictureRelation::serves && !edge.label.empty())
      text = picture_.nodes[edge.from].label + " " + edge.label;
    else
      text += pictures::relation_words(edge.relation, picture_.language);
    text += " " + picture_.nodes[edge.to].label;
    if (edge.relation == PictureRelation::involved && !edge.label.empty())
      text += " (" + edge.label + ")";
    return text;
  }

  /// Dark ground where the reader's system has it, never on paper. What stands in the attributes
  /// is the light; programs that know no style sheets have that.
  void style() {
    std::string css =
        "@media screen and (prefers-color-scheme:dark){"
        ".rg-picture .rg-ground{fill:#14181d}.rg-picture .rg-ink{fill:#e8edf2}"
        ".rg-picture .rg-soft{fill:#aab4c0}.rg-picture .rg-lane-a{fill:#1a2027}"
        ".rg-picture .rg-lane-b{fill:#20272f}.rg-picture .rg-halo{stroke:#14181d}";
    const auto box = [&](const std::string& name, const Paint& paint) {
      css += ".rg-picture .rg-" + name + ">rect{fill:" + paint.dark_fill +
             ";stroke:" + paint.dark_edge + "}.rg-picture .rg-" + name +
             ">text{fill:" + paint.dark_ink + "}";
    };
    for (std::size_t kind = 0; kind < by_kind.size(); ++kind)
      box(std::string(Spelling<Kind>::words[kind]), by_kind[kind]);
    for (std::size_t role = 1; role < by_role.size(); ++role)
      box(std::string(Spelling<PictureRole>::words[role]), by_role[role]);
    for (std::size_t one = 0; one < by_relation.size(); ++one) {
      const std::string name(Spelling<PictureRelation>::words[one]);
      css += ".rg-picture .rg-e-" + name + "{stroke:" + by_relation[one].dark +
             "}.rg-picture .rg-h-" + name + "{fill:" + by_relation[one].dark + "}";
    }
    out_.open("style").markup(css + "}").close().line();
  }

  void lanes() {
    const auto list = pictures::lanes_of(picture_);
    std::vector<std::pair<double, double>> extents;
    for (const auto& lane : list) {
      double top = 1e9, bottom = -1e9;
      for (const std::uint32_t n : lane.second) {
        const double middle = at(placed_.nodes[n]).y, half = boxes_[n].height() / 2;
        top = std::min(top, middle - half);
        bottom = std::max(bottom, middle + half);
      }
      extents.emplace_back(top, bottom);
    }
    for (std::size_t l = 0; l < list.size(); ++l) {
      const double top =
          l == 0 ? extents[l].first - 14 : (extents[l - 1].second + extents[l].first) / 2;
      const double bottom = l + 1 == list.size() ? extents[l].second + 14
                                                 : (extents[l].second + extents[l + 1].first) / 2;
      const bool even = l % 2 == 0;
      out_.empty("rect", {{"class", even ? "rg-lane-a" : "rg-lane-b"},
                          {"x", px(margin)},
                          {"y", px(top)},
                          {"width", px(right_ - 2 * margin)},
                          {"height", px(bottom - top)},
                          {"fill", even ? "#f6f7f9" : "#eceff3"}})
          .line();
      double y = std::max(top + 20, (top + bottom) / 2 - 4);
      for (const std::string& line :
           pictures::wrapped(pictures::lane_words(list[l].first, picture_.language), 18.5, 3)) {
        out_.element("text", line,
                     {{"class", "rg-ink"},
                      {"x", px(margin + 10)},
                      {"y", px(y)},
                      {"font-size", "11.5"},
                      {"font-weight", "700"},
                      {"fill", "#33415c"}})
            .line();
        y += 15;
      }
    }
  }

  /// A line with its head; @p title may be empty.
  void line(const std::string& path, const Spot& tip, const Spot& before, PictureRelation relation,
            const std::string& title) {
    const auto& stroke = by_relation[static_cast<std::size_t>(relation)];
    const std::string name(to_text(relation));
    out_.open("path", {{"class", "rg-e-" + name},
                       {"d", path},
                       {"fill", "none"},
                       {"stroke", stroke.color},
                       {"stroke-width", stroke.width},
                       {"stroke-dasharray", *stroke.dashes ? stroke.dashes : "none"}});
    if (!title.empty()) out_.element("title", title);
    out_.close();
    const double length = std::hypot(tip.x - before.x, tip.y - before.y);
    const double dx = length > 0 ? (tip.x - before.x) / length : 0,
                 dy = length > 0 ? (tip.y - before.y) / length : 1;
    constexpr double long_side = 9, half_side = 4;
    out_.empty("path", {{"class", "rg-h-" + name},
                        {"d", "M" + px(tip.x) + " " + px(tip.y) + "L" +
                                  px(tip.x - long_side * dx + half_side * dy) + " " +
                                  px(tip.y - long_side * dy - half_side * dx) + "L" +
                                  px(tip.x - long_side * dx - half_side * dy) + " " +
                                  px(tip.y - long_side * dy + half_side * dx) + "Z"},
                        {"fill", stroke.color}})
        .line();
  }

  void edge(std::size_t e) {
    const std::vector<Spot>& curve = placed_.curves[e];
    std::string path = "M";
    for (std::size_t p = 0; p < curve.size(); ++p) {
      const Spot spot = at(curve[p]);
      if (p == 1) path += "C";
      if (p > 1) path += " ";
      path += px(spot.x) + " " + px(spot.y);
    }
    const Spot tip = at(curve.back());
    Spot before = at(curve[curve.size() - 2]);
    for (std::size_t p = curve.size() - 1;
         p-- > 0 && std::hypot(tip.x - before.x, tip.y - before.y) < 2;)
      before = at(curve[p]);
    line(path, tip, before, picture_.edges[e].relation, tie(e));
  }

  /// Where a label of that width stands on a curve: as near to its middle as no box is in the way.
  [[nodiscard]] Spot free_spot(const std::vector<Spot>& curve, double width) const {
    constexpr std::size_t parts = 8;  // of each bend
    std::vector<Spot> spots;
    for (std::size_t bend = 0; bend + 3 < curve.size(); bend += 3)
      for (std::size_t part = 1; part < parts; ++part) {
        const double t = static_cast<double>(part) / parts, u = 1 - t;
        const std::array<double, 4> weight{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
        Spot spot;
        for (std::size_t p = 0; p < 4; ++p) {
          spot.x += weight[p] * at(curve[bend + p]).x;
          spot.y += weight[p] * at(curve[bend + p]).y;
        }
        spots.push_back(spot);
      }
    const auto is_free = [&](const Spot& spot) {
      for (std::size_t n = 0; n < boxes_.size(); ++n) {
        const Spot box = at(placed_.nodes[n]);
        if (std::abs(spot.x - box.x) < (width + pictures::box_width) / 2 + 3 &&
            std::abs(spot.y - box.y) < boxes_[n].height() / 2 + 9)
          return false;
      }
      return true;
    };
    const std::size_t middle = spots.size() / 2;
    for (std::size_t away = 0; away <= middle; ++away) {
      if (middle + away < spots.size() && is_free(spots[middle + away]))
        return spots[middle + away];
      if (is_free(spots[middle - away])) return spots[middle - away];
    }
    return spots[middle];
  }

  void edge_label(std::size_t e) {
    const PictureEdge& edge = picture_.edges[e];
    if (edge.label.empty()) return;
    const Spot middle =
        free_spot(placed_.curves[e], 6.8 * static_cast<double>(html::characters(edge.label)));
    out_.element("text", edge.label,
                 {{"class", "rg-ink rg-halo"},
                  {"x", px(middle.x)},
                  {"y", px(middle.y + 4)},
                  {"text-anchor", "middle"},
                  {"font-size", "11"},
                  {"fill", "#1c2733"},
                  {"stroke", "#ffffff"},
                  {"stroke-width", "4"},
                  {"paint-order", "stroke"},
                  {"stroke-linejoin", "round"}})
        .line();
  }

  void node(std::size_t n) {
    const PictureNode& node = picture_.nodes[n];
    const Box& box = boxes_[n];
    const bool role = node.role != PictureRole::plain;
    const Paint& paint = role ? by_role[static_cast<std::size_t>(node.role)]
                              : by_kind[static_cast<std::size_t>(node.kind)];
    const Spot middle = at(placed_.nodes[n]);
    const double x = middle.x - pictures::box_width / 2;
    double y = middle.y - box.height() / 2;
    const bool strong = node.role == PictureRole::asked || node.role == PictureRole::unmet;
    out_.open("g",
              {{"class", "rg-" + std::string(role ? to_text(node.role) : to_text(node.kind))}});
    out_.element("title", node.id.empty() ? node.label : node.label + " (" + node.id + ")");
    out_.empty("rect", {{"x", px(x)},
                        {"y", px(y)},
                        {"width", px(pictures::box_width)},
                        {"height", px(box.height())},
                        {"rx", node.kind == Kind::actor ? "16" : "5"},
                        {"fill", paint.fill},
                        {"stroke", paint.edge},
                        {"stroke-width", strong ? "3" : "1.4"},
                        {"stroke-dasharray", node.stands ? "none" : "5 3"}});
    const double left = x + pictures::box_padding;
    y += pictures::box_padding - 3;
    const auto lines = [&](const std::vector<std::string>& list, double step, const char* size,
                           const char* weight, const char* slant) {
      for (const std::string& one : list) {
        y += step;
        out_.element("text", one,
                     {{"x", px(left)},
                      {"y", px(y - 1)},
                      {"font-size", size},
                      {"font-weight", weight},
                      {"font-style", slant},
                      {"fill", paint.ink}});
      }
    };
    lines(box.sort, pictures::sort_line, "11", "400", "normal");
    lines(box.name, pictures::name_line, "13", "600", "normal");
    lines(box.note, pictures::note_line, "11", "400", "italic");
    out_.close().line();
  }

  [[nodiscard]] std::vector<PictureRelation> relations() const {
    std::vector<PictureRelation> used;
    for (std::size_t one = 0; one < by_relation.size(); ++one)
      for (const PictureEdge& edge : picture_.edges)
        if (edge.relation == static_cast<PictureRelation>(one)) {
          used.push_back(edge.relation);
          break;
        }
    return used;
  }
  [[nodiscard]] std::size_t legend_columns() const {
    return std::max<std::size_t>(1, static_cast<std::size_t>((right_ - 2 * margin) / 210));
  }
  [[nodiscard]] double legend_height() const {
    const std::size_t columns = legend_columns();
    const std::size_t n = relations().size();
    return n ? 22 + 20.0 * static_cast<double>((n + columns - 1) / columns) : 0;
  }
  void legend(double y) {
    const std::vector<PictureRelation> used = relations();
    const std::size_t columns = legend_columns();
    for (std::size_t i = 0; i < used.size(); ++i) {
      const double x = margin + 210.0 * static_cast<double>(i % columns);
      const double middle = y + 18 + 20.0 * static_cast<double>(i / columns);
      line("M" + px(x) + " " + px(middle) + "H" + px(x + 36), {x + 38, middle}, {x, middle},
           used[i], {});
      out_.element("text", pictures::relation_words(used[i], picture_.language),
                   {{"class", "rg-ink"},
                    {"x", px(x + 46)},
                    {"y", px(middle + 4)},
                    {"font-size", "11.5"},
                    {"fill", "#1c2733"}})
          .line();
    }
  }

  const Picture& picture_;
  const Placed& placed_;
  std::vector<Box> boxes_;
  html::Writer out_;
  double left_ = 0, top_ = 0, right_ = 0;
};

}  // namespace

std::string to_svg(const Picture& picture, std::string_view placed) {
  pictures::refuse_crowds(picture);
  if (picture.nodes.empty()) {
    const Placed nowhere;
    return SvgDrawing(picture, nowhere).draw();
  }
  const Placed where = PlainReader(placed).read(picture);
  return SvgDrawing(picture, where).draw();
}

}  // namespace regelgraf
