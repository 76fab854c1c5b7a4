#pragma once

// Work that may take long: Ctrl-C ends it, and a terminal sees how far it has come.

#include <chrono>

#include <regelgraf/limits.hpp>

#include "cli/session.hpp"

namespace regelgraf::cli {

/// While it lives, Ctrl-C ends the calls that limits() is given to; a second one ends the program.
/// A line on standard error tells of work over a second, where that is a terminal. One at a time.
class Patience {
 public:
  explicit Patience(const Session& session);
  ~Patience();
  Patience(const Patience&) = delete;
  Patience& operator=(const Patience&) = delete;

  [[nodiscard]] const Limits& limits() const { return limits_; }

 private:
  bool tell(const Progress& now);

  const Say& say_;
  Limits limits_;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  bool told_ = false;
};

}  // namespace regelgraf::cli
