#pragma once

// What falls together, folded into a tree.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/detail/components.hpp>

namespace regelgraf::detail {

/// @brief A tree in which an element falls, when one other is removed, just if it lies below that
/// one. There is none where an element hangs on two branches at once, or a loop is not of plain
/// needs.
class FallTree {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;

  /// The tree of @p baseline, or nothing. O(n log n).
  static std::optional<FallTree> of(const Baseline& baseline) {
    FallTree tree(baseline);
    if (!tree.build()) return std::nullopt;
    return tree;
  }

  /// The node of a standing element; elements of one loop share it.
  [[nodiscard]] Node node(Index i) const { return node_[i]; }
  /// Where a standing duty hangs as far as its `needs` go: below what would leave it unmet.
  [[nodiscard]] Node duty(Index i) const { return unmet_below(i); }
  [[nodiscard]] Node parent(Node v) const { return parent_[v]; }
  /// Nodes are numbered so that each comes after its parent.
  [[nodiscard]] Node size() const { return static_cast<Node>(parent_.size()); }

 private:
  explicit FallTree(const Baseline& baseline) : baseline_(baseline), model_(baseline.model()) {}

  [[nodiscard]] bool stands(Index i) const { return baseline_.stands(i); }

  bool build() {
    node_.assign(model_.size(), root);
    add_node(root);
    parts_ = components(
        model_.size(),
        [&](Index i) {
          const auto [first, last] = model_.requirements_of(i);
          if (first == last) return std::span<const Index>();
          const auto front = model_.listed(first), back = model_.listed(last - 1);
          return std::span<const Index>(front.data(), back.data() + back.size());
        },
        [&](Index i) { return stands(i); });
    for (std::size_t part = 0; part < parts_.members.rows(); ++part) {
      const auto members = parts_.members[part];
      if (members.size() > 1 && !falls_as_one(members)) return false;
      Node below = root;
      for (const Index i : members) {
        const auto one = hangs_below(i, true);
        if (!one || !deeper(below, *one)) return false;
      }
      const Node node = add_node(below);
      for (const Index i : members) node_[i] = node;
    }
    return true;
  }

  Node add_node(Node parent) {
    const auto node = static_cast<Node>(parent_.size());
    parent_.push_back(parent);
    if (node == root) {
      depth_.push_back(0);
      jump_.push_back(root);
      return node;
    }
    // Jump pointers as in E. W. Myers, Inf. Process. Lett. 17(5), 1983,
    // doi:10.1016/0020-0190(83)90106-0: any ancestor in O(log n) steps, one number a node.
    const Node skip = jump_[parent], skip_again = jump_[skip];
    depth_.push_back(depth_[parent] + 1);
    jump_.push_back(depth_[parent] - depth_[skip] == depth_[skip] - depth_[skip_again] ? skip_again
                                                                                       : parent);
    return node;
  }

  [[nodiscard]] Node ancestor_at(Node v, std::uint32_t depth) const {
    while (depth_[v] > depth) v = depth_[jump_[v]] >= depth ? jump_[v] : parent_[v];
    return v;
  }
  [[nodiscard]] Node common_ancestor(Node a, Node b) const {
    if (depth_[a] < depth_[b]) std::swap(a, b);
    a = ancestor_at(a, depth_[b]);
    while (a != b) {
      const bool skip = jump_[a] != jump_[b];
      a = skip ? jump_[a] : parent_[a];
      b = skip ? jump_[b] : parent_[b];
    }
    return a;
  }

  /// Makes @p below the deeper of the two; false if neither lies above the other.
  [[nodiscard]] bool deeper(Node& below, Node other) const {
    if (depth_[other] < depth_[below]) return ancestor_at(below, depth_[other]) == other;
    if (ancestor_at(other, depth_[below]) != below) return false;
    below = other;
    return true;
  }

  /// Do all members of a component fall with each of them, for want of `needs`?
  [[nodiscard]] bool falls_as_one(std::span<const Index> members) const {
    // A duty in a loop may be unmet only while it stands: that is for single removals to say.
    for (const Index i : members)
      if (model_.kind(i) == Kind::duty) return false;
    // From the first member along edges that fell, forth and back, to all the others?
    const Index part = parts_.of[members.front()];
    // Grounds within the loop are a matter of order, which a tree does not know.
    for (const Index i : members)
      for (const std::uint32_t r : requirements(i))
        if (model_.relation_of(r) == Relation::basis && lists_any_of(r, part)) return false;
    const auto needs_each = [&](std::uint32_t r) {
      return model_.relation_of(r) == Relation::needs && spare(r) == 0;
    };
    const auto reaches_all = [&](const auto& next) {
      std::vector<Index> reached{members.front()};
      for (std::size_t at = 0; at < reached.size(); ++at) {
        std::vector<Index> found;
        next(reached[at], found);
        for (const Index i : found)
          if (stands(i) && parts_.of[i] == part &&
              std::find(reached.begin(), reached.end(), i) == reached.end())
            reached.push_back(i);
      }
      return reached.size() == members.size();
    };
    return members.size() <= most_in_loop && reaches_all([&](Index i, std::vector<Index>& found) {
             for (const std::uint32_t r : model_.listing(i))
               if (stands(model_.owner_of(r)) && needs_each(r)) found.push_back(model_.owner_of(r));
           }) &&
           reaches_all([&](Index i, std::vector<Index>& found) {
             for (const std::uint32_t r : requirements(i))
               if (needs_each(r))
                 found.insert(found.end(), model_.listed(r).begin(), model_.listed(r).end());
           });
  }

  [[nodiscard]] bool lists_any_of(std::uint32_t r, Index part) const {
    const auto listed = model_.listed(r);
    return std::any_of(listed.begin(), listed.end(),
                       [&](Index i) { return stands(i) && parts_.of[i] == part; });
  }
  [[nodiscard]] Numbers requirements(Index i) const {
    const auto [first, last] = model_.requirements_of(i);
    return {first, last};
  }
  [[nodiscard]] std::uint32_t spare(std::uint32_t r) const {
    return count_in(baseline_.footing().standing().members(), model_.listed(r)) -
           model_.at_least_of(r);
  }

  /// The deepest node with which a requirement of @p i fails; nothing where that is on two
  /// branches.
  [[nodiscard]] std::optional<Node> hangs_below(Index i, bool with_basis) const {
    Node below = root;
    for (const std::uint32_t r : requirements(i)) {
      if (!with_basis && model_.relation_of(r) == Relation::basis) continue;
      const auto one = requirement_hangs_below(r);
      if (!one || !deeper(below, *one)) return std::nullopt;
    }
    return below;
  }

  /// Supporters in the owner's own component stand until the owner falls, but found nothing.
  [[nodiscard]] std::optional<Node> requirement_hangs_below(std::uint32_t r) const {
    const RequirementRow& requirement = model_.requirement(r);
    const Index part = parts_.of[requirement.owner];
    std::vector<Node> supporters;
    for (const Index i : model_.listed(r))
      if (stands(i) && parts_.of[i] != part) supporters.push_back(node_[i]);
    const std::size_t counted = requirement.relation == Relation::basis
                                    ? supporters.size()
                                    : spare(r) + requirement.at_least;
    const std::size_t needed = counted - requirement.at_least + 1;  // that many must fall
    if (supporters.size() < needed) return root;
    Node below = root;
    if (needed == 1) {
      for (const Node v : supporters)
        if (!deeper(below, v)) return std::nullopt;
      return below;
    }
    if (needed == supporters.size()) {
      below = supporters.front();
      for (const Node v : supporters) below = common_ancestor(below, v);
      return below;
    }
    // Each choice of that many falls with the common ancestor of the chosen.
    if (supporters.size() > most_in_choice) return std::nullopt;
    for (std::uint32_t chosen = 0; chosen < 1U << supporters.size(); ++chosen) {
      if (static_cast<std::size_t>(std::popcount(chosen)) != needed) continue;
      std::optional<Node> common;
      for (std::size_t at = 0; at < supporters.size(); ++at)
        if (chosen >> at & 1)
          common = common ? common_ancestor(*common, supporters[at]) : supporters[at];
      if (!deeper(below, *common)) return std::nullopt;
    }
    return below;
  }

  [[nodiscard]] Node unmet_below(Index duty) const {
    return *hangs_below(duty, false);  // above or at the node of the duty, so on one branch
  }

  static constexpr std::size_t most_in_loop = 64, most_in_choice = 8;

  const Baseline& baseline_;
  const Model& model_;
  Components parts_;
  std::vector<Node> node_;            // by element
  std::vector<Node> parent_, jump_;   // by node
  std::vector<std::uint32_t> depth_;  // by node
};

}  // namespace regelgraf::detail
