// Conditions as a row has them.

#include <gtest/gtest.h>

#include <string>

#include "tables/condition.hpp"

namespace regelgraf::test {
namespace {

using namespace tables;

RowCondition one(std::string_view cell) {
  std::size_t empty = 0;
  const auto all = read_conditions(cell, empty);
  EXPECT_EQ(all.size(), 1U) << cell;
  EXPECT_EQ(empty, 0U) << cell;
  return all.empty() ? RowCondition() : all[0];
}

double number(const RowCondition& row) {
  const auto* value = std::get_if<double>(&row.condition.values.at(0));
  return value ? *value : -1;
}

TEST(Condition, OfANumberIsComputed) {
  const RowCondition row = one("beløb <= 100.000 kr");
  EXPECT_FALSE(row.judgement());
  EXPECT_EQ(row.condition.fact, "beløb");
  EXPECT_EQ(row.condition.op, Op::le);
  EXPECT_EQ(number(row), 100000);
  EXPECT_EQ(row.unit, "kr");
}

TEST(Condition, NumbersAreDanish) {
  EXPECT_EQ(number(one("a > 10 %")), 10);
  EXPECT_EQ(number(one("a > 2,5 pct.")), 2.5);
  EXPECT_EQ(number(one("a > 1,5 mio. kr.")), 1500000);
  EXPECT_EQ(number(one("a > 2 mio kr")), 2000000);
  EXPECT_EQ(number(one("a > 1.234.567,89 kr")), 1234567.89);
  EXPECT_EQ(number(one("a > -3 grader")), -3);
  EXPECT_EQ(number(one("a>1000")), 1000);
  EXPECT_EQ(one("a > 2,5 pct.").unit, "%");
  EXPECT_EQ(one("a > 5 dage").unit, "dage");
  EXPECT_EQ(one("a > 5").unit, "");
}

TEST(Condition, EveryOperator) {
  EXPECT_EQ(one("a < 1").condition.op, Op::lt);
  EXPECT_EQ(one("a <= 1").condition.op, Op::le);
  EXPECT_EQ(one("a ≤ 1").condition.op, Op::le);
  EXPECT_EQ(one("a = 1").condition.op, Op::eq);
  EXPECT_EQ(one("a == 1").condition.op, Op::eq);
  EXPECT_EQ(one("a != 1").condition.op, Op::ne);
  EXPECT_EQ(one("a ≠ 1").condition.op, Op::ne);
  EXPECT_EQ(one("a >= 1").condition.op, Op::ge);
  EXPECT_EQ(one("a ≥ 1").condition.op, Op::ge);
  EXPECT_EQ(one("a > 1").condition.op, Op::gt);
}

TEST(Condition, WhatCannotBeComputedIsAJudgementAndToldSo) {
  for (const char* text :
       {"beløb <= 100.00 kr", "beløb <= 1000.000 kr", "beløb <= mange kr", "<= 5 kr",
        "beløb <= 100.000 kr til forbedringer", "beløb <=", "beløb <= 5 kr eller 6 kr"}) {
    const RowCondition row = one(text);
    EXPECT_TRUE(row.judgement()) << text;
    EXPECT_TRUE(row.not_computed) << text;
    EXPECT_EQ(row.condition.judgement.da, text);
  }
  EXPECT_FALSE(one("sagen er principiel").not_computed);
}

TEST(Condition, AJudgementIsQuotedAsItStands) {
  const RowCondition row = one("  Sagen er  \"principiel\"; ja ");
  EXPECT_EQ(row.condition.judgement.da, "Sagen er  \"principiel\"; ja");
  EXPECT_EQ(row.condition.fact, row.condition.judgement.da);
  EXPECT_EQ(std::get<bool>(row.condition.values[0]), true);
}

TEST(Condition, MedmindreMustNotHold) {
  const RowCondition judged = one("medmindre revisor kritiserer");
  EXPECT_EQ(judged.condition.judgement.da, "revisor kritiserer");
  EXPECT_EQ(std::get<bool>(judged.condition.values[0]), false);
  const RowCondition computed = one("Medmindre beløb > 5 kr");
  EXPECT_EQ(computed.condition.op, Op::le);
}

TEST(Condition, EllersNamesABody) {
  const RowCondition row = one("lejestigning <= 10 % ellers Økonomiudvalg");
  EXPECT_EQ(row.otherwise, "Økonomiudvalg");
  EXPECT_EQ(row.condition.op, Op::le);
  EXPECT_EQ(one("medmindre a, ellers er der b ellers Kultur- og  Fritidsudvalget").otherwise,
            "Kultur- og Fritidsudvalget");
}

TEST(Condition, SeveralStandOnLinesOrApart) {
  std::size_t empty = 0;
  EXPECT_EQ(read_conditions("a <= 1 | b | medmindre c\nd", empty).size(), 4U);
  EXPECT_EQ(empty, 0U);
  EXPECT_EQ(read_conditions("a <= 1 |  | c", empty).size(), 2U);
  EXPECT_EQ(empty, 1U);
  EXPECT_TRUE(read_conditions(" \n ", empty).empty());
  EXPECT_EQ(read_conditions("a|b", empty).size(), 1U);
}

TEST(Condition, TheOppositeHoldsWhereItDoesNot) {
  for (const char* text :
       {"a < 1", "a <= 1", "a == 1", "a != 1", "a >= 1", "a > 1", "x", "medmindre x"}) {
    const Condition condition = one(text).condition;
    EXPECT_FALSE(same(opposite(condition), condition)) << text;
    EXPECT_TRUE(same(opposite(opposite(condition)), condition)) << text;
  }
  EXPECT_EQ(opposite(one("a < 1").condition).op, Op::ge);
}

TEST(Condition, WrittenIsReadAsTheSame) {
  for (const char* text : {"a <= 100.000 kr", "a > 0,125 %", "a == 1.234.567", "a != -12,5 dage",
                           "medmindre revisor kritiserer", "uden garanti"}) {
    const RowCondition row = one(text);
    ASSERT_TRUE(can_be_written(row.condition, row.unit)) << text;
    EXPECT_EQ(written(row.condition, row.unit), text);
  }
}

TEST(Condition, WhatWouldBeReadOtherwiseCannotBeWritten) {
  EXPECT_FALSE(can_be_written(judgement("beløb <= 5 kr", true), ""));
  EXPECT_FALSE(can_be_written(judgement("a ellers b", true), ""));
  EXPECT_FALSE(can_be_written(judgement("a | b", true), ""));
  EXPECT_FALSE(can_be_written(judgement("medmindre a", true), ""));
  EXPECT_FALSE(can_be_written(judgement("a\nb", false), ""));
  Condition condition;
  condition.fact = "sted";
  condition.values = {std::string("x")};
  EXPECT_FALSE(can_be_written(condition, ""));
  condition.values = {1e30};
  EXPECT_FALSE(can_be_written(condition, ""));
}

}  // namespace
}  // namespace regelgraf::test
