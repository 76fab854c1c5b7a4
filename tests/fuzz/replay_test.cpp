// What the fuzzers begin with, and what they found, run once in every test run.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/targets.hpp"

namespace regelgraf::test {
namespace {

/// Runs @p target over the files of a folder of the corpus, whole and cut in half.
template <class Target>
void replay(const char* folder, const Target& target) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::string(RG_SOURCE_DIR "/tests/fuzz/corpus/") + folder)) {
    SCOPED_TRACE(entry.path().filename().string());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_NO_THROW(target(bytes));
    EXPECT_NO_THROW(target(bytes.substr(0, bytes.size() / 2)));
    ++files;
  }
  EXPECT_GE(files, 10);
}

TEST(Fuzz, ModelFilesOfTheCorpusBreakNoPromise) { replay("model_file", try_model_file); }
TEST(Fuzz, QuestionsOfTheCorpusBreakNoPromise) { replay("ask", try_question); }
TEST(Fuzz, ReviewsOfTheCorpusBreakNoPromise) { replay("review", try_review); }
TEST(Fuzz, PlansOfTheCorpusBreakNoPromise) { replay("plan", try_plan); }
TEST(Fuzz, NominationsOfTheCorpusBreakNoPromise) { replay("nominations", try_nominations); }

}  // namespace
}  // namespace regelgraf::test
