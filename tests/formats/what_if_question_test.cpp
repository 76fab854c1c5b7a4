// what_if as JSON: elements and fields as a model file has them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regelgraf/ask.hpp>
#include <regelgraf/model_file.hpp>

#include "formats/canonical.hpp"
#include "support/frozen.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Model small() {
  return model_of(load_model_text(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [
    {"id": "chief", "kind": "actor", "tier": "management", "form": "post"},
    {"id": "act", "kind": "rule", "instrument": "act"},
    {"id": "weekly", "kind": "rule", "instrument": "procedure", "issuer": "chief", "basis": "act",
     "burden": {"minutes": 30, "times_per_year": 52}},
    {"id": "plan", "kind": "rule", "instrument": "plan", "status": "proposed"}]})"));
}

TEST(WhatIfQuestion, FieldsTakeThePlaceOfTheElementsOwn) {
  const Model model = small();
  const auto q = ask::read_what_if(
      model,
      R"({"change": {"weekly": {"burden": {"minutes": 10, "times_per_year": 12}, "basis": null},
                 "plan": {"status": "in_force"}}, "remove": "act", "date": "2026-01-01"})");
  ASSERT_THAT(q.change.changed, SizeIs(2));
  EXPECT_EQ(
      formats::element_json(q.change.changed[0]),
      R"({"burden":{"minutes":10,"times_per_year":12},"id":"weekly","instrument":"procedure",)"
      R"("issuer":["chief"],"kind":"rule"})");
  EXPECT_EQ(q.change.changed[1].status, Status::in_force);
  EXPECT_THAT(q.change.removed, ElementsAre(*model.find("act")));
  EXPECT_EQ(to_text(*q.change.date), "2026-01-01");
}

TEST(WhatIfQuestion, WhatStaysAsItWasIsNoChange) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Model model = model_of(random_draft(seed));
    std::string all;
    for (Index i = 0; i < model.size(); ++i)
      if (!model.inert(i))
        all += (all.empty() ? "" : ",") + std::string("\"") + model.id(i) +
               "\":" + formats::element_json(model.element(i));
    EXPECT_THAT(ask::read_what_if(model, "{\"change\":{" + all + "}}").change.changed, IsEmpty());
  }
}

std::optional<Error> error_of(const Model& model, const std::string& json) {
  try {
    (void)what_if(model, ask::read_what_if(model, json).change);
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

TEST(WhatIfQuestion, WhatCannotBePutIsRefusedWithItsPlace) {
  const Model model = small();
  const struct {
    const char *json, *code, *at, *says;
  } cases[] = {
      {R"({"remove": ["weakly"]})", "unknown_element", "remove[0]", "nearest: `weekly`"},
      {R"({"change": {"weakly": {}}})", "unknown_element", "change.weakly", "nearest: `weekly`"},
      {R"({"change": {"weekly": {"kind": "task"}}})", "invalid_question", "change.weekly.kind",
       "kind"},
      {R"({"change": {"weekly": {"id": "x"}}})", "invalid_question", "change.weekly.id", "id"},
      {R"({"change": {"weekly": 3}})", "invalid_question", "change.weekly", "object"},
      {R"({"change": ["weekly"]})", "invalid_question", "change", "object"},
      {R"({"change": {"weekly": {"note": "x"}}, "remove": ["weekly"]})", "invalid_question",
       "change.weekly", "both"},
      {R"({"change": {"weekly": {"bruden": null}}})", "invalid_model", "change.weekly.bruden",
       "`bruden`"},
      {R"({"change": {"weekly": {"instrument": null}}})", "invalid_model",
       "change.weekly.instrument", "missing"},
      {R"({"add": [3]})", "invalid_model", "add[0]", "an element"},
      {R"({"add": [{"id": "n", "kind": "rle"}]})", "invalid_model", "add[0].kind", "`rule`"},
      {R"({"add": [{"id": "weekly", "kind": "goal"}]})", "invalid_model", "add[0].id", "twice"},
      {R"({"add": {"id": "n", "kind": "goal", "name": "010190-1234"}})", "personal_data", "add",
       "CPR"},
      {R"({"ask": "what_breaks", "remove": []})", "invalid_question", "ask", "what_if"},
      {R"({"ad": []})", "invalid_question", "ad", "`ad`"},
      {"[", "invalid_question", "", "no JSON"}};
  for (const auto& one : cases) {
    SCOPED_TRACE(one.json);
    const auto error = error_of(model, one.json);
    ASSERT_TRUE(error);
    EXPECT_EQ(to_text(error->code()), one.code) << error->what();
    EXPECT_EQ(error->at(), one.at);
    EXPECT_THAT(error->what(), HasSubstr(one.says));
  }
  EXPECT_FALSE(error_of(model, R"({"change": {"weekly": {"status": null, "note": null}}})"));
}

TEST(WhatIfQuestion, EverythingThatIsWrongIsSaidAtOnce) {
  const Model model = small();
  const std::string answer = Asker(model).ask(R"({"ask": "what_if", "add": [
      {"id": "a", "kind": "rule"}, {"id": "b", "kind": "nothing"},
      {"id": "c", "kind": "goal", "needs": ["b", "nobody"], "colour": "red"}],
      "change": {"weekly": {"basis": [{"at_least": 2, "of": ["act"]}]}}})");
  EXPECT_THAT(answer, HasSubstr(R"("code":"invalid_model")"));
  for (const char* part :
       {R"("file":"add[0]","line":0,"column":0,"element":"a","field":"instrument")",
        R"("file":"add[1]","line":0,"column":0,"element":"b","field":"kind")",
        R"("element":"c","field":"colour")", R"("element":"c","field":"needs[1].of[0]")",
        R"("file":"change.weekly")"})
    EXPECT_THAT(answer, HasSubstr(part));
  EXPECT_THAT(answer,
              Not(HasSubstr("`b` is not in the model")));  // it was read in vain, and said so
}

TEST(WhatIfQuestion, TheTypedAnswerIsTheOneAsked) {
  const Model model = small();
  const Asker asker(model);
  const std::string json =
      R"({"ask": "what_if", "remove": ["weekly"], "add": [{"id": "n", "kind": "rule", "instrument": "procedure",
          "burden": {"minutes": 10, "times_per_year": 12}}], "detail": "full"})";
  const auto q = ask::read_what_if(model, json);
  EXPECT_EQ(asker.ask(json), asker.answer(q, what_if(model, q.change)));
  EXPECT_THAT(asker.ask(json), HasSubstr(R"("net":[24,24,24])"));
  EXPECT_THAT(asker.ask(json), HasSubstr("Hours a year freed, net: 24; what is new costs 2."));
  EXPECT_THAT(asker.ask(R"({"ask": "what_if"})"), Not(HasSubstr("error")));
}

}  // namespace
}  // namespace regelgraf::test
