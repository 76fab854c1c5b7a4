#pragma once

/// @file
/// @brief How long a call may take, who may stop it, who wants to see it; how a model is loaded.

#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <regelgraf/over_c/error.hpp>

namespace regelgraf::over_c {
inline namespace v0_1 {

/// A switch that ends the calls it was given to. Copies are the same switch.
class CancelToken {
 public:
  CancelToken() {
    detail::check_library();
    held_ = detail::made<rg_cancel>(rg_cancel_new);
  }

  /// End the calls, now and later: they throw Cancelled. From any thread; for good.
  void cancel() const { rg_cancel_trigger(held_.get()); }
  [[nodiscard]] bool cancelled() const { return rg_cancel_is_triggered(held_.get()) != 0; }

  [[nodiscard]] const rg_cancel* get() const noexcept { return held_.get(); }

 private:
  std::shared_ptr<rg_cancel> held_;
};

/// How far a call has come.
struct Progress {
  std::string_view stage;   ///< As "rank": a stable word.
  std::uint64_t done = 0;   ///< Never falls within one stage.
  std::uint64_t total = 0;  ///< 0: not known.
};

/// Limits of one call.
struct Limits {
  std::optional<CancelToken> cancel = {};
  /// From the start of the call. When they are up, rank and what_may answer what they have and are
  /// not complete; others throw Cancelled.
  std::optional<double> seconds = {};
  /// Told in the calling thread, some ten times a second at most. False ends the call, which throws
  /// Cancelled; what it throws itself comes out of the call.
  std::function<bool(const Progress&)> progress = {};
};

enum class LogLevel : std::int32_t {
  info = RG_LOG_INFO,
  warning = RG_LOG_WARNING,
  error = RG_LOG_ERROR
};

/// How a model is loaded.
struct LoadOptions {
  /// Layers by name, as text; they go before those in folders, and those before the ones built in.
  std::map<std::string, std::string> layers = {};
  std::vector<std::string> folders = {};
  /// Most bytes of one file after unpacking; 1 GiB if not given.
  std::optional<std::uint64_t> max_bytes = {};
  /// Let text pass that looks like a CPR number.
  bool allow_personal_data = false;
  Limits limits = {};
  /// Told what happens, one English line each, in the calling thread. What it throws comes out of
  /// the call, at its end.
  std::function<void(LogLevel, std::string_view)> log = {};
  LogLevel log_from = LogLevel::info;
};

namespace detail {

/// What a callback threw, on its way around the C code.
class Thrown {
 public:
  void keep() noexcept {
    if (!first_) first_ = std::current_exception();
  }
  [[nodiscard]] bool any() const noexcept { return first_ != nullptr; }
  void rethrow() {
    if (first_) std::rethrow_exception(std::exchange(first_, nullptr));
  }

  /// What @p calls gives, unless a callback threw meanwhile.
  template <class Calls>
  auto around(Calls calls) {
    try {
      auto given = calls();
      rethrow();
      return given;
    } catch (const Error&) {
      rethrow();
      throw;
    }
  }

 private:
  std::exception_ptr first_;
};

/// Limits as C takes them, for one call.
class CallLimits {
 public:
  CallLimits(const Limits& limits, Thrown& thrown) : progress_(limits.progress), thrown_(thrown) {
    if (!limits.cancel && !limits.seconds && !limits.progress) return;
    made_ = made<rg_limits>(rg_limits_new);
    if (limits.cancel) rg_limits_set_cancel(made_.get(), limits.cancel->get());
    if (limits.seconds) call(rg_limits_set_seconds, made_.get(), *limits.seconds);
    if (limits.progress) rg_limits_set_progress(made_.get(), tell, this);
  }
  CallLimits(const CallLimits&) = delete;
  CallLimits& operator=(const CallLimits&) = delete;

  [[nodiscard]] const rg_limits* get() const { return made_.get(); }

 private:
  static std::int32_t RG_CALL tell(const char* stage, std::uint64_t done, std::uint64_t total,
                                   void* data) noexcept {
    CallLimits& self = *static_cast<CallLimits*>(data);
    try {
      return self.progress_(Progress{stage, done, total}) ? 1 : 0;
    } catch (...) {
      self.thrown_.keep();
      return 0;
    }
  }

  const std::function<bool(const Progress&)>& progress_;
  Thrown& thrown_;
  Owned<rg_limits> made_;
};

/// `calls(limits as C takes them)`; what progress throws comes out.
template <class Calls>
auto within(const Limits& limits, Calls calls) {
  Thrown thrown;
  const CallLimits given(limits, thrown);
  return thrown.around([&] { return calls(given.get()); });
}

/// Load options as C takes them, for one call.
class CallOptions {
 public:
  CallOptions(const LoadOptions& options, Thrown& thrown)
      : limits_(options.limits, thrown), log_(options.log), thrown_(thrown) {
    check_library();
    made_ = made<rg_load_options>(rg_load_options_new);
    rg_load_options* to = made_.get();
    for (const auto& [name, text] : options.layers)
      call(rg_load_options_add_layer, to, name.data(), name.size(), text.data(), text.size());
    for (const std::string& folder : options.folders)
      call(rg_load_options_add_folder, to, folder.data(), folder.size());
    if (options.max_bytes) rg_load_options_set_max_bytes(to, *options.max_bytes);
    rg_load_options_set_allow_personal_data(to, options.allow_personal_data ? 1 : 0);
    rg_load_options_set_limits(to, limits_.get());
    if (options.log)
      rg_load_options_set_log(to, static_cast<rg_log_level>(options.log_from), write, this);
  }
  CallOptions(const CallOptions&) = delete;
  CallOptions& operator=(const CallOptions&) = delete;

  [[nodiscard]] const rg_load_options* get() const { return made_.get(); }

 private:
  static void RG_CALL write(rg_log_level level, const char* message, void* data) noexcept {
    CallOptions& self = *static_cast<CallOptions*>(data);
    if (self.thrown_.any()) return;
    try {
      self.log_(static_cast<LogLevel>(level), message);
    } catch (...) {
      self.thrown_.keep();
    }
  }

  CallLimits limits_;
  const std::function<void(LogLevel, std::string_view)>& log_;
  Thrown& thrown_;
  Owned<rg_load_options> made_;
};

/// `calls(options as C takes them)`; what progress and log throw comes out.
template <class Calls>
auto loading(const LoadOptions& options, Calls calls) {
  Thrown thrown;
  const CallOptions given(options, thrown);
  return thrown.around([&] { return calls(given.get()); });
}

}  // namespace detail

}  // namespace v0_1
}  // namespace regelgraf::over_c
