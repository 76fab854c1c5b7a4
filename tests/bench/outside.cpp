#include "outside.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

namespace regelgraf::bench {

void write_for_others(const Model& model, const std::vector<MixedRemoval>& removals,
                      const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream edges(folder / "edges.txt");
  for (std::uint32_t r = 0; r < model.requirement_count(); ++r)
    for (const Index listed : model.listed(r))
      edges << listed << ' ' << model.requirement(r).owner << '\n';
  std::ofstream asked(folder / "removals.txt");
  for (const MixedRemoval& removal : removals) {
    for (const Index i : removal.elements) asked << i << ' ';
    asked << '\n';
  }
}

std::vector<Outside> ask_others(const std::filesystem::path& folder) {
  const std::string command = RG_BENCH_PYTHON " '" RG_SOURCE_DIR
                                              "/tests/bench/compare_python.py' '" +
                              folder.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::vector<Outside> answers;
  std::array<char, 256> line{};
  while (pipe && std::fgets(line.data(), line.size(), pipe.get())) {
    Outside answer;
    std::istringstream words(line.data());
    words >> answer.seconds >> answer.asked >> std::ws;
    std::getline(words, answer.name);
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace regelgraf::bench
