// The quick reader takes the common form; here it is held to the one that takes everything. A blank
// before an element's brace is what the quick one leaves to the other.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <regelgraf/canonical.hpp>
#include <regelgraf/model_file.hpp>

#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

/// The same file for the reader of everything.
std::string slowly(const std::string& lines) {
  std::string text;
  for (const char c : lines) {
    text += c;
    if (c == '\n') text += ' ';
  }
  return text;
}

using Told = std::tuple<std::string, std::string, std::string, std::string, std::size_t>;

std::vector<Told> told(const Frozen& frozen) {
  std::vector<Told> all;
  for (const Finding& f : frozen.findings)
    all.emplace_back(f.code, f.element, f.field, f.message.en, f.line);
  std::sort(all.begin(), all.end());
  return all;
}

void expect_same(const std::string& lines) {
  const Frozen quick = load_model_text(lines), slow = load_model_text(slowly(lines));
  EXPECT_EQ(told(quick), told(slow)) << lines;
  ASSERT_EQ(quick.model.has_value(), slow.model.has_value()) << lines;
  if (!quick.model) return;
  EXPECT_EQ(canonical_json(*quick.model), canonical_json(*slow.model)) << lines;
}

TEST(QuickReader, ReadsRandomModelsAsTheOther) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Frozen frozen = freeze(random_draft(seed));
    if (frozen.model && frozen.model->layers().size() == 1)
      expect_same(model_json_lines(*frozen.model));
  }
}

// In JSON Lines an element is on one line: spread over several it was taken by this reader alone.
TEST(QuickReader, TakesNoElementSpreadOverLines) {
  const std::string head = R"({"regelgraf":1,"model":{"id":"m"}})";
  for (const std::string& element : {std::string("{\"id\":\"a\",\n\"kind\":\"goal\"}"),
                                     std::string("{\n\"id\":\"a\",\"kind\":\"goal\"}"),
                                     std::string("{\"id\":\"a\",\"kind\":\"goal\"\r\n}")}) {
    expect_same(head + "\n" + element + "\n");
    EXPECT_FALSE(load_model_text(head + "\n" + element + "\n").model) << element;
  }
}

TEST(QuickReader, ReportsDamageAsTheOther) {
  std::mt19937 draw(3);
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Frozen frozen = freeze(random_draft(seed));
    if (!frozen.model || frozen.model->layers().size() > 1) continue;
    const std::string lines = model_json_lines(*frozen.model);
    for (int round = 0; round < 20; ++round) {
      std::string bad = lines;
      constexpr char odd[] = "\"\\{}[],:0-9.etx \t";
      const std::size_t at = lines.find('\n') + 2 + draw() % (lines.size() - lines.find('\n') - 3);
      if (bad[at] == '\n' || bad[at - 1] == '\n') continue;
      switch (draw() % 3) {
        case 0:
          bad[at] = odd[draw() % (sizeof odd - 1)];
          break;
        case 1:
          bad.erase(at, 1);
          break;
        default:
          bad.insert(at, 1, odd[draw() % (sizeof odd - 1)]);
      }
      expect_same(bad);
    }
  }
}

TEST(QuickReader, TakesEveryFormOfAFieldAsTheOther) {
  const std::string head = R"({"regelgraf":1,"model":{"id":"m"}})"
                           "\n";
  for (
      const char* line :
      {R"({"id":"a","kind":"rule","instrument":"act","name":"Navn","source":"§ 1","note":""})",
       R"({"kind":"rule","id":"a","instrument":"act","name":{"en":"Name"},"source":{"eli":"e"}})",
       R"({"id":"a","kind":"rule","instrument":"act","source":"","tags":["x","y"]})",
       R"({"id":"a","kind":"rule","instrument":"act","burden":{"minutes":[1,2],"times_per_year":3.5}})",
       R"({"id":"a","kind":"rule","instrument":"act","burden":{"minutes":[1,2,30],"minimum":{"people":1}}})",
       R"({"id":"a","kind":"rule","instrument":"act","burden":{"minutes":[3,2]}})",
       R"({"id":"a","kind":"rule","instrument":"act","burden":{"minutes":-3}})",
       R"({"id":"a","kind":"rule","instrument":"act","burden":{"minutes":[7]}})",
       R"({"id":"a","kind":"rule","instrument":"act","burden":{"minutes":1e3,"from":"log"}})",
       R"({"id":"a","kind":"rule","instrument":"act","needs":[{"any":["a"]},{"all":["a"]},"a"]})",
       R"({"id":"a","kind":"rule","instrument":"act","needs":{"at_least":1,"of":"a"}})",
       R"({"id":"a","kind":"rule","instrument":"act","needs":{"at_least":2,"of":["a"]}})",
       R"({"id":"a","kind":"rule","instrument":"act","needs":{"all":["a","a"]}})",
       R"({"id":"a","kind":"rule","instrument":"act","needs":{"any":[]}})",
       R"({"id":"a","kind":"rule","instrument":"act","needs":{"any":["a"],"all":["a"]}})",
       R"({"id":"a","kind":"rule","instrument":"act","needs":["b"]})",
       R"({"id":"a","kind":"rule","instrument":"act","serves":["a","a"]})",
       R"({"id":"a","kind":"rule","instrument":"act","valid":{"from":"2020-01-01","to":"2021-01-01"}})",
       R"({"id":"a","kind":"rule","instrument":"act","valid":{"from":"2022-01-01","to":"2021-01-01"}})",
       R"({"id":"a","kind":"rule","instrument":"act","valid":{"from":"2022-02-30"}})",
       R"({"id":"a","kind":"rule","instrument":"act","examined":{"on":"2022-02-03","by":"os"}})",
       R"({"id":"a","kind":"rule","instrument":"act","examined":{"by":"os"}})",
       R"({"id":"a","kind":"rule","instrument":"act","status":"proposed","access":"internal","frame":"open"})",
       R"({"id":"a","kind":"rule","instrument":"act","issuer":"a"})",
       R"({"id":"a","kind":"rule","instrument":"act","concerns":["a"]})",
       R"({"id":"a","kind":"rule","instrument":"act","id":"b"})",
       R"({"id":"a","kind":"rule","instrument":"act","core":true})",
       R"({"id":"a","kind":"rule","instrument":"law"})",
       R"({"id":"a","kind":"rule"})",
       R"({"id":"a","kind":"task","core":true,"concerns":[]})",
       R"({"id":"a","kind":"task","core":false,"performed_by":"a"})",
       R"({"id":"a","kind":"duty","legal_security":true})",
       R"({"id":"a","kind":"goal"})",
       R"({"id":"","kind":"goal"})",
       R"({"id":"å","kind":"goal"})",
       "{\"id\":\"a\xCC\x8A\",\"kind\":\"goal\"}",
       R"({"id":"*","kind":"goal"})",
       R"({"id":"a","kind":"goal","note":"010190-1234"})",
       R"({"id":"a","kind":"goal","note":"\u0030"})",
       R"({"id":"a","kind":"goal"} x)",
       R"({"id":"a","kind":"goal"},)",
       R"({"id":"a","kind":"goal",})",
       R"({"id":"a" "kind":"goal"})",
       R"({"id":"a","kind":"goal"}{"id":"b","kind":"goal"})",
       R"({ "id" : "a" , "kind" : "goal" } )"})
    expect_same(head + line + "\n" + R"({"id":"z","kind":"goal"})" + "\n");
}

TEST(QuickReader, TakesActorsMattersAndGrantsAsTheOther) {
  const std::string head = R"({"regelgraf":1,"model":{"id":"m"}})"
                           "\n";
  const std::string others = R"({"id":"o","kind":"actor","tier":"council","form":"body"})"
                             "\n"
                             R"({"id":"p","kind":"actor","tier":"leader","form":"post"})"
                             "\n"
                             R"({"id":"e","kind":"matter"})"
                             "\n"
                             R"({"id":"f","kind":"matter","code":"27.03"})"
                             "\n";
  for (
      const char* line :
      {R"({"id":"a","kind":"actor","tier":"leader","form":"person","part_of":"o","holds":["p"]})",
       R"({"id":"a","kind":"actor","tier":"leader","form":"body","members":["o","p"],"deputies":["p","o"]})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","leader":"p","holds":[]})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","leader":["p"]})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","leader":["p","o"]})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","part_of":["o"]})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","part_of":""})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","part_of":"nobody"})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","part_of":"a"})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","part_of":"e"})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","is":"o"})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","order":2,"med_for":"o"})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","valid":{"from":"2020-01-01"}})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","needs":"p","serves":"e"})",
       R"({"id":"a","kind":"actor","tier":"frontline","form":"unit","instrument":"act"})",
       R"({"id":"a","kind":"actor","tier":"frontline"})",
       R"({"id":"a","kind":"actor","form":"unit"})",
       R"({"id":"a","kind":"actor","tier":"first","form":"unit"})",
       R"({"id":"a","kind":"matter","name":"Emne","code":"27.12.00","broader":"e"})",
       R"({"id":"a","kind":"matter","code":"","broader":["e","f"]})",
       R"({"id":"a","kind":"matter","broader":["e","e"]})",
       R"({"id":"a","kind":"matter","broader":["o"]})",
       R"({"id":"a","kind":"matter","broader":["a"]})",
       R"({"id":"a","kind":"matter","broader":[{"id":"e"}]})",
       R"({"id":"a","kind":"matter","code":"010190-1234"})",
       R"({"id":"a","kind":"matter","appeal":{"body":"o"}})",
       R"({"id":"a","kind":"grant","to":["o"],"powers":["decide"],"over":["e"]})",
       R"({"id":"a","kind":"grant","to":"o","powers":"decide","over":"e"})",
       R"({"id":"a","kind":"grant","to":["o","p"],"powers":["*"],"over":["*"],"redelegable":true})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a","b"],"over":[{"matter":"e"}],"redelegable":2})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":[{"issuer":"o","instrument":"act"}],"by":"plan"})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":[{"instrument":"act","matter":"f"},"e"]})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":{"matter":"e"},"within":["o"]})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":[{}]})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":[{"matter":"e","matter":"f"}]})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":[{"instrument":"law"}]})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":[]})",
       R"({"id":"a","kind":"grant","to":[],"powers":["a"],"over":["e"]})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":[],"over":["e"]})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":[""],"over":["e"]})",
       R"({"id":"a","kind":"grant","to":["p"],"over":["e"]})",
       R"({"id":"a","kind":"grant","to":[{"leader_of":"unit"}],"powers":["a"],"over":["e"]})",
       R"({"id":"a","kind":"grant","to":[{"leader_of":"unit"},"p"],"powers":["a"],"over":["e"],"exclusive":true})",
       R"({"id":"a","kind":"grant","to":{"leader_of":"unit"},"powers":["a"],"over":["e"],"alongside":true})",
       R"({"id":"a","kind":"grant","to":[{"leader_of":"p"}],"powers":["a"],"over":["e"]})",
       R"({"id":"a","kind":"grant","to":[{ "leader_of": "unit" }],"powers":["a"],"over":["e"]})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"redelegable":false,"exclusive":false})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"redelegable":0})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"redelegable":-1})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"redelegable":1.5})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"from":"a"})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"from":"o"})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"by":"law"})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"jointly":2})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["e"],"x-ellers":true})",
       R"({"id":"a","kind":"grant","to":["p"],"powers":["a"],"over":["nothing"]})"})
    expect_same(head + others + line + "\n");
}

// How long lists are, and what a requirement asks for, is written short where it is small.
TEST(QuickReader, TakesListsAndRequirementsOfEveryLength) {
  const std::string head = R"({"regelgraf":1,"model":{"id":"m"}})"
                           "\n";
  std::string goals;
  const auto listed = [](int count) {
    std::string list;
    for (int i = 0; i < count; ++i) list += (i ? ",\"g" : "\"g") + std::to_string(i) + '"';
    return "[" + list + "]";
  };
  for (int i = 0; i < 66'000; ++i)
    goals += R"({"id":"g)" + std::to_string(i) + R"(","kind":"goal"})" + "\n";
  const std::string rule = R"({"id":"r","kind":"rule","instrument":"act",)";
  std::string many;
  for (int i = 0; i < 15; ++i) many += (i ? ",\"g" : "\"g") + std::to_string(i) + '"';
  // What is written, and how much of it there is: both readers write links in one way.
  const std::vector<std::tuple<std::string, std::size_t, std::uint32_t>> cases{
      {"\"serves\":" + listed(14), 14, 0},
      {"\"serves\":" + listed(15), 15, 0},
      {"\"serves\":" + listed(300), 300, 0},
      {"\"needs\":[" + many + "],\"uses\":" + listed(16), 31, 1},
      {R"("basis":[{"at_least":2,"of":)" + listed(15) + "}]", 15, 2},
      {R"("basis":[{"at_least":70000,"of":["g1"]}])", 0, 0},  // refused
      {R"("basis":[{"at_least":65535,"of":)" + listed(65'535) + "}]", 65'535, 65'535},
      {R"("needs":[{"at_least":3,"of":)" + listed(66'000) + R"(}],"serves":"g7")", 66'001, 3}};
  for (const auto& [field, names, most] : cases) {
    const std::string lines = head + goals + rule + field + "}\n";
    const Frozen quick = load_model_text(lines), slow = load_model_text(slowly(lines));
    EXPECT_EQ(told(quick), told(slow)) << field.substr(0, 80);
    ASSERT_EQ(quick.model.has_value(), slow.model.has_value());
    ASSERT_EQ(quick.model.has_value(), names > 0) << field.substr(0, 80);
    if (!quick.model) continue;
    EXPECT_EQ(canonical_json(*quick.model), canonical_json(*slow.model)) << field.substr(0, 80);
    const Element read = quick.model->element(*quick.model->find("r"));
    std::size_t found = read.serves.size() + read.uses.size();
    std::uint32_t at_least = 0;
    for (const auto* relation : {&read.basis, &read.needs})
      for (const Requirement& requirement : *relation) {
        found += requirement.of.size();
        at_least = std::max(at_least, requirement.at_least);
      }
    EXPECT_EQ(found, names) << field.substr(0, 80);
    EXPECT_EQ(at_least, most) << field.substr(0, 80);
  }
}

// Bytes are looked at sixteen (or eight) at a time: what ends a text, and what may not be in one,
// at every place of such a step.
TEST(QuickReader, FindsTheEndOfATextWhereverItIs) {
  const std::string head = "{\"regelgraf\":1,\"model\":{\"id\":\"m\"}}\n";
  for (std::size_t before = 0; before < 40; ++before)
    for (const char* odd :
         {"", "å", "e\xCC\x81", "\\\\", "\\\"", "\\u00e5", "\x7F", "-1", "1-", " "}) {
      const std::string text = std::string(before, 'x') + odd + std::string(before % 3, 'y');
      expect_same(head + "{\"id\":\"i" + text + "\",\"kind\":\"goal\",\"note\":\"" + text +
                  "\"}\n");
    }
  for (const char control : {'\0', '\x01', '\x1F'})
    for (std::size_t before = 0; before < 40; ++before)
      expect_same(head + "{\"id\":\"a\",\"kind\":\"goal\",\"note\":\"" + std::string(before, 'x') +
                  control + "\"}\n");
}

TEST(QuickReader, FindsACprNumberWhereverItIs) {
  for (std::size_t before = 0; before < 40; ++before)
    for (const char* number :
         {"010190-1234", "010190-1234.", "0101901234", "010190 1234", "310190-1234"}) {
      const std::string lines =
          "{\"regelgraf\":1,\"model\":{\"id\":\"m\"}}\n{\"id\":\"a\",\"kind\":\"goal\",\"note\":"
          "\"" +
          std::string(before, '.') + number + "\"}\n";
      expect_same(lines);
      const Frozen frozen = load_model_text(lines);
      if (std::string(number).starts_with("010190-")) {
        ASSERT_EQ(frozen.findings.size(), 1U) << before;
        EXPECT_EQ(frozen.findings[0].code, "personal_data");
      }
    }
}

}  // namespace
}  // namespace regelgraf::test
