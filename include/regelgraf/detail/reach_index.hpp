#pragma once

// Which grants, involvements and bars can reach a target at all, looked up from the target.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include <regelgraf/detail/cover.hpp>

namespace regelgraf::detail {

/// Rows of one sort by what their `over` names.
class RowsByOver {
 public:
  /// Adds the row at @p place.
  void add(const ScopeRow& row, std::uint32_t place) {
    for (const OverRow& over : row.over) {
      if (over.id != none)
        put(by_element_[over.id], place);
      else if (over.matter != none)
        put(by_element_[over.matter], place);
      else if (over.issuer != none)
        put(by_issuer_[over.issuer], place);
      else if (over.instrument)
        put(by_instrument_[static_cast<std::size_t>(*over.instrument)], place);
      else
        put(always_, place);  // `*`
    }
  }

  /// Adds to @p places what names the element: it may be the target or a matter above it.
  void naming(Index element, std::vector<std::uint32_t>& places) const {
    take(by_element_, element, places);
  }
  /// Adds what reaches a target by no element's name.
  void reaching(const Model& model, Index target, std::vector<std::uint32_t>& places) const {
    append(always_, places);
    if (model.kind(target) != Kind::rule) return;
    append(by_instrument_[static_cast<std::size_t>(model.instrument(target))], places);
    for (const Index issuer : model.issuers(target)) take(by_issuer_, issuer, places);
  }

 private:
  using Places = std::vector<std::uint32_t>;

  static void put(Places& list, std::uint32_t place) {
    if (list.empty() || list.back() != place) list.push_back(place);
  }
  static void append(const Places& from, Places& to) {
    to.insert(to.end(), from.begin(), from.end());
  }
  static void take(const std::unordered_map<Index, Places>& from, Index key, Places& to) {
    if (const auto at = from.find(key); at != from.end()) append(at->second, to);
  }

  std::unordered_map<Index, Places> by_element_, by_issuer_;
  std::array<Places, words<Instrument>().size()> by_instrument_;
  Places always_;
};

/// The scopes of a model that name one power, by what they reach.
class ReachIndex {
 public:
  ReachIndex(const Model& model, std::string_view power)
      : model_(model), power_(model.power(power)) {
    index(model.grants(), grants_);
    index(model.involvements(), involvements_);
    index(model.bars(), bars_);
  }

  /// What may reach @p target, whose matters with all above them are @p matters. Complexity: linear
  /// in what it finds, sorted.
  [[nodiscard]] Nearby near(Index target, std::span<const Index> matters) const {
    Nearby nearby;
    find(grants_, target, matters, nearby.grants);
    find(involvements_, target, matters, nearby.involvements);
    find(bars_, target, matters, nearby.bars);
    const std::size_t found = nearby.grants.size();
    for (std::size_t at = 0; at < found; ++at)
      for (Index i = model_.grants()[nearby.grants[at]].from; i != none; i = model_.grant(i).from)
        nearby.grants.push_back(
            static_cast<std::uint32_t>(&model_.grant(i) - model_.grants().data()));
    sort_set(nearby.grants);
    return nearby;
  }

 private:
  template <class Row>
  void index(std::span<const Row> rows, RowsByOver& into) const {
    for (std::uint32_t at = 0; at < rows.size(); ++at)
      if (names_power(rows[at])) into.add(rows[at], at);
  }
  [[nodiscard]] bool names_power(const ScopeRow& row) const {
    return row.every_power ||
           (power_ && std::find(row.powers.begin(), row.powers.end(), *power_) != row.powers.end());
  }

  void find(const RowsByOver& rows, Index target, std::span<const Index> matters,
            std::vector<std::uint32_t>& places) const {
    if (model_.kind(target) != Kind::matter) rows.naming(target, places);
    for (const Index matter : matters) rows.naming(matter, places);
    rows.reaching(model_, target, places);
    sort_set(places);
  }

  static void sort_set(std::vector<std::uint32_t>& places) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
  }

  const Model& model_;
  std::optional<std::uint32_t> power_;
  RowsByOver grants_, involvements_, bars_;
};

}  // namespace regelgraf::detail
