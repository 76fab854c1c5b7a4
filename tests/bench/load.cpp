#include "load.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

#include <regelgraf/model_file.hpp>

#include "bench/clock.hpp"
#include "bench/memory.hpp"
#include "bench/must.hpp"

namespace regelgraf::bench {

std::optional<LoadCost> measure_load(const std::filesystem::path& file) {
  const std::string command = "'" + std::filesystem::read_symlink("/proc/self/exe").string() +
                              "' --measure-load '" + file.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  LoadCost cost;
  if (!pipe ||
      std::fscanf(pipe.get(), "%lf %lf %lf %lf %lf %zu %zu", &cost.file_bytes, &cost.seconds,
                  &cost.kept, &cost.peak, &cost.names, &cost.elements, &cost.dependencies) != 7)
    return std::nullopt;
  return cost;
}

int print_load_cost(const std::filesystem::path& file) {
  LoadCost cost;
  cost.file_bytes = static_cast<double>(std::filesystem::file_size(file));
  const double before = resident();
  reset_peak();
  std::optional<Model> model;
  double spent = 0;
  for (int i = 0; i < 5 && spent < 20; ++i) {
    model.reset();
    const double start = cpu_seconds();
    model.emplace(must(load_model(file)));
    const double took = cpu_seconds() - start;
    spent += took;
    cost.seconds = i == 0 ? took : std::min(cost.seconds, took);
    if (i == 0) {
      cost.peak = peak() - before;
      cost.kept = resident() - before;
    }
  }
  cost.names = bytes_of_names(*model);
  cost.elements = model->size();
  cost.dependencies = listed_dependencies(*model);
  std::printf("%.0f %.9f %.0f %.0f %.0f %zu %zu\n", cost.file_bytes, cost.seconds, cost.kept,
              cost.peak, cost.names, cost.elements, cost.dependencies);
  return 0;
}

}  // namespace regelgraf::bench
