// What the engine costs on generated models. Measured, never a timed test; see README.md here.

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/canonical.hpp>
#include <regelgraf/freeze.hpp>
#include <regelgraf/may.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>

#include "bench/generate.hpp"

namespace regelgraf::bench {
namespace {

using benchmark::State;
/// Seconds of one core that this process has had: others on the machine do not count.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// ---- Memory of this process, in bytes
// ------------------------------------------------------------

/// What is resident now, after free memory went back to the system.
double resident() {
  malloc_trim(0);
  std::ifstream file("/proc/self/statm");
  double all = 0, pages = 0;
  file >> all >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

/// The most that was resident since reset_peak(); since the start where the kernel cannot reset it.
double peak() {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024;
}

void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

// ---- What a user would pick instead
// --------------------------------------------------------------

/// Plain reachability over `basis` and `needs`, breadth first on Boost's compressed rows. It takes
/// all that can be reached for lost: wrong wherever a requirement has alternatives left.
class Reachability {
 public:
  explicit Reachability(const Model& model) : color_(model.size(), boost::white_color) {
    std::vector<std::pair<Index, Index>> edges;
    for (std::uint32_t r = 0; r < model.requirement_count(); ++r)
      for (const Index listed : model.listed(r))
        edges.emplace_back(listed, model.requirement(r).owner);
    dependencies_ = edges.size();
    graph_ = Graph(boost::edges_are_unsorted, edges.begin(), edges.end(), model.size());
  }

  /// What removing @p from could touch, itself apart, in no order. Its cost is that of what it
  /// reaches: the colours are wiped one by one.
  const std::vector<Index>& from(Index from) {
    reached_.clear();
    boost::breadth_first_visit(
        graph_, from, queue_, Collect{{}, &reached_},
        boost::make_iterator_property_map(color_.begin(), get(boost::vertex_index, graph_)));
    for (const Index i : reached_) color_[i] = boost::white_color;
    reached_.erase(reached_.begin());
    return reached_;
  }

  [[nodiscard]] std::size_t dependencies() const { return dependencies_; }

 private:
  using Graph =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                         boost::no_property, Index, std::uint32_t>;
  struct Collect : boost::default_bfs_visitor {
    Collect(boost::default_bfs_visitor, std::vector<Index>* into) : reached(into) {}
    void discover_vertex(Index i, const Graph&) const { reached->push_back(i); }
    std::vector<Index>* reached;
  };

  Graph graph_;
  std::size_t dependencies_ = 0;
  std::vector<boost::default_color_type> color_;
  std::vector<Index> reached_;
  boost::queue<Index> queue_;
};

// ---- One generated model and what is asked of it
// -------------------------------------------------

enum Place : std::size_t { leaf, middle, hub, law };

Model must(Frozen frozen) {
  for (const Finding& finding : frozen.findings)
    if (finding.severity == Severity::error)
      throw std::logic_error(finding.element + ": " + finding.field + ": " + finding.message.en);
  return std::move(*frozen.model);
}

class World {
 public:
  explicit World(std::uint32_t elements) {
    std::fprintf(stderr, "generating %u elements\n", elements);
    model.emplace(must(freeze(governance_shaped(elements))));
    reachability.emplace(*model);
    choose_removals();
    choose_question();
  }

  [[nodiscard]] double size() const { return model->size(); }

  std::optional<Model> model;
  std::optional<Reachability> reachability;
  std::array<Index, 4> removal{};
  AuthorityQuestion decide;  ///< A case at the lower end of the longest chain of grants.
  AuthorityQuestion repeal;  ///< Of the rule in the middle.

 private:
  /// Up to 301 standing rules of an instrument, evenly spread, the fewest reached first.
  std::vector<std::pair<std::size_t, Index>> sample(Instrument instrument) {
    std::vector<Index> rules;
    for (Index i = 0; i < model->size(); ++i)
      if (model->kind(i) == Kind::rule && model->stands(i) &&
          model->rule_fields(i).instrument == instrument)
        rules.push_back(i);
    std::vector<std::pair<std::size_t, Index>> result;
    const std::size_t wanted = std::min<std::size_t>(rules.size(), 301);
    for (std::size_t i = 0; i < wanted; ++i) {
      const Index rule = rules[i * rules.size() / wanted];
      result.emplace_back(reachability->from(rule).size(), rule);
    }
    std::sort(result.begin(), result.end());
    return result;
  }

  /// A routine that nothing leans on, and the median of guidelines, of orders and of acts.
  void choose_removals() {
    const auto median = [&](Instrument instrument) {
      const auto rules = sample(instrument);
      return rules[rules.size() / 2].second;
    };
    removal[leaf] = sample(Instrument::practice).front().second;
    removal[middle] = median(Instrument::administrative_guideline);
    removal[hub] = median(Instrument::order);
    removal[law] = median(Instrument::act);
  }

  /// The end of one of the longest chains of grants; if one of twenty will do, one whose holder may
  /// decide, if on conditions.
  void choose_question() {
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
    repeal.target = removal[middle];
  }
};

/// One at a time: the largest takes gigabytes. Benchmarks are registered size by size.
World& world(const State& state) {
  static std::unique_ptr<World> current;
  const auto elements = static_cast<std::uint32_t>(state.range(0));
  if (!current || current->model->size() != elements) {
    current.reset();
    current = std::make_unique<World>(elements);
  }
  return *current;
}

// ---- Benchmarks
// ----------------------------------------------------------------------------------

/// Times @p work alone, neither what it is given nor what it gives back.
template <class Prepare, class Work, class Look>
void each(State& state, const Prepare& prepare, const Work& work, const Look& look) {
  for (auto _ : state) {
    auto input = prepare();
    const double start = cpu_seconds();
    auto result = work(std::move(input));
    state.SetIterationTime(cpu_seconds() - start);
    look(result);
  }
}

void items(State& state, const World& of) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(of.size()));
}

/// Loads from memory. The first load tells the memory too: what is resident for the model
/// afterwards, and the most that was above the text meanwhile.
void load(State& state, const std::string& text) {
  const World& of = world(state);
  double before = 0, kept = 0, most = 0;
  each(
      state,
      [&] {
        if (before == 0) {
          before = resident();
          reset_peak();
        }
        return &text;
      },
      [](const std::string* file) { return must(load_model_text(*file)); },
      [&](const Model& model) {
        if (most != 0) return;
        most = peak() - before;
        kept = resident() - before;
        benchmark::DoNotOptimize(&model);
      });
  items(state, of);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.counters["file_bytes"] = static_cast<double>(text.size());
  state.counters["dependencies"] = static_cast<double>(of.reachability->dependencies());
  state.counters["bytes_per_element"] = kept / of.size();
  state.counters["peak_bytes_per_element"] = most / of.size();
  state.counters["peak_bytes"] = most;
}
void load_jsonl(State& state) { load(state, model_json_lines(*world(state).model)); }
void load_json(State& state) { load(state, model_json(*world(state).model)); }

void freeze_draft(State& state) {
  const World& of = world(state);
  const auto elements = static_cast<std::uint32_t>(of.size());
  each(
      state, [&] { return governance_shaped(elements); },
      [](Draft draft) { return must(freeze(std::move(draft))); },
      [](const Model& model) { benchmark::DoNotOptimize(&model); });
  items(state, of);
}

void digest_of_model(State& state) {
  const World& of = world(state);
  for (auto _ : state) benchmark::DoNotOptimize(digest(*of.model));
  items(state, of);
}

template <Place place>
void reach(State& state) {
  World& of = world(state);
  std::size_t reached = 0;
  for (auto _ : state) reached = of.reachability->from(of.removal[place]).size();
  state.counters["reached"] = static_cast<double>(reached);
  state.SetLabel("WRONG answer, expected speed");
}

template <Place place>
void remove_one(State& state) {
  World& of = world(state);
  Removal removal;
  removal.elements = {of.removal[place]};
  removal.causes = false;
  std::size_t fell = 0;
  const double start = cpu_seconds();
  for (auto _ : state) {
    const WhatBreaks answer = what_breaks(*of.model, removal);
    fell = answer.lapsed.size() + answer.broken.size();
  }
  const double ours = (cpu_seconds() - start) / static_cast<double>(state.iterations());

  std::size_t reached = 0, searches = 1;
  double theirs = 0;
  for (;; searches *= 2) {  // until it is well above the tick of the clock
    const double search_start = cpu_seconds();
    for (std::size_t i = 0; i < searches; ++i)
      reached = of.reachability->from(of.removal[place]).size();
    theirs = cpu_seconds() - search_start;
    if (theirs > 0.05) break;
  }
  theirs /= static_cast<double>(searches);
  state.counters["fell"] = static_cast<double>(fell);
  state.counters["reached"] = static_cast<double>(reached);
  state.counters["times_reach"] = ours / theirs;
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
    for (const Named& one :
         {Named{"load_jsonl", load_jsonl}, {"load_json", load_json}, {"freeze", freeze_draft}})
      add(one, elements)->UseManualTime()->Unit(benchmark::kMillisecond);
    add({"digest", digest_of_model}, elements)->Unit(benchmark::kMillisecond);
    for (const Named& one : {Named{"reach/leaf", reach<leaf>},
                             {"what_breaks/leaf", remove_one<leaf>},
                             {"reach/middle", reach<middle>},
                             {"what_breaks/middle", remove_one<middle>},
                             {"reach/hub", reach<hub>},
                             {"what_breaks/hub", remove_one<hub>},
                             {"who_decides/case", who_decides_case},
                             {"who_decides/repeal", who_decides_repeal},
                             {"may", may_decide}})
      add(one, elements)->Unit(benchmark::kMicrosecond);
    if (elements > 100'000) continue;  // hundreds of duties fall, and each costs a pass
    for (const Named& one : {Named{"reach/act", reach<law>}, {"what_breaks/act", remove_one<law>}})
      add(one, elements)->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace
}  // namespace regelgraf::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::AddCustomContext(
      "reach",
      "plain reachability (Boost, breadth first): the WRONG answer, the speed people expect");
  benchmark::AddCustomContext("times_reach",
                              "time of what_breaks / time of reach; above 1: slower");
  regelgraf::bench::add_benchmarks();
  benchmark::RunSpecifiedBenchmarks();
}
