#pragma once

/// @file
/// @brief What is fuzzed: each target takes any bytes and throws where a promise is broken. Built
/// with REGELGRAF_FUZZ by libFuzzer, else run over tests/fuzz/corpus by replay_test.cpp.

#include <cctype>
#include <stdexcept>
#include <string>
#include <string_view>

namespace regelgraf::test {

/// Reads @p text as a model file; what loads is written out and loaded again.
void try_model_file(std::string_view text);

/// Puts @p text as a question to a small model.
void try_question(std::string_view text);

/// Reads @p text as a delegation plan; what is read is written out and read again.
void try_plan(std::string_view text);

/// Reads @p text as a review, as an event and as a proposal for a new rule, and asks all of it.
void try_review(std::string_view text);
/// Reads @p text as a nomination table; what is read is matched, qualified and written.
void try_nominations(std::string_view text);

/// Ten digits as in a CPR number, of a day and a month that exist, touched by no digit.
inline bool looks_like_cpr(std::string_view text) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0;
  };
  for (std::size_t at = 0; at + 11 <= text.size(); ++at) {
    bool all = text[at + 6] == '-' && !digit(at + 11) && (at == 0 || !digit(at - 1));
    for (std::size_t i = 0; i < 11; ++i) all = all && (i == 6 || digit(at + i));
    if (!all) continue;
    const int day = (text[at] - '0') * 10 + text[at + 1] - '0';
    const int month = (text[at + 2] - '0') * 10 + text[at + 3] - '0';
    if (day >= 1 && day <= 28 && month >= 1 && month <= 12) return true;
  }
  return false;
}

inline void promise(bool kept, const std::string& what) {
  if (!kept) throw std::logic_error("broken promise: " + what);
}

}  // namespace regelgraf::test
