// The nomination table: rows, dirt, hostility.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include <regelgraf/error.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/nominations.hpp>

#include "review/personal_data.hpp"

namespace regelgraf {
namespace {

NominationTable read(const std::string& text) {
  NominationOptions options;
  options.file = "t.csv";
  return read_nominations(text, options);
}

std::vector<std::string> codes(const NominationTable& table) {
  std::vector<std::string> found;
  for (const Finding& one : table.findings)
    if (one.code != "missing_column") found.push_back(one.code);
  return found;
}

const Finding* find(const NominationTable& table, const std::string& code) {
  for (const Finding& one : table.findings)
    if (one.code == code) return &one;
  return nullptr;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NominationTable, AWholeRowInAnyOrderOfColumns) {
  const auto table = read(
      "\xEF\xBB\xBF"
      "Regel;NR;dato;enhed;område;type;besluttet af;hjemmel;formål;hvem bruger resultatet;hvor "
      "ofte pr. år;"
      "minutter fra;minutter til;antal "
      "medarbejdere;udgift;forslag;erstatning;risiko;beskrivelse\r\n"
      "\"Ugenotat; om hver\";7;31-03-2026;Bostøtten;27.36;arbejdsgang;forvaltningen;SEL § "
      "141;overblik;"
      "ledelsen;46-52;10;12,5;30;1,2 mio. kr.;fjern;en samtale;tilsyn;\"to\nlinjer\"\r\n");
  EXPECT_THAT(codes(table), IsEmpty());
  ASSERT_EQ(table.rows.size(), 1U);
  const Nomination& row = table.rows[0];
  EXPECT_EQ(row.rule, "Ugenotat; om hver");
  EXPECT_EQ(row.nr, "7");
  EXPECT_EQ(to_text(*row.date), "2026-03-31");
  EXPECT_EQ(row.unit, "Bostøtten");
  EXPECT_EQ(row.instrument, Instrument::procedure);
  EXPECT_EQ(row.decided_by, DecidedBy::administration);
  EXPECT_EQ(row.times_per_year, (Range{46, 49, 52}));
  EXPECT_EQ(row.minutes, (Range{10, 11.25, 12.5}));
  EXPECT_EQ(row.people, 30);
  EXPECT_EQ(row.cost, 1.2e6);
  EXPECT_EQ(row.proposal, Disposition::remove);
  EXPECT_EQ(row.description, "to\nlinjer");
  EXPECT_DOUBLE_EQ(row.hours()->high, 12.5 * 52 * 30 / 60);
}

TEST(NominationTable, ABadCellIsReportedByRowAndColumnAndTheRowKept) {
  const auto table = read(
      "nr;dato;regel;hvor ofte pr. år;minutter fra;minutter til;antal "
      "medarbejdere;forslag;besluttet af;type\n"
      "1;i går;a;ugentligt;90;5;mange;helst væk;chefens chef;noget\n");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_THAT(codes(table), ElementsAre("unreadable_date", "unreadable_number", "out_of_order",
                                        "unreadable_number", "unreadable_word", "unreadable_word",
                                        "unknown_type"));
  const Nomination& row = table.rows[0];
  EXPECT_FALSE(row.date || row.times_per_year || row.minutes || row.people || row.proposal ||
               row.decided_by || row.instrument);
  EXPECT_EQ(row.type, "noget");
  const Finding& first = table.findings[1].code == "unreadable_date"
                             ? table.findings[1]
                             : *find(table, "unreadable_date");
  EXPECT_EQ(first.line, 2U);
  EXPECT_EQ(first.column, 3U);
  EXPECT_EQ(first.element, "1");
  EXPECT_EQ(first.field, "dato");
  for (const Finding& one : table.findings) {
    EXPECT_EQ(one.file, "t.csv");
    if (one.severity == Severity::warning) {
      EXPECT_FALSE(one.advice.empty()) << one.code;
    }
  }
}

TEST(NominationTable, NumbersAreDanish) {
  const auto table = read("regel;antal medarbejdere\na;1.200\nb;1,5\nc;-4\nd;1.20\ne;12 stk\n");
  ASSERT_EQ(table.rows.size(), 5U);
  EXPECT_EQ(table.rows[0].people, 1200);
  EXPECT_EQ(table.rows[1].people, 1.5);
  EXPECT_FALSE(table.rows[2].people || table.rows[3].people || table.rows[4].people);
  EXPECT_THAT(codes(table),
              ElementsAre("unreadable_number", "unreadable_number", "unreadable_number"));
}

TEST(NominationTable, NoRowIsLost) {
  const auto table = read("nr;regel;eget felt\n1;a;x\n1;b;\n;;\n2;;y\n3;c;z;mere;endnu\n4\n");
  ASSERT_EQ(table.rows.size(), 5U);
  EXPECT_EQ(table.rows[1].nr, "#3");
  EXPECT_EQ(table.rows[0].notes, (decltype(table.rows[0].notes){{"eget felt", "x"}}));
  EXPECT_EQ(table.rows[2].rule, "");
  EXPECT_EQ(table.rows[3].notes.size(), 3U);
  EXPECT_THAT(table.extra, ElementsAre("eget felt"));
  EXPECT_THAT(codes(table), ElementsAre("extra_column", "repeated_number", "no_rule",
                                        "too_many_cells", "too_few_cells", "no_rule"));
}

TEST(NominationTable, WhatMakesNoTable) {
  EXPECT_THAT(codes(read("")), ElementsAre("empty"));
  EXPECT_THAT(codes(read("nr,regel\n1,a\n")), ElementsAre("no_semicolons"));
  EXPECT_THAT(codes(read("nr;navn\n1;a\n")), testing::Contains("no_rule_column"));
  EXPECT_THAT(codes(read("regel;Regel\na;b\n")), ElementsAre("repeated_column"));
  EXPECT_THAT(codes(read("regel\n\"a\n")), ElementsAre("unclosed_quote"));
  EXPECT_TRUE(read("nr;navn\n1;a\n").rows.empty());
  EXPECT_EQ(read("regel\na\n").rows.size(), 1U);  // one column is enough
}

TEST(NominationTable, AnotherEncodingNamesTheRowAndHowToSave) {
  const auto table = read("nr;regel\n1;a\n2;d\xF8gnrytme\n");
  ASSERT_THAT(codes(table), ElementsAre("bad_utf8"));
  EXPECT_EQ(table.findings[0].line, 3U);
  EXPECT_EQ(table.findings[0].column, 4U);
  EXPECT_THAT(table.findings[0].message.da, testing::HasSubstr("Windows-1252"));
  EXPECT_THAT(table.findings[0].message.da, testing::HasSubstr("række 3"));
  EXPECT_THAT(table.findings[0].advice.da, testing::HasSubstr("CSV UTF-8"));
  EXPECT_THAT(read(std::string("\xFF\xFEn\0r\0", 6)).findings[0].message.en,
              testing::HasSubstr("UTF-16"));
}

TEST(NominationTable, TenMegabytesInOneCellCostThatCellAlone) {
  const auto table =
      read("nr;regel;beskrivelse\n1;a;" + std::string(10U << 20U, 'x') + "\n2;b;kort\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].description, "");
  EXPECT_EQ(table.rows[1].description, "kort");
  EXPECT_THAT(codes(table), ElementsAre("too_large_cell"));
}

TEST(NominationTable, LimitsOfFileAndRows) {
  NominationOptions options;
  options.max_bytes = 10;
  EXPECT_EQ(read_nominations("regel\nlang nok\n", options).findings[0].code, "too_large");
  options = {};
  options.max_rows = 2;
  const auto table = read_nominations("regel\na\nb\nc\n", options);
  EXPECT_EQ(table.findings.back().code, "too_many_rows");
  EXPECT_EQ(table.findings.back().line, 4U);
}

TEST(NominationTable, ControlCharactersAreSpacesAndReported) {
  const auto table = read(std::string("nr;regel\n1;a\x01") + "b\n2;c\rd\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].rule, "a b");
  EXPECT_EQ(table.rows[1].rule, "c d");
  EXPECT_THAT(codes(table), ElementsAre("control_character", "control_character"));
}

TEST(NominationTable, PersonalDataIsRefusedAndNeverRepeated) {
  const char* const secrets[] = {"010203-1234",       "0102031234",   "010203 1234",
                                 "nogen@eksempel.dk", "12 34 56 78",  "3456 7890",
                                 "45671234",          "+45 12345678", "tlf. 20301020"};
  for (const std::string secret : secrets)
    for (const std::string head : {"regel", "enhed", "beskrivelse", "eget", "nr"}) {
      SCOPED_TRACE(head + ": " + secret);
      if (head == "nr" &&
          (secret == "45671234" || secret == "12 34 56 78" || secret == "3456 7890"))
        continue;
      const auto table =
          read("x;" + head + (head == "regel" ? "" : ";regel") + "\n1;se " + secret + ", ja;b\n");
      ASSERT_EQ(table.rows.size(), 1U);
      ASSERT_NE(find(table, "personal_data"), nullptr);
      EXPECT_EQ(find(table, "personal_data")->line, 2U);
      std::string all =
          table.rows[0].rule + table.rows[0].unit + table.rows[0].description + table.rows[0].nr;
      for (const auto& [column, text] : table.rows[0].notes) all += text;
      for (const Finding& one : table.findings) all += json_of(one);
      EXPECT_EQ(all.find(secret), std::string::npos);
    }
}

TEST(NominationTable, WhatOnlyLooksLikeAFigureIsNoPersonalData) {
  for (const char* const text :
       {"27.36.04", "SEL § 141", "20260331", "2026-03-31", "kl. 8 til 16", "LBK nr 69/2024",
        "A20250015529", "5.000 kr.", "attestation over 50.000", "bilag 123456789", "@-tegn",
        "310299-0000"})
    EXPECT_FALSE(collect::personal_data(text, false)) << text;
  EXPECT_FALSE(collect::personal_data("12345678", true));  // an amount
  EXPECT_TRUE(collect::personal_data("tlf 12345678", true));
}

TEST(NominationTable, PersonalDataPassesWhereTheCallerSaysSo) {
  NominationOptions options;
  options.allow_personal_data = true;
  const auto table = read_nominations("regel\nse 010203-1234\n", options);
  EXPECT_EQ(table.rows.at(0).rule, "se 010203-1234");
}

TEST(NominationTable, AFormulaIsText) {
  const auto table = read("regel;beskrivelse\n=1+1;@SUM(A1)\n-punkt;+x\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].rule, "=1+1");
  EXPECT_THAT(codes(table), ElementsAre("formula", "formula", "formula", "formula"));
}

TEST(NominationTable, TheWordsOfFormats) {
  const std::pair<const char*, DecidedBy> who[] = {
      {"institutionen", DecidedBy::institution}, {"forvaltningen", DecidedBy::administration},
      {"Byrådet", DecidedBy::council},           {"STATEN", DecidedBy::state},
      {"aftale", DecidedBy::agreement},          {"ved ikke", DecidedBy::unknown}};
  for (const auto& [word, meant] : who)
    EXPECT_EQ(read(std::string("regel;besluttet af\na;") + word + "\n").rows[0].decided_by, meant)
        << word;
  const std::pair<const char*, Disposition> what[] = {
      {"fjern", Disposition::remove},   {"Forenkl", Disposition::simplify},
      {"erstat", Disposition::replace}, {"forandr", Disposition::change},
      {"forankr", Disposition::anchor}, {"fasthold", Disposition::keep}};
  for (const auto& [word, meant] : what)
    EXPECT_EQ(read(std::string("regel;forslag\na;") + word + "\n").rows[0].proposal, meant) << word;
}

TEST(NominationTable, CanBeCancelled) {
  CancelToken token;
  token.cancel();
  Limits limits;
  limits.cancel = &token;
  std::string text = "regel\n";
  for (int i = 0; i < 3000; ++i) text += "a\n";
  EXPECT_THROW((void)read_nominations(text, {}, limits), Error);
}

}  // namespace
}  // namespace regelgraf
