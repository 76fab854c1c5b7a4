// One text, and one digest, for all files that mean the same.

#include <regelgraf/canonical.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include <regelgraf/model_file.hpp>
#include <regelgraf/what_breaks.hpp>

#include "formats/bytes.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/print.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

using ::testing::HasSubstr;

Model load(const std::string& text, const LoadOptions& options = {}) {
  return model_of(load_model_text(text, "model", options));
}

/// The digest of a file of these elements.
std::string digest_of(const std::string& elements, const std::string& head = R"("id": "m")") {
  return digest(
      load(R"({"regelgraf": 1, "model": {)" + head + R"(}, "elements": [)" + elements + "]}"));
}
/// One element in canonical form.
std::string canonical(const std::string& element) {
  const std::string text = canonical_json(
      load(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [)" + element + "]}"));
  const std::string before = R"({"elements":[)", after = R"(],"model":{"id":"m"},"regelgraf":1})";
  EXPECT_TRUE(text.starts_with(before) && text.ends_with(after)) << text;
  return text.substr(before.size(), text.size() - before.size() - after.size());
}

constexpr auto actors = R"(
  {"id": "a", "kind": "actor", "tier": "council", "form": "body"},
  {"id": "b", "kind": "actor", "tier": "committee", "form": "body"},)";

// ---- what means the same

TEST(Canonical, OrderOfConcurringSetsSaysNothing) {
  const auto cause = [](const std::string& concur) {
    const Model model =
        load(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [)" + std::string(actors) +
             R"({"id": "c", "kind": "actor", "tier": "committee", "form": "body", "part_of": "a"},
           {"id": "g", "kind": "grant", "to": ["a", "b", "c"], "powers": "*", "over": "*", "concur": )" +
             concur + "}]}");
    Removal removal;
    removal.elements = {*model.find("a"), *model.find("b")};
    return what_breaks(model, removal).broken.back().cause.of;
  };
  EXPECT_EQ(cause(R"([["a", "c"], ["a", "b"]])"), cause(R"([["a", "b"], ["a", "c"]])"));
}

TEST(Canonical, OrderOfKeysAndElementsSaysNothing) {
  EXPECT_EQ(
      digest_of(R"({"id": "r", "kind": "rule", "instrument": "act"}, {"id": "s", "kind": "goal"})"),
      digest_of(
          R"({"kind": "goal", "id": "s"}, {"instrument": "act", "kind": "rule", "id": "r"})"));
}

TEST(Canonical, OrderAndRepeatsInSetsSayNothing) {
  const std::string rest = R"({"id": "x", "kind": "goal"}, {"id": "y", "kind": "goal"},)";
  EXPECT_EQ(
      digest_of(rest + R"({"id": "r", "kind": "goal", "serves": ["x", "y"], "tags": ["b", "a"],
                           "needs": ["y", {"at_least": 1, "of": ["y", "x"]}]})"),
      digest_of(rest + R"({"id": "r", "kind": "goal", "serves": ["y", "x", "x"], "tags": ["a", "b"],
                           "needs": [{"at_least": 1, "of": ["x", "y", "x"]}, "y", "y"]})"));
}

TEST(Canonical, OrderOfDeputiesSaysWhoComesFirst) {
  const auto with_deputies = [](const std::string& deputies) {
    return digest_of(
        std::string(actors) +
        R"({"id": "c", "kind": "actor", "tier": "council", "form": "post", "deputies": )" +
        deputies + "}");
  };
  EXPECT_NE(with_deputies(R"(["a", "b"])"), with_deputies(R"(["b", "a"])"));
  EXPECT_EQ(with_deputies(R"(["a", "b"])"), with_deputies(R"(["a", "b", "a"])"));
}

TEST(Canonical, ASingleValueIsAListOfOne) {
  EXPECT_EQ(digest_of(std::string(actors) + R"({"id": "g", "kind": "grant", "to": "a",
              "powers": "decide", "over": "*", "basis": "r", "conditions": {"fact": "f", "op": "in", "value": 1}},
              {"id": "r", "kind": "rule", "instrument": "act", "issuer": "a"})"),
            digest_of(std::string(actors) + R"({"id": "g", "kind": "grant", "to": ["a"],
              "powers": ["decide"], "over": ["*"], "basis": [{"any": ["r"]}],
              "conditions": [{"fact": "f", "op": "in", "value": [1]}]},
              {"id": "r", "kind": "rule", "instrument": "act", "issuer": ["a"]})"));
}

TEST(Canonical, DefaultsThatAreSpelledOutSayNothing) {
  EXPECT_EQ(
      digest_of(std::string(actors) + R"({"id": "t", "kind": "task", "burden": {"minutes": 5}})"),
      digest_of(std::string(actors) + R"({"id": "t", "kind": "task", "status": "in_force",
              "access": "open", "core": false, "serves": [], "needs": [], "valid": {}, "note": "", "name": {},
              "burden": {"minutes": [5, 5, 5], "people": 1, "one_off_hours": 0}})"));
  EXPECT_EQ(
      digest_of(std::string(actors) +
                R"({"id": "g", "kind": "grant", "to": "a", "powers": "*", "over": "*"})"),
      digest_of(std::string(actors) + R"({"id": "g", "kind": "grant", "to": "a", "powers": "*",
          "over": "*", "jointly": 1, "redelegable": 0, "exclusive": false, "alongside": false,
          "exceptional": false, "residual": false, "conditions": [], "concur": []})"));
  EXPECT_EQ(digest_of(R"({"id": "d", "kind": "duty"})"),
            digest_of(R"({"id": "d", "kind": "duty", "legal_security": false})"));
  EXPECT_EQ(digest_of(std::string(actors) + R"({"id": "i", "kind": "involvement", "how": "inform",
                       "body": "a", "powers": "*", "over": "*"})"),
            digest_of(std::string(actors) + R"({"id": "i", "kind": "involvement", "how": "inform",
                       "body": "a", "powers": "*", "over": "*", "timing": "before"})"));
}

// Within `minimum` what is absent is as in the burden, so there 1 says something.
TEST(Canonical, OnePersonInTheMinimumIsNoDefault) {
  EXPECT_NE(
      digest_of(
          R"({"id": "t", "kind": "task", "burden": {"minutes": 5, "people": 9, "minimum": {"people": 1}}})"),
      digest_of(
          R"({"id": "t", "kind": "task", "burden": {"minutes": 5, "people": 9, "minimum": {}}})"));
}

TEST(Canonical, NumbersThatAreTheSameSayTheSame) {
  EXPECT_EQ(
      canonical(
          R"({"id": "t", "kind": "goal", "x-n": [1.0, 1e0, 0.1, 1e21, 1e-7, 1E5, -0, -0.0, 1.50, 123456789.5]})"),
      R"({"id":"t","kind":"goal","x-n":[1,1,0.1,1e+21,1e-7,100000,0,0,1.5,123456789.5]})");
}

TEST(Canonical, ARangeOfTwoHasItsMeanInTheMiddle) {
  EXPECT_EQ(
      canonical(
          R"({"id": "t", "kind": "task", "burden": {"minutes": [10, 20], "times_per_year": [3, 3]}})"),
      R"({"burden":{"minutes":[10,15,20],"times_per_year":3},"id":"t","kind":"task"})");
}

TEST(Canonical, RequirementsAreSpelledOut) {
  EXPECT_EQ(
      canonical(R"({"id": "a", "kind": "goal", "needs": ["a"], "basis": {"all": ["a"]}})"),
      R"({"basis":[{"at_least":1,"of":["a"]}],"id":"a","kind":"goal","needs":[{"at_least":1,"of":["a"]}]})");
}

TEST(Canonical, TextsAreEscapedOneWay) {
  EXPECT_EQ(canonical(R"({"id": "a", "kind": "goal", "note": "\u00e6\/\u0001\ud83d\ude00\"\n"})"),
            R"({"id":"a","kind":"goal","note":"æ/\u0001😀\"\n"})");
}

// ---- what means something else

TEST(Canonical, EverythingThatMeansSomethingChangesTheDigest) {
  const std::string same = std::string(actors) + R"({"id": "s", "kind": "goal"},)";
  std::set<std::string> digests;
  std::size_t models = 0;
  const auto put = [&](const std::string& fields) {
    const std::string text = same + R"({"id": "r", )" + fields + "}";
    EXPECT_TRUE(digests.insert(digest_of(text)).second) << fields;
    ++models;
  };
  put(R"("kind": "goal")");
  put(R"("kind": "duty")");
  put(R"("kind": "goal", "name": "x")");
  put(R"("kind": "goal", "name": {"en": "x"})");
  put(R"("kind": "goal", "name": {"da": "x", "en": "x"})");
  put(R"("kind": "goal", "note": "x")");
  put(R"("kind": "goal", "tags": "x")");
  put(R"("kind": "goal", "x-a": "x")");
  put(R"("kind": "goal", "x-b": "x")");
  put(R"("kind": "goal", "status": "proposed")");
  put(R"("kind": "goal", "access": "internal")");
  put(R"("kind": "goal", "valid": {"from": "2026-01-01"})");
  put(R"("kind": "goal", "valid": {"to": "2026-01-01"})");
  put(R"("kind": "goal", "source": "x")");
  put(R"("kind": "goal", "source": {"paragraph": "x"})");
  put(R"("kind": "goal", "examined": {"on": "2026-01-01"})");
  put(R"("kind": "goal", "claims": {"origin": "state"})");
  put(R"("kind": "goal", "basis": "s")");
  put(R"("kind": "goal", "needs": "s")");
  put(R"("kind": "goal", "needs": ["s", "a"])");
  put(R"("kind": "goal", "needs": [{"any": ["s", "a"]}])");
  put(R"("kind": "goal", "needs": [{"all": ["s", "a"]}])");
  put(R"("kind": "goal", "serves": "s")");
  put(R"("kind": "goal", "uses": "s")");
  put(R"("kind": "task", "core": true)");
  put(R"("kind": "rule", "instrument": "act")");
  put(R"("kind": "rule", "instrument": "order")");
  put(R"("kind": "rule", "instrument": "act", "frame": "open")");
  put(R"("kind": "rule", "instrument": "act", "issuer": ["a", "b"])");
  put(R"("kind": "rule", "instrument": "act", "issuer": ["a", "b"], "jointly": 2)");
  put(R"("kind": "rule", "instrument": "act", "issuer": ["a", "b"], "jointly": "all")");
  put(R"("kind": "rule", "instrument": "act", "notice": {"months": 3})");
  const std::string grant = R"("kind": "grant", "to": ["a", "b"], "powers": "decide", "over": "*")";
  put(grant);
  put(grant + R"(, "residual": true)");
  put(grant + R"(, "redelegable": 1)");
  put(grant + R"(, "redelegable": true)");
  put(grant + R"(, "within": "a")");
  put(grant + R"(, "by": "plan")");
  put(grant + R"(, "concur": [["a"], ["b"]])");
  put(grant + R"(, "concur": [["a", "b"]])");
  put(grant + R"(, "manner": {"in_meeting": true})");
  put(grant + R"(, "conditions": {"fact": "f", "op": "<", "value": 1})");
  put(grant + R"(, "conditions": {"fact": "f", "op": "<=", "value": 1})");
  put(grant + R"(, "conditions": {"fact": "f", "op": "==", "value": true})");
  put(grant + R"(, "conditions": {"judgement": "f", "must_be": true})");
  put(grant + R"(, "conditions": {"judgement": "f", "must_be": false})");
  put(R"("kind": "bar", "powers": "*", "over": "*")");
  put(R"("kind": "bar", "powers": "*", "over": "*", "only": "a")");
  put(R"("kind": "bar", "powers": "*", "over": "*", "only": {"tier": "council"})");
  put(R"("kind": "bar", "powers": "*", "over": "*", "against": {"form": "body"})");
  put(R"("kind": "bar", "powers": "*", "over": "*", "against": {"fact": "f"})");
  put(R"("kind": "bar", "powers": "*", "over": {"issuer": "a"})");
  put(R"("kind": "bar", "powers": "*", "over": {"instrument": "act"})");
  EXPECT_EQ(digests.size(), models);
}

TEST(Canonical, TheHeadBelongsToTheModel) {
  const std::string plain = digest_of("");
  for (const char* head :
       {R"("id": "n")", R"("id": "m", "name": "M")", R"("id": "m", "editions": {"kle": "2025"})",
        R"("id": "m", "facts": {"name": "f", "type": "text"})", R"("id": "m", "x-a": 1)"})
    EXPECT_NE(digest_of("", head), plain) << head;
}

// ---- out and in again

TEST(Canonical, LoadsToTheSameModel) {
  const std::string text =
      canonical_json(model_of(load_model(RG_SOURCE_DIR "/src/layers/dk.json")));
  EXPECT_EQ(canonical_json(load(text)), text);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  const Model odder = model_of(load_model(RG_SOURCE_DIR "/examples/odder/odder.json"));
  EXPECT_EQ(canonical_json(load(model_json(odder))), canonical_json(odder));
}

TEST(Canonical, OfAModelOnLayersHoldsTheLayers) {
  LoadOptions options;
  options.layers = {
      {"dk",
       R"({"regelgraf": 1, "model": {"id": "dk"}, "elements": [{"id": "dk:g", "kind": "goal"}]})"}};
  const std::string town =
      R"({"regelgraf": 1, "model": {"id": "m", "extends": "dk"}, "elements": [{"id": "g", "kind": "goal", "serves": "dk:g"}]})";
  const Model model = load(town, options);
  EXPECT_EQ(canonical_json(model),
            R"({"elements":[{"id":"g","kind":"goal","serves":["dk:g"]}],"layers":[)"
            R"({"elements":[{"id":"dk:g","kind":"goal"}],"model":{"id":"dk"},"regelgraf":1}],)"
            R"("model":{"extends":["dk"],"id":"m"},"regelgraf":1})");
  EXPECT_EQ(digest(load(model_json(model), options)), digest(model));
  EXPECT_EQ(digest(load(model_json_lines(model), options)), digest(model));
  options.layers["dk"].replace(options.layers["dk"].find("goal"), 4, "duty");
  EXPECT_NE(digest(load(town, options)), digest(model));
}

TEST(Canonical, TheDigestIsTheSha256OfTheText) {
  // printf '{"elements":[],"model":{"id":"m"},"regelgraf":1}' | sha256sum
  const Model model = load(R"({"regelgraf": 1, "model": {"id": "m"}})");
  EXPECT_EQ(canonical_json(model), R"({"elements":[],"model":{"id":"m"},"regelgraf":1})");
  EXPECT_EQ(digest(model), "0c5293e6aaf7552d3fb018fada8d6823504ff92c0e1fd2d79098e5044f29d926");
}

// ---- random models out and in again

/// The answer in ids, for models whose numbers may differ.
std::string answer(const Model& model, const RandomRemoval& asked) {
  Removal removal;
  for (const std::string& id : asked.removed) removal.elements.push_back(model.find(id).value());
  if (asked.within) removal.within = model.find(*asked.within).value();
  removal.date = asked.date;
  const WhatBreaks breaks = what_breaks(model, removal);
  std::string text;
  const auto put = [&](const std::vector<Index>& list) {
    for (const std::string& id : ids(model, list)) text += " " + id;
    text += ";";
  };
  for (const auto* effects :
       {&breaks.lapsed, &breaks.broken, &breaks.redundant, &breaks.purposeless, &breaks.weakened}) {
    for (const Effect& effect : *effects) {
      text += " " + model.id(effect.element) + ":";
      put(effect.through);
    }
    text += "|";
  }
  put(breaks.unmet_duties);
  put(breaks.affected);
  put(breaks.revived);
  put(breaks.unexamined);
  put(breaks.involvements_gone);
  for (const Range& range :
       {breaks.hours_removed, breaks.hours_fallen, breaks.hours_redundant, breaks.hours_one_off})
    text += std::to_string(range.low) + " " + std::to_string(range.likely) + " " +
            std::to_string(range.high) + ";";
  return text;
}

/// Writes @p model's layers as files and loads them again.
Model out_and_in(const Model& model, bool as_lines, bool packed) {
  LoadOptions options;
  const std::size_t own = model.layers().size() - 1;
  Draft below;  // the layers alone, to be written one by one
  for (std::size_t layer = 0; layer < own; ++layer) {
    Draft alone(model.layers()[layer]);
    for (Index i = 0; i < model.size(); ++i)
      if (model.element(i).layer == layer) alone.add(model.element(i));
    options.layers[model.layers()[layer].id] = model_json(model_of(std::move(alone)));
  }
  std::string text = as_lines ? model_json_lines(model) : model_json(model);
  if (packed) text = formats::gzip(text);
  return load(text, options);
}

TEST(RandomModels, SurviveTheWayOutAndIn) {
  const std::uint64_t drafts = models(2000);
  std::size_t layered = 0;
  for (std::uint64_t n = 0; n < drafts; ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Draft draft = random_draft(seed);
    const Model model = model_of(draft);
    layered += model.layers().size() > 1;
    const Model again = out_and_in(model, n % 2 != 0, n % 3 == 0);
    ASSERT_EQ(canonical_json(again), canonical_json(model)) << as_text(draft);
    ASSERT_EQ(digest(again), digest(model));
    if (model.layers().size() == 1) {
      ASSERT_EQ(canonical_json(load(canonical_json(model))), canonical_json(model));
    }
    const RandomRemoval removal = random_removal(draft, seed);
    ASSERT_EQ(answer(again, removal), answer(model, removal)) << as_text(draft);
  }
  EXPECT_GT(layered, drafts / 20);
}

}  // namespace
}  // namespace regelgraf::test
