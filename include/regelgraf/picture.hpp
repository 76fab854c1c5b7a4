#pragma once

/// @file
/// @ingroup formats
/// @brief A model, a part of it, or an answer's derivation as nodes and edges, and these as text
/// for other programs or as a drawing.
/// Compiled: link regelgraf::regelgraf.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <regelgraf/vocabulary.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf {

/// What a node is in the answer that the picture shows; the gravest where it is several.
enum class PictureRole : std::uint8_t {
  plain,
  asked,        ///< What the question is about.
  decides,      ///< May decide.
  weakened,     ///< As in WhatBreaks, and so are the next four.
  purposeless,  ///< Lost its purpose, but is leaned on.
  redundant,    ///< Can go too.
  broken,       ///< Can no longer work.
  lapsed,       ///< Lost its legal ground.
  unmet,        ///< A duty that goes unmet.
  removed       ///< Taken out.
};

template <>
struct Spelling<PictureRole> {
  static constexpr std::array<std::string_view, 10> words{
      "plain",     "asked",  "decides", "weakened", "purposeless",
      "redundant", "broken", "lapsed",  "unmet",    "removed"};
};

/// What an edge says. It leads from what carries, gives or makes to what is carried, given or made.
enum class PictureRelation : std::uint8_t {
  basis,         ///< Is the legal ground of.
  needs,         ///< Is needed by.
  serves,        ///< Is for.
  uses,          ///< Helps.
  issuer,        ///< Made the rule.
  binds,         ///< The rule binds.
  from,          ///< The grant from which the next was delegated.
  to,            ///< The grant gives authority to.
  part_of,       ///< Is above, in the organisation.
  performed_by,  ///< Performs the task.
  body,          ///< Is the body of the involvement.
  decides,       ///< May decide about.
  involved       ///< Is to be involved; the label says how.
};

template <>
struct Spelling<PictureRelation> {
  static constexpr std::array<std::string_view, 13> words{
      "basis", "needs",   "serves",       "uses", "issuer",  "binds",   "from",
      "to",    "part_of", "performed_by", "body", "decides", "involved"};
};

/// A node. Texts are at most 300 characters and hold nothing that cannot be shown.
struct PictureNode {
  std::string id;          ///< Of the element; empty where it is internal and was not asked for.
  std::string label;       ///< Its name, else its id.
  std::string sort;        ///< What sort of thing it is, in words: `instruks`.
  std::string note;        ///< What the answer says of it, in words; may be empty.
  Kind kind = Kind::rule;  ///< What it is.
  std::optional<Instrument> instrument;  ///< Of a rule.
  /// Its level: an actor's own, a rule's by its issuers (of several the farthest from the citizen),
  /// a task's by who performs it, a duty's by whom it is owed to. Empty: not known.
  std::optional<Tier> tier;
  PictureRole role = PictureRole::plain;  ///< In the answer.
  bool stands = true;                     ///< Does it stand in the model's last state?
};

/// An edge between two nodes, by their places.
struct PictureEdge {
  std::uint32_t from = 0;                             ///< Where it begins.
  std::uint32_t to = 0;                               ///< Where it ends.
  PictureRelation relation = PictureRelation::basis;  ///< What it says.
  std::string label;                                  ///< More about it; may be empty.

  friend bool operator==(const PictureEdge&, const PictureEdge&) = default;
  /// In the order of the fields.
  friend bool operator<(const PictureEdge& a, const PictureEdge& b) {
    return std::tie(a.from, a.to, a.relation, a.label) <
           std::tie(b.from, b.to, b.relation, b.label);
  }
};

/// What is drawn. Nodes stand in order of id, edges in order, each once.
struct Picture {
  std::string title;                 ///< What the picture shows, in one line.
  std::string description;           ///< The answer in words, or how much is shown.
  std::string model;                 ///< The model's name.
  Language language = Language::da;  ///< Of all texts.
  bool lanes = true;  ///< Are levels drawn as lanes? Else from what was asked downwards.
  std::vector<PictureNode> nodes;
  std::vector<PictureEdge> edges;
};

/// How a picture is made.
struct PictureOptions {
  Language language = Language::da;  ///< Of all texts.
  bool internal = false;  ///< Name elements whose access is internal; else they stand unnamed.
};

/// @brief The neighbourhood of @p around: what a chain of at most @p steps relations leads to,
/// either way. Empty: the whole model, of layers below it only what the model itself names.
/// @throws Error unknown_element. Complexity: linear in the part shown, n log n in its edges.
[[nodiscard]] Picture picture_of(const Model& model, std::span<const Index> around,
                                 std::uint32_t steps, const PictureOptions& options);
/// What was removed, what falls, and for each what it lacks. The answer must have its causes.
[[nodiscard]] Picture picture_of(const Model& model, const WhatBreaks& answer,
                                 const PictureOptions& options);
/// Each chain of grants from its root to who decides, its grounds, and who is involved.
[[nodiscard]] Picture picture_of(const Model& model, const Decision& answer,
                                 const PictureOptions& options);
/// The ways up to the last grounds and the last purposes of @p element.
[[nodiscard]] Picture picture_of(const Model& model, Index element, const Why& answer,
                                 const PictureOptions& options);
/// @brief The model's own grants, from which they come, and to whom they go; with @p below only
/// grant
/// @p below, those it comes from and those that come from it.
/// @throws Error invalid_question where @p below is no grant.
[[nodiscard]] Picture picture_of_delegation(const Model& model, Index below,
                                            const PictureOptions& options);

/// @name Text for other programs. Equal pictures give equal bytes. Complexity: linear.
/// @{
/// For Graphviz: nodes by id, lanes as clusters.
[[nodiscard]] std::string to_dot(const Picture& picture);
/// GraphML with a typed key for each attribute, for Gephi, yEd, NetworkX.
[[nodiscard]] std::string to_graphml(const Picture& picture);
/// A flowchart. @throws Error too_large where Mermaid would not draw it: 500 edges, 50,000
/// characters.
[[nodiscard]] std::string to_mermaid(const Picture& picture);
/// @}

/// @name As a drawing
///
/// Where nodes and edges go is worked out by Graphviz's `dot`, in two steps, since its library
/// keeps state that threads cannot share: placing_of() is the graph that `dot -Tplain` is to place,
/// and to_svg() draws the picture where the answer puts it. The command line program has Graphviz
/// in it; a host runs the program `dot`, or the library, where it suits the host.
/// @{

/// Most nodes of a drawing. More would be a page that nobody can read.
inline constexpr std::size_t most_drawn_nodes = 250;
/// Most edges of a drawing.
inline constexpr std::size_t most_drawn_edges = 1000;

/// @brief The graph to be placed, in the DOT language: boxes of the sizes to be drawn, without
/// text.
/// @throws Error too_large for a picture with more nodes or edges than are drawn.
[[nodiscard]] std::string placing_of(const Picture& picture);
/// @brief The picture as SVG: with title and description, text that can be selected, colours for
/// light, dark and paper, no script and nothing fetched.
/// @param placed  What `dot -Tplain` answered to placing_of() of the same picture.
/// @throws Error too_large as placing_of(); invalid_question where @p placed does not fit the
/// picture.
[[nodiscard]] std::string to_svg(const Picture& picture, std::string_view placed);
/// @}

/// @brief A picture by a request in JSON, as text: `{"of": ..., "format": "dot" | "graphml" |
/// "mermaid" | "placing" | "svg", "language"?: "da" | "en", "internal"?: bool, "placed"?}`.
///
/// `of` is a question as Asker::ask() takes it, `{"ask": "what_breaks" | "who_decides" | "why",
/// ...}`, or `{"ask": "model", "elements"?: [id], "steps"?: 1}`, or `{"ask": "delegation",
/// "element"?: id}`. `placed` of `svg` is as in to_svg(). @throws Error as Asker::ask() answers it,
/// and as the writers.
[[nodiscard]] std::string picture(const Model& model, std::string_view request);

}  // namespace regelgraf
