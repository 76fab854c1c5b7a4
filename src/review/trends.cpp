#include "review/trends.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <regelgraf/detail/text.hpp>

#include "review/alike.hpp"
#include "review/sheet_words.hpp"

namespace regelgraf::qualifying {

namespace {

/// The KLE main group of an area; else the area as it stands.
std::string area_of(const std::string& area) {
  const bool kle = area.size() >= 2 && detail::is_digit(area[0]) && detail::is_digit(area[1]) &&
                   (area.size() == 2 || !detail::is_digit(area[2]));
  return kle ? area.substr(0, 2) : area;
}

/// Keys of the groups a row belongs to; an empty key: it does not say.
std::vector<std::pair<std::string, Name>> keys_of(TrendBy by, const Model& model,
                                                  const Nomination& row, const RowFact* fact) {
  switch (by) {
    case TrendBy::issuer: {
      const bool known = fact && !model.issuers(fact->rule).empty();
      if (!known) return {{{}, {}}};
      // One group: what two made together is theirs together, and counted once.
      const auto issuers = model.issuers(fact->rule);
      if (issuers.size() == 1) return {{std::string(model.id(issuers[0])), {}}};
      Name name{"flere i fællesskab", "several together"};
      return {{"*", name}};
    }
    case TrendBy::area: {
      std::string area = area_of(row.area);
      return {{area, {area, area}}};
    }
    case TrendBy::type: {
      if (row.instrument)
        return {{std::string(to_text(*row.instrument)), name_of(*row.instrument)}};
      if (row.type.empty()) return {{{}, {}}};
      return {{"*", {"andre ord", "other words"}}};
    }
    case TrendBy::level: {
      if (!fact) return {{{}, {}}};
      return {{std::string(to_text(fact->heap)), name_of(fact->heap)}};
    }
    case TrendBy::proposal: {
      if (!row.proposal) return {{{}, {}}};
      return {{std::string(to_text(*row.proposal)), name_of(*row.proposal)}};
    }
  }
  return {};
}

Trend trend_of(TrendBy by, const Model& model, const Nominations& nominations,
               const RowFacts& facts, std::size_t at_least) {
  std::map<std::string, Counted> counted;
  for (std::size_t i = 0; i < nominations.rows.size(); ++i) {
    const Nomination& row = nominations.rows[i];
    const auto fact = facts.of_row.find(i);
    for (auto& [key, name] :
         keys_of(by, model, row, fact == facts.of_row.end() ? nullptr : &fact->second)) {
      Counted& one = counted[key];
      one.group.key = key;
      one.group.name = key.empty() ? Name{"ikke oplyst", "not stated"} : name;
      ++one.group.nominated;
      if (!row.unit.empty()) one.units.insert(collect::key_of(row.unit));
      if (const auto hours = row.hours()) one.group.hours += *hours;
    }
  }
  std::vector<Counted> groups;
  for (auto& [key, one] : counted) {
    one.group.units = one.units.size();
    groups.push_back(std::move(one));
  }
  suppress(groups, at_least);
  Trend trend;
  trend.by = by;
  for (Counted& one : groups) trend.groups.push_back(std::move(one.group));
  std::sort(trend.groups.begin(), trend.groups.end(), [](const TrendGroup& a, const TrendGroup& b) {
    if (a.suppressed != b.suppressed) return b.suppressed;
    if (a.nominated != b.nominated) return a.nominated > b.nominated;
    return a.key < b.key;
  });
  return trend;
}

}  // namespace

void suppress(std::vector<Counted>& groups, std::size_t at_least) {
  std::vector<Counted*> order;
  for (Counted& one : groups) order.push_back(&one);
  std::sort(order.begin(), order.end(), [](const Counted* a, const Counted* b) {
    if (a->units.size() != b->units.size()) return a->units.size() < b->units.size();
    if (a->group.nominated != b->group.nominated) return a->group.nominated < b->group.nominated;
    return a->group.key < b->group.key;
  });
  std::set<std::string> together;
  std::size_t marked = 0;
  for (Counted* one : order) {
    const bool enough = marked == 0 || (marked >= 2 && together.size() >= at_least);
    if (one->units.size() >= at_least && enough) break;
    one->group.suppressed = true;
    together.insert(one->units.begin(), one->units.end());
    ++marked;
  }
  for (Counted* one : order) {
    if (!one->group.suppressed) continue;
    one->group.nominated = 0;
    one->group.units = 0;
    one->group.hours = {};
  }
}

std::vector<Trend> trends_of(const Model& model, const Nominations& nominations,
                             const RowFacts& facts, std::size_t at_least) {
  std::vector<Trend> trends;
  for (const TrendBy by :
       {TrendBy::issuer, TrendBy::area, TrendBy::type, TrendBy::level, TrendBy::proposal})
    trends.push_back(trend_of(by, model, nominations, facts, at_least));
  return trends;
}

}  // namespace regelgraf::qualifying
