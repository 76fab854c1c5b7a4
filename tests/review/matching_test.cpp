// Nominations matched to rules and to one another; how well, on a labelled set.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <regelgraf/burden.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/nominations.hpp>

#include "review/alike.hpp"
#include "tables/csv.hpp"

namespace regelgraf {
namespace {

std::string file(const std::string& name) {
  std::ifstream in(std::string(RG_SOURCE_DIR) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Model model_from(const std::string& text) {
  Frozen frozen = load_model_text(text, "m");
  if (!frozen.model) throw std::logic_error(frozen.findings.at(0).message.en);
  return std::move(*frozen.model);
}

Model small_town() {
  return model_from(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [
    {"id": "bosted", "kind": "actor", "tier": "workplace", "form": "unit", "name": {"da": "Bostedet Åen"}},
    {"id": "27.36", "kind": "matter", "code": "27.36"},
    {"id": "r-vej", "kind": "rule", "instrument": "procedure", "name": {"da": "Månedlig vejning af beboere", "en": "Monthly weighing"}},
    {"id": "r-bog", "kind": "rule", "instrument": "practice", "name": {"da": "Barnets bog"}},
    {"id": "r-a", "kind": "rule", "instrument": "practice", "name": {"da": "Fælles navn"}},
    {"id": "r-b", "kind": "rule", "instrument": "practice", "name": {"da": "Fælles navn"}}]})");
}

Nominations matched(const Model& model, const std::string& table) {
  return match_nominations(model, read_nominations(table));
}

TEST(Matching, ByIdByNameByText) {
  const Model model = small_town();
  const auto all = matched(model,
                           "regel\nr-vej\nmånedlig  VEJNING, af beboere\nMonthly "
                           "weighing\nMånedlige vejninger af beboerne\nBarnets bøger\nFlagning\n");
  ASSERT_EQ(all.rows.size(), 6U);
  EXPECT_EQ(all.rows[0].matched->how, MatchedHow::id);
  EXPECT_EQ(all.rows[1].matched->how, MatchedHow::name);
  EXPECT_EQ(all.rows[2].matched->how, MatchedHow::name);
  EXPECT_EQ(all.rows[3].matched->how, MatchedHow::text);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(all.rows[i].matched->element, "r-vej");
  EXPECT_FALSE(all.rows[5].matched);
  ASSERT_EQ(all.clusters.size(), 3U);
  EXPECT_EQ(all.clusters[0].element, "r-vej");
  EXPECT_EQ(all.clusters[0].nominations.size(), 4U);
}

TEST(Matching, TwoRulesOfOneNameAreForAPersonToDecide) {
  const auto all = matched(small_town(), "regel\nFælles navn\n");
  EXPECT_FALSE(all.rows[0].matched);
  ASSERT_EQ(all.rows[0].alike.size(), 2U);
  EXPECT_EQ(all.rows[0].alike[0].doubt, AlikeDoubt::ambiguous);
  EXPECT_TRUE(std::any_of(all.findings.begin(), all.findings.end(),
                          [](const Finding& one) { return one.code == "alike"; }));
}

TEST(Matching, TheModelsOwnRuleGoesBeforeALayersOfTheSameName) {
  LoadOptions options;
  options.layers["base"] =
      R"({"regelgraf": 1, "model": {"id": "base"}, "elements": [{"id": "base:b", "kind": "rule", "instrument": "budget", "name": {"da": "Årsbudgettet"}}]})";
  Frozen frozen = load_model_text(
      R"({"regelgraf": 1, "model": {"id": "m", "extends": ["base"]}, "elements": [{"id": "b", "kind": "rule", "instrument": "budget", "name": {"da": "Årsbudgettet"}}]})",
      "m", options);
  ASSERT_TRUE(frozen.model);
  EXPECT_EQ(matched(*frozen.model, "regel\nÅrsbudgettet\n").rows[0].matched->element, "b");
}

TEST(Matching, FrequencyNumberNegationAndOppositesTellApart) {
  const auto doubt = [](const char* a, const char* b) {
    return collect::distinctions_of(a).from(collect::distinctions_of(b));
  };
  EXPECT_EQ(doubt("Ugentlig gennemgang", "Månedlig gennemgang"), AlikeDoubt::frequency);
  EXPECT_EQ(doubt("Gennemgang hver uge", "Gennemgang hver 14. dag"), AlikeDoubt::frequency);
  EXPECT_EQ(doubt("Ugenotat", "Notat hver dag"), AlikeDoubt::frequency);
  EXPECT_EQ(doubt("Samtale efter 14 dage", "Samtale efter 5 dage"), AlikeDoubt::number);
  EXPECT_EQ(doubt("Sprogvurdering af treårige", "Sprogvurdering af femårige"), AlikeDoubt::number);
  EXPECT_EQ(doubt("Notat om samtalen", "Ikke notat om samtalen"), AlikeDoubt::negation);
  EXPECT_EQ(doubt("Indskrivning på papir", "Udskrivning på papir"), AlikeDoubt::contrast);
  EXPECT_EQ(doubt("Sprogvurdering af treårige", "Sprogvurderinger af 3-årige"), std::nullopt);
  EXPECT_EQ(doubt("To gange om året", "2 gange om året"), std::nullopt);
  EXPECT_EQ(doubt("Ugentligt notat", "Notat hver uge"), std::nullopt);
  EXPECT_EQ(doubt("Dagsorden til dagtilbud", "Ugentlig dagsorden"), std::nullopt);
}

TEST(Matching, AWeeklyReviewIsNotTheMonthlyOne) {
  const auto all = matched(small_town(), "regel\nUgentlig vejning af beboere\n");
  EXPECT_FALSE(all.rows[0].matched);
  ASSERT_FALSE(all.rows[0].alike.empty());
  EXPECT_EQ(all.rows[0].alike[0].element, "r-vej");
  EXPECT_EQ(all.rows[0].alike[0].doubt, AlikeDoubt::frequency);
}

TEST(Matching, RepeatsBecomeOneDraftWithWhatTheySay) {
  const auto all = matched(
      small_town(),
      "nr;enhed;regel;område;type;hvor ofte pr. år;minutter fra;minutter til;antal medarbejdere\n"
      "1;Bostedet Åen;Nøgler udleveres mod kvittering;27.36;instruks;10;5;10;4\n"
      "2;;Udlevering af nøgler mod kvittering;;arbejdsgang;20;3;5;2\n"
      "3;;nøgleudlevering mod kvittering;;instruks;;;;\n"
      "4;;Flagning efter liste;;;;;;\n");
  ASSERT_EQ(all.clusters.size(), 2U);
  const auto& cluster = all.clusters[0];
  EXPECT_EQ(cluster.nominations, (std::vector<std::size_t>{0, 1, 2}));
  ASSERT_TRUE(cluster.draft);
  const auto& rule = std::get<Rule>(cluster.draft->fields);
  EXPECT_EQ(rule.instrument, Instrument::instruction);
  EXPECT_EQ(rule.binds, Ids{"bosted"});
  EXPECT_EQ(rule.concerns, Ids{"27.36"});
  EXPECT_TRUE(rule.issuer.empty());
  EXPECT_EQ(cluster.draft->status, Status::in_force);
  ASSERT_TRUE(rule.burden);
  EXPECT_EQ(rule.burden->people, (Range{6, 6, 6}));
  const Range hours = hours_of(*rule.burden).per_year;  // 40 times 5 to 10 minutes, 40 times 3 to 5
  EXPECT_DOUBLE_EQ(hours.low, 320.0 / 60);
  EXPECT_DOUBLE_EQ(hours.high, 600.0 / 60);
  EXPECT_EQ(std::get<Rule>(all.clusters[1].draft->fields).instrument, Instrument::practice);
  EXPECT_NE(all.clusters[0].draft->id, all.clusters[1].draft->id);
}

TEST(Matching, AUnitTheModelDoesNotKnowLeavesOpenWhomTheHabitBinds) {
  const auto all = matched(
      small_town(), "enhed;regel\nBostedet Åen;Flagning\nSkolen;Flagning\nSkolen;flagning\n");
  ASSERT_EQ(all.clusters.size(), 1U);
  EXPECT_TRUE(std::get<Rule>(all.clusters[0].draft->fields).binds.empty());
  EXPECT_EQ(all.clusters[0].draft->name.da, "Flagning");
}

TEST(Matching, SameRowsInAnotherOrderMakeTheSameClusters) {
  const Model model = small_town();
  const std::vector<std::string> rows{"Nøgler udleveres mod kvittering",
                                      "Udlevering af nøgler mod kvittering",
                                      "Flagning",
                                      "Flagning efter liste",
                                      "Barnets bog",
                                      "Bål"};
  const auto sets = [&](std::vector<std::string> order) {
    std::string table = "regel\n";
    for (const auto& one : order) table += one + "\n";
    const auto all = matched(model, table);
    std::set<std::set<std::string>> clusters;
    for (const auto& cluster : all.clusters) {
      std::set<std::string> names;
      for (const auto row : cluster.nominations) names.insert(all.rows[row].rule);
      clusters.insert(names);
    }
    return clusters;
  };
  auto turned = rows;
  std::reverse(turned.begin(), turned.end());
  EXPECT_EQ(sets(rows), sets(turned));
  EXPECT_EQ(nominations_json(matched(model, "regel\nx y\n")),
            nominations_json(matched(model, "regel\nx y\n")));
}

TEST(Matching, AnUnknownUnitIsSaidOnceAndNotNamed) {
  const auto all =
      matched(small_town(), "enhed;regel\nJens Jensen;a\njens jensen;b\nBostedet åen;c\n");
  int said = 0;
  for (const Finding& one : all.findings) {
    said += one.code == "unknown_unit";
    EXPECT_EQ((one.message.da + one.advice.da).find("Jens"), std::string::npos);
  }
  EXPECT_EQ(said, 1);
}

TEST(Matching, ThresholdsMustBeInOrder) {
  MatchOptions options;
  options.sure = 0.2;
  EXPECT_THROW((void)match_nominations(small_town(), read_nominations("regel\na\n"), options),
               Error);
}

/// The labelled set, as nominations of `labelled_rules.json`.
struct Labelled {
  std::vector<std::string> truth;
  std::vector<bool> same;
  Nominations answer;
};

Labelled labelled(const std::string& name) {
  Labelled set;
  const tables::Csv csv = tables::read_csv(file("tests/review/" + name));
  std::string table = "regel;beskrivelse\n";
  for (std::size_t i = 1; i < csv.records.size(); ++i) {
    const auto& cells = csv.records[i].cells;
    table += tables::csv_cell(cells[0].text) + ";" + tables::csv_cell(cells[1].text) + "\n";
    set.truth.push_back(cells.at(2).text);
    set.same.push_back(cells.at(3).text == "samme");
  }
  set.answer = match_nominations(model_from(file("tests/review/labelled_rules.json")),
                                 read_nominations(table));
  return set;
}

struct Figures {
  int right = 0, wrong = 0, missed = 0, offered = 0;
  [[nodiscard]] double precision() const { return right / static_cast<double>(right + wrong); }
  [[nodiscard]] double recall() const { return right / static_cast<double>(right + missed); }
  [[nodiscard]] double seen() const {
    return (right + offered) / static_cast<double>(right + missed);
  }
};

Figures of_matching(const Labelled& set) {
  Figures figures;
  for (std::size_t i = 0; i < set.truth.size(); ++i) {
    const Nomination& row = set.answer.rows.at(i);
    const bool belongs = set.same[i] && !set.truth[i].starts_with("ny:");
    const bool right = row.matched && belongs && row.matched->element == set.truth[i];
    figures.right += right;
    if (row.matched && !right) {
      ++figures.wrong;
      std::printf("  wrong: %s -> %s %.3f\n", row.rule.c_str(), row.matched->element.c_str(),
                  row.matched->score);
    }
    if (!belongs || right) continue;
    ++figures.missed;
    figures.offered += std::any_of(row.alike.begin(), row.alike.end(),
                                   [&](const Alike& one) { return one.element == set.truth[i]; });
  }
  return figures;
}

/// Of pairs that are both about something the model does not know.
Figures of_repeats(const Labelled& set) {
  Figures figures;
  for (std::size_t i = 0; i < set.truth.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      if (!set.truth[i].starts_with("ny:") || !set.truth[k].starts_with("ny:")) continue;
      const bool one = set.truth[i] == set.truth[k];
      const bool together = set.answer.rows.at(i).cluster == set.answer.rows.at(k).cluster;
      figures.right += one && together;
      figures.missed += one && !together;
      figures.wrong += together && !one;
    }
  return figures;
}

TEST(LabelledSet, MatchingIsAsPreciseAndCompleteAsStated) {
  const Labelled set = labelled("labelled.csv");
  ASSERT_GE(set.truth.size(), 220U);
  const Figures figures = of_matching(set);
  std::printf("chosen on: matching: precision %.3f, recall %.3f, matched or offered %.3f\n",
              figures.precision(), figures.recall(), figures.seen());
  EXPECT_GE(figures.precision(), 0.98);
  EXPECT_GE(figures.recall(), 0.88);
  EXPECT_GE(figures.seen(), 0.98);
  const Labelled fresh = labelled("labelled_unseen.csv");
  const Figures unseen = of_matching(fresh);
  std::printf("unseen: matching: precision %.3f, recall %.3f, matched or offered %.3f\n",
              unseen.precision(), unseen.recall(), unseen.seen());
  EXPECT_GE(unseen.precision(), 0.97);
  EXPECT_GE(unseen.recall(), 0.70);
  EXPECT_GE(unseen.seen(), 0.90);
}

TEST(LabelledSet, RepeatsAreAsPreciseAndCompleteAsStated) {
  const Figures figures = of_repeats(labelled("labelled.csv"));
  std::printf("chosen on: repeats: precision %.3f, recall %.3f of pairs\n", figures.precision(),
              figures.recall());
  EXPECT_GE(figures.precision(), 0.99);
  EXPECT_GE(figures.recall(), 0.75);
  const Figures unseen = of_repeats(labelled("labelled_unseen.csv"));
  std::printf("unseen: repeats: precision %.3f, recall %.3f of pairs\n", unseen.precision(),
              unseen.recall());
  EXPECT_GE(unseen.precision(), 0.99);
  EXPECT_GE(unseen.recall(), 0.80);
}

TEST(LabelledSet, NearMissesAreToldApart) {
  const Labelled set = labelled("labelled.csv");
  int near = 0, apart = 0;
  for (std::size_t i = 0; i < set.truth.size(); ++i) {
    if (set.same[i]) continue;
    ++near;
    apart += !set.answer.rows.at(i).matched;
  }
  EXPECT_EQ(near, 15);
  EXPECT_GE(apart, 13);  // not the two that differ in an ordinary word
}

TEST(LabelledSet, NothingThatTellsTwoApartIsEverMatched) {
  const Labelled set = labelled("labelled.csv");
  for (const Nomination& row : set.answer.rows)
    for (const Alike& one : row.alike)
      if (one.doubt != AlikeDoubt::score && one.doubt != AlikeDoubt::ambiguous &&
          !one.element.empty()) {
        EXPECT_FALSE(row.matched && row.matched->element == one.element) << row.rule;
      }
}

}  // namespace
}  // namespace regelgraf
