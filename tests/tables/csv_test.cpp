// The CSV reader: what a strict table is, and where it stops being one.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tables/csv.hpp"

namespace regelgraf::test {
namespace {

using tables::read_csv;

std::vector<std::vector<std::string>> cells(std::string_view text) {
  const tables::Csv csv = read_csv(text);
  EXPECT_TRUE(csv.findings.empty());
  std::vector<std::vector<std::string>> all;
  for (const auto& record : csv.records) {
    all.emplace_back();
    for (const auto& cell : record.cells) all.back().push_back(cell.text);
  }
  return all;
}

using Table = std::vector<std::vector<std::string>>;

TEST(Csv, SemicolonsPartCellsAndLinesPartRows) {
  EXPECT_EQ(cells("a;b\nc;d\n"), (Table{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(cells("a;b\r\nc;d"), (Table{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(cells("a;;\n;b;"), (Table{{"a", "", ""}, {"", "b", ""}}));
  EXPECT_EQ(cells("a,b\tc;d"), (Table{{"a,b\tc", "d"}}));
}

TEST(Csv, QuotesHoldWhatWouldElsePart) {
  EXPECT_EQ(cells("\"a;b\";\"c \"\"d\"\"\"\n"), (Table{{"a;b", "c \"d\""}}));
  EXPECT_EQ(cells("\"a\r\nb\";c\r\n"), (Table{{"a\nb", "c"}}));
  EXPECT_EQ(cells("\"\";\"x\""), (Table{{"", "x"}}));
}

TEST(Csv, RowsWithoutAnythingAreNone) {
  EXPECT_EQ(cells("a;b\n\n;\n ; \nc;d\n\n"), (Table{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(cells(""), Table{});
}

TEST(Csv, EveryCellKnowsWhereItBegins) {
  const tables::Csv csv = read_csv("æ;b\n\"x\ny\";\"z\"\nq;r\n");
  ASSERT_EQ(csv.records.size(), 3U);
  EXPECT_EQ(csv.records[0].cells[1].column, 4U);  // bytes
  EXPECT_EQ(csv.records[1].line, 2U);
  EXPECT_EQ(csv.records[1].cells[1].line, 3U);
  EXPECT_EQ(csv.records[1].cells[1].column, 4U);
  EXPECT_EQ(csv.records[2].line, 4U);
}

TEST(Csv, WhatIsNoTableIsRefusedAtItsPlace) {
  const auto refused = [](std::string_view text, const char* code, std::size_t line,
                          std::size_t column) {
    const tables::Csv csv = read_csv(text);
    ASSERT_EQ(csv.findings.size(), 1U) << text;
    EXPECT_EQ(csv.findings[0].code, code);
    EXPECT_EQ(csv.findings[0].line, line);
    EXPECT_EQ(csv.findings[0].column, column);
    EXPECT_EQ(csv.findings[0].severity, Severity::error);
  };
  refused("a;b\nc;\"d\n", "unclosed_quote", 2, 3);
  refused("a;\"b\"c\n", "text_after_quote", 1, 6);
  refused("a;b\rc\n", "control_character", 1, 4);
  refused(std::string_view("a;b\0c", 5), "control_character", 1, 4);
}

TEST(Csv, AQuotationMarkWithinACellIsReadAndTold) {
  const tables::Csv csv = read_csv("a;lov \"om\" x\n");
  ASSERT_EQ(csv.findings.size(), 1U);
  EXPECT_EQ(csv.findings[0].code, "stray_quote");
  EXPECT_EQ(csv.findings[0].severity, Severity::warning);
  EXPECT_EQ(csv.records[0].cells[1].text, "lov \"om\" x");
}

TEST(Csv, ACellIsWrittenAsItIsRead) {
  for (const std::string& text : std::vector<std::string>{"", "a", "a;b", "\"", "a\nb", " a", "a ",
                                                          "a\"b", "\"\"", "æ ø", ";", "\n"}) {
    const tables::Csv csv = read_csv(tables::csv_cell(text) + ";x\n");
    ASSERT_EQ(csv.records.size(), 1U) << text;
    EXPECT_EQ(csv.records[0].cells[0].text, text);
  }
}

}  // namespace
}  // namespace regelgraf::test
