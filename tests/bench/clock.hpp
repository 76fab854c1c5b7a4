#pragma once

/// @file
/// @brief Clocks for measuring, and for nothing else.

#include <chrono>
#include <cstdint>
#include <ctime>

namespace regelgraf::bench {

/// Seconds of a core that this process has had: others on the machine do not count.
inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Nanoseconds of wall time, for what is too short to ask the kernel about.
inline std::int64_t wall_nanoseconds() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace regelgraf::bench
