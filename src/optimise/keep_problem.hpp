#pragma once

// What must stand, what may go, and what the engine settles before a solver is asked.

#include <cstdint>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/detail/removals.hpp>
#include <regelgraf/keep_set.hpp>

namespace regelgraf::optimise {

/// @brief The rules of a scope that stand, ascending.
/// Throws Error unknown_element, invalid_question.
[[nodiscard]] std::vector<Index> rules_in(const KeepScope& scope, const Baseline& baseline,
                                          detail::Watch& watch);

/// @brief One question as the engine sees it: rules in scope, what must stand, what is in doubt.
///
/// In doubt are the elements that stand as things are, do not when everything that could go has
/// gone, and that something that must stand leans on, directly or not.
class KeepProblem {
 public:
  /// @p keep: what must stand beside duties and core tasks.
  KeepProblem(const Baseline& baseline, std::vector<Index> scope, std::span<const Index> keep,
              detail::Watch& watch);

  [[nodiscard]] const Model& model() const { return model_; }
  /// The rules in scope, ascending.
  [[nodiscard]] const std::vector<Index>& scope() const { return scope_; }
  [[nodiscard]] bool in_scope(Index i) const { return is_in_scope_[i]; }
  /// Those without each of which alone something is lost.
  [[nodiscard]] bool indispensable(Index i) const { return is_indispensable_[i]; }
  /// Of the keep list: what does not stand as things are.
  [[nodiscard]] const std::vector<Index>& not_standing() const { return not_standing_; }
  /// Must it stand afterwards?
  [[nodiscard]] bool must_stand(Index i) const { return must_stand_[i]; }
  /// Elements in doubt, ascending.
  [[nodiscard]] const std::vector<Index>& in_doubt() const { return in_doubt_; }
  [[nodiscard]] bool doubtful(Index i) const { return is_in_doubt_[i]; }
  /// Does it stand even when everything that could go has gone?
  [[nodiscard]] bool sure(Index i) const { return is_sure_[i]; }

  /// Is the element in a circle of grounds?
  [[nodiscard]] bool circular(Index i) const {
    return removals_.baseline().footing().standing().looped(i);
  }

  /// Does everything that must stand, when these have gone?
  [[nodiscard]] bool all_stand_without(std::span<const Index> gone);
  /// What stood and does not when these have gone, themselves apart; ascending.
  [[nodiscard]] std::vector<Index> fallen_without(std::span<const Index> gone);
  /// What must stand and is lost when @p also goes after @p gone; ascending.
  [[nodiscard]] std::vector<std::vector<Index>> lost_with_each(std::span<const Index> gone,
                                                               std::span<const Index> also);
  /// Of @p candidates, in this order, what can go beside @p gone one after the other.
  [[nodiscard]] std::vector<Index> drop_in_turn(std::span<const Index> gone,
                                                std::span<const Index> candidates,
                                                std::size_t at_most, detail::Watch& watch);

  /// @brief Tries to keep less: puts a few back at random and drops what can then be dropped, most
  /// costly first. The same for the same arguments, but for the time.
  /// @param kept what is kept of @p candidates; what must stand of @p in_doubt does without the
  /// rest
  /// @param cost of each element, by number
  /// @return what to keep, no more costly
  [[nodiscard]] std::vector<Index> improve(std::vector<Index> kept,
                                           std::span<const Index> candidates,
                                           std::span<const Index> in_doubt,
                                           const std::vector<double>& cost, std::size_t rounds,
                                           detail::Watch& watch);

 private:
  [[nodiscard]] bool all_stand();
  void find_doubt();

  const Model& model_;
  detail::Removals removals_;
  std::vector<Index> scope_, not_standing_, in_doubt_;
  detail::Bits is_in_scope_, is_indispensable_, must_stand_, is_in_doubt_, is_sure_;
};

}  // namespace regelgraf::optimise
