#include "compare.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <span>
#include <stdexcept>
#include <string_view>

#include <regelgraf/what_breaks.hpp>

#include "bench/anew.hpp"
#include "bench/baseline_bfs.hpp"
#include "bench/clock.hpp"
#include "bench/engine.hpp"
#include "bench/table.hpp"

namespace regelgraf::bench {
namespace {

constexpr std::size_t most_passes = 15;
constexpr double enough = 1.5;   // seconds for all passes of a way
constexpr double too_slow = 10;  // seconds after which a pass ends early

using Removals = std::vector<MixedRemoval>;

/// Passes over all removals, one way.
class Measured {
 public:
  Measured(std::function<void(std::size_t)> ask, const Removals& removals)
      : ask_(std::move(ask)),
        removals_(&removals),
        least_(removals.size(), std::numeric_limits<double>::infinity()) {}

  [[nodiscard]] bool wants_more() const {
    return passes_ == 0 || (passes_ < most_passes && spent_ < enough);
  }

  void pass() {
    const double start = cpu_seconds();
    double sum = 0;
    std::size_t asked = 0;
    while (asked < removals_->size() && sum < too_slow) {
      const std::int64_t from = wall_nanoseconds();
      ask_(asked);
      const double took = static_cast<double>(wall_nanoseconds() - from) * 1e-9;
      least_[asked] = std::min(least_[asked], took);
      ++asked;
      if (took > 1e-3) sum = cpu_seconds() - start;
    }
    sum = cpu_seconds() - start;
    spent_ += sum;
    if (passes_++ == 0 || sum < cost_.sum) cost_.sum = sum;
    cost_.asked = asked;
  }

  [[nodiscard]] Cost cost() const {
    Cost cost = cost_;
    std::vector<double> times(least_.begin(),
                              least_.begin() + static_cast<std::ptrdiff_t>(cost.asked));
    std::array<std::size_t, sort_names.size()> count{};
    for (std::size_t i = 0; i < times.size(); ++i) {
      const auto sort = static_cast<std::size_t>((*removals_)[i].sort);
      cost.mean[sort] += times[i];
      ++count[sort];
    }
    for (std::size_t i = 0; i < count.size(); ++i)
      cost.mean[i] /= static_cast<double>(std::max<std::size_t>(1, count[i]));
    std::sort(times.begin(), times.end());
    cost.median = times[times.size() / 2];
    cost.p99 = times[times.size() * 99 / 100];
    return cost;
  }

 private:
  std::function<void(std::size_t)> ask_;
  const Removals* removals_;
  std::vector<double> least_;
  Cost cost_;
  std::size_t passes_ = 0;
  double spent_ = 0;
};

/// Holds the answers against each other, and counts.
void look(const Model& model, const Removals& removals, Engine& engine, Reachability& search,
          Comparison& result) {
  const std::size_t held = model.size() <= 10'000 ? removals.size() : 5;
  std::size_t asked = 0;
  for (const MixedRemoval& removal : removals) {
    if (asked == result.cost[engine_numbers].asked) break;
    const auto answer = engine.fallen(removal.elements);
    std::vector<Index> fallen(answer.begin(), answer.end());
    std::sort(fallen.begin(), fallen.end());
    if (asked++ < held && fallen != fallen_anew(model, removal.elements))
      throw std::logic_error(
          "the engine's answer differs from what falls when all is worked out anew");
    std::vector<Index> reached = search.wiped(removal.elements);
    for (const Index i : reached) result.search_edges += model.listing(i).size();
    for (const auto gone :
         {std::span<const Index>(removal.elements), std::span<const Index>(fallen)})
      for (const Index i : gone) result.edges += model.listing(i).size();
    std::sort(reached.begin(), reached.end());
    std::vector<Index> lost;
    std::vector<Index> removed = removal.elements;
    std::sort(removed.begin(), removed.end());
    std::set_difference(reached.begin(), reached.end(), removed.begin(), removed.end(),
                        std::back_inserter(lost));
    result.search_wrong += lost != fallen;
    result.search_reached += lost.size();
    result.fell += fallen.size();
  }
}

}  // namespace

Comparison compare(const Model& model, const Removals& removals) {
  Reachability search(model);
  Engine engine(model);
  volatile std::size_t sink = 0;  // nothing is worked out for nobody

  std::vector<std::vector<std::string>> asked_ids;
  for (const MixedRemoval& removal : removals) {
    asked_ids.emplace_back();
    for (const Index i : removal.elements) asked_ids.back().emplace_back(model.id(i));
  }
  std::vector<Index> numbers;
  std::vector<std::string_view> ids;

  std::vector<Measured> measured;
  const auto way = [&](auto ask) { measured.emplace_back(ask, removals); };
  way([&](std::size_t i) { sink = search.fresh(removals[i].elements).size(); });
  way([&](std::size_t i) { sink = search.fresh_wide(removals[i].elements).size(); });
  way([&](std::size_t i) { sink = search.wiped(removals[i].elements).size(); });
  way([&](std::size_t i) { sink = engine.fallen(removals[i].elements).size(); });
  way([&](std::size_t i) {
    numbers.clear();
    ids.clear();
    for (const std::string& id : asked_ids[i]) numbers.push_back(*model.find(id));
    for (const Index fallen : engine.fallen(numbers)) ids.emplace_back(model.id(fallen));
    sink = ids.size();
  });
  way([&](std::size_t i) { sink = engine.effects(removals[i].elements).broken.size(); });
  way([&](std::size_t i) {
    Removal removal;
    removal.elements = removals[i].elements;
    removal.causes = false;
    sink = what_breaks(model, removal).broken.size();
  });

  for (bool more = true; more;) {  // turn by turn: what else the machine does hits all alike
    more = false;
    for (Measured& one : measured)
      if (one.wants_more()) {
        one.pass();
        more = true;
      }
  }
  Comparison result;
  result.removals = removals.size();
  for (std::size_t i = 0; i < ways; ++i) result.cost[i] = measured[i].cost();
  look(model, removals, engine, search, result);
  return result;
}

std::string printed(const Comparison& comparison) {
  constexpr std::array<const char*, ways> names{"plain search, Boost's own colours, new each time",
                                                "plain search, vector of colours, new each time",
                                                "plain search, colours wiped where touched",
                                                "regelgraf, numbers in, numbers out",
                                                "regelgraf, ids in, sorted ids out",
                                                "regelgraf, all effects as numbers",
                                                "regelgraf, the same, a new workspace each time"};
  std::string text = padded("", 50);
  for (const char* head : {"sum", "median", "p99"}) text += padded(head, 11, true);
  for (const auto head : sort_names) text += padded(std::string(head), 12, true);
  text += '\n';
  for (std::size_t i = 0; i < ways; ++i) {
    const Cost& cost = comparison.cost[i];
    text += padded(names[i], 50);
    for (const double time : {cost.sum, cost.median, cost.p99})
      text += padded(duration(time), 11, true);
    for (const double time : cost.mean) text += padded(duration(time), 12, true);
    if (cost.asked < comparison.removals)
      text += "  (stopped: the first " + std::to_string(cost.asked) + " only)";
    text += '\n';
  }
  const auto asked = static_cast<double>(comparison.cost[engine_numbers].asked);
  text += "plain search wrong for " + std::to_string(comparison.search_wrong) + " of " +
          std::to_string(comparison.cost[engine_numbers].asked) +
          " removals; on average it takes " +
          decimals(static_cast<double>(comparison.search_reached) / asked, 0) + " for lost where " +
          decimals(static_cast<double>(comparison.fell) / asked, 0) + " fell; edges touched " +
          grouped(comparison.search_edges) + " by it, " + grouped(comparison.edges) + " by us\n";
  return text;
}

}  // namespace regelgraf::bench
