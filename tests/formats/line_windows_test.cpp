// Large files of lines are gone through in windows; here that is held to reading them as a whole,
// which is how text from memory is read.

#include "formats/line_windows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <regelgraf/canonical.hpp>
#include <regelgraf/model_file.hpp>

#include "formats/bytes.hpp"
#include "support/folder.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

constexpr std::size_t window = std::size_t{1} << 19;

using Told = std::tuple<std::string, std::string, std::string, std::string, std::size_t,
                        std::size_t, std::string>;

std::vector<Told> told(const Frozen& frozen) {
  std::vector<Told> all;
  for (const Finding& f : frozen.findings)
    all.emplace_back(f.code, f.element, f.field, f.file, f.line, f.column, f.message.en);
  return all;
}

/// Holds that @p text is read alike from a file and from memory, and returns what came of it.
Frozen same_both_ways(const std::string& text) {
  const Folder folder;
  const std::filesystem::path path = folder.put("m.jsonl", text);
  Frozen from_file = load_model(path);
  const Frozen from_memory = load_model_text(text, path.string());
  EXPECT_EQ(told(from_file), told(from_memory));
  EXPECT_EQ(from_file.model.has_value(), from_memory.model.has_value());
  if (from_file.model && from_memory.model) {
    EXPECT_EQ(digest(*from_file.model), digest(*from_memory.model));
  }
  return from_file;
}

std::string head(const std::string& more = {}) {
  return R"({"regelgraf":1,"model":{"id":"m")" + more + "}}\n";
}

/// A rule on the one before it, with a note of about @p size bytes, many of them in pairs.
std::string line(int number, std::size_t size) {
  std::string note;
  while (note.size() < size) note += "æøå ";
  const std::string id = "regel-" + std::to_string(number);
  const std::string basis =
      number == 0 ? "" : R"(,"basis":"regel-)" + std::to_string(number - 1) + "\"";
  return R"({"id":")" + id + R"(","kind":"rule","instrument":"procedure","note":")" + note + '"' +
         basis + "}\n";
}

/// Some 3 MB of them, of lengths drawn by @p seed, behind a head of @p shift bytes more.
std::string large(std::uint32_t seed, std::size_t shift) {
  std::mt19937 draw(seed);
  std::string text = head(R"(,"name":")" + std::string(shift, 'x') + "\"");
  for (int number = 0; text.size() < 6 * window; ++number)
    text += line(number, draw() % 5 == 0 ? draw() % 20000 : draw() % 300);
  return text;
}

/// Puts @p what before the first line that begins behind @p share of @p text.
std::string with(std::string text, double share, const std::string& what) {
  const auto from = static_cast<std::size_t>(share * static_cast<double>(text.size()));
  return text.insert(text.find('\n', from) + 1, what);
}

TEST(LineWindows, GiveTheSameModelWhereverAWindowEnds) {
  for (std::size_t shift = 0; shift < 12; ++shift) {
    SCOPED_TRACE(shift);
    const Frozen frozen = same_both_ways(large(1 + shift % 3, shift));
    ASSERT_TRUE(frozen.model) << as_lines(frozen.findings);
    EXPECT_GT(frozen.model->size(), 500U);
  }
}

TEST(LineWindows, GiveTheSameModelInEveryFormOfLines) {
  const std::string text = large(7, 0);
  std::string crlf, blank_lines;
  for (const char c : text) {
    crlf += c == '\n' ? "\r\n" : std::string(1, c);
    blank_lines += c == '\n' ? "\n\n \t\n  " : std::string(1, c);
  }
  const std::string meant = digest(*same_both_ways(text).model);
  for (const std::string& form :
       {crlf, blank_lines, text.substr(0, text.size() - 1), "\n  " + text})
    EXPECT_EQ(digest(*same_both_ways(form).model), meant);
}

TEST(LineWindows, PlaceWhatIsFoundInAnyOfThem) {
  const std::string text = large(3, 0);
  for (const double share : {0.0, 0.3, 0.5, 0.99})
    for (const char* bad :
         {R"({"id":"a","kind":"rule","instrument":"procedure","basis":["nobody"]})",
          R"({"id":"a","kind":"rule","instrument":"procedure","sevres":"regel-1"})",
          R"({"id":"regel-1","kind":"rule","instrument":"procedure"})",
          R"({"id":"a","kind":"rule","instrument":"procedure","note":"010203-1234"})",
          R"({"id":"a","kind":"actor","tier":"nowhere"})",
          R"({"id":"a","kind":"rule","instrument":"procedure"} more)", R"({"id":"a",)", "a"}) {
      SCOPED_TRACE(bad);
      const Frozen frozen = same_both_ways(with(text, share, std::string(bad) + "\n"));
      ASSERT_FALSE(frozen.findings.empty());
      EXPECT_GT(frozen.findings[0].line, share * 100);
    }
}

TEST(LineWindows, PlaceAWarningOfAModelThatIsGiven) {
  const char* twice = R"({"id":"a","kind":"rule","instrument":"procedure","serves":["b","b"]})"
                      "\n"
                      R"({"id":"b","kind":"goal"})"
                      "\n";
  const Frozen frozen = same_both_ways(with(large(3, 0), 0.9, twice));
  ASSERT_TRUE(frozen.model);
  ASSERT_THAT(frozen.findings, ::testing::SizeIs(1));
  EXPECT_EQ(frozen.findings[0].code, "repeat");
  EXPECT_GT(frozen.findings[0].line, 100U);
}

TEST(LineWindows, FindALayerThatIsNotThere) {
  std::string text = large(4, 0);
  text.replace(0, text.find('\n') + 1, head(R"(,"extends":["dk","nowhere"])"));
  const Frozen frozen = same_both_ways(text);
  ASSERT_THAT(frozen.findings, ::testing::SizeIs(1));
  EXPECT_EQ(frozen.findings[0].code, "unknown_layer");
  EXPECT_EQ(frozen.findings[0].line, 1U);
}

TEST(LineWindows, StandOnLayers) {
  std::string text = large(4, 0);
  text.replace(0, text.find('\n') + 1, head(R"(,"extends":["dk"])"));
  EXPECT_EQ(model_of(same_both_ways(text)).layers().size(), 2U);
}

TEST(LineWindows, LeaveTextThatIsNoUtf8ToTheWhole) {
  for (const double share : {0.1, 0.5, 0.95}) {
    const Frozen frozen =
        same_both_ways(with(with(large(5, 0), 0.05, "a\n"), share, "{\"id\":\"\xE6\"}\n"));
    ASSERT_THAT(frozen.findings, ::testing::SizeIs(1));
    EXPECT_EQ(frozen.findings[0].code, "bad_utf8");
  }
}

TEST(LineWindows, LeaveALineLongerThanAWindowToTheWhole) {
  for (const std::size_t size : {window - 300, window, window + 10, 3 * window}) {
    SCOPED_TRACE(size);
    EXPECT_TRUE(same_both_ways(
                    with(large(6, 0), 0.4,
                         R"({"id":"a","kind":"goal","note":")" + std::string(size, 'x') + "\"}\n"))
                    .model);
  }
}

TEST(LineWindows, AreNotOfOtherFiles) {
  const Folder folder;
  constexpr std::uint64_t no_limit = std::uint64_t{1} << 40;
  const std::string text = large(8, 0);
  EXPECT_TRUE(formats::LineWindows::open(folder.put("a", text), no_limit));
  EXPECT_FALSE(formats::LineWindows::open(folder.put("b", text), text.size() - 1));
  EXPECT_FALSE(formats::LineWindows::open(folder.put("c", text.substr(0, window)), no_limit));
  EXPECT_FALSE(formats::LineWindows::open(folder.path(), no_limit));
  EXPECT_FALSE(formats::LineWindows::open(folder.path() / "nothing", no_limit));

  std::string document =
      R"({"regelgraf":1,"model":{"id":"m"},"elements":[)" + text.substr(text.find('\n'));
  for (std::size_t at = 1; (at = document.find("}\n{", at)) != std::string::npos; ++at)
    document[at + 1] = ',';
  EXPECT_TRUE(same_both_ways(document + "]}").model);
  EXPECT_TRUE(same_both_ways(formats::gzip(text)).model);
  EXPECT_TRUE(same_both_ways("\xEF\xBB\xBF" + text).model);
  EXPECT_FALSE(same_both_ways(std::string(5 * window, ' ')).model);
  EXPECT_FALSE(same_both_ways(std::string(5 * window, '{')).model);
}

TEST(LineWindows, SeeThatTheFileWasWrittenTo) {
  const Folder folder;
  const std::string text = large(9, 0);
  const std::filesystem::path path = folder.put("m.jsonl", text);
  const auto open = [&] { return formats::LineWindows::open(path, text.size() + window); };

  auto windows = open();
  ASSERT_TRUE(windows);
  while (windows->next()) {
  }
  EXPECT_FALSE(windows->failed());
  ASSERT_TRUE(windows->all());
  EXPECT_EQ(windows->all()->view(), text);
  std::filesystem::last_write_time(
      path, std::filesystem::last_write_time(path) + std::chrono::seconds(2));
  EXPECT_FALSE(windows->all());

  windows = open();
  ASSERT_TRUE(windows && windows->next());
  folder.put("m.jsonl", text + line(1000000, 10));  // longer, in the same place
  while (windows->next()) {
  }
  EXPECT_TRUE(windows->failed());

  windows = open();
  ASSERT_TRUE(windows && windows->next());
  std::filesystem::resize_file(path, text.size() / 2);
  while (windows->next()) {
  }
  EXPECT_TRUE(windows->failed());
}

}  // namespace
}  // namespace regelgraf::test
