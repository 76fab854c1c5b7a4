#pragma once

// What stands after a change, and what then has a purpose: whole sets, by counting. A change may
// touch anything and needs a model of its own, so there is no difference to follow.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// A byte an element.
using Marks = std::vector<std::uint8_t>;

/// A changed model on a day, without what is removed, and with what is kept as it stood.
struct AfterChange {
  const Model& model;
  std::optional<Day> date;
  Marks removed;
  Marks kept;  ///< Stands as in `before`; what is removed and kept supports nobody who is not.
  Marks before;
  Index held = none;  ///< Stands whatever else is so (for unmet duties).
};

/// One computation of a standing set.
class ChangedStanding {
 public:
  explicit ChangedStanding(const AfterChange& at)
      : at_(at), model_(at.model), n_(at.model.size()) {}

  Marks run() {
    stands_.resize(n_);
    supports_.resize(n_);
    for (Index i = 0; i < n_; ++i) {
      stands_[i] = at_.kept[i] ? at_.before[i] : !at_.removed[i] && in_force(model_, i, at_.date);
      if (i == at_.held) stands_[i] = 1;
      supports_[i] = stands_[i] && (i == at_.held || !at_.removed[i]);
    }
    count_needs();
    do {
      drop_what_lacks_needs();
    } while (drop_what_is_unfounded());
    return std::move(stands_);
  }

 private:
  [[nodiscard]] bool may_fall(Index i) const { return stands_[i] && !at_.kept[i] && i != at_.held; }
  [[nodiscard]] bool needed(std::uint32_t r) const {
    return model_.relation_of(r) == Relation::needs;
  }

  void count_needs() {
    left_.assign(model_.requirement_count(), 0);
    for (std::uint32_t r = 0; r < model_.requirement_count(); ++r)
      if (needed(r))
        for (const Index i : model_.listed(r)) left_[r] += supports_[i];
    for (std::uint32_t r = 0; r < model_.requirement_count(); ++r)
      if (needed(r) && left_[r] < model_.at_least_of(r)) fall(model_.owner_of(r));
  }

  void fall(Index i) {
    if (!may_fall(i)) return;
    stands_[i] = supports_[i] = 0;
    fallen_.push_back(i);
  }

  void drop_what_lacks_needs() {
    while (!fallen_.empty()) {
      const Index gone = fallen_.back();
      fallen_.pop_back();
      for (const std::uint32_t r : model_.listing(gone))
        if (needed(r) && --left_[r] < model_.at_least_of(r)) fall(model_.owner_of(r));
    }
  }

  /// Builds the founded set from what needs no ground; what is not reached falls. True if any fell.
  bool drop_what_is_unfounded() {
    std::vector<std::uint32_t> lacking(n_, 0);  // `basis` requirements not yet met
    std::vector<std::uint32_t> have(model_.requirement_count(), 0);
    Marks founded(n_, 0);
    std::vector<Index> ready;
    const auto found = [&](Index i) {
      founded[i] = 1;
      if (supports_[i]) ready.push_back(i);
    };
    for (Index i = 0; i < n_; ++i) {
      const auto [first, last] = model_.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r) lacking[i] += !needed(r);
      if (stands_[i] && (lacking[i] == 0 || !may_fall(i))) found(i);
    }
    while (!ready.empty()) {
      const Index ground = ready.back();
      ready.pop_back();
      for (const std::uint32_t r : model_.listing(ground)) {
        const Index owner = model_.owner_of(r);
        if (needed(r) || !stands_[owner] || founded[owner]) continue;
        if (++have[r] == model_.at_least_of(r) && --lacking[owner] == 0) found(owner);
      }
    }
    for (Index i = 0; i < n_; ++i)
      if (stands_[i] && !founded[i]) fall(i);
    return !fallen_.empty();
  }

  const AfterChange& at_;
  const Model& model_;
  const std::uint32_t n_;
  Marks stands_;
  Marks supports_;                   // stands, and counts for those who lean on it
  std::vector<std::uint32_t> left_;  // per `needs` requirement: supporters left
  std::vector<Index> fallen_;        // whose fall has not been told yet
};

/// Which elements of @p standing have a purpose; of what is kept, those that had one @p before.
inline Marks purposes_after(const AfterChange& at, const Marks& standing, const Marks& before) {
  const Model& model = at.model;
  Marks purposeful(model.size(), 0);
  std::vector<Index> open;
  const auto take = [&](Index i) {
    if (!standing[i] || at.removed[i] || purposeful[i] || (at.kept[i] && !before[i])) return;
    purposeful[i] = 1;
    open.push_back(i);
  };
  for (Index i = 0; i < model.size(); ++i)
    if (at.kept[i] || model.is_purpose(i)) take(i);
  while (!open.empty()) {
    const Index purpose = open.back();
    open.pop_back();
    for (const Index i : model.served_by(purpose)) take(i);
  }
  return purposeful;
}

}  // namespace regelgraf::detail
