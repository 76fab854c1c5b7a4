#pragma once

/// @file
/// @brief What can go wrong, by kind; how the C functions are called.

#include <regelgraf.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <regelgraf/over_c/json.hpp>

namespace regelgraf::over_c {
inline namespace v0_1 {

/// What came of a call: rg_status.
enum class Status : std::int32_t {
  ok = RG_OK,
  invalid_argument = RG_INVALID_ARGUMENT,
  invalid_question = RG_INVALID_QUESTION,
  unknown_element = RG_UNKNOWN_ELEMENT,
  wrong_type = RG_WRONG_TYPE,
  invalid_model = RG_INVALID_MODEL,
  unreadable = RG_UNREADABLE,
  personal_data = RG_PERSONAL_DATA,
  too_large = RG_TOO_LARGE,
  cancelled = RG_CANCELLED,
  out_of_memory = RG_OUT_OF_MEMORY,
  internal = RG_INTERNAL
};

/// How much a finding weighs.
enum class Severity : std::int32_t {
  error = RG_SEVERITY_ERROR,
  warning = RG_SEVERITY_WARNING,
  note = RG_SEVERITY_NOTE
};

enum class Language : std::int32_t { da = RG_DANISH, en = RG_ENGLISH };

/// The same in both languages.
struct Text {
  std::string da, en;
};

/// One thing that is wrong with a model, and where.
struct SourceFinding {
  Severity severity = Severity::error;
  std::string code;
  std::string file;
  std::size_t line = 0;    ///< From 1; 0: of no line.
  std::size_t column = 0;  ///< In bytes from 1; 0: of no column.
  std::string element;     ///< Its id; "" where it is about none.
  std::string field;       ///< "" where it is about none.
  Text text, advice;
};

/// What cannot be put, or could not be done. Base of all kinds.
class Error : public std::exception {
 public:
  struct Said {
    Status status = Status::internal;
    std::string message, at, advice;
    std::vector<SourceFinding> findings = {};
  };

  explicit Error(Said said) {
    std::string line = said.at.empty() ? said.message : said.at + ": " + said.message;
    held_ = std::make_shared<const Held>(Held{std::move(said), std::move(line)});
  }

  [[nodiscard]] Status status() const noexcept { return held_->said.status; }
  /// One English line, without a full stop.
  [[nodiscard]] const std::string& message() const noexcept { return held_->said.message; }
  /// Which part of the question is meant, as "remove[0]"; "" where none is.
  [[nodiscard]] const std::string& at() const noexcept { return held_->said.at; }
  /// What to do about it, one English line.
  [[nodiscard]] const std::string& advice() const noexcept { return held_->said.advice; }
  /// Everything that is wrong with a model; empty for questions.
  [[nodiscard]] const std::vector<SourceFinding>& findings() const noexcept {
    return held_->said.findings;
  }
  /// Where and message.
  [[nodiscard]] const char* what() const noexcept override { return held_->line.c_str(); }

 private:
  struct Held {
    Said said;
    std::string line;
  };
  std::shared_ptr<const Held> held_;  // copies of an exception may not throw
};

/// A value that cannot be, a handle that was moved from.
class InvalidArgument : public Error {
  using Error::Error;
};
/// The question has not the documented form.
class InvalidQuestion : public Error {
  using Error::Error;
};
/// An id that the model does not have; the message names the nearest.
class UnknownElement : public Error {
  using Error::Error;
};
/// A fact's value is not of the fact's type.
class WrongType : public Error {
  using Error::Error;
};
/// The input is no model: see findings().
class InvalidModel : public Error {
  using Error::Error;
};
/// A file cannot be read or written.
class Unreadable : public Error {
  using Error::Error;
};
/// Text that looks like a CPR number; it is not repeated.
class PersonalData : public Error {
  using Error::Error;
};
/// Over a stated limit.
class TooLarge : public Error {
  using Error::Error;
};
/// Stopped by the caller.
class Cancelled : public Error {
  using Error::Error;
};
/// No memory was left inside the library. In the host's own code it is std::bad_alloc.
class OutOfMemory : public Error {
  using Error::Error;
};
/// A defect in regelgraf: please report it, with the message.
class Internal : public Error {
  using Error::Error;
};

/// The library found at run time speaks another ABI than the header that was compiled.
class LibraryError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Version of the library, as "0.1.0".
[[nodiscard]] inline std::string_view version() { return rg_version(); }

namespace detail {

inline void check_abi(std::int32_t compiled, std::int32_t found, std::string_view version) {
  if (compiled != found)
    throw LibraryError("regelgraf: this program was compiled for ABI " + std::to_string(compiled) +
                       ", but the library is version " + std::string(version) + " with ABI " +
                       std::to_string(found));
}

/// Before the first handle is made: looked at once.
inline void check_library() {
  static const bool checked = (check_abi(RG_ABI_VERSION, rg_abi_version(), rg_version()), true);
  (void)checked;
}

inline void free_one(rg_error* one) noexcept { rg_error_free(&one); }
inline void free_one(rg_text* one) noexcept { rg_text_free(&one); }
inline void free_one(rg_model* one) noexcept { rg_model_free(&one); }
inline void free_one(rg_load_options* one) noexcept { rg_load_options_free(&one); }
inline void free_one(rg_edges* one) noexcept { rg_edges_free(&one); }
inline void free_one(rg_draft* one) noexcept { rg_draft_free(&one); }
inline void free_one(rg_cancel* one) noexcept { rg_cancel_free(&one); }
inline void free_one(rg_limits* one) noexcept { rg_limits_free(&one); }
inline void free_one(rg_breaks* one) noexcept { rg_breaks_free(&one); }
inline void free_one(rg_session* one) noexcept { rg_session_free(&one); }
inline void free_one(rg_burden* one) noexcept { rg_burden_free(&one); }
inline void free_one(rg_reasons* one) noexcept { rg_reasons_free(&one); }
inline void free_one(rg_findings* one) noexcept { rg_findings_free(&one); }
inline void free_one(rg_plan_options* one) noexcept { rg_plan_options_free(&one); }
inline void free_one(rg_cut_sets* one) noexcept { rg_cut_sets_free(&one); }
inline void free_one(rg_ranking* one) noexcept { rg_ranking_free(&one); }
inline void free_one(rg_question* one) noexcept { rg_question_free(&one); }
inline void free_one(rg_decision* one) noexcept { rg_decision_free(&one); }
inline void free_one(rg_powers* one) noexcept { rg_powers_free(&one); }
inline void free_one(rg_removal* one) noexcept { rg_removal_free(&one); }
inline void free_one(rg_store* one) noexcept { rg_store_free(&one); }
inline void free_one(rg_review* one) noexcept { rg_review_free(&one); }

struct Free {
  template <class T>
  void operator()(T* one) const noexcept {
    free_one(one);
  }
};

template <class T>
using Owned = std::unique_ptr<T, Free>;

inline Text text_of(const Json& said) {
  return said.is_object() ? Text{said["da"].string(), said["en"].string()} : Text{};
}

inline SourceFinding finding_of(const Json& said) {
  const auto text = [&said](const char* name) {
    return said[name].is_string() ? said[name].string() : std::string();
  };
  const auto number = [&said](const char* name) {
    return said[name].is_number() ? static_cast<std::size_t>(said[name].number()) : 0;
  };
  const std::string severity = text("severity");
  SourceFinding made;
  made.severity = severity == "error"     ? Severity::error
                  : severity == "warning" ? Severity::warning
                                          : Severity::note;
  made.code = text("code");
  made.file = text("file");
  made.line = number("line");
  made.column = number("column");
  made.element = text("element");
  made.field = text("field");
  made.text = text_of(said["text"]);
  made.advice = text_of(said["advice"]);
  return made;
}

[[noreturn]] inline void raise(Error::Said said) {
  switch (said.status) {
    case Status::invalid_argument:
      throw InvalidArgument(std::move(said));
    case Status::invalid_question:
      throw InvalidQuestion(std::move(said));
    case Status::unknown_element:
      throw UnknownElement(std::move(said));
    case Status::wrong_type:
      throw WrongType(std::move(said));
    case Status::invalid_model:
      throw InvalidModel(std::move(said));
    case Status::unreadable:
      throw Unreadable(std::move(said));
    case Status::personal_data:
      throw PersonalData(std::move(said));
    case Status::too_large:
      throw TooLarge(std::move(said));
    case Status::cancelled:
      throw Cancelled(std::move(said));
    case Status::out_of_memory:
      throw OutOfMemory(std::move(said));
    case Status::ok:
    case Status::internal:
      break;
  }
  throw Internal(std::move(said));  // what a later library adds, too
}

/// Throws unless @p status is RG_OK.
inline void check(rg_status status, const Owned<rg_error>& error) {
  if (status == RG_OK) return;
  Error::Said said{static_cast<Status>(status), rg_error_message(error.get()),
                   rg_error_at(error.get()), rg_error_advice(error.get())};
  if (!error) said.message = "no memory is left";  // for an error either
  for (std::size_t i = 0; i < rg_error_finding_count(error.get()); ++i)
    said.findings.push_back(finding_of(Json::parse(rg_error_finding(error.get(), i))));
  raise(std::move(said));
}

/// Calls a function that takes `error` last.
template <class Function, class... Arguments>
void call(Function function, Arguments... arguments) {
  rg_error* error = nullptr;
  const rg_status status = function(arguments..., &error);
  check(status, Owned<rg_error>(error));
}

/// Calls a function that hands out a T before `error`.
template <class T, class Function, class... Arguments>
Owned<T> made(Function function, Arguments... arguments) {
  T* out = nullptr;
  rg_error* error = nullptr;
  const rg_status status = function(arguments..., &out, &error);
  Owned<T> one(out);
  check(status, Owned<rg_error>(error));
  return one;
}

/// A text that is borrowed; nothing where it is not there.
template <class Function, class... Arguments>
std::optional<std::string_view> maybe(Function function, Arguments... arguments) {
  std::size_t length = 0;
  const char* text = function(arguments..., &length);
  return text ? std::optional(std::string_view(text, length)) : std::nullopt;
}

/// The same; "" where it is not there.
template <class Function, class... Arguments>
std::string_view view(Function function, Arguments... arguments) {
  return maybe(function, arguments...).value_or(std::string_view());
}

/// Calls a function that hands out a text.
template <class Function, class... Arguments>
std::string taken(Function function, Arguments... arguments) {
  const Owned<rg_text> text = made<rg_text>(function, arguments...);
  return std::string(view(rg_text_data, static_cast<const rg_text*>(text.get())));
}

/// @p text for a parameter that ends with a NUL.
inline std::string ended(std::string_view text, const std::string& at) {
  if (text.find('\0') != text.npos)
    throw InvalidArgument({Status::invalid_argument, "`" + at + "` holds a NUL character", at,
                           "take the NUL character out"});
  return std::string(text);
}

}  // namespace detail

}  // namespace v0_1
}  // namespace regelgraf::over_c
