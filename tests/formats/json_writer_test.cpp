// JSON text out: the shortest numbers, the fewest escapes.

#include "json/writer.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

namespace regelgraf::test {
namespace {

TEST(JsonWriter, WritesNumbersInTheirShortestForm) {
  const std::pair<double, const char*> written[] = {
      {0, "0"},
      {-0.0, "0"},
      {1, "1"},
      {-1, "-1"},
      {0.1, "0.1"},
      {-0.5, "-0.5"},
      {100000, "100000"},
      {1234.5, "1234.5"},
      {1e20, "100000000000000000000"},
      {123456789012345680000.0, "123456789012345680000"},
      {1e21, "1e+21"},
      {1.5e300, "1.5e+300"},
      {0.000001, "0.000001"},
      {0.00000123, "0.00000123"},
      {1e-7, "1e-7"},
      {1.25e-9, "1.25e-9"},
      {9007199254740993.0, "9007199254740992"},
      {std::numeric_limits<double>::max(), "1.7976931348623157e+308"},
      {std::numeric_limits<double>::denorm_min(), "5e-324"},
  };
  for (const auto& [value, text] : written) EXPECT_EQ(json::number(value), text);
}

TEST(JsonWriter, ReadsBackEveryNumberItWrites) {
  std::mt19937_64 bits(1);
  for (int i = 0; i < 20000; ++i) {
    const auto value = std::bit_cast<double>(bits());
    if (!std::isfinite(value)) continue;
    const std::string text = json::number(value);
    double back = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), back).ptr;
    ASSERT_EQ(end, text.data() + text.size()) << text;
    ASSERT_EQ(back, value) << text;
  }
}

TEST(JsonWriter, EscapesWhatJsonAsksForAndNothingElse) {
  EXPECT_EQ(json::string("\"\\/"), R"("\"\\/")");
  EXPECT_EQ(json::string("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(json::string(std::string("\0\x01\x1F\x7F", 4)), "\"\\u0000\\u0001\\u001f\x7F\"");
  EXPECT_EQ(json::string("æ § 😀"), "\"æ § 😀\"");
  EXPECT_EQ(json::string(""), "\"\"");
}

TEST(JsonWriter, PutsCommasBetweenAndNowhereElse) {
  json::Writer out;
  out.begin_object().key("a").begin_array().number(1).string("x").boolean(true).null().end_array();
  out.key("b").begin_object().end_object().key("c").raw("[]").end_object();
  EXPECT_EQ(out.take(), R"({"a":[1,"x",true,null],"b":{},"c":[]})");
}

TEST(JsonWriter, SortsKeysAndSetsByteForByte) {
  json::SortedObject object;
  object.put("b", "1");
  object.put("a", "2");
  object.put("B", "3");
  object.put("å", "4");
  EXPECT_EQ(object.take(), R"({"B":3,"a":2,"b":1,"å":4})");
  EXPECT_EQ(json::set({"\"b\"", "\"a\"", "\"b\""}), R"(["a","b"])");
  EXPECT_EQ(json::list({"\"b\"", "\"a\"", "\"b\""}), R"(["b","a","b"])");
}

}  // namespace
}  // namespace regelgraf::test
