#pragma once

// What one element leans on, directly or not, as a small model of its own.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <regelgraf/detail/footing.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// @brief Who requires what among the elements that @p x leans on and @p x, numbered anew in the
/// same order: a source for a SupportGraph.
///
/// Left out is what @p in refuses: it supports nobody. Whether x stands is decided in here alone.
/// Complexity: of the dependencies in it, and an eighth of a byte an element of the model.
class Ancestry {
 public:
  using Graph = SupportGraph;

  template <class In>
  Ancestry(const Model& model, Index x, const In& in) {
    Bits seen;
    seen.assign(model.size(), false);
    const auto reach = [&](Index i) {
      if (seen[i] || !in(i)) return;
      seen.set(i);
      elements_.push_back(i);
    };
    reach(x);
    for (std::size_t at = 0; at < elements_.size(); ++at) {
      const auto [first, last] = model.requirements_of(elements_[at]);
      for (std::uint32_t r = first; r < last; ++r)
        for (const Index above : model.listed(r)) reach(above);
    }
    std::sort(elements_.begin(), elements_.end());
    for (Index i = 0; i < size(); ++i) {
      first_.push_back(requirements());
      const auto [first, last] = model.requirements_of(elements_[i]);
      for (std::uint32_t r = first; r < last; ++r) {
        const RequirementRow& row = model.requirement(r);
        requirements_.push_back({i, row.at_least, row.relation == Relation::basis});
        for (const Index above : model.listed(r))
          if (seen[above]) listed_.push(number_of(above));
        listed_.close();
      }
    }
    first_.push_back(requirements());
    listing_ = listed_.transposed(size());
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(elements_.size()); }
  [[nodiscard]] std::uint32_t requirements() const {
    return static_cast<std::uint32_t>(requirements_.size());
  }
  [[nodiscard]] Numbers of(Index i) const { return {first_[i], first_[i + 1]}; }
  [[nodiscard]] Index owner(std::uint32_t r) const { return requirements_[r].owner; }
  [[nodiscard]] std::uint32_t at_least(std::uint32_t r) const { return requirements_[r].at_least; }
  [[nodiscard]] bool founding(std::uint32_t r) const { return requirements_[r].founding; }
  [[nodiscard]] std::span<const Index> listed(std::uint32_t r) const { return listed_[r]; }
  [[nodiscard]] std::span<const std::uint32_t> listing(Index i) const { return listing_[i]; }

  /// The model's number of element @p i.
  [[nodiscard]] Index element(Index i) const { return elements_[i]; }
  /// The number here of the model's element @p element, which must be in it.
  [[nodiscard]] Index number_of(Index element) const {
    return static_cast<Index>(std::lower_bound(elements_.begin(), elements_.end(), element) -
                              elements_.begin());
  }

 private:
  struct Row {
    Index owner;
    std::uint32_t at_least;
    bool founding;
  };

  std::vector<Index> elements_;  // ascending
  std::vector<std::uint32_t> first_;
  std::vector<Row> requirements_;
  Rows<Index> listed_;
  Rows<std::uint32_t> listing_;
};

}  // namespace regelgraf::detail
