#pragma once

// The only try and catch of this layer, and the checks every call begins with.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <exception>
#include <filesystem>
#include <new>
#include <string_view>
#include <utility>

#include <regelgraf/error.hpp>
#include <regelgraf/model.hpp>

#include "files/files.hpp"
#include "handles.hpp"

namespace capi {

/// An argument that breaks the treaty.
struct BadArgument {
  std::string what;
};

/// A model that was refused, with its findings.
struct Refused {
  rg_status status;
  std::string message;
  std::vector<std::string> findings;
  std::string at = {};
};

[[nodiscard]] inline rg_status status_of(regelgraf::Errc code) {
  using regelgraf::Errc;
  switch (code) {
    case Errc::invalid_question:
      return RG_INVALID_QUESTION;
    case Errc::unknown_element:
      return RG_UNKNOWN_ELEMENT;
    case Errc::wrong_type:
      return RG_WRONG_TYPE;
    case Errc::invalid_model:
      return RG_INVALID_MODEL;
    case Errc::unreadable:
      return RG_UNREADABLE;
    case Errc::personal_data:
      return RG_PERSONAL_DATA;
    case Errc::too_large:
      return RG_TOO_LARGE;
    case Errc::cancelled:
      return RG_CANCELLED;
  }
  return RG_INTERNAL;
}

/// The error handed out when there is no memory left to build one. Never freed.
[[nodiscard]] rg_error* out_of_memory();

/// Hands an error to the caller. With no memory left for it that is what the call ends with.
inline rg_status report(rg_error** error, rg_status status, std::string_view message,
                        std::string_view at = {},
                        std::vector<std::string>* findings = nullptr) noexcept {
  if (!error) return status;
  try {
    auto made = std::make_unique<rg_error>();
    made->status = status;
    made->message = message;
    made->at = at;
    if (findings) made->findings = std::move(*findings);
    *error = made.release();
    return status;
  } catch (...) {
    *error = out_of_memory();
    return RG_OUT_OF_MEMORY;
  }
}

/// Runs @p body and turns what it throws into a status.
template <class Body>
rg_status guarded(rg_error** error, Body&& body) noexcept {
  if (error) *error = nullptr;
  try {
    body();
    return RG_OK;
  } catch (const BadArgument& bad) {
    return report(error, RG_INVALID_ARGUMENT, bad.what);
  } catch (Refused& refused) {
    return report(error, refused.status, refused.message, refused.at, &refused.findings);
  } catch (const regelgraf::Error& e) {
    return report(error, status_of(e.code()), e.what(), e.at());
  } catch (const std::bad_alloc&) {
    if (error) *error = out_of_memory();
    return RG_OUT_OF_MEMORY;
  } catch (const std::exception& e) {
    return report(error, RG_INTERNAL, e.what());
  } catch (...) {
    return report(error, RG_INTERNAL, "unknown exception");
  }
}

/// Frees what @p handle holds and empties it, so that a second call does nothing.
template <class Handle>
void dispose(Handle** handle) noexcept {
  if (handle) delete std::exchange(*handle, nullptr);
}

inline void require(bool given, const char* what) {
  if (!given) throw BadArgument{what};
}

/// Bytes of the caller's: present, and no longer than memory.
inline std::string_view bytes(const char* data, size_t length, const std::string& what) {
  if (!data) throw BadArgument{what + " is NULL"};
  if (length == RG_NUL_TERMINATED) return data;
  if (length > PTRDIFF_MAX) throw BadArgument{what + " is longer than memory"};
  return {data, length};
}

/// Text of the caller's: present, UTF-8.
inline std::string_view text(const char* data, size_t length, const std::string& what) {
  const std::string_view view = bytes(data, length, what);
  if (!regelgraf::ask::is_utf8(view)) throw BadArgument{what + " is not UTF-8"};
  return view;
}
inline std::string_view text(const char* data, const std::string& what) {
  return text(data, RG_NUL_TERMINATED, what);
}

/// A path: as text(), and whole; a NUL within would name another file.
inline std::filesystem::path path(const char* data, size_t length) {
  const std::string_view view = text(data, length, "path");
  require(view.find('\0') == std::string_view::npos, "path holds a NUL");
  return regelgraf::files::path_of(view);
}

/// Part @p field of a question: as text(), and no CPR number.
inline std::string_view asked(const char* data, const char* field) {
  const std::string_view view = text(data, field);
  regelgraf::ask::refuse_personal_data(view, field);
  return view;
}

/// The elements of list @p field of a question.
inline std::vector<regelgraf::Index> elements(const regelgraf::Model& model, const char* const* ids,
                                              size_t count, const char* field) {
  require(count <= PTRDIFF_MAX / sizeof *ids, "count is more than memory");
  std::vector<regelgraf::Index> result;
  for (size_t i = 0; i < count; ++i)
    result.push_back(regelgraf::ask::find_element(
        model, asked(ids[i], field), std::string(field) + "[" + std::to_string(i) + "]"));
  return result;
}

/// Refuses a question that names neither power nor target.
inline void require_whole(const rg_question* question) {
  require(question, "question is NULL");
  if (question->rep.question.power.empty())
    throw regelgraf::Error(regelgraf::Errc::invalid_question, "the question names no power",
                           "power");
}

inline regelgraf::Language language_of(rg_language language) {
  static_assert(static_cast<int>(regelgraf::Language::da) == RG_DANISH &&
                static_cast<int>(regelgraf::Language::en) == RG_ENGLISH);
  require(language == RG_DANISH || language == RG_ENGLISH, "no such language");
  return static_cast<regelgraf::Language>(language);
}

/// What the caller set, for the time of one call; NULL sets none.
[[nodiscard]] regelgraf::Limits limits_of(const rg_limits* limits);

/// Lends @p string to the caller.
inline const char* lend(const std::string& string, size_t* length) {
  if (length) *length = string.size();
  return string.c_str();
}
/// Lends an id of a model: a NUL stands behind it.
inline const char* lend(regelgraf::IdView id, size_t* length) {
  if (length) *length = id.size();
  return id.data();
}
inline const char* lend_nothing(size_t* length) {
  if (length) *length = 0;
  return nullptr;
}

/// Lends @p count ids to the caller's arrays, either of which may be NULL; how many they are.
template <class Id>
size_t lend_ids(size_t count, const char** ids, size_t* lengths, const Id& id) {
  for (size_t i = 0; i < count; ++i) {
    const regelgraf::IdView one = id(i);
    if (ids) ids[i] = one.data();
    if (lengths) lengths[i] = one.size();
  }
  return count;
}

/// Writes @p one of the items first, first + 1, ... of @p size into @p out; how many there were.
template <class Out, class One>
size_t fill(size_t size, size_t first, size_t count, Out* out, const One& one) {
  if (!out || first >= size) return 0;
  const size_t written = std::min(count, size - first);
  for (size_t i = 0; i < written; ++i) out[i] = one(first + i);
  return written;
}

/// One bound of a figure; 0 where there is no such.
inline double bound(const regelgraf::Range& range, rg_bound which) {
  switch (which) {
    case RG_LOW:
      return range.low;
    case RG_LIKELY:
      return range.likely;
    case RG_HIGH:
      return range.high;
    default:
      return 0;
  }
}

/// A day, or none for an empty text.
inline std::optional<regelgraf::Day> day(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto day = regelgraf::day_from_text(text);
  if (!day)
    throw regelgraf::Error(regelgraf::Errc::invalid_question, "expected a day as YYYY-MM-DD",
                           "date");
  return day;
}

}  // namespace capi
