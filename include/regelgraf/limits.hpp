#pragma once

/// @file
/// @ingroup vocabulary
/// @brief How long work may take, who may stop it, who wants to see it going on.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <regelgraf/error.hpp>

namespace regelgraf {

/// A switch that ends the calls it was given to. Thread rule: cancel() and cancelled() from any
/// thread at any time; it must outlive the calls.
class CancelToken {
 public:
  /// Asks the calls to end; they throw Error `cancelled` at their next look. For good: make a new
  /// one.
  void cancel() noexcept { cancelled_.store(true, std::memory_order_relaxed); }
  /// Was it thrown?
  [[nodiscard]] bool cancelled() const noexcept {
    return cancelled_.load(std::memory_order_relaxed);
  }

 private:
  std::atomic<bool> cancelled_{false};
};

/// How far work has come.
struct Progress {
  std::string_view stage;   ///< What is going on, as `read`, `freeze`, `rank`: a stable word.
  std::uint64_t done = 0;   ///< Of `total`, in units of the stage; never falls within one stage.
  std::uint64_t total = 0;  ///< 0: not known.
};

/// What a call that can take long is told about time. The default sets no limit.
struct Limits {
  const CancelToken* cancel = nullptr;  ///< Ends the call with Error `cancelled`.
  /// Seconds from the call's start by a monotonic clock, used solely to stop; absent: none. Anytime
  /// questions (rank, cuts, keep_set) then answer what they have, not `complete`; others end with
  /// Error `cancelled`. 0 stops at the first look.
  std::optional<double> seconds;
  /// Called in the calling thread, some ten times a second at most; false ends the call as `cancel`
  /// does.
  std::function<bool(const Progress&)> progress;
};

namespace detail {

/// Looks at the limits of one call, cheaply: count work with step(), all looking is done in here.
class Watch {
 public:
  explicit Watch(const Limits& limits)
      : limits_(&limits), idle_(!limits.cancel && !limits.seconds && !limits.progress) {
    if (!idle_) started_ = told_ = std::chrono::steady_clock::now();
  }

  /// Begins a stage of @p total units.
  void stage(std::string_view name, std::uint64_t total) {
    now_ = {name, 0, total};
    until_look_ = 0;
  }
  /// @p units more are done, at a cost of @p work (about a nanosecond each). Throws Error
  /// `cancelled`; true: the time is up.
  [[nodiscard]] bool step(std::uint64_t units, std::uint64_t work = 1) {
    now_.done += units;
    if (idle_) return false;
    if (until_look_ > work) {
      until_look_ -= work;
      return late_;
    }
    return look();
  }
  /// As step(), for questions that have no answer before the end: late is cancelled.
  void must_step(std::uint64_t units, std::uint64_t work = 1) {
    if (step(units, work)) throw Error(Errc::cancelled, "the time given ran out");
  }

 private:
  bool look() {
    constexpr std::uint64_t between_looks = 1'000'000;  // about a millisecond
    until_look_ = between_looks;
    if (limits_->cancel && limits_->cancel->cancelled())
      throw Error(Errc::cancelled, "cancelled by the caller");
    if (!limits_->seconds && !limits_->progress) return false;
    const auto now = std::chrono::steady_clock::now();
    if (limits_->progress && now - told_ >= std::chrono::milliseconds(100)) {
      told_ = now;
      if (!limits_->progress(now_)) throw Error(Errc::cancelled, "cancelled by the caller");
    }
    if (limits_->seconds)
      late_ = std::chrono::duration<double>(now - started_).count() >= *limits_->seconds;
    return late_;
  }

  const Limits* limits_;
  bool idle_;
  bool late_ = false;
  std::chrono::steady_clock::time_point started_, told_;
  std::uint64_t until_look_ = 0;
  Progress now_;
};

}  // namespace detail

}  // namespace regelgraf
