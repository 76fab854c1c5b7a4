// The sheet: heaps one by one, what is not shown, and how it is written.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include <regelgraf/error.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/nominations.hpp>
#include <regelgraf/qualification.hpp>

#include "review/trends.hpp"
#include "tables/csv.hpp"

namespace regelgraf {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Model model_from(const std::string& text) {
  Frozen frozen = load_model_text(text, "m");
  if (!frozen.model)
    throw std::logic_error(frozen.findings.at(0).message.en + frozen.findings.at(0).element);
  return std::move(*frozen.model);
}

/// A town in which every heap has a rule.
const Model& town() {
  static const Model model = model_from(R"({"regelgraf": 1, "model": {"id": "town"}, "elements": [
    {"id": "staten", "kind": "actor", "tier": "state", "form": "body", "name": {"da": "Staten"}},
    {"id": "kl", "kind": "actor", "tier": "partner", "form": "outside", "name": {"da": "KL"}},
    {"id": "fh", "kind": "actor", "tier": "partner", "form": "outside", "name": {"da": "Forhandlingsfællesskabet"}},
    {"id": "raad", "kind": "actor", "tier": "council", "form": "body", "name": {"da": "Byrådet"}},
    {"id": "udvalg", "kind": "actor", "tier": "committee", "form": "body", "part_of": "raad"},
    {"id": "chef", "kind": "actor", "tier": "management", "form": "post", "part_of": "raad", "name": {"da": "Chefen"}},
    {"id": "center", "kind": "actor", "tier": "administration", "form": "unit", "part_of": "chef", "leader": "centerleder"},
    {"id": "centerleder", "kind": "actor", "tier": "administration", "form": "post", "part_of": "chef"},
    {"id": "a", "kind": "actor", "tier": "workplace", "form": "unit", "part_of": "center", "leader": "leder-a", "name": {"da": "Hus A"}},
    {"id": "leder-a", "kind": "actor", "tier": "workplace", "form": "post", "part_of": "centerleder", "name": {"da": "Leder A"}},
    {"id": "b", "kind": "actor", "tier": "workplace", "form": "unit", "part_of": "center", "leader": "leder-b"},
    {"id": "leder-b", "kind": "actor", "tier": "workplace", "form": "post", "part_of": "centerleder"},
    {"id": "med", "kind": "actor", "tier": "med", "form": "body", "med_for": ["a"], "name": {"da": "Lokalt MED"}},
    {"id": "emne", "kind": "matter", "code": "27.36"},
    {"id": "lov", "kind": "rule", "instrument": "act", "issuer": "staten", "name": {"da": "Lov om et"}},
    {"id": "lov2", "kind": "rule", "instrument": "order", "issuer": "staten", "name": {"da": "Bekendtgørelse to"}},
    {"id": "lov3", "kind": "rule", "instrument": "circular", "name": {"da": "Cirkulære tre"}},
    {"id": "ok", "kind": "rule", "instrument": "collective_agreement", "issuer": ["kl", "fh"], "jointly": "all", "name": {"da": "Overenskomsten"}},
    {"id": "medaftale", "kind": "rule", "instrument": "med_guideline", "issuer": ["chef", "med"], "jointly": "all", "name": {"da": "Retningslinjen"}},
    {"id": "lokal", "kind": "rule", "instrument": "local_agreement", "issuer": ["leder-a", "med"], "jointly": "all", "name": {"da": "Lokalaftalen"}},
    {"id": "enig", "kind": "rule", "instrument": "instruction", "issuer": "leder-a", "binds": ["a"], "name": {"da": "Vagtinstruksen"}},
    {"id": "raads", "kind": "rule", "instrument": "policy", "issuer": "raad", "name": {"da": "Politikken"}},
    {"id": "udvalgs", "kind": "rule", "instrument": "quality_standard", "issuer": "udvalg", "name": {"da": "Standarden"}},
    {"id": "chefs", "kind": "rule", "instrument": "administrative_guideline", "issuer": "chef", "binds": ["center"], "name": {"da": "Grundlaget"}},
    {"id": "centers", "kind": "rule", "instrument": "procedure", "issuer": "centerleder", "binds": ["center"], "name": {"da": "Arbejdsgangen"}},
    {"id": "as", "kind": "rule", "instrument": "procedure", "issuer": "leder-a", "binds": ["a"], "basis": "lov", "uses": "chefs",
     "burden": {"minutes": 30, "times_per_year": 12, "people": 10, "minimum": {"times_per_year": 4}}, "name": {"da": "Vores skema", "en": "Our form"}, "claims": {"origin": "state"}},
    {"id": "bs", "kind": "rule", "instrument": "procedure", "issuer": "leder-b", "binds": ["b"], "name": {"da": "Deres skema"}},
    {"id": "vane", "kind": "rule", "instrument": "practice", "binds": ["a"], "name": {"da": "Plejer at ringe"}},
    {"id": "hemmelig", "kind": "rule", "instrument": "instruction", "issuer": "leder-a", "binds": ["a"], "access": "internal", "uses": "as", "name": {"da": "Nøgleboksen"}},
    {"id": "pligt", "kind": "duty", "basis": "lov", "needs": ["as"], "name": {"da": "Pligten"}},
    {"id": "fri", "kind": "grant", "by": "statute", "to": ["raad"], "powers": ["waive"], "over": ["lov2"], "name": {"da": "Frikommune"}},
    {"id": "skal-enig", "kind": "involvement", "body": "med", "how": "agree", "powers": ["repeal"], "over": ["enig"]},
    {"id": "droeft", "kind": "involvement", "body": "med", "how": "discuss", "days": 14, "powers": ["repeal"], "over": ["as"]}]})");
  return model;
}

Qualification sheet_of(const std::string& table, QualifyOptions options = {},
                       const Model& model = town()) {
  return qualify(model, match_nominations(model, read_nominations(table)), options);
}

const QualifiedRule& row(const Qualification& sheet, const std::string& id) {
  for (const QualifiedRule& one : sheet.rules)
    if (one.rule == id) return one;
  throw std::logic_error("no row " + id);
}

Heap heap(const std::string& rule, const std::string& unit = {}, HeapBecause* because = nullptr) {
  QualifyOptions options;
  if (!unit.empty()) options.unit = *town().find(unit);
  const Qualification sheet = sheet_of("regel\n" + rule + "\n", options);
  if (because) *because = row(sheet, rule).because;
  return row(sheet, rule).heap;
}

TEST(Heaps, EachByItself) {
  EXPECT_EQ(heap("as"), Heap::own);
  EXPECT_EQ(heap("vane"), Heap::own);  // the leader's, as nobody issued it
  EXPECT_EQ(heap("centers"), Heap::manager);
  EXPECT_EQ(heap("chefs"), Heap::management);
  EXPECT_EQ(heap("medaftale"), Heap::med_agreement);
  EXPECT_EQ(heap("lokal"), Heap::med_agreement);
  EXPECT_EQ(heap("enig"), Heap::med_agreement);  // the MED body must agree
  EXPECT_EQ(heap("raads"), Heap::council);
  EXPECT_EQ(heap("udvalgs"), Heap::council);
  EXPECT_EQ(heap("lov2"), Heap::exemption);
  EXPECT_EQ(heap("lov"), Heap::state_or_agreement);
  EXPECT_EQ(heap("lov3"), Heap::state_or_agreement);
  EXPECT_EQ(heap("ok"), Heap::state_or_agreement);
}

TEST(Heaps, SayOnWhatTheyRest) {
  HeapBecause because = HeapBecause::nobody;
  (void)heap("as", {}, &because);
  EXPECT_EQ(because, HeapBecause::decider);
  (void)heap("lov2", {}, &because);
  EXPECT_EQ(because, HeapBecause::waive);
  (void)heap("lov", {}, &because);
  EXPECT_EQ(because, HeapBecause::issuer);
  (void)heap("lov3", {}, &because);
  EXPECT_EQ(because, HeapBecause::instrument);
  (void)heap("medaftale", {}, &because);
  EXPECT_EQ(because, HeapBecause::instrument);
}

TEST(Heaps, SeenFromAUnitOthersRulesAreNotOurOwn) {
  EXPECT_EQ(heap("as", "a"), Heap::own);
  EXPECT_EQ(heap("bs", "a"), Heap::management);
  EXPECT_EQ(heap("centers", "a"), Heap::manager);
  EXPECT_EQ(heap("chefs", "a"), Heap::management);
  EXPECT_EQ(heap("centers", "center"), Heap::own);
  EXPECT_EQ(heap("bs", "center"), Heap::own);
  EXPECT_EQ(heap("raads", "a"), Heap::council);
  EXPECT_EQ(heap("lov2", "a"), Heap::exemption);
}

TEST(Heaps, WhereNobodyIsRecordedTheClaimIsFollowedAndSaidToBeOne) {
  const std::pair<const char*, Heap> claims[] = {{"institutionen", Heap::own},
                                                 {"forvaltningen", Heap::manager},
                                                 {"byrådet", Heap::council},
                                                 {"staten", Heap::state_or_agreement},
                                                 {"aftale", Heap::state_or_agreement},
                                                 {"ved ikke", Heap::management},
                                                 {"", Heap::management}};
  for (const auto& [claim, expected] : claims) {
    const auto sheet =
        sheet_of(std::string("regel;besluttet af\nFlagning hele dagen;") + claim + "\n");
    ASSERT_EQ(sheet.rules.size(), 1U);
    EXPECT_TRUE(sheet.rules[0].draft);
    EXPECT_EQ(sheet.rules[0].verdict, Verdict::nobody);
    EXPECT_EQ(sheet.rules[0].heap, expected) << claim;
    EXPECT_EQ(sheet.rules[0].because,
              expected == Heap::management ? HeapBecause::nobody : HeapBecause::claimed);
  }
}

TEST(Heaps, AHabitOfAUnitTheModelKnowsIsItsLeaders) {
  const auto sheet = sheet_of("regel;enhed\nFlagning hele dagen;Hus A\n");
  EXPECT_EQ(sheet.rules[0].heap, Heap::own);
  EXPECT_EQ(sheet.rules[0].deciders.at(0).holders, Ids{"leder-a"});
  EXPECT_EQ(sheet.rules[0].because, HeapBecause::decider);
}

TEST(Sheet, EveryColumnIsTheEngines) {
  const auto sheet = sheet_of(
      "nr;enhed;regel;besluttet af;hvor ofte pr. år;minutter fra;minutter til;antal "
      "medarbejdere;forslag;hvem bruger resultatet\n"
      "1;Hus A;Vores skema;institutionen;12;20;40;10;fjern;ledelsen\n2;Hus "
      "A;as;institutionen;12;30;30;10;forenkl;\n"
      "3;Hus B;Vores skema;staten;12;10;10;1;fjern;\n4;Hus C;vores skema;;;;;;;\n");
  const QualifiedRule& one = row(sheet, "as");
  EXPECT_EQ(one.nominated, 4U);
  EXPECT_EQ(one.units, 3U);
  EXPECT_EQ(one.issuer, Ids{"leder-a"});
  EXPECT_EQ(one.issuer_claimed, DecidedBy::institution);
  EXPECT_EQ(one.origin, Origin::required);
  EXPECT_EQ(one.origin_claimed, Origin::state);
  EXPECT_EQ(one.hours, (Range{60, 60, 60}));
  EXPECT_EQ(one.surplus_hours, (Range{40, 40, 40}));
  EXPECT_EQ(one.hours_nominated, (Range{42, 62, 82}));  // of Hus A the interval of both rows
  EXPECT_EQ(one.duties, Ids{"pligt"});
  EXPECT_EQ(one.unmet_duties, Ids{"pligt"});
  EXPECT_EQ(one.breaks, Ids{"pligt"});
  EXPECT_TRUE(one.med);
  EXPECT_TRUE(one.unexamined);
  EXPECT_TRUE(one.stands);
  ASSERT_EQ(one.involve.size(), 1U);
  EXPECT_EQ(one.involve[0].body, "med");
  EXPECT_EQ(one.involve[0].days, 14);
  EXPECT_EQ(one.proposals.at(Disposition::remove), 2U);
  EXPECT_EQ(one.used_by_claimed, Ids{"ledelsen"});
  EXPECT_TRUE(one.used_by.empty());  // it is internal
  EXPECT_EQ(sheet.withheld, 1U);
  QualifyOptions options;
  options.internal = true;
  EXPECT_EQ(row(sheet_of("regel\nas\n", options), "as").used_by, Ids{"hemmelig"});
}

TEST(Sheet, AnInternalRuleIsNotNamedUnlessAskedFor) {
  const auto sheet = sheet_of("regel\nNøgleboksen\n");
  ASSERT_EQ(sheet.rules.size(), 1U);
  EXPECT_EQ(sheet.rules[0].rule, "");
  for (const std::string& text : {qualification_json(sheet), qualification_csv(sheet, Language::da),
                                  qualification_html(sheet, Language::da)}) {
    EXPECT_THAT(text, Not(HasSubstr("øgleboks")));
    EXPECT_THAT(text, Not(HasSubstr("hemmelig")));
  }
  QualifyOptions options;
  options.internal = true;
  EXPECT_EQ(sheet_of("regel\nNøgleboksen\n", options).rules[0].rule, "hemmelig");
}

TEST(Sheet, FewUnitsAreNotCountedAndUnitsNeverNamed) {
  const std::string table =
      "enhed;regel;hvor ofte pr. år;minutter fra;hvem bruger resultatet\nDet Lille Hus;Vores "
      "skema;10;6;naboen\nHus A;Vores skema;10;6;\n";
  const auto sheet = sheet_of(table);
  EXPECT_TRUE(row(sheet, "as").units_few);
  EXPECT_EQ(row(sheet, "as").units, 0U);
  EXPECT_FALSE(row(sheet, "as").hours_nominated);
  EXPECT_TRUE(row(sheet, "as").used_by_claimed.empty());
  EXPECT_THAT(qualification_json(sheet), HasSubstr("\"units\":\"fewer than 3\""));
  EXPECT_THAT(qualification_csv(sheet, Language::da), HasSubstr("færre end 3"));
  for (const std::string& text : {qualification_json(sheet), qualification_csv(sheet, Language::da),
                                  qualification_html(sheet, Language::da)})
    EXPECT_THAT(text, Not(HasSubstr("Lille Hus")));
  QualifyOptions options;
  options.at_least = 2;
  EXPECT_EQ(row(sheet_of(table, options), "as").units, 2U);
  EXPECT_TRUE(row(sheet_of(table, options), "as").hours_nominated);
}

qualifying::Counted counted(const char* key, std::set<std::string> units, std::size_t rows) {
  qualifying::Counted one;
  one.group.key = key;
  one.group.nominated = rows;
  one.units = std::move(units);
  one.group.units = one.units.size();
  return one;
}
std::vector<std::string> hidden(std::vector<qualifying::Counted> groups) {
  qualifying::suppress(groups, 3);
  std::vector<std::string> keys;
  for (const auto& one : groups)
    if (one.group.suppressed) {
      keys.push_back(one.group.key);
      EXPECT_EQ(one.group.nominated, 0U);
    }
  return keys;
}

TEST(Suppression, SmallGroupsAndOneMoreSoThatTheTotalTellsNothing) {
  EXPECT_THAT(hidden({counted("a", {"1", "2", "3"}, 5), counted("b", {"1", "2", "3", "4"}, 9)}),
              ElementsAre());
  EXPECT_THAT(hidden({counted("a", {"1"}, 5), counted("b", {"1", "2", "3"}, 9),
                      counted("c", {"1", "2", "3", "4"}, 2)}),
              ElementsAre("a", "b"));
  EXPECT_THAT(hidden({counted("a", {"1"}, 5), counted("b", {"1"}, 9),
                      counted("c", {"1", "2", "3"}, 2), counted("d", {"1", "2", "3", "4"}, 2)}),
              ElementsAre("a", "b", "c"));
  EXPECT_THAT(hidden({counted("a", {"1"}, 5), counted("b", {"2", "3"}, 9),
                      counted("c", {"1", "2", "3"}, 2)}),
              ElementsAre("a", "b"));
  EXPECT_THAT(hidden({counted("a", {"1"}, 5)}), ElementsAre("a"));
  EXPECT_THAT(hidden({}), ElementsAre());
}

TEST(Suppression, NoTrendIsToldFromWhatIsLeft) {
  std::string table = "enhed;regel;område;type;forslag\n";
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string(i % 5);
    table += "Hus " + n + ";Ting " + std::to_string(i) + ";" +
             (i % 7 == 0 ? "82"
              : i == 3   ? "14"
                         : "27") +
             ";" + (i == 5 ? "politik" : "instruks") + ";" + (i % 2 ? "fjern" : "") + "\n";
  }
  const auto sheet = sheet_of(table);
  ASSERT_EQ(sheet.trends.size(), 5U);
  for (const Trend& trend : sheet.trends) {
    std::size_t shown = 0, missing = 0;
    for (const TrendGroup& group : trend.groups) {
      EXPECT_TRUE(group.suppressed || group.units >= 3U);
      shown += group.nominated;
      missing += group.suppressed;
    }
    EXPECT_TRUE(missing == 0 ? shown == 40 : missing >= 2 || trend.groups.size() == 1);
  }
}

TEST(SheetCsv, OpensWithAeOeAaAndComputesNothing) {
  const auto sheet = sheet_of(
      "regel;beskrivelse\n=HYPERLINK(\"\"x\"\")!æøå;\n+1;\n@SUM(1);\n  -2;\nalmindelig; a\n");
  const std::string csv = qualification_csv(sheet, Language::da);
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
  const tables::Csv read = tables::read_csv(std::string_view(csv).substr(3));
  ASSERT_TRUE(read.findings.empty());
  ASSERT_EQ(read.records.size(), 6U);
  for (const auto& record : read.records) {
    EXPECT_EQ(record.cells.size(), read.records[0].cells.size());
    for (const auto& cell : record.cells)
      EXPECT_TRUE(cell.text.empty() ||
                  std::string("=+-@").find(cell.text.front()) == std::string::npos)
          << cell.text;
  }
  EXPECT_THAT(csv, HasSubstr("'=HYPERLINK"));
  EXPECT_THAT(csv, HasSubstr("æøå"));
  EXPECT_THAT(csv, HasSubstr("\r\n"));
}

TEST(SheetCsv, ALongNameIsNotCutShortOfItsMeaning) {
  const std::string name(190, 'x');
  EXPECT_THAT(qualification_csv(sheet_of("regel\n" + name + "\n"), Language::da), HasSubstr(name));
}

TEST(SheetHtml, EveryTextIsEscapedAndNothingRuns) {
  const auto sheet = sheet_of(
      "regel;forslag\n<script>alert('1')</script> & \"\"x\"\";fjern\n<img src=x "
      "onerror=alert(1)>;fjern\n");
  for (const Language language : {Language::da, Language::en}) {
    const std::string html = qualification_html(sheet, language);
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; "));
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
    EXPECT_THAT(html, HasSubstr("A4 landscape"));
    EXPECT_THAT(html, Not(HasSubstr("http://")));
    EXPECT_THAT(html, Not(HasSubstr("https://")));
  }
  EXPECT_THAT(qualification_html(sheet, Language::en), HasSubstr("<html lang=\"en\">"));
}

TEST(Sheet, TheSameQuestionGivesTheSameBytes) {
  const std::string table = "regel;enhed\nas;x\nFlagning;y\nFlagningen;z\n";
  EXPECT_EQ(qualification_json(sheet_of(table)), qualification_json(sheet_of(table)));
}

TEST(Sheet, AUnitMustBeAnActor) {
  QualifyOptions options;
  options.unit = *town().find("lov");
  EXPECT_THROW((void)sheet_of("regel\nas\n", options), Error);
  options.unit = 999999;
  EXPECT_THROW((void)sheet_of("regel\nas\n", options), Error);
}

TEST(Sheet, CanBeCancelled) {
  CancelToken token;
  token.cancel();
  Limits limits;
  limits.cancel = &token;
  const auto all =
      match_nominations(town(), read_nominations("regel\nas\nbs\nlov\nlov2\nok\nvane\n"));
  EXPECT_THROW((void)qualify(town(), all, {}, limits), Error);
}

}  // namespace
}  // namespace regelgraf
