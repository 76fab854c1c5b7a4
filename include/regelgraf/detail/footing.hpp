#pragma once

// What a model stands on, one day: the standing set and the purposeful set, compiled for
// differences.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include <regelgraf/detail/support_builder.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// The numbers [first, last), to loop over.
struct Numbers {
  struct At {
    std::uint32_t value;
    std::uint32_t operator*() const { return value; }
    At& operator++() {
      ++value;
      return *this;
    }
    friend bool operator==(At, At) = default;
  };
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] At begin() const { return {first}; }
  [[nodiscard]] At end() const { return {last}; }
};

/// Who requires what in order to stand: `basis` and `needs`.
struct StandingSource {
  using Graph = SupportGraph;
  const Model* model = nullptr;

  [[nodiscard]] std::uint32_t size() const { return model->size(); }
  [[nodiscard]] std::uint32_t requirements() const { return model->requirement_count(); }
  [[nodiscard]] Numbers of(Index i) const {
    const auto [first, last] = model->requirements_of(i);
    return {first, last};
  }
  [[nodiscard]] Index owner(std::uint32_t r) const { return model->owner_of(r); }
  [[nodiscard]] std::uint32_t at_least(std::uint32_t r) const { return model->at_least_of(r); }
  [[nodiscard]] bool founding(std::uint32_t r) const {
    return model->relation_of(r) == Relation::basis;
  }
  [[nodiscard]] std::span<const Index> listed(std::uint32_t r) const { return model->listed(r); }
  [[nodiscard]] std::span<const std::uint32_t> listing(Index i) const { return model->listing(i); }
};

/// The same, its rows spread out for who walks all of them several times. 4 bytes an element and 4
/// a requirement, for as long as it is there.
class SpreadStanding {
 public:
  using Graph = SupportGraph;

  explicit SpreadStanding(const Model& model)
      : model_(&model),
        numbers_(std::size_t{size()} + 1 + std::size_t{requirements()} + 1),
        first_(numbers_.data()),
        listed_first_(first_ + size() + 1),
        listed_(requirements() == 0 ? nullptr : model.listed(0).data()) {
    std::uint32_t r = 0;
    for (Index i = 0; i < size(); ++i) {
      first_[i] = r;
      for (const std::uint32_t last = model.requirements_of(i).second; r < last; ++r)
        listed_first_[r] = static_cast<std::uint32_t>(model.listed(r).data() - listed_);
    }
    first_[size()] = r;
    listed_first_[r] = r == 0 ? 0 : listed_first_[r - 1] + count_of_last();
  }
  SpreadStanding(const SpreadStanding&) = delete;  // it looks at its own numbers
  SpreadStanding& operator=(const SpreadStanding&) = delete;

  [[nodiscard]] std::uint32_t size() const { return model_->size(); }
  [[nodiscard]] std::uint32_t requirements() const { return model_->requirement_count(); }
  [[nodiscard]] Numbers of(Index i) const { return {first_[i], first_[i + 1]}; }
  [[nodiscard]] Index owner(std::uint32_t r) const { return model_->owner_of(r); }
  [[nodiscard]] std::uint32_t at_least(std::uint32_t r) const { return model_->at_least_of(r); }
  [[nodiscard]] bool founding(std::uint32_t r) const {
    return model_->relation_of(r) == Relation::basis;
  }
  [[nodiscard]] std::span<const Index> listed(std::uint32_t r) const {
    return {listed_ + listed_first_[r], listed_ + listed_first_[r + 1]};
  }
  [[nodiscard]] std::span<const std::uint32_t> listing(Index i) const { return model_->listing(i); }

 private:
  [[nodiscard]] std::uint32_t count_of_last() const {
    return static_cast<std::uint32_t>(model_->listed(requirements() - 1).size());
  }

  const Model* model_;
  Block<std::uint32_t> numbers_;  // those of the next two, one behind the other
  std::uint32_t* first_;          // of an element's requirements
  std::uint32_t* listed_first_;   // where what it lists begins in listed_
  const Index* listed_;
};

/// Who requires what in order to have a purpose: one of what it serves; requirement i is that of
/// element i. What is a purpose in itself requires nothing.
struct PurposeSource {
  using Graph = PurposeGraph;
  const Model* model = nullptr;

  [[nodiscard]] std::uint32_t size() const { return model->size(); }
  [[nodiscard]] std::uint32_t requirements() const { return model->size(); }
  [[nodiscard]] Numbers of(Index i) const { return {i, model->is_purpose(i) ? i : i + 1}; }
  [[nodiscard]] Index owner(std::uint32_t r) const { return r; }
  [[nodiscard]] std::uint32_t at_least(std::uint32_t) const { return 1; }
  [[nodiscard]] bool founding(std::uint32_t) const { return true; }
  [[nodiscard]] std::span<const Index> listed(std::uint32_t r) const { return model->serves(r); }
  [[nodiscard]] std::span<const std::uint32_t> listing(Index i) const {
    return model->served_by(i);
  }
};

/// Is element @p i in force on @p date, whatever it leans on? See regelgraf::in_force().
inline bool is_in_force(const Model& model, Index i, std::optional<Day> date) {
  const Status status = model.status(i);
  if (model.inert(i) || status == Status::proposed) return false;
  const Period valid = model.valid(i);
  if (status == Status::repealed && !(date && valid.to)) return false;
  return valid.holds(date);
}

/// The day from which nothing's being in force changes any more.
inline Day last_change(const Model& model) {
  Day last{std::numeric_limits<std::int32_t>::min()};
  for (Index i = 0; i < model.size(); ++i) {
    if (!model.dated(i) || model.inert(i) || model.status(i) == Status::proposed) continue;
    const Period valid = model.valid(i);
    last = std::max({last, valid.from.value_or(last), valid.to.value_or(last)});
  }
  return last;
}

/// The standing and the purposeful set of one day. Immutable; shared by threads.
class Footing {
 public:
  Footing(const Model& model, std::optional<Day> date) {
    Bits candidates;
    candidates.assign(model.size(), false);
    for (Index i = 0; i < model.size(); ++i)
      if (is_in_force(model, i, date)) candidates.set(i);
    standing_ = support_graph(SpreadStanding(model), std::move(candidates));
    purposes_ = purposes_in(model, standing_.members());
  }

  [[nodiscard]] const SupportGraph& standing() const { return standing_; }
  [[nodiscard]] const PurposeGraph& purposes() const { return purposes_; }

  /// Calls @p visit with each column of its graphs.
  template <class Visit>
  void each_column(const Visit& visit) {
    standing_.each_column(visit);
    purposes_.each_column(visit);
  }

  /// Of what stands in @p standing.
  static PurposeGraph purposes_in(const Model& model, const Bits& standing) {
    Bits candidates;
    candidates.assign(model.size(), false);
    for (Index i = 0; i < model.size(); ++i)
      if (standing[i] && (model.is_purpose(i) || !model.serves(i).empty())) candidates.set(i);
    return support_graph(PurposeSource{&model}, std::move(candidates));
  }

 private:
  friend struct regelgraf::ModelParts;
  Footing() = default;
  SupportGraph standing_;
  PurposeGraph purposes_;
};

}  // namespace regelgraf::detail
