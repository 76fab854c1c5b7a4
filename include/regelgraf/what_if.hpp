#pragma once

/// @file
/// @ingroup queries
/// @brief Removals tried one by one over a model, and taken back.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include <regelgraf/baseline.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/what_breaks.hpp>

namespace regelgraf {

namespace detail {
class Removals;
}

/// @brief A set of removed elements over a Baseline that can be changed step by step: what falls?
///
/// At every moment the answers are those of asking from scratch with the same set (held to it by
/// test). A step costs what it touches: the dependencies of what falls or rises, not the model.
/// Once warm no step allocates. Also the workspace of many questions in a row: clear() and ask on.
///
/// Can be moved, which leaves the other good for nothing but its end; not copied. The model must
/// outlive it. Memory: one eighth of a byte an element and 8 bytes for each requirement that has
/// alternatives. Thread rule: one thread at a time; any number of WhatIf over one model.
class WhatIf {
 public:
  /// Over the last state of @p model.
  explicit WhatIf(const Model& model) : WhatIf(Baseline(model)) {}
  /// Over @p baseline; with @p within seen from that unit alone (see Removal::within).
  explicit WhatIf(Baseline baseline, Index within = none);
  WhatIf(WhatIf&& other) noexcept;             ///< Leaves the other good for nothing but its end.
  WhatIf& operator=(WhatIf&& other) noexcept;  ///< Likewise.
  ~WhatIf();

  /// Takes out @p elements, all in one step. What is out already stays out.
  /// @throws Error unknown_element for a number that is not of the model; nothing is done then.
  void remove(std::span<const Index> elements);
  /// Takes out one element: one step.
  void remove(Index element) { remove(std::span(&element, 1)); }
  /// Puts @p element back, one step; nothing happens if it is not out.
  /// Cost: the dependencies of what fell and leans on it, directly or not.
  /// @throws Error unknown_element.
  void restore(Index element);
  /// Takes back the last step that was not taken back. False: there is none.
  bool undo();
  /// Takes back all steps.
  void clear();

  /// How many steps undo() can take back.
  [[nodiscard]] std::size_t steps() const;
  /// What is out, ascending.
  [[nodiscard]] std::span<const Index> removed() const;
  /// Does element @p i stand now? What is removed does not, unless `within` holds it.
  [[nodiscard]] bool stands(Index i) const;
  /// @brief What stood, stands no longer, and was not removed: ascending.
  /// Valid until the next call. Complexity: of one scan of the bits between the least and the
  /// greatest, or of sorting, whichever is less.
  [[nodiscard]] std::span<const Index> fallen();
  /// @brief Every effect, as what_breaks(); @p causes as Removal::causes.
  /// Complexity: the dependencies of what fell, lost its purpose or was weakened.
  [[nodiscard]] WhatBreaks breaks(bool causes = true);

  /// What this looks at.
  [[nodiscard]] const Baseline& baseline() const;
  /// The unit it is seen from; none: the whole.
  [[nodiscard]] Index within() const;
  /// How many dependencies were looked at since it was made: what the work is proportional to.
  [[nodiscard]] std::uint64_t touched() const;

 private:
  std::unique_ptr<detail::Removals> removals_;
};

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/what_if.hpp>  // IWYU pragma: export
#endif
