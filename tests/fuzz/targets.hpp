#pragma once

/// @file
/// @brief What is fuzzed: each target takes any bytes and throws where a promise is broken. Built
/// with REGELGRAF_FUZZ by libFuzzer, else run over tests/fuzz/corpus by replay_test.cpp.

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

inline void promise(bool kept, const std::string& what) {
  if (!kept) throw std::logic_error("broken promise: " + what);
}

}  // namespace regelgraf::test
