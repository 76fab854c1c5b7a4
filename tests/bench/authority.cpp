// What a question of authority costs through the C ABI, and the same questions for others.
// Measured, never a timed test; see README.md here.

#include <regelgraf.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/snapshot.hpp>

#include "bench/authority_model.hpp"
#include "bench/clock.hpp"
#include "bench/must.hpp"
#include "bench/table.hpp"

namespace regelgraf::bench {
namespace {

namespace fs = std::filesystem;

void must(rg_status status, rg_error* error) {
  if (status == RG_OK) return;
  throw std::runtime_error(rg_error_message(error));
}

/// A question as a host keeps it.
class Asked {
 public:
  Asked(const rg_model* model, const CaseQuestion& one) {
    rg_error* error = nullptr;
    must(rg_question_new(model, one.power.c_str(), one.matter.c_str(), &question_, &error), error);
    if (!one.unit.empty()) must(rg_question_set_unit(question_, one.unit.c_str(), &error), error);
    must(rg_question_set_number(question_, "amount", one.amount, nullptr, &error), error);
  }
  Asked(Asked&& other) noexcept : question_(std::exchange(other.question_, nullptr)) {}
  Asked& operator=(Asked&&) = delete;
  ~Asked() { rg_question_free(&question_); }

  [[nodiscard]] rg_permission may(const char* actor) const {
    rg_permission out = RG_NO;
    rg_error* error = nullptr;
    must(rg_may(question_, actor, &out, &error), error);
    return out;
  }
  [[nodiscard]] std::size_t chain(const char* actor) const {
    std::uint32_t grants[16];
    std::size_t length = 0;
    rg_permission out = RG_NO;
    rg_error* error = nullptr;
    must(rg_may_chain(question_, actor, 16, grants, &length, &out, &error), error);
    return length;
  }
  [[nodiscard]] std::size_t decision() const {
    rg_decision* decision = nullptr;
    rg_error* error = nullptr;
    must(rg_who_decides(question_, &decision, &error), error);
    const std::size_t options = rg_decision_option_count(decision);
    rg_decision_free(&decision);
    return options;
  }
  [[nodiscard]] std::size_t why(const char* actor) const {
    rg_text* text = nullptr;
    rg_error* error = nullptr;
    must(rg_may_json(question_, actor, &text, &error), error);
    std::size_t length = 0;
    rg_text_data(text, &length);
    rg_text_free(&text);
    return length;
  }

 private:
  rg_question* question_ = nullptr;
};

/// Wall time of each call, the least of some passes over all of them.
struct Times {
  std::vector<double> seconds;
  [[nodiscard]] double at(double part) const {
    return seconds[static_cast<std::size_t>(part * static_cast<double>(seconds.size() - 1))];
  }
  [[nodiscard]] std::string text() const { return duration(at(0.5)) + ", " + duration(at(0.99)); }
};

template <class Call>
Times measured(std::size_t count, const Call& call) {
  Times times;
  times.seconds.assign(count, 1e9);
  for (int pass = 0; pass < 5; ++pass)
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t start = wall_nanoseconds();
      call(i);
      const auto took = static_cast<double>(wall_nanoseconds() - start) * 1e-9;
      times.seconds[i] = std::min(times.seconds[i], took);
    }
  std::sort(times.seconds.begin(), times.seconds.end());
  return times;
}

/// As lines of tab-separated fields, for authority_others.mjs.
void write_for_others(const AuthorityModel& made, const std::vector<rg_permission>& answers,
                      const fs::path& folder) {
  fs::create_directories(folder);
  std::ofstream policy(folder / "policy.tsv"), questions(folder / "questions.tsv");
  policy << std::fixed;
  questions << std::fixed;
  for (const PolicyLine& line : made.policy)
    policy << line.holder << '\t' << line.matter << '\t' << line.power << '\t' << line.limit
           << '\n';
  for (std::size_t i = 0; i < made.questions.size(); ++i) {
    const CaseQuestion& one = made.questions[i];
    questions << one.actor << '\t' << one.matter << '\t' << one.power << '\t' << one.amount << '\t'
              << answers[i] << '\n';
  }
}

/// @p times: how many times what is asked of the smaller model is allowed.
void measure(std::uint32_t matters, double times, const fs::path& exported,
             std::vector<Line>& lines) {
  const std::string graph = grouped(std::uint64_t{10} * matters) + " grants";
  std::fprintf(stderr, "generating %s\n", graph.c_str());
  AuthorityModel made = authority_model(matters);
  const fs::path file = fs::temp_directory_path() / "regelgraf_authority.rgs";
  save_snapshot(bench::must(freeze(std::move(made.draft))), file);
  rg_model* model = nullptr;
  rg_error* error = nullptr;
  must(rg_model_open(file.c_str(), RG_NUL_TERMINATED, nullptr, &model, &error), error);
  fs::remove(file);

  std::vector<Asked> asked;
  std::vector<rg_permission> answers;
  std::size_t yes = 0, no = 0;
  for (const CaseQuestion& one : made.questions) {
    asked.emplace_back(model, one);
    answers.push_back(asked.back().may(one.actor.c_str()));
    yes += answers.back() == RG_YES;
    no += answers.back() == RG_NO;
  }
  const std::size_t count = asked.size();
  const auto actor = [&](std::size_t i) { return made.questions[i].actor.c_str(); };
  const Times may = measured(count, [&](std::size_t i) { (void)asked[i].may(actor(i)); });
  const Times whole =
      measured(count, [&](std::size_t i) { (void)Asked(model, made.questions[i]).may(actor(i)); });
  const Times chain = measured(count, [&](std::size_t i) { (void)asked[i].chain(actor(i)); });
  const Times decision = measured(count, [&](std::size_t i) { (void)asked[i].decision(); });
  const Times json = measured(count, [&](std::size_t i) { (void)asked[i].why(actor(i)); });
  lines.push_back({graph,
                   "yes, no, depends of " + grouped(count),
                   grouped(yes) + ", " + grouped(no) + ", " + grouped(count - yes - no),
                   {},
                   {}});
  lines.push_back({graph, "rg_may, median and 99 of 100", may.text(),
                   "at most " + duration(times * 2e-6) + ", " + duration(times * 10e-6),
                   may.at(0.5) <= times * 2e-6 && may.at(0.99) <= times * 10e-6});
  lines.push_back({graph, "rg_may_chain, with the whole chain", chain.text(),
                   "at most " + duration(times * 5e-6), chain.at(0.5) <= times * 5e-6});
  lines.push_back({graph, "rg_may, the question made and freed", whole.text(), {}, {}});
  lines.push_back({graph, "rg_who_decides, everybody", decision.text(), {}, {}});
  lines.push_back({graph, "rg_may_json, reason and chain as text", json.text(), {}, {}});
  asked.clear();
  rg_model_free(&model);
  if (!exported.empty()) write_for_others(made, answers, exported);
}

}  // namespace
}  // namespace regelgraf::bench

/// `regelgraf_authority [FOLDER]`: with a folder, policy and questions of the smaller model go
/// there.
int main(int argc, char** argv) {
  try {
    std::vector<regelgraf::bench::Line> lines;
    regelgraf::bench::measure(1'000, 1, argc > 1 ? argv[1] : "", lines);
    regelgraf::bench::measure(100'000, 2, {}, lines);
    std::fputs(regelgraf::bench::table(lines).c_str(), stdout);
  } catch (const std::exception& wrong) {
    std::fprintf(stderr, "regelgraf_authority: %s\n", wrong.what());
    return 1;
  }
}
