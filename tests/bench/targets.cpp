// What issue and design ask for, measured in one run, and a table of it at the end. Measured, never
// a timed test; see README.md here.

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/canonical.hpp>
#include <regelgraf/rank.hpp>
#include <regelgraf/snapshot.hpp>

#include "bench/chains.hpp"
#include "bench/clock.hpp"
#include "bench/compare.hpp"
#include "bench/debian.hpp"
#include "bench/engine.hpp"
#include "bench/generate.hpp"
#include "bench/load.hpp"
#include "bench/memory.hpp"
#include "bench/must.hpp"
#include "bench/outside.hpp"
#include "bench/removals.hpp"
#include "bench/table.hpp"

namespace regelgraf::bench {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> only;  ///< Graphs, as `debian` or `100000`; empty: all.
  fs::path work = fs::temp_directory_path() / "regelgraf_bench";  ///< Removed at the end.
  fs::path exported;  ///< Where edges and removals stay; empty: nowhere.

  [[nodiscard]] bool wants(const std::string& graph) const {
    return only.empty() || std::find(only.begin(), only.end(), graph) != only.end();
  }
};

std::vector<Line> lines;

void note(const std::string& graph, const std::string& what, const std::string& figure,
          const std::string& target = {}, std::optional<bool> met = {}) {
  lines.push_back({graph, what, figure, target, met});
}

std::string times(double ratio) { return decimals(ratio, 2) + " times"; }

void say(const std::string& text) {
  std::fputs((text + "\n").c_str(), stdout);
  std::fflush(stdout);
}

/// The removals, by us and by others.
void measure_removals(const std::string& graph, const Model& model, std::optional<double> wanted,
                      bool with_python, const Options& options) {
  const std::vector<MixedRemoval> removals = mixed_removals(model);
  const Comparison result = compare(model, removals);
  say(printed(result));

  const Cost& ours = result.cost[engine_numbers];
  const double ratio = result.times_faster_than(result.search());
  note(graph, "300 removals, faster than plain search, colours new each time", times(ratio),
       wanted ? "at least " + decimals(*wanted, 1) : "",
       wanted ? std::optional(ratio >= *wanted) : std::nullopt);
  note(graph, "... than plain search, colours wiped where touched",
       times(result.times_faster_than(result.cost[search_wiped])));
  const double ids = result.cost[engine_ids].each() / ours.each();
  note(graph, "ids in, sorted ids out: time over numbers in, numbers out", times(ids), "at most 2",
       ids <= 2);
  note(graph, "all effects (detail ids): time over numbers in, numbers out",
       times(result.cost[engine_effects].each() / ours.each()));
  note(graph, "one removal, median and 99 of 100",
       duration(ours.median) + ", " + duration(ours.p99));
  note(graph, "an edge touched",
       duration(ours.sum / static_cast<double>(std::max<std::size_t>(1, result.edges))));
  note(graph, "plain search is wrong",
       std::to_string(result.search_wrong) + " of " + std::to_string(ours.asked));

  const fs::path folder = (options.exported.empty() ? options.work : options.exported) / graph;
  if (with_python || !options.exported.empty()) write_for_others(model, removals, folder);
  if (!with_python) return;
  for (const Outside& other : ask_others(folder)) {
    if (other.seconds == 0) {
      note(graph, other.name, "not measured");
      continue;
    }
    const double each = other.seconds / static_cast<double>(other.asked);
    note(graph, other.name,
         duration(each * 300) + ", " + decimals(each / ours.each(), 0) + " times ours");
  }
}

/// The same model from a snapshot, beside @p json, which loaded it from JSON Lines.
void measure_snapshot(const std::string& graph, const Model& model, const LoadCost& json,
                      bool with_targets, const Options& options) {
  constexpr double json_target = 250e6, faster = 20;
  const fs::path file = options.work / (graph + ".rgs");
  save_snapshot(model, file);
  const std::optional<LoadCost> cost = measure_load(file);
  fs::remove(file);
  if (!cost) {
    note(graph, "the snapshot", "FAILED", "", false);
    return;
  }
  const double allowed = json.file_bytes / json_target / faster;
  note(graph,
       "the snapshot (" + decimals(cost->file_bytes / 1e6, 1) +
           " MB) to a model, over 250 MB/s / 20",
       decimals(cost->seconds / allowed, 2) + " times", with_targets ? "at most 1" : "",
       with_targets ? std::optional(cost->seconds <= allowed) : std::nullopt);
  note(graph, "... " + duration(cost->seconds) + ", faster than our JSON Lines",
       times(json.seconds / cost->seconds));
}

/// JSON Lines from disk, and what the model takes.
void measure_loading(const std::string& graph, const Model& model, bool with_targets,
                     const Options& options) {
  const fs::path file = options.work / (graph + ".jsonl");
  std::ofstream(file, std::ios::binary) << model_json_lines(model);
  const std::optional<LoadCost> cost = measure_load(file);
  if (!cost) {
    note(graph, "loading", "FAILED", "", false);
    return;
  }
  const double rate = cost->bytes_per_second() / 1e6;
  note(graph,
       "JSON Lines from disk to a frozen model (" + decimals(cost->file_bytes / 1e6, 1) + " MB)",
       decimals(rate, 0) + " MB/s", with_targets ? "at least 250" : "",
       with_targets ? std::optional(rate >= 250) : std::nullopt);
  measure_snapshot(graph, model, *cost, with_targets, options);
  const auto elements = static_cast<double>(cost->elements);
  note(graph, "memory without names, over 50 bytes an element and 19 a dependency",
       decimals(cost->structure() / cost->allowed(), 2) + " times", with_targets ? "at most 1" : "",
       with_targets ? std::optional(cost->structure() <= cost->allowed()) : std::nullopt);
  note(graph, "... bytes an element: all, names, peak while loading",
       decimals(cost->kept / elements, 0) + ", " + decimals(cost->names / elements, 0) + ", " +
           decimals(cost->peak / elements, 0));
  note(graph, "... dependencies an element",
       decimals(static_cast<double>(cost->dependencies) / elements, 2));
  fs::remove(file);
}

/// All elements ranked, over the sum of single removals; of large models every tenth of these.
void measure_rank(const std::string& graph, const Model& model, bool with_target) {
  Engine engine(model);
  const Index stride = model.size() > 200'000 ? 10 : 1;
  double singly = cpu_seconds();
  for (Index i = 0; i < model.size(); i += stride)
    if (model.stands(i)) (void)engine.fallen({&i, 1});
  singly = (cpu_seconds() - singly) * stride;
  const double start = cpu_seconds();
  const std::size_t ranked = rank(model).order.size();
  const double took = cpu_seconds() - start;
  note(graph,
       "rank over " + grouped(ranked) + " elements (" + duration(took) +
           "), over the sum of single removals",
       times(took / singly), with_target ? "at most 1.25" : "",
       with_target ? std::optional(took <= 1.25 * singly) : std::nullopt);
}

/// One graph: removals, loading, memory.
void measure(const std::string& graph, Draft draft, std::optional<double> wanted, bool with_python,
             bool load_targets, const Options& options) {
  const Model model = must(freeze(std::move(draft)));
  say("== " + graph + ": " + grouped(model.size()) + " elements, " +
      grouped(listed_dependencies(model)) + " listed dependencies");
  measure_removals(graph, model, wanted, with_python, options);
  measure_loading(graph, model, load_targets, options);
  measure_rank(graph, model, load_targets);
}

/// The mean of single removals of each of @p elements in turn, in processor time.
double each_alone(const Model& model, const std::vector<Index>& elements) {
  Engine engine(model);
  (void)engine.fallen({elements.data(), 1});  // warm
  std::size_t asked = 0;
  const double start = cpu_seconds();
  double spent = 0;
  for (; spent < 0.3; spent = cpu_seconds() - start)
    for (int i = 0; i < 10; ++i) (void)engine.fallen({&elements[asked++ % elements.size()], 1});
  return spent / static_cast<double>(asked);
}

/// Rings of grounds, where a careless engine walks the whole ring.
void measure_rings() {
  constexpr std::uint32_t small = 100, large = 100'000;
  const auto ring_time = [](std::uint32_t members, std::uint32_t grounded_every) {
    const Model ring = must(freeze(basis_ring(members, grounded_every)));
    std::vector<Index> acts;
    for (Index i = 0; i < ring.size() - members; ++i) acts.push_back(i);
    return each_alone(ring, acts);
  };
  const double own = ring_time(small, 1), own_large = ring_time(large, 1);
  note("rings",
       "one act, each rule has its own: ring of " + grouped(small) + ", of " + grouped(large),
       duration(own) + ", " + duration(own_large), "alike", own_large < 5 * own);
  const double half = ring_time(small, small / 2), half_large = ring_time(large, large / 2);
  note("rings", "one act of two in all: ring of " + grouped(small) + ", of " + grouped(large),
       duration(half) + ", " + duration(half_large), "alike", half_large < 5 * half);
}

/// The sum of single removals grows with the square of a chain's length; `rank` may not.
void measure_chains() {
  constexpr std::uint32_t length = 100'000;
  for (const bool joins : {false, true}) {
    const Model chain = must(freeze(joins ? long_chain_with_joins(length) : long_chain(length)));
    Engine engine(chain);
    const Index head = 0;
    (void)engine.fallen({&head, 1});
    const double start = cpu_seconds();
    const std::size_t fell = engine.fallen({&head, 1}).size();
    note("chains",
         "the head of a chain of " + grouped(length) + (joins ? ", 2 of 3 mixed in" : "") + ": " +
             grouped(fell) + " fall",
         duration(cpu_seconds() - start));
    const auto rank_time = [&](std::uint32_t n) {
      const Model one = must(freeze(joins ? long_chain_with_joins(n) : long_chain(n)));
      const double from = cpu_seconds();
      (void)rank(one);
      return cpu_seconds() - from;
    };
    const double shorter = rank_time(length / 10), longer = rank_time(length);
    note("chains",
         std::string("... rank, a tenth of the length, the whole: ") + duration(shorter) + ", " +
             duration(longer),
         times(longer / shorter), "at most 20", longer <= 20 * shorter);
  }
}

void run(const Options& options) {
  fs::create_directories(options.work);
  for (const auto& [graph, elements, wanted] :
       {std::tuple<const char*, std::uint32_t, std::optional<double>>{"1000", 1'000, {}},
        {"100000", 100'000, 6},
        {"1000000", 1'000'000, 12}})
    if (options.wants(graph))
      measure(graph, governance_shaped(elements), wanted, elements <= 100'000, elements > 1'000,
              options);
  if (options.wants("debian")) {
    if (std::optional<DebianGraph> debian = debian_graph()) {
      say("Debian's packages: " + grouped(debian->clauses) + " clauses, " +
          grouped(debian->dropped) + " dropped because no list knows any of their alternatives");
      measure("debian", std::move(debian->draft), 1.4, false, false, options);
    } else {
      say("Debian's packages: not measured, apt has no lists on this machine (apt-get update)");
      note("debian", "not measured: apt has no lists on this machine", "");
    }
  }
  if (options.wants("chains")) {
    measure_rings();
    measure_chains();
  }
  fs::remove_all(options.work);
  say("\n" + table(lines) +
      "Processor time of one core, the least of several passes. Plain search: breadth first on "
      "Boost's\n"
      "compressed_sparse_row_graph, the better of two ways to give it new colours. How to read "
      "it:\n"
      "tests/bench/README.md.");
}

int usage() {
  std::fputs(
      "usage: regelgraf_targets [--only GRAPH]... [--export FOLDER]\n"
      "  GRAPH: 1000, 100000, 1000000, debian, chains\n"
      "  FOLDER: edges and removals stay there, for compare_python.py\n",
      stderr);
  return 2;
}

}  // namespace
}  // namespace regelgraf::bench

int main(int argc, char** argv) {
  using namespace regelgraf::bench;
  Options options;
  for (int i = 1; i < argc; i += 2) {
    if (i + 1 == argc) return usage();
    const std::string_view option = argv[i];
    if (option == "--measure-load") return print_load_cost(argv[i + 1]);
    if (option == "--only")
      options.only.emplace_back(argv[i + 1]);
    else if (option == "--export")
      options.exported = argv[i + 1];
    else
      return usage();
  }
  run(options);
}
