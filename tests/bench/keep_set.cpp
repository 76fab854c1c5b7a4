// keep_set and best_removals on the reviews of `review_model`: how long, and how near to the best.

#include <regelgraf/freeze.hpp>
#include <regelgraf/keep_set.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/review_model.hpp"

namespace {

using namespace regelgraf;

/// One row: the same review with as much time as is asked for.
void measure(const bench::ReviewShape& shape, std::uint32_t seed, double seconds) {
  const Frozen frozen = freeze(bench::review_draft(shape, seed));
  KeepSetQuestion question;
  question.scope.instruments = {Instrument::procedure};
  Limits limits;
  limits.seconds = seconds;
  const auto start = std::chrono::steady_clock::now();
  const KeepSet answer = keep_set(*frozen.model, question, limits);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%5u %5u %5s %4u  %6.2f  %5zu %10.1f %10.1f  %6.2f %%  %s%s\n", shape.candidates,
              shape.duties, shape.k > 0 ? std::to_string(shape.k).c_str() : "1-3", seed,
              took.count(), answer.keep.size(), answer.hours.likely, answer.bound, answer.gap * 100,
              answer.proven ? "proven" : "not proven", answer.settled ? ", the first" : "");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 60;
  std::printf("rules duties of 3 seed seconds  kept      hours      bound     gap\n");
  for (const regelgraf::bench::ReviewShape shape : {regelgraf::bench::ReviewShape{150, 100, 0},
                                                    {300, 200, 0},
                                                    {150, 100, 1},
                                                    {300, 200, 1},
                                                    {150, 100, 3},
                                                    {300, 200, 3},
                                                    {150, 100, 2},
                                                    {300, 200, 2}})
    for (std::uint32_t seed = 1; seed <= (shape.k == 0 ? 10 : 3); ++seed)
      measure(shape, seed, seconds);
}
