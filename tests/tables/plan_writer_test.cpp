// Delegation plans out: a table comes back as it was, and what a table cannot say is told.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>

#include <regelgraf/regelgraf.hpp>

#include "tables/csv.hpp"

namespace regelgraf::test {
namespace {

using testing::ElementsAre;

PlanOptions town() {
  PlanOptions options;
  options.id = "x";
  return options;
}

/// Draws tables in the spelling in which they are written.
class RandomTable {
 public:
  explicit RandomTable(unsigned seed) : random_(seed) {}

  std::string draw() {
    std::vector<std::string> bodies{"Byråd",           "Økonomiudvalg", "Fag; og Kulturudvalget",
                                    "Direktionen",     "Centerchef",    "Administration",
                                    "\"Havnen\" leder"};
    bodies.resize(1 + below(bodies.size()));
    std::shuffle(bodies.begin(), bodies.end(), random_);
    if (std::find(bodies.begin(), bodies.end(), "Byråd") == bodies.end()) bodies[0] = "Byråd";
    bodies_ = bodies;
    std::vector<std::vector<std::string>> rows(1 + below(6));
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = row(i);
    std::vector<std::string> heads{"nr",  "område",    "emne",        "hjemmel",
                                   "kle", "beføjelse", "betingelser", "bemærkninger"};
    heads.insert(heads.end(), bodies.begin(), bodies.end());
    std::vector<bool> wanted(heads.size(), true);
    for (const std::size_t column : {1, 3, 4, 5, 6, 7})
      wanted[column] = std::any_of(rows.begin(), rows.end(),
                                   [&](const auto& row) { return !row[column].empty(); });
    std::string text;
    rows.insert(rows.begin(), heads);
    for (const auto& row : rows) {
      bool first = true;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (!wanted[i]) continue;
        if (!std::exchange(first, false)) text += ';';
        text += tables::csv_cell(row[i]);
      }
      text += '\n';
    }
    return text;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(unsigned percent) { return random_() % 100 < percent; }
  const char* one_of(std::initializer_list<const char*> list) {
    return list.begin()[below(list.size())];
  }

  std::vector<std::string> row(std::size_t i) {
    std::vector<std::string> cells(8);
    if (chance(80)) cells[0] = chance(90) ? "1." + std::to_string(20 - i) : "1.1";
    if (chance(60)) cells[1] = one_of({"Børn og unge", "Plan", "Vej; park"});
    cells[2] = one_of({"Takster", "Regler: \"nye\"", "Bevilling, lån", "Ærø"});
    if (chance(30)) cells[3] = one_of({"Loven § 1", "Lov; § 2\nog § 3"});
    if (chance(30)) cells[4] = one_of({"27", "27.36", "27.36.04"});
    if (chance(40)) cells[5] = one_of({"vedtage", "vedtage, ophæve", "igangsætte", "anvise"});
    if (chance(50)) cells[6] = conditions();
    if (chance(30)) cells[7] = one_of({"husk", "to\n\nlinjer; \"citat\""});
    for (std::size_t body = 0; body < bodies_.size(); ++body) cells.push_back(marks());
    return cells;
  }

  std::string conditions() {
    std::vector<std::pair<bool, std::string>> lines;
    const auto add = [&](bool judged, std::string line) {
      if (chance(40)) line += " ellers " + bodies_[below(bodies_.size())];
      lines.emplace_back(judged, std::move(line));
    };
    const auto op = [&] { return one_of({" < ", " <= ", " == ", " != ", " >= ", " > "}); };
    if (chance(50))
      add(false, std::string("beløb") + op() + one_of({"5", "1.250.000", "0,5"}) + " kr");
    if (chance(50))
      add(false, std::string("leje stigning") + op() + one_of({"10", "-2,25"}) + " %");
    if (chance(30)) add(true, one_of({"", "medmindre "}) + std::string("sagen er principiel; ja"));
    if (chance(30)) add(true, one_of({"", "medmindre "}) + std::string("uden \"garanti\""));
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const auto& [judged, line] : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
  }

  std::string marks() {
    std::string text;
    const auto add = [&](const char* mark) {
      text += (text.empty() ? "" : "/") + std::string(mark);
    };
    if (chance(25)) add(one_of({"B", "B*", "B**"}));
    if (chance(20)) add("I");
    if (chance(20)) add("O");
    if (chance(15)) add("H");
    return text;
  }

  std::mt19937 random_;
  std::vector<std::string> bodies_;
};

TEST(PlanTable, ATableInOurSpellingComesBackByteForByte) {
  int decided = 0;
  for (unsigned seed = 1; seed <= 1000; ++seed) {
    const std::string text = RandomTable(seed).draw();
    const LoadedPlan plan = load_plan_text(text, "plan.csv", town());
    ASSERT_TRUE(plan.frozen.model) << text << line_of(plan.frozen.findings.back(), Language::en);
    const PlanTable table = plan_table(*plan.frozen.model);
    ASSERT_EQ(table.text, text) << "seed " << seed;
    for (const Finding& one : table.findings)
      ASSERT_EQ(one.severity, Severity::note) << seed << "\n" << text << line_of(one, Language::en);
    decided += table.text.find(";B") != std::string::npos;
    // And the model that is read from it again is the same model.
    const LoadedPlan again = load_plan_text(table.text, "plan.csv", town());
    ASSERT_EQ(digest(*again.frozen.model), digest(*plan.frozen.model));
  }
  EXPECT_GT(decided, 300);
}

Frozen model(const std::string& elements) {
  Frozen frozen = load_model_text(
      R"({"regelgraf": 1, "model": {"id": "x", "facts": [{"name": "beløb", "type": "number", "unit": "DKK"}]}, "elements": [
    {"id": "council", "kind": "actor", "tier": "council", "form": "body", "name": "Byrådet"},
    {"id": "board", "kind": "actor", "tier": "committee", "form": "body", "name": "Udvalget"},
    {"id": "chief", "kind": "actor", "tier": "management", "form": "post", "name": "Chefen"},
    {"id": "x:plan", "kind": "rule", "instrument": "delegation_plan", "issuer": "council"},
    {"id": "m", "kind": "matter", "name": "Sager"}, {"id": "x:1.10", "kind": "matter", "name": "B"},
    {"id": "x:1.9", "kind": "matter", "name": "A"},
    {"id": "root", "kind": "grant", "to": "council", "powers": "*", "over": "*", "residual": true, "redelegable": true})" +
      elements + "]}");
  EXPECT_TRUE(frozen.model) << line_of(frozen.findings.at(0), Language::en);
  return frozen;
}

std::string grant(const std::string& id, const std::string& to, const std::string& over,
                  const std::string& more) {
  return R"(, {"id": ")" + id + R"(", "kind": "grant", "to": ")" + to +
         R"(", "powers": "decide", "over": ")" + over +
         R"(", "from": "root", "basis": "x:plan", "redelegable": true)" + more + "}";
}

TEST(PlanTable, AModelThatNobodyReadFromATablePrintsAsOne) {
  const Frozen frozen =
      model(grant("g1", "chief", "x:1.9",
                  R"(, "conditions": {"fact": "beløb", "op": "<=", "value": 100000})") +
            grant("g2", "board", "x:1.9",
                  R"(, "conditions": {"fact": "beløb", "op": ">", "value": 100000})") +
            grant("g3", "council", "x:1.10", ""));
  const PlanTable table = plan_table(*frozen.model);
  EXPECT_EQ(table.text,
            "nr;emne;betingelser;Byrådet;Udvalget;Chefen\n"
            "1.9;A;beløb <= 100.000 kr ellers Udvalget;;;B\n"
            "1.10;B;;B;;\n");
}

std::vector<std::string> told(const std::string& elements) {
  const PlanTable table = plan_table(*model(elements).model);
  std::vector<std::string> ids;
  for (const Finding& one : table.findings)
    if (one.severity == Severity::warning) ids.push_back(one.element);
  return ids;
}

TEST(PlanTable, WhatATableCannotSayIsTold) {
  EXPECT_THAT(told(grant("g", "chief", "m", "")), ElementsAre());
  for (const char* more :
       {R"(, "within": "board")", R"(, "unless": "m")", R"(, "exclusive": true)",
        R"(, "alongside": true)", R"(, "exceptional": true)", R"(, "manner": {"in_meeting": true})",
        R"(, "needs": "m")", R"(, "status": "proposed")",
        R"(, "conditions": {"fact": "sted", "op": "in", "value": ["a", "b"]})"})
    EXPECT_THAT(told(grant("g", "chief", "m", more)), ElementsAre("g")) << more;
  EXPECT_THAT(
      told(
          R"(, {"id": "g", "kind": "grant", "to": ["chief", "board"], "jointly": 2, "powers": "decide",
      "over": "m", "basis": "x:plan", "redelegable": true})"),
      ElementsAre("g"));
  EXPECT_THAT(
      told(R"(, {"id": "g", "kind": "grant", "to": "chief", "powers": "decide", "over": "m"})"),
      ElementsAre("g"));
  EXPECT_THAT(
      told(R"(, {"id": "i", "kind": "involvement", "body": "board", "how": "consult", "days": 8,
      "powers": "decide", "over": "m", "basis": "x:plan"})"),
      ElementsAre("i"));
  EXPECT_THAT(
      told(R"(, {"id": "b", "kind": "bar", "powers": "decide", "over": "m", "basis": "x:plan"})"),
      ElementsAre("b"));
  EXPECT_THAT(
      told(grant("g", "chief", "m", R"(, "conditions": {"judgement": "p", "must_be": true})") +
           grant("h", "board", "m", R"(, "conditions": {"judgement": "q", "must_be": true})")),
      ElementsAre("h"));
}

TEST(PlanTable, ARowOfWhichNothingCouldBeReadIsToldAndNoEmptyLine) {
  const LoadedPlan plan = load_plan_text("nr;emne;Byråd\n;;X\n1;A;B\n", "plan.csv", town());
  const PlanTable table = plan_table(*plan.frozen.model);
  EXPECT_EQ(table.text, "nr;emne;Byråd\n1;A;B\n");
  ASSERT_EQ(table.findings.size(), 1U);
  EXPECT_EQ(table.findings[0].element, "x:#2");
}

TEST(PlanTable, WithoutAPlanThereIsNoTable) {
  const Frozen frozen = load_model_text(R"({"regelgraf": 1, "model": {"id": "x"}})");
  const PlanTable table = plan_table(*frozen.model);
  EXPECT_EQ(table.text, "");
  EXPECT_EQ(table.findings.at(0).code, "no_plan");
}

}  // namespace
}  // namespace regelgraf::test
