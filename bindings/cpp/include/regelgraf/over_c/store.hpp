#pragma once

/// @file
/// @brief The store: every state of a model that was ever recorded, by whom, when and why.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <regelgraf/over_c/json.hpp>
#include <regelgraf/over_c/model.hpp>

namespace regelgraf::over_c {
inline namespace v0_1 {

namespace detail {
inline const char* or_null(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}
}  // namespace detail

/// A store in an SQLite file or a PostgreSQL database. Any thread; calls wait for each other. What
/// it answers is JSON, as regelgraf.h says. Throws Unreadable whose at() is the reason: "missing",
/// "foreign", "version", "damaged", "read_only", "full", "unreachable", "unsupported"; Cancelled
/// with "busy" where another writer has it.
class Store : public detail::Handle<rg_store> {
 public:
  /// Opens the store at @p path or `postgresql://...`.
  explicit Store(std::string_view path, bool read_only = false, double wait_seconds = 10)
      : Handle(opened(path, read_only, wait_seconds)) {}
  /// A new, empty one; the file must not be there yet. `:memory:` goes with the handle.
  [[nodiscard]] static Store init(std::string_view path, double wait_seconds = 10) {
    detail::check_library();
    return Store(detail::made<rg_store>(rg_store_init, path.data(), path.size(), wait_seconds));
  }

  /// Records a change set whole, or says why not: {recorded, entry, rebased, conflicts, findings}.
  [[nodiscard]] Json commit(std::string_view change, const LoadOptions& options = {}) {
    return detail::loading(options, [&](const rg_load_options* how) {
      return Json::parse(detail::taken(rg_store_commit, get(), change.data(), change.size(), how));
    });
  }
  /// The number of the newest state; 0: nothing is recorded. Cheap, for polling.
  [[nodiscard]] std::uint64_t state() const {
    std::uint64_t number = 0;
    detail::call(rg_store_state, get(), &number);
    return number;
  }
  /// The entries after a state, oldest first; only what touched @p element.
  [[nodiscard]] Json log(std::uint64_t after = 0, std::string_view element = {},
                         std::string_view recorded_by = {}) const {
    const std::string about = detail::ended(element, "element"),
                      by = detail::ended(recorded_by, "recorded_by");
    return Json::parse(
        detail::taken(rg_store_log, get(), after, detail::or_null(about), detail::or_null(by)));
  }
  /// An entry with what it changed; 0: the newest.
  [[nodiscard]] Json entry(std::uint64_t state = 0) const {
    return Json::parse(detail::taken(rg_store_entry, get(), state));
  }
  /// Which state counts for a pair of dates: {valid_on, recorded, model, entry}.
  [[nodiscard]] Json as_of(std::string_view valid_on = {},
                           std::string_view recorded_by = {}) const {
    const std::string on = detail::ended(valid_on, "valid_on"),
                      by = detail::ended(recorded_by, "recorded_by");
    return Json::parse(
        detail::taken(rg_store_as_of, get(), detail::or_null(on), detail::or_null(by)));
  }
  /// The model of a state; 0: the newest.
  [[nodiscard]] Model model(std::uint64_t state = 0, const Limits& limits = {}) const {
    return detail::within(limits, [&](const rg_limits* given) {
      return Model(detail::made<rg_model>(rg_store_model, get(), state, given));
    });
  }
  /// What changed between two states, in meaning; 0: the newest.
  [[nodiscard]] Diff diff(std::uint64_t from, std::uint64_t to = 0, std::string_view valid_on = {},
                          const Limits& limits = {}) const {
    const std::string on = detail::ended(valid_on, "valid_on");
    return detail::within(limits, [&](const rg_limits* given) {
      return Diff(detail::taken(rg_store_diff, get(), from, to, detail::or_null(on), given));
    });
  }
  /// Who set each field of an element.
  [[nodiscard]] Json blame(std::string_view element, std::string_view recorded_by = {}) const {
    const std::string about = detail::ended(element, "element"),
                      by = detail::ended(recorded_by, "recorded_by");
    return Json::parse(detail::taken(rg_store_blame, get(), about.c_str(), detail::or_null(by)));
  }
  /// A rule review as it was recorded.
  [[nodiscard]] Json review(std::string_view id, std::string_view recorded_by = {}) const {
    const std::string which = detail::ended(id, "id"),
                      by = detail::ended(recorded_by, "recorded_by");
    return Json::parse(detail::taken(rg_store_document, get(), which.c_str(), detail::or_null(by)));
  }
  /// Does everything fit together? What was noted elsewhere is held against it.
  [[nodiscard]] Json verify(std::uint64_t state = 0, std::string_view hash = {},
                            const Limits& limits = {}) const {
    const std::string noted = detail::ended(hash, "hash");
    return detail::within(limits, [&](const rg_limits* given) {
      return Json::parse(
          detail::taken(rg_store_verify, get(), state, detail::or_null(noted), given));
    });
  }
  /// Copies the store to a new SQLite file, while others go on using it.
  void backup(std::string_view path) const {
    detail::call(rg_store_backup, get(), path.data(), path.size());
  }
  /// The whole history as JSON Lines.
  [[nodiscard]] std::string export_lines() const { return detail::taken(rg_store_export, get()); }
  /// Adds the history of an export, of which this one is the beginning; how many entries.
  std::uint64_t import_lines(std::string_view lines, const Limits& limits = {}) {
    return detail::within(limits, [&](const rg_limits* given) {
      std::uint64_t added = 0;
      detail::call(rg_store_import, get(), lines.data(), lines.size(), given, &added);
      return added;
    });
  }
  /// Waits until there is a state after @p state, tells @p told of the newest entry, once, and
  /// returns its number; or @p state when the time is up. What @p told throws comes out.
  std::uint64_t follow(std::uint64_t state, double seconds,
                       const std::function<void(const Json&)>& told,
                       const CancelToken* cancel = nullptr) const {
    Told to{told, {}};
    std::uint64_t seen = 0;
    detail::call(rg_store_follow, get(), state, seconds, cancel ? cancel->get() : nullptr,
                 &Told::tell, static_cast<void*>(&to), &seen);
    to.thrown.rethrow();
    return seen;
  }

 private:
  explicit Store(detail::Owned<rg_store> made) : Handle(std::move(made)) {}

  static detail::Owned<rg_store> opened(std::string_view path, bool read_only,
                                        double wait_seconds) {
    detail::check_library();
    return detail::made<rg_store>(rg_store_open, path.data(), path.size(), read_only ? 1 : 0,
                                  wait_seconds);
  }

  struct Told {
    const std::function<void(const Json&)>& told;
    detail::Thrown thrown;
    static void RG_CALL tell(std::uint64_t, const char* entry, void* data) noexcept {
      Told& self = *static_cast<Told*>(data);
      try {
        if (self.told) self.told(Json::parse(entry));
      } catch (...) {
        self.thrown.keep();
      }
    }
  };
};

}  // namespace v0_1
}  // namespace regelgraf::over_c
