#pragma once

/// @file
/// @ingroup vocabulary
/// @brief The one exception type: a question that cannot be put.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include <regelgraf/vocabulary.hpp>

namespace regelgraf {

/// Why a call ended. "Nobody decides" and "nothing breaks" are answers, never errors.
enum class Errc : std::uint8_t {
  invalid_question,  ///< The question has not the documented form.
  unknown_element,   ///< An id that the model does not have.
  wrong_type,        ///< A fact's value is not of the fact's type.
  invalid_model,     ///< The input has findings that forbid a model.
  unreadable,        ///< A file cannot be read.
  personal_data,     ///< Text that looks like a CPR number.
  too_large,         ///< Over a stated limit.
  cancelled          ///< Stopped by the caller.
};

template <>
struct Spelling<Errc> {
  static constexpr std::array<std::string_view, 8> words{
      "invalid_question", "unknown_element", "wrong_type", "invalid_model",
      "unreadable",       "personal_data",   "too_large",  "cancelled"};
};

/// Ends a call. `what()` is one English line; `at()` names the part of the question meant.
class Error : public std::runtime_error {
 public:
  /// @p message is one line, lower case, without a full stop; @p at a path as `remove[0]`.
  Error(Errc code, const std::string& message, std::string at = {})
      : std::runtime_error(message), code_(code), at_(std::move(at)) {}

  /// Why the call ended.
  [[nodiscard]] Errc code() const { return code_; }
  /// The part of the question meant, as `remove[0]`; empty where none is.
  [[nodiscard]] const std::string& at() const { return at_; }

 private:
  Errc code_;
  std::string at_;
};

}  // namespace regelgraf
