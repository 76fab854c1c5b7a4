// Model files in: every error at its place, all at once, and nothing by halves.

#include <regelgraf/model_file.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include <regelgraf/canonical.hpp>

#include "formats/bytes.hpp"
#include "support/folder.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using Texts = std::map<std::string, std::string, std::less<>>;

/// A file of model `m` around @p elements, which begin on line 3.
std::string file_of(const std::string& elements) {
  return "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"},\n \"elements\": [\n" + elements + "\n]}\n";
}

Frozen load(const std::string& text, const LoadOptions& options = {}) {
  Frozen frozen = load_model_text(text, "m.json", options);
  EXPECT_EQ(frozen.model.has_value(), !has_errors(frozen.findings));
  return frozen;
}
std::vector<Finding> findings(const std::string& text, const LoadOptions& options = {}) {
  return load(text, options).findings;
}

auto Is(const char* code, const char* element, const char* field) {
  return AllOf(Field("code", &Finding::code, code), Field("element", &Finding::element, element),
               Field("field", &Finding::field, field));
}
auto HasCode(const char* code) { return Field("code", &Finding::code, code); }

/// Holds that @p text, in which `@` marks a place, has one finding: this, at that place.
void expect_at(std::string text, const char* code, const char* element, const char* field) {
  SCOPED_TRACE(text);
  const std::size_t at = text.find('@');
  ASSERT_NE(at, std::string::npos);
  text.erase(at, 1);
  const auto found = findings(text);
  ASSERT_THAT(found, ElementsAre(Is(code, element, field)));
  EXPECT_EQ(found[0].file, "m.json");
  const std::string before = text.substr(0, at);
  EXPECT_EQ(found[0].line, 1 + std::count(before.begin(), before.end(), '\n'));
  EXPECT_EQ(found[0].column, at - (before.rfind('\n') + 1) + 1);
  EXPECT_FALSE(found[0].message.da.empty());
  EXPECT_FALSE(found[0].message.en.empty());
}
void expect_in_elements(const std::string& elements, const char* code, const char* element,
                        const char* field) {
  expect_at(file_of(elements), code, element, field);
}

const std::string small = file_of(
    "  {\"id\": \"act\", \"kind\": \"rule\", \"instrument\": \"act\"},\n"
    "  {\"id\": \"form\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"basis\": \"act\"}");
const std::string small_as_lines =
    "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}}\n"
    "{\"id\": \"act\", \"kind\": \"rule\", \"instrument\": \"act\"}\n"
    "{\"id\": \"form\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"basis\": \"act\"}\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

// ---- the forms a file may have

TEST(ModelFile, EveryFormOfAFileGivesTheSameModel) {
  const std::string meant = digest(model_of(load(small)));
  for (const std::string& text :
       {small_as_lines, formats::gzip(small), formats::gzip(small_as_lines), "\xEF\xBB\xBF" + small,
        "\xEF\xBB\xBF" + small_as_lines, formats::gzip("\xEF\xBB\xBF" + small),
        replaced(small, "\n", "\r\n"), replaced(small_as_lines, "\n", "\r\n"),
        replaced(small, "\n", ""), "\n\n  " + small_as_lines + "\n\n",
        small_as_lines.substr(0, small_as_lines.size() - 1),
        formats::gzip(small.substr(0, 20)) + formats::gzip(small.substr(20))}) {
    const Frozen frozen = load(text);
    ASSERT_TRUE(frozen.model) << as_lines(frozen.findings) << text;
    EXPECT_EQ(digest(*frozen.model), meant);
  }
}

TEST(ModelFile, IsReadFromAFileByAnyName) {
  const Folder folder;
  const std::string meant = digest(model_of(load(small)));
  for (const auto& [name, text] : Texts{{"a.json", small},
                                        {"b.jsonl", small_as_lines},
                                        {"c.json.gz", formats::gzip(small)},
                                        {"d", formats::gzip(small_as_lines)}})
    EXPECT_EQ(digest(model_of(load_model(folder.put(name, text)))), meant) << name;
}

TEST(ModelFile, AHeadAloneIsAModelWithoutElements) {
  EXPECT_EQ(model_of(load(R"({"regelgraf": 1, "model": {"id": "m"}})")).size(), 0U);
  EXPECT_EQ(model_of(load(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": []})")).size(), 0U);
}

TEST(ModelFile, FieldsOfOnesOwnAreKept) {
  const Model model = model_of(load(
      file_of(R"({"id": "a", "kind": "goal", "x-b": [1, {"z": null, "y": "ø"}], "x-a": 1.50})")));
  EXPECT_THAT(canonical_json(model), HasSubstr(R"("x-a":1.5,"x-b":[1,{"y":"ø","z":null}])"));
}

// ---- values that do not fit, each with its place

TEST(ModelFileErrors, AValueOfAnotherType) {
  expect_in_elements(R"({"id": "a", "kind": "goal", "tags": ["x", @7]})", "wrong_type", "a",
                     "tags[1]");
  expect_in_elements(R"({"id": "a", "kind": "goal", "note": @["x"]})", "wrong_type", "a", "note");
  expect_in_elements(R"({"id": "a", "kind": "goal", "name": {"da": @null}})", "wrong_type", "a",
                     "name.da");
  expect_in_elements(R"({"id": "a", "kind": "task", "core": @"yes"})", "wrong_type", "a", "core");
  expect_in_elements(R"({"id": "a", "kind": "goal", "source": {"text": @1}})", "wrong_type", "a",
                     "source.text");
  expect_in_elements(R"({"id": "a", "kind": "task", "burden": {"minutes": @"ten"}})", "wrong_type",
                     "a", "burden.minutes");
  expect_in_elements(R"({"id": "a", "kind": "task", "burden": {"minimum": {"people": [1, @"x"]}}})",
                     "wrong_type", "a", "burden.minimum.people[1]");
  expect_in_elements(R"(@"a")", "wrong_type", "", "elements[0]");
  expect_at(R"(@[1, 2])", "wrong_type", "", "");
  expect_at(R"({"regelgraf": 1, "model": @[], "elements": []})", "wrong_type", "", "model");
}

TEST(ModelFileErrors, AnUnknownField) {
  expect_in_elements(R"({"id": "a", "kind": "goal", "nmae": @"x"})", "unknown_field", "a", "nmae");
  expect_in_elements(R"({"id": "a", "kind": "goal", "instrument": @"act"})", "unknown_field", "a",
                     "instrument");
  expect_in_elements(R"({"id": "a", "kind": "goal", "valid": {"until": @"2026-01-01"}})",
                     "unknown_field", "a", "valid.until");
  expect_at(R"({"regelgraf": 1, "model": {"id": "m", "title": @"M"}, "elements": []})",
            "unknown_field", "", "model.title");
  expect_at(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [], "more": @[]})",
            "unknown_field", "", "more");
}

TEST(ModelFileErrors, AnUnknownWordNamesTheNearest) {
  const std::string text = file_of(R"({"id": "a", "kind": "rule", "instrument": @"procedur"})");
  expect_at(text, "unknown_word", "a", "instrument");
  EXPECT_THAT(findings(replaced(text, "@", ""))[0].advice.en, HasSubstr("do you mean `procedure`"));
  EXPECT_THAT(findings(replaced(text, "@", ""))[0].advice.da, HasSubstr("mener du `procedure`"));
  expect_in_elements(R"({"id": "a", "kind": @"rul"})", "unknown_word", "a", "kind");
}

TEST(ModelFileErrors, AnUnknownIdNamesTheNearest) {
  const std::string text = file_of(
      "{\"id\": \"handleplan\", \"kind\": \"goal\"},\n"
      "{\"id\": \"a\", \"kind\": \"goal\", \"serves\": [@\"handelplan\"]}");
  expect_at(text, "unknown_id", "a", "serves[0]");
  EXPECT_THAT(findings(replaced(text, "@", ""))[0].advice.en, HasSubstr("`handleplan`"));
  expect_in_elements(R"({"id": "a", "kind": "goal", "needs": [{"any": ["a", @"b"]}]})",
                     "unknown_id", "a", "needs[0].of[1]");
  expect_in_elements(R"({"id": "a", "kind": "goal", "basis": {"at_least": 1, "of": [@"b"]}})",
                     "unknown_id", "a", "basis[0].of[0]");
}

TEST(ModelFileErrors, ADuplicateIdPointsAtTheSecond) {
  expect_in_elements("{\"id\": \"a\", \"kind\": \"goal\"},\n{\"kind\": \"goal\", \"id\": @\"a\"}",
                     "duplicate_id", "a", "id");
}

TEST(ModelFileErrors, AFieldThatStandsTwice) {
  expect_in_elements(R"({"id": "a", "kind": "goal", "note": "x", "note": @"y"})", "duplicate_field",
                     "a", "note");
  expect_in_elements(R"({"id": "a", "kind": "goal", "id": @"b"})", "duplicate_field", "a", "id");
  expect_in_elements(R"({"id": "a", "kind": "goal", "x-a": {"b": 1, "b": @2}})", "duplicate_field",
                     "a", "x-a.b");
}

TEST(ModelFileErrors, AFieldThatIsMissing) {
  expect_in_elements(R"(@{"kind": "goal"})", "missing_field", "", "id");
  expect_in_elements(R"(@{"id": "a"})", "missing_field", "a", "kind");
  expect_in_elements(R"(@{"id": "a", "kind": "rule"})", "missing_field", "a", "instrument");
  expect_in_elements(R"(@{"id": "a", "kind": "actor", "tier": "council"})", "missing_field", "a",
                     "form");
  expect_in_elements(R"({"id": "a", "kind": "goal", "examined": @{"by": "group"}})",
                     "missing_field", "a", "examined.on");
  expect_in_elements(R"({"id": "a", "kind": "rule", "instrument": "act", "notice": @{}})",
                     "missing_field", "a", "notice.months");
  expect_in_elements(R"({"id": "a", "kind": "rule", "instrument": "act", "adopted": @{}})",
                     "missing_field", "a", "adopted.on");
  expect_at(R"(@{"model": {"id": "m"}, "elements": []})", "missing_field", "", "regelgraf");
  expect_at("@{\"regelgraf\": 1,\n\"elements\": []}", "missing_field", "", "model");
  expect_at("@{\"regelgraf\": 1,\n\"model\": {\"id\": \"m\"}}", "missing_field", "", "elements");
  expect_at(R"({"regelgraf": 1, "model": @{}, "elements": []})", "missing_field", "", "model.id");
  expect_at(
      R"({"regelgraf": 1, "model": {"id": "m", "facts": [@{"type": "text"}]}, "elements": []})",
      "missing_field", "", "model.facts[0].name");
}

TEST(ModelFileErrors, AllThatAGrantInvolvementOrBarMustHave) {
  const auto missing = [](const std::string& kind) {
    std::vector<std::string> fields;
    for (const Finding& f : findings(file_of(R"({"id": "a", "kind": ")" + kind + "\"}")))
      fields.push_back(f.code + " " + f.field);
    return fields;
  };
  EXPECT_THAT(missing("grant"),
              testing::UnorderedElementsAre("missing_field to", "missing_field powers",
                                            "missing_field over"));
  EXPECT_THAT(missing("involvement"),
              testing::UnorderedElementsAre("missing_field body", "missing_field how",
                                            "missing_field powers", "missing_field over"));
  EXPECT_THAT(missing("bar"),
              testing::UnorderedElementsAre("missing_field powers", "missing_field over"));
}

TEST(ModelFileErrors, ARequirementThatIsNone) {
  const auto needs = [](const std::string& requirement, const char* code, const char* field) {
    expect_in_elements(R"({"id": "a", "kind": "goal", "needs": )" + requirement + "}", code, "a",
                       field);
  };
  needs(R"([{"at_least": @1.5, "of": ["a"]}])", "bad_number", "needs[0].at_least");
  needs(R"([{"at_least": @0, "of": ["a"]}])", "bad_number", "needs[0].at_least");
  needs(R"([{"at_least": @-1, "of": ["a"]}])", "bad_number", "needs[0].at_least");
  needs(R"([{"at_least": @2, "of": ["a"]}])", "bad_at_least", "needs[0].at_least");
  needs(R"([{"at_least": @"1", "of": ["a"]}])", "wrong_type", "needs[0].at_least");
  needs(R"(["a", @{"any": []}])", "empty_requirement", "needs[1]");
  needs(R"(@{"all": []})", "empty_requirement", "needs[0]");
  needs(R"([@{"any": ["a"], "all": ["a"]}])", "bad_requirement", "needs[0]");
  needs(R"([@{}])", "bad_requirement", "needs[0]");
  needs(R"([@{"at_least": 1}])", "bad_requirement", "needs[0]");
  needs(R"([@{"of": ["a"]}])", "bad_requirement", "needs[0]");
  needs(R"([@7])", "wrong_type", "needs[0]");
}

TEST(ModelFileErrors, DatesThatAreNone) {
  for (const char* date : {"2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "01-02-2026", "",
                           "2026-01-01T00:00", "0000-01-01"})
    expect_in_elements(
        R"({"id": "a", "kind": "goal", "valid": {"from": @")" + std::string(date) + "\"}}",
        "bad_date", "a", "valid.from");
  expect_in_elements(R"({"id": "a", "kind": "goal", "examined": {"on": @20260101}})", "wrong_type",
                     "a", "examined.on");
}

TEST(ModelFileErrors, APeriodThatEndsBeforeItBegins) {
  expect_in_elements(
      R"({"id": "a", "kind": "goal", "valid": @{"from": "2026-01-02", "to": "2026-01-01"}})",
      "bad_period", "a", "valid");
}

TEST(ModelFileErrors, FiguresThatAreNone) {
  const auto minutes = [](const std::string& figure, const char* code, const char* inner = "") {
    expect_in_elements(R"({"id": "a", "kind": "task", "burden": {"minutes": )" + figure + "}}",
                       code, "a", (std::string("burden.minutes") + inner).c_str());
  };
  minutes("@-1", "negative_burden");
  minutes("@[30, 20]", "bad_range");
  minutes("@[20, 40, 30]", "bad_range");
  minutes("@[1, 2, 3, 4]", "bad_range");
  minutes("@[]", "bad_range");
  minutes("@1e999", "bad_number");
  minutes("[1, @-1e999]", "bad_number", "[1]");
  minutes("@01", "bad_number");
  expect_in_elements(R"({"id": "a", "kind": "goal", "claims": {"hours": @[2, 1]}})", "bad_range",
                     "a", "claims.hours");
  expect_in_elements(R"({"id": "a", "kind": "goal", "x-n": @1e999})", "bad_number", "a", "x-n");
}

TEST(ModelFileErrors, IdsThatAreNone) {
  expect_in_elements(R"({"id": @"", "kind": "goal"})", "bad_id", "", "id");
  expect_in_elements(R"({"id": @"*", "kind": "goal"})", "bad_id", "*", "id");
  const std::string longest(200, 'x');
  EXPECT_THAT(findings(file_of(R"({"id": ")" + longest + R"(", "kind": "goal"})")), IsEmpty());
  expect_in_elements(R"({"id": @"x)" + longest + R"(", "kind": "goal"})", "bad_id",
                     (longest + "…").c_str(), "id");
  expect_in_elements(R"({"id": @"a\nb", "kind": "goal"})", "bad_id", "a\nb", "id");
}

// The same letter in two spellings would be two ids that look alike: only the composed one passes.
TEST(ModelFileErrors, IdsThatAreNotInNormalForm) {
  expect_in_elements(
      "{\"id\": @\"ra\xCC\x8A"
      "d\", \"kind\": \"goal\"}",
      "bad_id",
      "ra\xCC\x8A"
      "d",
      "id");
  EXPECT_EQ(model_of(load(file_of("{\"id\": \"r\xC3\xA5"
                                  "d\", \"kind\": \"goal\"}")))
                .id(0),
            "r\xC3\xA5"
            "d");
}

TEST(ModelFileErrors, Cycles) {
  expect_in_elements(
      "{\"id\": \"m\", \"kind\": \"matter\", \"broader\": @[\"n\"]},\n"
      "{\"id\": \"n\", \"kind\": \"matter\", \"broader\": \"m\"}",
      "cycle", "m", "broader");
}

TEST(ModelFileErrors, AnUnknownVersion) {
  expect_at(R"({"regelgraf": @2, "model": {"id": "m"}, "elements": []})", "unknown_version", "",
            "regelgraf");
}

// One run says all that is wrong, in the order in which it stands.
TEST(ModelFileErrors, AreReportedAllAtOnce) {
  const auto found = findings(file_of(
      "{\"id\": \"a\", \"kind\": \"rule\", \"instrument\": \"atc\", \"issuer\": [\"nobody\"]},\n"
      "{\"id\": \"a\", \"kind\": \"goal\"},\n"
      "{\"kind\": \"task\", \"core\": 1},\n"
      "{\"id\": \"b\", \"kind\": \"task\", \"burden\": {\"minutes\": -1, \"people\": [2, 1]},"
      " \"needs\": [{\"at_least\": 2, \"of\": [\"a\"]}]}"));
  EXPECT_THAT(
      found, ElementsAre(Is("unknown_word", "a", "instrument"), Is("unknown_id", "a", "issuer[0]"),
                         Is("duplicate_id", "a", "id"), Is("missing_field", "", "id"),
                         Is("wrong_type", "", "core"), Is("negative_burden", "b", "burden.minutes"),
                         Is("bad_range", "b", "burden.people"),
                         Is("bad_at_least", "b", "needs[0].at_least")));
  EXPECT_EQ(found.front().line, 3U);
  EXPECT_EQ(found.back().line, 6U);
}

TEST(ModelFileErrors, InJsonLinesHaveTheirLineAndAllLinesAreRead) {
  const auto found = findings(
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}}\n"
      "{\"id\": \"a\", \"kind\": \"gaol\"}\r\n"
      "\n"
      "{\"id\": \"b\", \"kind\": \"goal\", \"note\": \n"
      "{\"id\": \"c\", \"kind\": \"goal\"} {}\n"
      "  {\"id\": \"d\", \"kind\": \"goal\", \"nothing\": 1}\n");
  ASSERT_THAT(found, ElementsAre(HasCode("unknown_word"), HasCode("bad_json"), HasCode("bad_json"),
                                 Is("unknown_field", "d", "nothing")));
  const std::size_t lines[] = {2, 4, 5, 6};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(found[i].line, lines[i]);
  EXPECT_EQ(found[3].column, 42U);
}

// What could not be read may be just what the others refer to: one mistake, one finding.
TEST(ModelFileErrors, WhatCouldNotBeReadIsNotBlamedOnWhoNamesIt) {
  EXPECT_THAT(findings(file_of("{\"id\": \"a\", \"kind\": \"gaol\"},\n"
                               "{\"id\": \"b\", \"kind\": \"goal\", \"serves\": \"a\"}")),
              ElementsAre(Is("unknown_word", "a", "kind")));
}

// ---- text that is no model file

TEST(BadJson, IsReportedAtItsPlace) {
  expect_at("{\"regelgraf\": 1, \"model\": {\"id\": \"m\"},\n \"elements\": [{\"id\" @\"a\"}]}",
            "bad_json", "", "");
  expect_at("{\"regelgraf\": 1, \"model\": {\"id\": \"m@\tm\"},\n \"elements\": []}", "bad_json",
            "", "");
  expect_at("{\"regelgraf\": 1, \"model\": {\"id\": @\"m},\n \"elements\": []}", "bad_json", "",
            "");
}

TEST(BadJson, CutAnywhereGivesFindingsAndNoModel) {
  for (std::size_t length = 0; length + 1 < small.size(); ++length)
    EXPECT_FALSE(load(small.substr(0, length)).model) << length;
}

// JSON Lines that are cut between two lines are a smaller file; anywhere else they are none.
TEST(BadJson, CutLinesGiveAModelOnlyAtTheEndOfALine) {
  for (std::size_t length = 0; length < small_as_lines.size(); ++length) {
    const bool whole =
        length > 0 && (small_as_lines[length] == '\n' || small_as_lines[length - 1] == '\n');
    EXPECT_EQ(load(small_as_lines.substr(0, length)).model.has_value(), whole) << length;
  }
}

TEST(BadJson, WhatFollowsTheModelIsRefused) {
  for (const char* more : {"x", "{}", "]", "\"a\"", "1", small.c_str()})
    EXPECT_FALSE(load(small + more).model) << more;
  EXPECT_TRUE(load(small + " \n\t\r ").model);
}

TEST(BadJson, OddSpellingsOfJsonAreRefused) {
  for (const char* value : {"nul", "tru", "NaN", "Infinity", "'x'", "0x1F", "+1", "1.", ".5", "",
                            "[1,]", "{,}", "[1 2]", "\"\\x\"", "\"\\ud800\"", "/**/1"})
    EXPECT_FALSE(
        load(file_of(R"({"id": "a", "kind": "goal", "x-a": )" + std::string(value) + "}")).model)
        << value;
}

TEST(BadJson, WhatIsNotUtf8IsReportedAtItsPlace) {
  expect_in_elements(
      "{\"id\": \"a\", \"kind\": \"goal\", \"note\": \"r@\xE5"
      "d\"}",
      "bad_utf8", "", "");
  expect_in_elements("{\"id\": \"a\", \"kind\": \"goal\", \"note\": \"@\xED\xA0\x80\"}", "bad_utf8",
                     "", "");
  expect_at("@\xFF\xFE{", "bad_utf8", "", "");
}

TEST(BadJson, ADeepNestIsRefused) {
  const std::string nest = std::string(10000, '[') + std::string(10000, ']');
  EXPECT_THAT(findings(file_of(R"({"id": "a", "kind": "goal", "x-nest": )" + nest + "}")),
              ElementsAre(HasCode("too_deep")));
  EXPECT_THAT(findings(file_of(nest)), ElementsAre(Is("wrong_type", "", "elements[0]")));
  EXPECT_THAT(findings(nest), ElementsAre(Is("wrong_type", "", "")));
  EXPECT_FALSE(load(std::string(10000, '[')).model);
  std::string objects;
  for (int i = 0; i < 10000; ++i) objects += "{\"a\":";
  objects += "1" + std::string(10000, '}');
  EXPECT_FALSE(load(objects).model);
  EXPECT_FALSE(load(file_of(R"({"id": "a", "kind": "goal", "x-nest": )" + objects + "}")).model);
  EXPECT_FALSE(load(file_of(R"({"id": "a", "kind": "goal", "source": )" + objects + "}")).model);
}

// What stands after a nest that is too deep is read all the same.
TEST(BadJson, ReadingGoesOnAfterADeepNest) {
  const std::string nest = std::string(100, '[') + std::string(100, ']');
  EXPECT_THAT(findings(file_of(R"({"id": "a", "kind": "goal", "x-n": )" + nest +
                               R"(, "note": 1}, {"id": "b"})")),
              ElementsAre(HasCode("too_deep"), Is("wrong_type", "a", "note"),
                          Is("missing_field", "b", "kind")));
}

// The parser's buffer for texts has room for each text of a file once, not twice.
TEST(BadJson, LongTextsAreReadOrRefusedWithoutHarm) {
  const std::string longest(3000000, 'x');
  EXPECT_THAT(findings(file_of(R"({"id": ")" + longest + R"(", "kind": "goal"})")),
              ElementsAre(HasCode("bad_id")));
  EXPECT_FALSE(load(file_of(R"({"id": "a", "kind": ")" + longest + R"("})")).model);
  EXPECT_FALSE(load(file_of(R"({"id": "a", "kind": "goal", ")" + longest + R"(": 1})")).model);
  EXPECT_TRUE(load(file_of(R"({"id": "a", "kind": "goal", "note": ")" + longest + R"("})")).model);
  std::string many;
  for (int i = 10000; i < 20000; ++i)
    many += (many.empty() ? "" : ",") + (R"({"id":")" + std::to_string(i) + std::string(190, 'x')) +
            R"(","kind":"goal"})";
  EXPECT_EQ(model_of(load(file_of(many))).size(), 10000U);
}

TEST(BadJson, AnIdSpelledWithEscapesIsTheSameId) {
  EXPECT_EQ(model_of(load(file_of(R"({"id": "\u0061\"\u00e5", "kind": "\u0067oal"})"))).id(0),
            "a\"å");
  expect_in_elements(R"({"id": "\u0061\"", "kind": "goal", "note": @1})", "wrong_type", "a\"",
                     "note");
}

// ---- files made to hurt: small, and yet far too much work for who is not careful

constexpr int many = 30000;

/// @p count texts from @p text(i), with commas between.
template <class Text>
std::string listed(int count, const Text& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += (i ? "," : "") + text(i);
  return all;
}
std::string quoted(const std::string& text) { return '"' + text + '"'; }

TEST(HostileFile, ManyFieldsInOneObjectAreRead) {
  const auto field = [](int i) { return "\"x-" + std::to_string(i) + "\":1"; };
  const std::string fields = listed(many, field);
  EXPECT_TRUE(load(file_of(R"({"id": "a", "kind": "goal", "x-a": {)" + fields + "}}")).model);
  EXPECT_TRUE(load(file_of(R"({"id": "a", "kind": "goal", )" + fields + "}")).model);
  EXPECT_TRUE(
      load(R"({"regelgraf": 1, "model": {"id": "m", )" + fields + R"(}, "elements": []})").model);
  EXPECT_THAT(
      findings(file_of(R"({"id": "a", "kind": "goal", )" + fields + "," + field(many - 1) + "}")),
      ElementsAre(HasCode("duplicate_field")));
}

TEST(HostileFile, ManyErrorsInManyLinesAreReported) {
  EXPECT_EQ(findings(file_of(listed(many,
                                    [](int i) {
                                      return "{\"id\": \"" + std::to_string(i) +
                                             "\", \"kind\": \"goal\", \"none\": 1}\n";
                                    })))
                .size(),
            many);
}

TEST(HostileFile, ManyUnknownIdsInOneElementAreReported) {
  const auto found =
      findings(file_of(R"({"id": "a", "kind": "goal", "uses": [)" +
                       listed(many, [](int i) { return quoted(std::to_string(i)); }) + "]}"));
  EXPECT_EQ(found.size(), many);
  EXPECT_EQ(found.front().line, 3U);
}

TEST(HostileFile, ManyUnknownIdsInALargeModelAreReported) {
  EXPECT_EQ(findings(file_of(listed(many,
                                    [](int i) {
                                      return "{\"id\": \"" + std::to_string(i) +
                                             R"(", "kind": "goal", "uses": "x)" +
                                             std::to_string(i) + "\"}";
                                    })))
                .size(),
            many);
}

// A chain of matters, each of which also leads back to the first: as many cycles as matters, half
// of the chain long.
TEST(HostileFile, ManyLongCyclesAreReportedUntilItIsEnough) {
  const auto found = findings(file_of(listed(many, [](int i) {
    return "{\"id\": \"" + std::to_string(i) + R"(", "kind": "matter", "broader": ["0", ")" +
           std::to_string((i + 1) % many) + "\"]}";
  })));
  EXPECT_THAT(found, Contains(HasCode("cycle")));
  EXPECT_LT(found.size(), 10000U);
}

TEST(HostileFile, ManyHoldersAndSetsOfThemAreReadOrRefused) {
  const auto name = [](int i) { return quoted("a" + std::to_string(i)); };
  const std::string actors = listed(many, [&](int i) {
    return "{\"id\": " + name(i) + R"(, "kind": "actor", "tier": "council", "form": "person"})";
  });
  const std::string names = listed(many, name);
  const auto with_concur = [&](const std::string& concur) {
    return findings(
        file_of(actors + R"(, {"id": "g", "kind": "grant", "powers": "*", "over": "*", "to": [)" +
                names + R"(], "concur": )" + concur + "}"));
  };
  EXPECT_THAT(with_concur("[[" + names + "]]"), ElementsAre(Is("too_large", "g", "concur")));
  EXPECT_THAT(with_concur("[" + listed(many, [&](int i) { return "[" + name(i) + "]"; }) + "]"),
              ElementsAre(Is("too_large", "g", "concur")));
  EXPECT_THAT(findings(file_of(actors +
                               R"(, {"id": "r", "kind": "rule", "instrument": "act", "issuer": [)" +
                               names + R"(], "notice": {"months": 1, "by": [)" + names + "]}}")),
              IsEmpty());
}

TEST(HostileFile, ManyFactsAreRead) {
  const auto fact = [](int i) {
    return R"({"type": "text", "name": "f)" + std::to_string(i) + "\"}";
  };
  EXPECT_TRUE(load(R"({"regelgraf": 1, "model": {"id": "m", "facts": [)" + listed(many, fact) +
                   R"(]}, "elements": []})")
                  .model);
}

// A name of 100 KB around 10,000 mistakes must not become a gigabyte of places.
TEST(HostileFile, LongNamesAreNamedShortly) {
  const std::string longest(100000, 'x');
  const std::string mistakes = listed(10000, [](int) { return std::string("\"a\":1"); });
  for (const std::string& text :
       {file_of(R"({"id": "a", "kind": "goal", "x-)" + longest + "\": {" + mistakes + "}}"),
        file_of(R"({"id": ")" + longest + R"(", "kind": "goal", "x-a": {)" + mistakes + "}}"),
        file_of(R"({"id": ")" + longest + R"(", "kind": "goal", "uses": [)" +
                listed(10000, [](int i) { return quoted(std::to_string(i)); }) + "]}")}) {
    const auto found = findings(text);
    EXPECT_GE(found.size(), 9999U);
    for (const Finding& finding : found)
      ASSERT_LE(finding.field.size() + finding.element.size(), 500U);
  }
}

// ---- files that are none

TEST(BadFile, EmptyOrOnlySpaces) {
  for (const char* text : {"", " ", "\n\t\r  \n", "\xEF\xBB\xBF", "\xEF\xBB\xBF \n"})
    EXPECT_THAT(findings(text), ElementsAre(Is("empty", "", "")));
  EXPECT_THAT(findings(std::string(10000000, ' ')), ElementsAre(HasCode("empty")));
  EXPECT_THAT(findings(formats::gzip("")), ElementsAre(HasCode("empty")));
}

TEST(BadFile, MissingOrADirectory) {
  const Folder folder;
  for (const auto& path : {folder.path(), folder.path() / "none.json"}) {
    const Frozen frozen = load_model(path);
    EXPECT_FALSE(frozen.model);
    ASSERT_THAT(frozen.findings, ElementsAre(HasCode("unreadable")));
    EXPECT_EQ(frozen.findings[0].file, path.string());
  }
}

TEST(BadFile, LargerThanTheLimit) {
  const Folder folder;
  LoadOptions options;
  options.max_bytes = small.size();
  EXPECT_TRUE(load(small, options).model);
  EXPECT_TRUE(load(formats::gzip(small), options).model);
  EXPECT_TRUE(load_model(folder.put("small.json", small), options).model);
  options.max_bytes = small.size() - 1;
  EXPECT_THAT(findings(small, options), ElementsAre(HasCode("too_large")));
  EXPECT_THAT(load_model(folder.put("small.json", small), options).findings,
              ElementsAre(HasCode("too_large")));
}

// 100 MB of spaces pack into 100 KB: unpacking must stop at the limit.
TEST(BadFile, AGzipBombEndsAtTheLimit) {
  const std::string bomb = formats::gzip(std::string(100000000, ' '));
  LoadOptions options;
  options.max_bytes = 1000000;
  ASSERT_LT(bomb.size(), options.max_bytes);
  EXPECT_THAT(findings(bomb, options), ElementsAre(HasCode("too_large")));
}

// A file of 2 GB of spaces (here: of nothing, which takes no room on the disk) is not read at all.
TEST(BadFile, TwoGigabytesAreRefusedUnread) {
  const Folder folder;
  const auto path = folder.put("huge.json", " ");
  std::filesystem::resize_file(path, std::uintmax_t{2} << 30);
  EXPECT_THAT(load_model(path).findings, ElementsAre(HasCode("too_large")));
}

TEST(BadFile, DamagedOrCutGzip) {
  const std::string packed = formats::gzip(small);
  for (std::size_t length = 2; length < packed.size(); ++length)
    EXPECT_THAT(findings(packed.substr(0, length)), ElementsAre(HasCode("bad_gzip"))) << length;
  std::string damaged = packed;
  damaged[packed.size() - 5] ^= 1;  // in the checksum
  EXPECT_THAT(findings(damaged), ElementsAre(HasCode("bad_gzip")));
  EXPECT_THAT(findings(packed + "x"), ElementsAre(HasCode("bad_gzip")));
}

// ---- layers

std::string layer(const std::string& id, const std::string& extends = "[]",
                  const std::string& element = "") {
  return R"({"regelgraf": 1, "model": {"id": ")" + id + R"(", "extends": )" + extends +
         R"(}, "elements": [)" +
         (element.empty() ? R"({"id": ")" + id + R"(:goal", "kind": "goal"})" : element) + "]}";
}

std::vector<std::string> layer_ids(const Model& model) {
  std::vector<std::string> names;
  for (const Head& head : model.layers()) names.push_back(head.id);
  return names;
}

TEST(Layers, AreReadByPathRelativeToTheFile) {
  const Folder folder;
  folder.put("base/dk.json", layer("dk", R"("deep/eu.json")"));
  folder.put("base/deep/eu.json", layer("eu"));
  const auto path = folder.put("own/town.json", layer("town", R"(["../base/dk.json"])"));
  EXPECT_THAT(layer_ids(model_of(load_model(path))), ElementsAre("eu", "dk", "town"));
}

TEST(Layers, AreReadByNameFromTheFoldersInOrder) {
  const Folder folder;
  folder.put("first/dk.jsonl.gz", formats::gzip(layer("first-dk")));
  folder.put("second/dk.json", layer("second-dk"));
  folder.put("second/eu.json", layer("eu"));
  LoadOptions options;
  options.layer_folders = {folder.path() / "none", folder.path() / "first",
                           folder.path() / "second"};
  EXPECT_THAT(layer_ids(model_of(load(layer("town", R"(["dk", "eu"])"), options))),
              ElementsAre("first-dk", "eu", "town"));
}

TEST(Layers, FromMemoryComeFirst) {
  const Folder folder;
  folder.put("dk.json", layer("from-folder"));
  LoadOptions options;
  options.layer_folders = {folder.path()};
  options.layers = {{"dk", layer("from-memory")}};
  EXPECT_THAT(layer_ids(model_of(load(layer("town", R"("dk")"), options))),
              ElementsAre("from-memory", "town"));
}

// What is read from memory opens no file, whatever it names.
TEST(Layers, AreNotLookedForByPathFromMemory) {
  const Folder folder;
  const auto path = folder.put("dk.json", layer("dk"));
  EXPECT_THAT(findings(layer("town", "\"" + path.string() + "\"")),
              ElementsAre(HasCode("unknown_layer")));
}

TEST(Layers, EachIsReadOnce) {
  LoadOptions options;
  options.layers = {{"base", layer("base")},
                    {"left", layer("left", R"("base")")},
                    {"right", layer("right", R"("base")")}};
  EXPECT_THAT(layer_ids(model_of(load(layer("town", R"(["left", "right", "base"])"), options))),
              ElementsAre("base", "left", "right", "town"));
}

TEST(Layers, ANameTooLongForAnyFileIsNotInstalled) {
  const Folder folder;
  LoadOptions options;
  options.layer_folders = {folder.path(), std::string(5000, 'x')};
  const Frozen frozen = load(layer("town", "\"" + std::string(5000, 'a') + "\""), options);
  EXPECT_THAT(frozen.findings, ElementsAre(HasCode("unknown_layer")));
}

TEST(Layers, ANameMayBeThatOfTheModelItself) {
  LoadOptions options;
  options.layers = {{"m.json", layer("dk")}};
  EXPECT_THAT(layer_ids(model_of(load(layer("town", R"("m.json")"), options))),
              ElementsAre("dk", "town"));
}

TEST(Layers, OneThatIsMissingIsReportedAtItsPlace) {
  expect_at(
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\",\n  \"extends\": [@\"no\"]}, "
      "\"elements\": [{\"id\": \"a\", \"kind\": \"goal\", \"serves\": \"no:goal\"}]}",
      "unknown_layer", "", "model.extends[0]");
}

// ---- the layers built into the library

/// The element of the layer `dk` by which it is known here.
bool has_root(const Model& model) { return model.find("dk:root").has_value(); }

TEST(BuiltInLayers, AreFoundByNameFromAFile) {
  const Folder folder;
  const Model model = model_of(load_model(folder.put("town.json", layer("town", R"("dk")"))));
  EXPECT_THAT(layer_ids(model), ElementsAre("dk", "town"));
  EXPECT_TRUE(has_root(model));
}

TEST(BuiltInLayers, AreFoundByNameFromMemory) {
  const Model model = model_of(load(layer("town", R"("dk")")));
  EXPECT_THAT(layer_ids(model), ElementsAre("dk", "town"));
  EXPECT_TRUE(has_root(model));
}

TEST(BuiltInLayers, HaveTheBytesOfTheirFile) {
  const auto file = std::filesystem::path(RG_SOURCE_DIR) / "src" / "layers" / "dk.json";
  LoadOptions options;
  options.layer_folders = {file.parent_path()};
  EXPECT_EQ(digest(model_of(load(layer("town", R"("dk")"), options))),
            digest(model_of(load(layer("town", R"("dk")")))));
}

TEST(BuiltInLayers, ComeAfterWhatTheHostHasOfThatName) {
  const Folder folder;
  folder.put("dk.json", layer("from-folder"));
  LoadOptions options;
  options.layer_folders = {folder.path()};
  const Model found = model_of(load(layer("town", R"("dk")"), options));
  EXPECT_THAT(layer_ids(found), ElementsAre("from-folder", "town"));
  EXPECT_FALSE(has_root(found));
  options.layers = {{"dk", layer("from-memory")}};
  EXPECT_THAT(layer_ids(model_of(load(layer("town", R"("dk")"), options))),
              ElementsAre("from-memory", "town"));
}

TEST(BuiltInLayers, AreNamedWhereANameIsUnknown) {
  const auto found = findings(layer("town", R"("no")"));
  ASSERT_THAT(found, ElementsAre(HasCode("unknown_layer")));
  EXPECT_EQ(found[0].message.en, "the layer `no` is not installed");
  EXPECT_EQ(found[0].advice.da, "med biblioteket følger `dk`");
  EXPECT_EQ(found[0].advice.en, "the library comes with `dk`");
}

// A layer that another layer names is found in the same way.
TEST(BuiltInLayers, MayBeNamedByALayer) {
  LoadOptions options;
  options.layers = {{"region", layer("region", R"("dk")")}};
  EXPECT_THAT(layer_ids(model_of(load(layer("town", R"(["region", "dk"])"), options))),
              ElementsAre("dk", "region", "town"));
}

TEST(Layers, OneThatWaitsForItselfIsACycle) {
  LoadOptions options;
  options.layers = {{"a", layer("a", R"("b")")}, {"b", layer("b", R"("a")")}};
  const auto found = findings(layer("town", R"("a")"), options);
  ASSERT_THAT(found, ElementsAre(Is("cycle", "", "model.extends[0]")));
  EXPECT_EQ(found[0].file, "b");
  EXPECT_EQ(found[0].line, 1U);

  const Folder folder;
  const auto path = folder.put("self.json", layer("self", R"("self.json")"));
  EXPECT_THAT(load_model(path).findings, ElementsAre(Is("cycle", "", "model.extends[0]")));
}

TEST(Layers, ErrorsOfAllFilesAreReportedAtOnceWithTheirFile) {
  LoadOptions options;
  options.layers = {
      {"dk", layer("dk", "[]", R"({"id": "dk:r", "kind": "rule", "instrument": "atc"})")}};
  const auto found =
      findings(layer("town", R"("dk")", R"({"id": "own", "kind": "gaol"})"), options);
  ASSERT_THAT(found, ElementsAre(Is("unknown_word", "dk:r", "instrument"),
                                 Is("unknown_word", "own", "kind")));
  EXPECT_EQ(found[0].file, "dk");
  EXPECT_EQ(found[1].file, "m.json");
}

TEST(Layers, WhatIsWrongInALayersHeadIsReportedThere) {
  LoadOptions options;
  options.layers = {
      {"dk",
       "{\"regelgraf\": 1,\n \"model\": {\"id\": \"dk\", \"facts\": [{\"name\": \"f\", "
       "\"type\": \"text\", \"by\": \"nobody\"}]},\n \"elements\": []}"}};
  const auto found = findings(layer("town", R"("dk")"), options);
  ASSERT_THAT(found, ElementsAre(Is("unknown_id", "", "model.facts[0].by")));
  EXPECT_EQ(found[0].file, "dk");
  EXPECT_EQ(found[0].line, 2U);
  EXPECT_EQ(found[0].column, 70U);
}

TEST(Layers, OneThatCannotBeReadIsTheOnlyFinding) {
  LoadOptions options;
  for (const std::string& text :
       {std::string("\xFF"), std::string(), std::string("{"), std::string("\x1F\x8B")}) {
    options.layers = {{"dk", text}};
    const auto found = findings(
        layer("town", R"("dk")", R"({"id": "a", "kind": "goal", "serves": "dk:goal"})"), options);
    ASSERT_EQ(found.size(), 1U) << as_lines(found);
    EXPECT_EQ(found[0].file, "dk");
  }
}

TEST(Layers, OneIdMayStandInOneLayerOnly) {
  LoadOptions options;
  options.layers = {{"dk", layer("dk")}};
  const auto found =
      findings(layer("town", R"("dk")", R"({"id": "dk:goal", "kind": "goal"})"), options);
  ASSERT_THAT(found, ElementsAre(Is("duplicate_id", "dk:goal", "id")));
  EXPECT_EQ(found[0].file, "m.json");
}

// ---- personal data

/// Everything a finding says, in one text.
std::string all_text(const std::vector<Finding>& found) {
  std::string text;
  for (const Finding& f : found) {
    text += json_of(f) + line_of(f, Language::da) + line_of(f, Language::en);
    for (const std::string& id : f.elements) text += " " + id;
  }
  return text;
}

// Wherever somebody writes the number, it is refused, and no message repeats it.
TEST(PersonalData, IsRefusedWhereverItStandsAndNeverRepeated) {
  const std::string files[] = {
      file_of(R"({"id": "a", "kind": "goal", "name": "Sag 010203-1234"})"),
      file_of(R"({"id": "a", "kind": "goal", "name": {"en": "010203-1234 x"}})"),
      file_of(R"({"id": "010203-1234", "kind": "goal"})"),
      file_of(R"({"id": "sag-010203-1234", "kind": "matter", "broader": "sag-010203-1234"})"),
      file_of(R"({"id": "010203-1234", "kind": "goal"}, {"id": "010203-1234", "kind": "goal"})"),
      file_of(R"({"id": "010203-1234", "kind": "goal", "note": 1})"),
      file_of(R"({"id": "010203-1234", "kind": "010203-1234"})"),
      file_of(R"({"id": "a", "kind": "goal", "note": "010203-1234"})"),
      file_of(R"({"id": "a", "kind": "goal", "note": "\u003010203-1234"})"),
      file_of(R"({"id": "a", "kind": "goal", "tags": ["010203-1234"]})"),
      file_of(R"({"id": "a", "kind": "goal", "source": "010203-1234"})"),
      file_of(R"({"id": "a", "kind": "goal", "source": {"uri": "http://x/010203-1234"}})"),
      file_of(
          R"({"id": "a", "kind": "goal", "examined": {"on": "2026-01-01", "by": "010203-1234"}})"),
      file_of(R"({"id": "a", "kind": "goal", "x-a": {"b": ["010203-1234"]}})"),
      file_of(R"({"id": "a", "kind": "goal", "x-a": {"010203-1234": 1}})"),
      file_of(R"({"id": "a", "kind": "goal", "x-010203-1234": 1})"),
      file_of(R"({"id": "a", "kind": "goal", "x-010203-1234": 1e999})"),
      file_of(R"({"id": "a", "kind": "goal", "x-a": {"010203-1234": [1e999]}})"),
      file_of(R"({"id": "a", "kind": "goal", "010203-1234": 1})"),
      file_of(R"({"id": "a", "kind": "goal", "source": {"010203-1234": 1}})"),
      file_of(R"({"id": "a", "kind": "goal", "serves": "010203-1234"})"),
      file_of(R"({"id": "a", "kind": "goal", "claims": {"issuer": "010203-1234"}})"),
      file_of(R"({"id": "a", "kind": "goal", "claims": {"origin": "010203-1234"}})"),
      file_of(R"({"id": "a", "kind": "goal", "valid": {"from": "010203-1234"}})"),
      file_of(R"({"id": "a", "kind": "task", "burden": {"from": "010203-1234"}})"),
      file_of(R"({"id": "a", "kind": "matter", "code": "010203-1234"})"),
      file_of(R"({"id": "a", "kind": "matter", "also": {"power": "010203-1234"}})"),
      file_of(
          R"({"id": "a", "kind": "bar", "powers": "*", "over": "*", "against": {"fact": "010203-1234"}})"),
      file_of(R"({"id": "a", "kind": "bar", "powers": "010203-1234", "over": "*"})"),
      file_of(
          R"({"id": "a", "kind": "bar", "powers": "*", "over": "*", "conditions": {"fact": "f", "op": "==", "value": "010203-1234"}})"),
      file_of(
          R"({"id": "a", "kind": "bar", "powers": "*", "over": "*", "conditions": {"fact": "010203-1234", "op": "<", "value": true}})"),
      file_of(
          R"({"id": "a", "kind": "bar", "powers": "*", "over": "*", "conditions": {"judgement": "010203-1234?", "must_be": true}})"),
      R"({"regelgraf": 1, "model": {"id": "010203-1234"}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "name": "010203-1234"}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "x-010203-1234": 1}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "x-a": "010203-1234"}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "010203-1234": 1}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "editions": {"010203-1234": "x"}}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "editions": {"010203-1234": 1}}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "extends": "010203-1234"}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "extends": "./010203-1234.json"}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "facts": {"name": "010203-1234", "type": "text"}}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "facts": {"name": "f", "type": "text", "default": "010203-1234"}}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m", "facts": {"name": "f", "type": "text", "aliases": ["010203-1234"], "ask": "x"}}, "elements": []})",
      R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [], "010203-1234": 1})",
  };
  const Folder folder;
  for (const std::string& text : files) {
    SCOPED_TRACE(text);
    const auto from_memory = findings(text);
    EXPECT_TRUE(has_errors(from_memory));
    EXPECT_THAT(all_text(from_memory), Not(HasSubstr("010203")));
    EXPECT_THAT(all_text(load_model(folder.put("m.json", text)).findings),
                Not(HasSubstr("010203")));
  }
}

TEST(PersonalData, InALayersNameIsRefusedEvenWhereTheLayerIsThere) {
  LoadOptions options;
  options.layers = {{"010203-1234", layer("dk", "[]", R"({"id": "a", "kind": "gaol"})")}};
  const auto found = findings(layer("town", R"("010203-1234")"), options);
  EXPECT_THAT(found, Contains(Is("personal_data", "", "model.extends[0]")));
  EXPECT_THAT(all_text(found), Not(HasSubstr("010203")));
}

TEST(PersonalData, PassesWhereItIsAllowed) {
  LoadOptions options;
  options.allow_personal_data = true;
  EXPECT_THAT(
      findings(file_of(R"({"id": "010203-1234", "kind": "goal", "note": "010203-1234"})"), options),
      IsEmpty());
}

// Numbers of other things must not be refused: the field would be full of false alarms.
TEST(PersonalData, NumbersOfOtherThingsPass) {
  for (const char* number :
       {"A20250015529",  "20250015529",  "27.36.04",    "12345678",
        "8751 1234",     "87-51-12-34",  "320103-1234", "011303-1234",
        "000103-1234",   "010003-1234",  "300203-1234", "310403-1234",
        "1010203-1234",  "010203-12345", "010203-123",  "0102031234",
        "010203 - 1234", "2026-01-01",   "10-02-2026",  "LBK nr 1548 af 01/07/2026"})
    EXPECT_THAT(
        findings(file_of(R"({"id": "a", "kind": "goal", "note": ")" + std::string(number) + "\"}")),
        IsEmpty())
        << number;
}

TEST(PersonalData, DaysThatExistAreRefusedTheLeapDayToo) {
  for (const char* number : {"290200-1234", "290204-0000", "311299-9999", "x010203-1234y",
                             "(010203-1234)", "-010203-1234-", "1-010203-1234"})
    EXPECT_THAT(
        findings(file_of(R"({"id": "a", "kind": "goal", "note": ")" + std::string(number) + "\"}")),
        ElementsAre(Is("personal_data", "a", "note")))
        << number;
  EXPECT_TRUE(load(file_of(R"({"id": "a", "kind": "goal", "note": "290203-1234"})")).model);
}

}  // namespace
}  // namespace regelgraf::test
