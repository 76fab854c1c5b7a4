#pragma once

// A greatest fixpoint over `needs` with a least fixpoint over `basis` nested in it, by counters.

#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/standing.hpp>

namespace regelgraf::detail {

/// One computation of a standing set.
class StandingSet {
 public:
  StandingSet(const Model& model, const Situation& situation) : model_(model), at_(situation) {}

  std::vector<std::uint8_t> run() {
    start();
    count_needs();
    do {
      drop_what_lacks_needs();
    } while (drop_what_is_unfounded());
    return std::move(stands_);
  }

 private:
  [[nodiscard]] bool kept(Index i) const { return !at_.kept.empty() && at_.kept[i]; }

  void start() {
    const std::uint32_t n = model_.size();
    stands_.resize(n);
    for (Index i = 0; i < n; ++i)
      stands_[i] = kept(i) ? at_.before[i] : in_force(model_, i, at_.date);
    supports_ = stands_;
    for (const Index i : at_.removed) {
      supports_[i] = 0;
      if (!kept(i)) stands_[i] = 0;
    }
    if (at_.held != none) stands_[at_.held] = supports_[at_.held] = 1;
  }

  /// Can the element still fall?
  [[nodiscard]] bool may_fall(Index i) const { return stands_[i] && !kept(i) && i != at_.held; }

  void count_needs() {
    left_.assign(model_.requirement_count(), 0);
    for (std::uint32_t r = 0; r < model_.requirement_count(); ++r) {
      if (model_.requirement(r).relation != Relation::needs) continue;
      for (const Index i : model_.listed(r)) left_[r] += supports_[i];
    }
    for (std::uint32_t r = 0; r < model_.requirement_count(); ++r) {
      const RequirementRow& requirement = model_.requirement(r);
      if (requirement.relation == Relation::needs && left_[r] < requirement.at_least)
        fall(requirement.owner);
    }
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
      for (const std::uint32_t r : model_.listing(gone)) {
        const RequirementRow& requirement = model_.requirement(r);
        if (requirement.relation == Relation::needs && --left_[r] < requirement.at_least)
          fall(requirement.owner);
      }
    }
  }

  /// Builds the founded set from what needs no ground; what is not reached falls. True if any fell.
  bool drop_what_is_unfounded() {
    const std::uint32_t n = model_.size();
    lacking_.assign(n, 0);
    have_.assign(model_.requirement_count(), 0);
    founded_.assign(n, 0);
    std::vector<Index> ready;
    const auto found = [&](Index i) {
      founded_[i] = 1;
      if (supports_[i]) ready.push_back(i);
    };
    for (Index i = 0; i < n; ++i) {
      const auto [first, last] = model_.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r)
        if (model_.requirement(r).relation == Relation::basis) ++lacking_[i];
      if (stands_[i] && (lacking_[i] == 0 || !may_fall(i))) found(i);
    }
    while (!ready.empty()) {
      const Index ground = ready.back();
      ready.pop_back();
      for (const std::uint32_t r : model_.listing(ground)) {
        const RequirementRow& requirement = model_.requirement(r);
        const Index owner = requirement.owner;
        if (requirement.relation != Relation::basis || !stands_[owner] || founded_[owner]) continue;
        if (++have_[r] == requirement.at_least && --lacking_[owner] == 0) found(owner);
      }
    }
    for (Index i = 0; i < n; ++i)
      if (stands_[i] && !founded_[i]) fall(i);
    return !fallen_.empty();
  }

  const Model& model_;
  const Situation& at_;
  std::vector<std::uint8_t> stands_;
  std::vector<std::uint8_t> supports_;  // stands, and counts for those who lean on it
  std::vector<std::uint32_t> left_;     // per `needs` requirement: supporters left
  std::vector<std::uint32_t> have_;     // per `basis` requirement: founded supporters
  std::vector<std::uint32_t> lacking_;  // per element: `basis` requirements not yet met
  std::vector<std::uint8_t> founded_;
  std::vector<Index> fallen_;
};

}  // namespace regelgraf::detail

namespace regelgraf {

inline bool in_force(const Model& model, Index i, std::optional<Day> date) {
  const Element& element = model.element(i);
  if (model.inert(i) || element.status == Status::proposed) return false;
  if (element.status == Status::repealed && !(date && element.valid.to)) return false;
  return element.valid.holds(date);
}

inline std::vector<std::uint8_t> standing_set(const Model& model, const Situation& situation) {
  return detail::StandingSet(model, situation).run();
}

inline std::vector<std::uint8_t> standing_on(const Model& model, std::optional<Day> date) {
  if (!date) return {model.standing().begin(), model.standing().end()};
  Situation situation;
  situation.date = date;
  return standing_set(model, situation);
}

}  // namespace regelgraf
