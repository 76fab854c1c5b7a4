// What the engine costs on generated models beside what targets.cpp measures. Measured, never a
// timed test; see README.md here.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <regelgraf/canonical.hpp>
#include <regelgraf/freeze.hpp>
#include <regelgraf/may.hpp>
#include <regelgraf/who_decides.hpp>

#include "bench/clock.hpp"
#include "bench/generate.hpp"
#include "bench/must.hpp"

namespace regelgraf::bench {
namespace {

using benchmark::State;

/// One generated model and what is asked of it.
class World {
 public:
  explicit World(std::uint32_t elements) {
    std::fprintf(stderr, "generating %u elements\n", elements);
    model.emplace(must(freeze(governance_shaped(elements))));
    choose_questions();
  }

  [[nodiscard]] std::uint32_t size() const { return model->size(); }

  std::optional<Model> model;
  AuthorityQuestion decide;  ///< A case at the lower end of the longest chain of grants.
  AuthorityQuestion repeal;  ///< Of the guideline in the middle of all.

 private:
  /// The end of one of the longest chains of grants; if one of twenty will do, one whose holder may
  /// decide, if on conditions.
  void choose_questions() {
    std::vector<const GrantRow*> lowest;
    std::size_t longest = 1;
    for (const GrantRow& grant : model->grants()) {
      std::size_t links = 0;
      for (Index i = grant.from; i != none; i = model->grant(i).from) ++links;
      if (links > longest) lowest.clear();
      longest = std::max(longest, links);
      if (links == longest) lowest.push_back(&grant);
    }
    decide.power = "decide";
    for (std::size_t i = 0; i < lowest.size(); i += 1 + lowest.size() / 20) {
      decide.target = lowest[i]->over.front().id;
      decide.unit = lowest[i]->to.front();
      if (may(*model, decide.unit, decide).may != Permission::no) break;
    }
    repeal.power = "repeal";
    std::vector<Index> guidelines;
    for (Index i = 0; i < size(); ++i)
      if (model->kind(i) == Kind::rule &&
          model->instrument(i) == Instrument::administrative_guideline)
        guidelines.push_back(i);
    repeal.target = guidelines[guidelines.size() / 2];
  }
};

/// One at a time: the largest takes much memory. Benchmarks are registered size by size.
World& world(const State& state) {
  static std::unique_ptr<World> current;
  const auto elements = static_cast<std::uint32_t>(state.range(0));
  if (!current || current->size() != elements) {
    current.reset();
    current = std::make_unique<World>(elements);
  }
  return *current;
}

void items(State& state, const World& of) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(of.size()));
}

/// A Draft in memory to a frozen model; neither making the one nor ending the other is timed.
void freeze_draft(State& state) {
  const World& of = world(state);
  for (auto _ : state) {
    Draft draft = governance_shaped(of.size());
    const double start = cpu_seconds();
    const Model model = must(freeze(std::move(draft)));
    state.SetIterationTime(cpu_seconds() - start);
    benchmark::DoNotOptimize(&model);
  }
  items(state, of);
}

void digest_of_model(State& state) {
  const World& of = world(state);
  for (auto _ : state) benchmark::DoNotOptimize(digest(*of.model));
  items(state, of);
}

template <class Ask>
void decision(State& state, const Ask& ask) {
  std::size_t options = 0;
  for (auto _ : state) options = ask().options.size();
  state.counters["options"] = static_cast<double>(options);
  state.counters["grants"] = static_cast<double>(world(state).model->grants().size());
}
void who_decides_case(State& state) {
  const World& of = world(state);
  decision(state, [&] { return who_decides(*of.model, of.decide); });
}
void who_decides_repeal(State& state) {
  const World& of = world(state);
  decision(state, [&] { return who_decides(*of.model, of.repeal); });
}
void may_decide(State& state) {
  const World& of = world(state);
  decision(state, [&] { return may(*of.model, of.decide.unit, of.decide); });
}

void add_benchmarks() {
  using Named = std::pair<const char*, void (*)(State&)>;
  const auto add = [](const Named& one, std::int64_t elements) {
    return benchmark::RegisterBenchmark(one.first, one.second)->Arg(elements);
  };
  for (const std::int64_t elements : {1'000, 100'000, 1'000'000}) {
    add({"freeze", freeze_draft}, elements)->UseManualTime()->Unit(benchmark::kMillisecond);
    add({"digest", digest_of_model}, elements)->Unit(benchmark::kMillisecond);
    for (const Named& one : {Named{"who_decides/case", who_decides_case},
                             {"who_decides/repeal", who_decides_repeal},
                             {"may", may_decide}})
      add(one, elements)->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace
}  // namespace regelgraf::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  regelgraf::bench::add_benchmarks();
  benchmark::RunSpecifiedBenchmarks();
}
