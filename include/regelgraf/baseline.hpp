#pragma once

/// @file
/// @ingroup queries
/// @brief What stands on a day: the ground that removals are tried on.

#include <cstdint>
#include <memory>
#include <optional>

#include <regelgraf/detail/footing.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// @brief A model on one day with nothing removed: which elements stand, which have a purpose.
///
/// The *standing set* is the largest set such that every member is in force, every `needs`
/// requirement of every member has at least k of its listed elements in the set, and every member
/// with `basis` requirements is well-founded in it: the members can be put in an order in which
/// each `basis` requirement has at least k of its listed elements earlier. The *purposeful*
/// elements are the least set that holds every standing goal, duty and core task, and every
/// standing element that serves a member (DESIGN section 2).
///
/// Cheap to copy. The model must outlive it and not be moved meanwhile. Thread rule: immutable.
/// Complexity: constant for the model's last state, which freeze() has compiled, and for every day
/// from Model::settled_from() on; else linear in the model, once, whatever alternates in it.
/// Memory: about 4 bytes a dependency and 10 an element.
class Baseline {
 public:
  /// @p model on @p date; without a date, its last state.
  explicit Baseline(const Model& model, std::optional<Day> date = std::nullopt)
      : model_(&model), date_(date) {
    if (date && *date < model.settled_from())
      own_ = std::make_shared<const detail::Footing>(model, date);
  }

  /// The model looked at.
  [[nodiscard]] const Model& model() const { return *model_; }
  /// The day; absent: the last state.
  [[nodiscard]] std::optional<Day> date() const { return date_; }
  /// Does element @p i stand?
  [[nodiscard]] bool stands(Index i) const { return footing().standing().members()[i]; }
  /// Does element @p i stand and have a purpose?
  [[nodiscard]] bool purposeful(Index i) const { return footing().purposes().members()[i]; }
  /// @cond
  [[nodiscard]] const detail::Footing& footing() const { return own_ ? *own_ : model_->footing(); }
  /// @endcond

 private:
  const Model* model_;
  std::optional<Day> date_;
  std::shared_ptr<const detail::Footing> own_;
};

/// Is element @p i in force on @p date, whatever it leans on?
///
/// Proposed and inert elements never are. A repealed one is only on a given date, if its period has
/// an end, and then by its period alone. Complexity: constant.
[[nodiscard]] inline bool in_force(const Model& model, Index i, std::optional<Day> date) {
  return detail::is_in_force(model, i, date);
}

}  // namespace regelgraf
