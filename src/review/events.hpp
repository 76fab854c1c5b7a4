#pragma once

// Events: each adds rows to a copy of the document, or says everything that speaks against it.

#include <string>
#include <vector>

#include <regelgraf/review.hpp>

#include "review/decision.hpp"
#include "review/effects.hpp"
#include "review/tree.hpp"
#include "review/view.hpp"

namespace regelgraf::review {

/// One event on its way into a review.
struct Event {
  const Model& model;
  const Review& review;
  const View view;
  const Tree& json;               ///< The event as it was written.
  Day on;                         ///< Its day.
  std::vector<ReviewLack> lacks;  ///< What speaks against it so far.

  /// @p row with the override's part in it: what it names is let pass and kept as `overridden`.
  void let_pass_in(Tree& row);
  /// A lack that nothing overrides.
  void refuse(std::string code, Ids elements, Name text);
  /// A lack that a named override lets pass.
  void object(std::string code, Ids elements, Name text);
  /// The rule @p id; a lack where the model has none.
  [[nodiscard]] std::optional<Index> rule(const std::string& id);
};

/// @name The row an event brings, with what the graph says written into it
/// @{
[[nodiscard]] Tree disposition_row(Event& event);
[[nodiscard]] Tree trial_row(Event& event);
/// @}

}  // namespace regelgraf::review
