#pragma once

// What is counted, where it belongs, and the sums.

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/burden_by.hpp>
#include <regelgraf/detail/fields.hpp>
#include <regelgraf/detail/inline.hpp>
#include <regelgraf/error.hpp>

namespace regelgraf::detail {

/// Where a rule applies or a task is done: `binds`, `performed_by`.
inline std::span<const Index> burdened(const Model& model, Index i) {
  if (model.kind(i) == Kind::rule) return model.binds(i);
  const auto [first, last] = model.requirements_of(i);
  for (std::uint32_t r = first; r < last; ++r)
    if (model.implied(r)) return model.listed(r);  // of a task: its performers
  return {};
}

class BurdenCount {
 public:
  BurdenCount(const Model& model, const BurdenQuestion& question)
      : model_(model), question_(question) {}

  BurdenAnswer run() {
    check_unit();
    const std::vector<std::uint8_t> stands = standing_on(model_, question_.date);
    for (Index i = 0; i < model_.size(); ++i) {
      if (!stands[i] || (model_.kind(i) != Kind::rule && model_.kind(i) != Kind::task)) continue;
      if (const auto burden = model_.burden(i)) count(i, hours_of(*burden));
    }
    for (auto& [key, group] : groups_) answer_.groups.push_back(std::move(group));
    return std::move(answer_);
  }

 private:
  using Key = std::uint32_t;  // place in the word list, or number of an element

  void check_unit() const {
    if (question_.within == none) return;
    if (question_.within >= model_.size())
      throw Error(Errc::unknown_element, "no such element in this model", "within");
    if (model_.kind(question_.within) != Kind::actor)
      throw Error(Errc::invalid_question, "the unit is no actor", "within");
  }

  void count(Index i, const Hours& hours) {
    const std::span<const Index> places = burdened(model_, i);
    std::vector<Index> inside;
    for (const Index place : places)
      if (question_.within == none || model_.at_or_below(place, question_.within))
        inside.push_back(place);
    if (inside.empty() && !places.empty()) return;
    const double each = places.empty() ? 1 : 1 / static_cast<double>(places.size());
    const double part = places.empty() ? 1 : static_cast<double>(inside.size()) * each;
    add(answer_.total, i, hours, part);
    if (question_.by == BurdenBy::actor) {
      put(i, hours, inside, each);
      return;
    }
    put(i, hours, keys(i), part);
  }

  [[nodiscard]] std::vector<Key> keys(Index i) const {
    const auto listed = [](std::span<const Index> all) {
      return std::vector<Key>(all.begin(), all.end());
    };
    switch (question_.by) {
      case BurdenBy::tier: {
        const auto issuers = model_.issuers(i);
        if (issuers.empty()) return {};
        Tier farthest = model_.tier(issuers.front());
        for (const Index issuer : issuers) farthest = std::max(farthest, model_.tier(issuer));
        return {static_cast<Key>(farthest)};
      }
      case BurdenBy::instrument:
        if (model_.kind(i) != Kind::rule) return {};
        return {static_cast<Key>(model_.instrument(i))};
      case BurdenBy::issuer:
        return listed(model_.issuers(i));
      case BurdenBy::matter:
        return listed(model_.concerns(i));
      case BurdenBy::actor:
        break;
    }
    return {};
  }

  void put(Index i, const Hours& hours, const std::vector<Key>& keys, double part) {
    for (const Key key : keys) add(group(key), i, hours, part);
    if (keys.empty()) add(group(none), i, hours, part);
    if (keys.size() > 1) answer_.shared.push_back(i);
  }

  BurdenGroup& group(Key key) {
    const auto [at, fresh] = groups_.try_emplace(key);
    if (fresh && key != none) {
      switch (question_.by) {
        case BurdenBy::tier:
          at->second.tier = static_cast<Tier>(key);
          break;
        case BurdenBy::instrument:
          at->second.instrument = static_cast<Instrument>(key);
          break;
        default:
          at->second.element = key;
          break;
      }
    }
    return at->second;
  }

  static void add(BurdenSum& sum, Index i, const Hours& hours, double part) {
    sum.hours += part_of(hours.per_year, part);
    sum.one_off += part_of(hours.one_off, part);
    sum.surplus += part_of(hours.surplus, part);
    sum.elements.push_back(i);
  }

  const Model& model_;
  const BurdenQuestion& question_;
  std::map<Key, BurdenGroup> groups_;  // `none`, the unknown, comes last
  BurdenAnswer answer_;
};

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE BurdenAnswer burden(const Model& model, const BurdenQuestion& question) {
  return detail::BurdenCount(model, question).run();
}

}  // namespace regelgraf
#endif
