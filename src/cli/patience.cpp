#include "cli/patience.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>

namespace regelgraf::cli {

namespace {

/// Outlives every call, so that the handler can always reach it.
CancelToken interrupt;

void on_interrupt(int) {
  interrupt.cancel();            // lock-free, so fit for a handler
  std::signal(SIGINT, SIG_DFL);  // whoever presses twice will not wait
}

static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

Patience::Patience(const Session& session) : say_(session.say) {
  limits_.cancel = &interrupt;
  if (is_terminal(stderr)) limits_.progress = [this](const Progress& now) { return tell(now); };
  if (std::signal(SIGINT, on_interrupt) == SIG_IGN) std::signal(SIGINT, SIG_IGN);  // nohup
}

Patience::~Patience() {
  if (std::signal(SIGINT, SIG_DFL) == SIG_IGN) std::signal(SIGINT, SIG_IGN);
  if (!told_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
}

bool Patience::tell(const Progress& now) {
  if (!told_ && std::chrono::steady_clock::now() - started_ < std::chrono::seconds(1)) return true;
  std::string line = say_("arbejder ...", "working ...");
  if (now.total > 0)
    line = say_.figure(static_cast<double>(now.done)) + say_(" af ", " of ") +
           say_.figure(static_cast<double>(now.total)) +
           say_(" (Ctrl-C stopper)", " (Ctrl-C stops)");
  std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
  std::fflush(stderr);
  told_ = true;
  return true;
}

}  // namespace regelgraf::cli
