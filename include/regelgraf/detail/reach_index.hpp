#pragma once

// Which grants, involvements and bars can reach a target at all, looked up from the target.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// Rows of one sort by what their `over` names and by the powers they name. A place is where a row
/// stands among those of its sort.
class RowsByOver {
 public:
  using Places = std::pmr::vector<std::uint32_t>;

  template <class Row>
  explicit RowsByOver(std::span<const Row> rows) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
    for (std::uint32_t place = 0; place < rows.size(); ++place)
      for (const OverRow& over : rows[place].over) {
        if (rows[place].every_power) all.emplace_back(key(over, every_power), place);
        for (const std::uint32_t power : rows[place].powers)
          all.emplace_back(key(over, power), place);
        names_every_power_ = names_every_power_ || rows[place].every_power;
      }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::size_t keys = 0;
    for (std::size_t at = 0; at < all.size(); ++at)
      keys += at == 0 || all[at].first != all[at - 1].first;
    slots_.resize(std::bit_ceil(keys + keys / 3 + 1));  // at most three in four are taken
    for (const auto& [key, place] : all) {
      Slot& slot = slots_[slot_of(key)];
      if (slot.count++ == 0) {
        slot.key = key;
        slot.first = static_cast<std::uint32_t>(places_.size());
      }
      places_.push_back(place);
    }
  }

  /// Fetches what naming() of @p element will look at first.
  void expect_naming(Index element, std::optional<std::uint32_t> power) const {
    if (power && !places_.empty()) prefetch(&slots_[place_of(key(What::element, element, *power))]);
  }
  /// Adds what names @p element, which is the target or a matter above it.
  void naming(Index element, std::optional<std::uint32_t> power, Places& to) const {
    take(What::element, element, power, to);
  }
  /// Adds what reaches rules by who issued them.
  void of_issuer(Index issuer, std::optional<std::uint32_t> power, Places& to) const {
    take(What::issuer, issuer, power, to);
  }
  /// Adds what reaches rules by their instrument.
  void of_instrument(Instrument instrument, std::optional<std::uint32_t> power, Places& to) const {
    take(What::instrument, static_cast<std::uint32_t>(instrument), power, to);
  }
  /// Adds what is over `*`.
  void over_everything(std::optional<std::uint32_t> power, Places& to) const {
    take(What::everything, 0, power, to);
  }

 private:
  enum class What : std::uint8_t { element, issuer, instrument, everything };
  static constexpr std::uint32_t every_power = (1U << 30) - 1;

  static std::uint64_t key(What what, std::uint32_t number, std::uint32_t power) {
    return std::uint64_t{static_cast<std::uint8_t>(what)} << 62 | std::uint64_t{power} << 32 |
           number;
  }
  static std::uint64_t key(const OverRow& over, std::uint32_t power) {
    if (over.id != none) return key(What::element, over.id, power);
    if (over.matter != none) return key(What::element, over.matter, power);
    if (over.issuer != none) return key(What::issuer, over.issuer, power);
    if (over.instrument)
      return key(What::instrument, static_cast<std::uint32_t>(*over.instrument), power);
    return key(What::everything, 0, power);
  }

  /// A key and its places, side by side: one look at memory tells both.
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t first = 0, count = 0;  // in places_; count 0: free
  };

  /// Where the search for @p key begins.
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    const std::uint64_t hash = (key ^ key >> 32) * 0x9E3779B97F4A7C15;
    return (hash ^ hash >> 32) & (slots_.size() - 1);
  }
  /// Where @p key stands among the slots, or the free one where it would.
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    std::size_t at = place_of(key);
    while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void take(What what, std::uint32_t number, std::optional<std::uint32_t> power, Places& to) const {
    if (places_.empty()) return;
    if (power) take(key(what, number, *power), to);
    if (names_every_power_) take(key(what, number, every_power), to);
  }
  void take(std::uint64_t key, Places& to) const {
    const Slot& slot = slots_[slot_of(key)];
    const auto first = places_.begin() + slot.first;
    to.insert(to.end(), first, first + slot.count);
  }

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> places_;  // by key, ascending
  bool names_every_power_ = false;
};

/// What is asked of every grant near a target, beside one another: most need no look at their rows.
struct GrantOutline {
  Index holder = none;         ///< Who alone is named; none: several, or a leader.
  std::uint32_t above = none;  ///< Place of the grant in `from`; none: a root.
  Index over = none;  ///< All that it is over, by id; none: several, or entries with fields.
  bool exclusive = false;
};

/// The scopes of a model by what they reach; kept in the Model.
class ReachIndex {
 public:
  explicit ReachIndex(const Model& model)
      : grants(model.grants()), involvements(model.involvements()), bars(model.bars()) {
    for (const ActorRow& actor : model.actors())
      if (!actor.med_for.empty()) med_bodies.push_back(actor.element);
    outlines.reserve(model.grants().size());
    for (const GrantRow& grant : model.grants())
      outlines.push_back({grant.to.size() == 1 && !grant.to_leader ? grant.to.front() : none,
                          grant.from == none ? none : place_of(model, grant.from),
                          grant.over.size() == 1 ? grant.over.front().id : none, grant.exclusive});
  }

  const RowsByOver grants, involvements, bars;
  std::vector<Index> med_bodies;       ///< Those that sit at somebody's level, ascending.
  std::vector<GrantOutline> outlines;  ///< By place of a grant.

 private:
  static std::uint32_t place_of(const Model& model, Index grant) {
    return static_cast<std::uint32_t>(&model.grant(grant) - model.grants().data());
  }
};

}  // namespace regelgraf::detail
