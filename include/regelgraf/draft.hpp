#pragma once

/// @file
/// @ingroup building
/// @brief A model while it is being collected: may be wrong, answers nothing.

#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/element.hpp>
#include <regelgraf/finding.hpp>

namespace regelgraf {

/// Collects layers and their elements in any order and asks nothing of them. freeze() checks
/// everything at once and makes a Model. A Draft is a value: copy it to try a change.
///
/// Thread rule: as a standard container; not shared while it changes.
class Draft {
 public:
  /// A draft of one layer.
  explicit Draft(Head head = {}) { open_layer(std::move(head)); }

  /// Opens a further layer; what is added from now on belongs to it. A model that extends others is
  /// the last layer, after those it stands on.
  void open_layer(Head head) { layers_.push_back(std::move(head)); }

  /// Replaces the head of the layer that is open.
  void set_head(Head head) { layers_.back() = std::move(head); }

  /// Adds @p element to the open layer.
  void add(Element element) {
    element.layer = static_cast<std::uint32_t>(layers_.size() - 1);
    elements_.push_back(std::move(element));
  }

  /// Makes room for @p elements elements in all, so that adding them does not move the others.
  void reserve(std::size_t elements) { elements_.reserve(elements); }

  /// The layers in order; the last is the model itself.
  [[nodiscard]] const std::vector<Head>& layers() const { return layers_; }

  /// The elements of all layers, in the order they were added.
  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }

  /// Gives the content away; the draft is left empty.
  [[nodiscard]] std::pair<std::vector<Head>, std::vector<Element>> release() {
    return {std::exchange(layers_, {Head{}}), std::exchange(elements_, {})};
  }

 private:
  std::vector<Head> layers_;
  std::vector<Element> elements_;
};

}  // namespace regelgraf
