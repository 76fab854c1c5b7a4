// The questions that all languages share: each typed answer is what rg_ask gives, in JSON and field
// by field.

#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "models.hpp"

namespace over_c_test {
namespace {

std::string written(const Json& json) {
  if (json.is_null()) return "null";
  if (json.is_boolean()) return json.boolean() ? "true" : "false";
  if (json.is_number()) return json.number_text();
  if (json.is_string()) return json_string(json.string());
  std::string text, comma;
  if (json.is_array()) {
    for (const Json& one : json.array()) text += std::exchange(comma, ",") + written(one);
    return "[" + text + "]";
  }
  for (const auto& [name, value] : json.object())
    text += std::exchange(comma, ",") + json_string(name) + ":" + written(value);
  return "{" + text + "}";
}

/// The question in full and without an id, as a typed call puts it.
std::string in_full(const Json& question) {
  const std::string kind = question["ask"].string();
  std::string text = "{\"ask\":" + json_string(kind);
  if (kind == "what_breaks" || kind == "what_if") text += ",\"detail\":\"full\"";
  for (const auto& [name, value] : question.object())
    if (name != "id" && name != "ask" && name != "detail")
      text += "," + json_string(name) + ":" + written(value);
  return text + "}";
}

std::string text(const Json& json) { return json.is_string() ? json.string() : std::string(); }

std::vector<std::string> ids(const Json& list) {
  std::vector<std::string> all;
  if (list.is_array())
    for (const Json& one : list.array())
      all.push_back(one.is_object() ? one["id"].string() : one.string());
  return all;
}

void expect_hours(const Hours& hours, const Json& said) {
  EXPECT_EQ(hours.low, said[0].number());
  EXPECT_EQ(hours.likely, said[1].number());
  EXPECT_EQ(hours.high, said[2].number());
}

void expect_text(const Text& words, const Json& said) {
  EXPECT_EQ(words.da, said["text"]["da"].string());
  EXPECT_EQ(words.en, said["text"]["en"].string());
  EXPECT_FALSE(words.da.empty());
}

Question question_of(const Model& model, const Json& ask) {
  Question question = ask["target"].is_string()
                          ? model.question(text(ask["power"]), text(ask["target"]))
                          : model.question();
  if (ask["unit"].is_string()) question.unit(ask["unit"].string());
  if (ask["date"].is_string()) question.date(ask["date"].string());
  for (std::size_t i = 0; i < ask["facts"].size(); ++i) {
    const auto& [name, value] = ask["facts"].object()[i];
    if (value.is_boolean())
      question.fact(name, value.boolean());
    else if (value.is_number())
      question.fact(name, value.number());
    else
      question.fact(name, value.string());
  }
  question.disqualified(ask["disqualified"].strings()).absent(ask["absent"].strings());
  return question;
}

void check(const Breaks& breaks, const Json& said) {
  const std::map<std::string, BreaksList> lists = {
      {"removed", BreaksList::removed},
      {"lapsed", BreaksList::lapsed},
      {"broken", BreaksList::broken},
      {"unmet_duties", BreaksList::unmet_duties},
      {"redundant", BreaksList::redundant},
      {"purposeless", BreaksList::purposeless},
      {"weakened", BreaksList::weakened},
      {"affected", BreaksList::affected},
      {"revived", BreaksList::revived},
      {"unexamined", BreaksList::unexamined},
      {"involvements_gone", BreaksList::involvements_gone},
      {"added", BreaksList::added},
      {"changed", BreaksList::changed},
      {"stands_anew", BreaksList::stands_anew},
      {"stands_not", BreaksList::stands_not}};
  for (const auto& [name, list] : lists) {
    EXPECT_EQ(breaks.ids(list).to_vector<std::string>(), ids(said[name])) << name;
    EXPECT_EQ(breaks.ids(list).to_vector(), breaks.id_column(list)) << name;
    for (std::size_t i = 0; i < said[name].size(); ++i)
      EXPECT_EQ(breaks.through(list, i).to_vector<std::string>(),
                said[name][i]["through"].strings());
  }
  const std::map<std::string, BreaksFigure> figures = {{"removed", BreaksFigure::removed},
                                                       {"fallen", BreaksFigure::fallen},
                                                       {"redundant", BreaksFigure::redundant},
                                                       {"one_off", BreaksFigure::one_off},
                                                       {"added", BreaksFigure::added},
                                                       {"changed", BreaksFigure::changed},
                                                       {"net", BreaksFigure::net}};
  for (const auto& [name, figure] : figures)
    if (said["hours"][name].is_array()) expect_hours(breaks.hours(figure), said["hours"][name]);
  const std::vector<MovedAuthority> authority = breaks.authority();
  ASSERT_EQ(authority.size(), said["authority"].size());
  for (std::size_t i = 0; i < authority.size(); ++i) {
    EXPECT_EQ(authority[i].power, said["authority"][i]["power"].string());
    EXPECT_EQ(authority[i].before, said["authority"][i]["before"].strings());
    EXPECT_EQ(authority[i].after, said["authority"][i]["after"].strings());
  }
  expect_text(breaks.text(), said);
}

void check(const Decision& decision, const Json& said) {
  EXPECT_EQ(to_text(decision.verdict()), said["verdict"].string());
  ASSERT_EQ(decision.options().size(), said["options"].size());
  for (std::size_t i = 0; i < said["options"].size(); ++i) {
    const Option option = decision.options()[i];
    const Json& one = said["options"][i];
    EXPECT_EQ(option.holders().to_vector<std::string>(), one["holders"].strings());
    EXPECT_EQ(option.jointly(), one["jointly"].number());
    EXPECT_EQ(option.grant().value_or(""), text(one["grant"]));
    EXPECT_EQ(option.conditional(), one["depends_on"].size() > 0);
    std::vector<std::string> chain;
    for (std::size_t k = 0; k < one["chain"].size(); ++k)
      chain.push_back(text(one["chain"][k]["grant"]));
    EXPECT_EQ(option.chain().to_vector<std::string>(), chain);
    ASSERT_EQ(option.involve().size(), one["involve"].size());
    for (std::size_t k = 0; k < one["involve"].size(); ++k) {
      EXPECT_EQ(option.involve()[k].id, text(one["involve"][k]["involvement"]));
      EXPECT_EQ(option.involve()[k].body.value_or(""), text(one["involve"][k]["body"]));
    }
  }
  expect_text(decision.text(), said);
}

void check(const WhatMay& may, const Json& said) {
  for (const auto& [name, list] :
       {std::pair("may", PowersList::may), std::pair("depends", PowersList::depends),
        std::pair("not", PowersList::may_not)}) {
    const Range<PowerOver> pairs = may.pairs(list);
    ASSERT_EQ(pairs.size(), said[name].size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const Json& one = said[name][i];
      EXPECT_EQ(pairs[i].power(), one["power"].string());
      EXPECT_EQ(pairs[i].target(), one["target"].string());
      EXPECT_EQ(pairs[i].grant().value_or(""), text(one["grant"]));
      EXPECT_EQ(pairs[i].with().to_vector<std::string>(), one["with"].strings());
      if (one["because"].is_object()) {
        EXPECT_EQ(pairs[i].because(), one["because"]["kind"].string());
      }
      if (one["hours"].is_array()) expect_hours(pairs[i].hours(), one["hours"]);
    }
    const std::vector<double> likely = may.hours_column(list, Bound::likely);
    ASSERT_EQ(likely.size(), pairs.size());
    ASSERT_EQ(may.target_column(list).size(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) EXPECT_EQ(likely[i], pairs[i].hours().likely);
  }
  EXPECT_EQ(may.complete(), said["complete"].boolean());
  expect_text(may.text(), said);
}

void check(const RemovalPlan& plan, const Json& said) {
  EXPECT_EQ(plan.possible(), said["possible"].boolean());
  EXPECT_EQ(plan.earliest().value_or(""), text(said["earliest"]));
  EXPECT_EQ(plan.removed().to_vector<std::string>(), said["removed"].strings());
  EXPECT_EQ(plan.can_go_along().to_vector<std::string>(), said["can_go_along"].strings());
  EXPECT_EQ(plan.put_in_place_first().size(), said["put_in_place_first"].size());
  if (said["earliest"].is_object()) {
    EXPECT_EQ(plan.days(), said["earliest"]["days"].number());
    EXPECT_EQ(plan.months(), said["earliest"]["months"].number());
  }
  ASSERT_EQ(plan.steps().size(), said["steps"].size());
  for (std::size_t i = 0; i < said["steps"].size(); ++i) {
    const Step step = plan.steps()[i];
    const Json& one = said["steps"][i];
    EXPECT_EQ(to_text(step.kind()), one["step"].string());
    EXPECT_EQ(step.elements().to_vector<std::string>(), one["elements"].strings());
    EXPECT_EQ(step.holders().to_vector<std::string>(), one["holders"].strings());
    EXPECT_EQ(step.jointly(), one["jointly"].is_number() ? one["jointly"].number() : 0);
    EXPECT_EQ(step.involvement().value_or(""), text(one["involvement"]));
    EXPECT_EQ(step.body().value_or(""), text(one["body"]));
    EXPECT_EQ(step.done().value_or(""), text(one["done"]));
  }
  expect_text(plan.text(), said);
}

void check(const Why& why, const Json& said) {
  EXPECT_EQ(why.stands(), said["stands"].boolean());
  EXPECT_EQ(to_text(why.origin()), said["origin"].string());
  for (const auto& [name, kind] :
       {std::pair("origin", ClaimKind::origin), std::pair("issuer", ClaimKind::issuer),
        std::pair("hours", ClaimKind::hours)})
    EXPECT_EQ(to_text(why.claim(kind)),
              said["claims"][name].is_string() ? said["claims"][name].string() : "none");
  const auto paths = [](const Range<Ids>& found, const Json& said_paths) {
    ASSERT_EQ(found.size(), said_paths.size());
    for (std::size_t i = 0; i < found.size(); ++i)
      EXPECT_EQ(found[i].to_vector<std::string>(), ids(said_paths[i]));
  };
  paths(why.ground(), said["ground"]);
  paths(why.purpose(), said["purpose"]);
  EXPECT_EQ(why.issuers().to_vector<std::string>(), said["issuers"].strings());
  EXPECT_EQ(why.required_by().to_vector<std::string>(), said["required_by"].strings());
  EXPECT_EQ(why.used_by().to_vector<std::string>(), said["used_by"].strings());
  expect_hours(why.surplus_hours(), said["surplus_hours"]);
}

void check(const Burden& burden, const Json& said) {
  const auto group = [](const Group& one, const Json& told) {
    EXPECT_EQ(one.key().value_or(""), text(told["key"]));
    expect_hours(one.hours(), told["hours"]);
    expect_hours(one.one_off(), told["one_off"]);
    expect_hours(one.surplus(), told["surplus"]);
    EXPECT_EQ(one.elements().to_vector<std::string>(), told["elements"].strings());
  };
  ASSERT_EQ(burden.groups().size(), said["groups"].size());
  for (std::size_t i = 0; i < said["groups"].size(); ++i)
    group(burden.groups()[i], said["groups"][i]);
  group(burden.total(), said["total"]);
}

void check(const Findings& findings, const Json& said) {
  ASSERT_EQ(findings.findings().size(), said["findings"].size());
  for (std::size_t i = 0; i < said["findings"].size(); ++i) {
    const Finding one = findings.findings()[i];
    const Json& told = said["findings"][i];
    EXPECT_EQ(one.code(), told["code"].string());
    EXPECT_EQ(to_text(one.severity()), told["severity"].string());
    EXPECT_EQ(one.element(), text(told["element"]));
    EXPECT_EQ(one.field(), text(told["field"]));
    EXPECT_EQ(one.text(Language::da), told["text"]["da"].string());
    EXPECT_EQ(one.advice(Language::en), text(told["advice"]["en"]));
  }
}

void check(const Cuts& cuts, const Json& said) {
  ASSERT_EQ(cuts.sets().size(), said["sets"].size());
  for (std::size_t i = 0; i < said["sets"].size(); ++i)
    EXPECT_EQ(cuts.sets()[i].to_vector<std::string>(), said["sets"][i].strings());
  EXPECT_EQ(cuts.complete(), said["complete"].boolean());
  expect_text(cuts.text(), said);
}

void check(const Ranking& ranking, const Json& said) {
  const Range<Ranked> order = ranking.order();
  ASSERT_EQ(order.size(), said["order"].size());
  const std::vector<double> breaks = ranking.column(RankingFigure::breaks);
  const std::vector<double> high = ranking.column(RankingFigure::hours_high);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Json& one = said["order"][i];
    EXPECT_EQ(order[i].id, one["id"].string());
    EXPECT_EQ(order[i].breaks, one["breaks"].number());
    EXPECT_EQ(order[i].duties, one["duties"].number());
    expect_hours(order[i].hours, one["hours"]);
    EXPECT_EQ(breaks[i], one["breaks"].number());
    EXPECT_EQ(high[i], one["hours"][2].number());
  }
  EXPECT_EQ(ranking.complete(), said["complete"].boolean());
}

void check(const May& may, const Json& said) {
  EXPECT_EQ(may.may() == Permission::depends, said["may"].is_string());
  EXPECT_EQ(may.because()["kind"].string(), said["because"]["kind"].string());
  EXPECT_EQ(may.options().size(), said["options"].size());
}

void check(const JournalNote& note, const Json& said) {
  EXPECT_EQ(note.text(), said["note"]["text"].string());
  EXPECT_EQ(to_text(note.verdict()), said["note"]["verdict"].string());
  EXPECT_EQ(note.to_ask(), said["note"]["to_ask"].strings());
}

/// Asks by the typed call; false where there is none for this form.
bool asked_typed(const Model& model, const Json& ask, const std::string& expected) {
  const std::string kind = ask["ask"].string();
  const Json said = Json::parse(expected);
  const Scope scope{text(ask["within"]), text(ask["date"])};
  const auto held = [&](const auto& answer) {
    EXPECT_EQ(answer.json(), expected);
    check(answer, said);
    return true;
  };
  if (ask["target"].is_object()) return false;  // a number of KLE
  if (kind == "what_breaks") return held(model.what_breaks(ask["remove"].strings(), scope));
  if (kind == "what_if") {
    Change change;
    change.remove = ask["remove"].strings();
    for (std::size_t i = 0; i < ask["add"].size(); ++i)
      change.add.push_back(written(ask["add"][i]));
    for (std::size_t i = 0; i < ask["change"].size(); ++i)
      change.change[ask["change"].object()[i].first] = written(ask["change"].object()[i].second);
    change.within = scope.within;
    change.date = scope.date;
    return held(model.what_if(change));
  }
  if (kind == "who_decides") return held(question_of(model, ask).who_decides());
  if (kind == "may") {
    const Question question = question_of(model, ask);
    EXPECT_EQ(question.permission(text(ask["actor"])), question.may(text(ask["actor"])).may());
    std::vector<std::string> chain, chain_said;
    for (const std::uint32_t grant : question.chain(text(ask["actor"])))
      chain.emplace_back(model.ids()[grant]);
    if (said["options"].size() > 0)
      for (const Json& link : said["options"][0]["chain"].array())
        chain_said.push_back(link["grant"].string());
    EXPECT_EQ(chain, chain_said);
    return held(question.may(text(ask["actor"])));
  }
  if (kind == "journal_note") {
    JournalNoteOptions options;
    options.actor = text(ask["actor"]);
    options.case_no = text(ask["case_no"]);
    options.made = text(ask["made"]);
    options.language = text(ask["language"]) == "en" ? Language::en : Language::da;
    options.internal = ask["internal"].is_boolean() && ask["internal"].boolean();
    const Question question = question_of(model, ask);
    const JournalNote note = question.journal_note(options);
    EXPECT_EQ(question.journal_note_text(options), note.text());
    EXPECT_EQ(question.agenda_line(options.language, options.internal), note.agenda_line());
    return held(note);
  }
  if (kind == "what_may") {
    WhatMayOptions options;
    if (ask["powers"].is_array()) options.powers = Names(ask["powers"].strings());
    if (ask["kinds"].is_array()) options.kinds = Names(ask["kinds"].strings());
    if (text(ask["by"]) == "hours") options.by = WhatMayBy::hours;
    return held(question_of(model, ask).what_may(text(ask["actor"]), options));
  }
  if (kind == "removal_plan")
    return held(question_of(model, ask).removal_plan(ask["remove"].strings()));
  if (kind == "why") return held(model.why(text(ask["element"]), scope.date));
  if (kind == "burden") return held(model.burden(text(ask["by"]), scope));
  if (kind == "check") return held(model.check(scope.date));
  if (kind == "cuts") {
    CutsOptions options;
    if (text(ask["to"]) == "restore") options.to = CutsTo::restore;
    if (ask["at_most"].is_number())
      options.at_most = static_cast<std::size_t>(ask["at_most"].number());
    options.date = scope.date;
    return held(model.cuts(text(ask["element"]), options));
  }
  if (kind == "rank") {
    RankOptions options;
    if (text(ask["by"]) == "hours") options.by = RankBy::hours;
    if (text(ask["by"]) == "duties") options.by = RankBy::duties;
    if (ask["top"].is_number()) options.top = static_cast<std::size_t>(ask["top"].number());
    if (ask["among"].is_array()) options.among = Names(ask["among"].strings());
    options.date = scope.date;
    return held(model.rank(options));
  }
  return false;
}

/// What the typed call throws is the `error` of the answer.
void expect_refused(const Model& model, const Json& ask, const Json& error) {
  try {
    (void)asked_typed(model, ask, "{}");
    FAIL() << "not refused: " << written(error);
  } catch (const Error& refused) {
    EXPECT_EQ(refused.message(), error["message"].string());
  }
}

std::map<std::string, int> ask_all(const std::vector<std::pair<const Model*, Json>>& questions) {
  std::map<std::string, int> typed;
  for (const auto& [model, ask] : questions) {
    SCOPED_TRACE(written(ask));
    const std::string expected = model->ask(in_full(ask));
    const Json error = Json::parse(expected)["error"];
    if (error.is_object()) {
      if (ask["ask"].is_string() && !ask["target"].is_object()) expect_refused(*model, ask, error);
    } else if (asked_typed(*model, ask, expected)) {
      ++typed[ask["ask"].string()];
    }
    if (testing::Test::HasFailure()) break;  // one is enough to read
  }
  return typed;
}

TEST(OverCCases, TypedAnswersAreWhatAskGives) {
  std::vector<std::pair<const Model*, Json>> questions;
  std::vector<std::unique_ptr<Model>> models;
  for (const char* name :
       {"examples/odder/cases.json", "examples/soroe/cases.json", "tests/layers/bare.cases.json",
        "src/layers/dk.cases.json", "examples/aalborg/cases.json", "examples/egedal/cases.json",
        "examples/fredensborg/cases.json", "examples/frederikshavn/cases.json",
        "examples/gladsaxe/cases.json", "examples/hoeje-taastrup/cases.json",
        "examples/horsens/cases.json"}) {
    const std::string folder = at(name).substr(0, at(name).rfind('/') + 1);
    const Json file = Json::parse(read(name));
    models.push_back(std::make_unique<Model>(Model::open(folder + file["model"].string())));
    for (const Json& one : file["cases"].array())
      questions.emplace_back(models.back().get(), one["ask"]);
    const PlanTestReport report = models.back()->test(read(name));
    EXPECT_EQ(report.failed(), 0u) << name;
    EXPECT_EQ(report.cases().size(), file["cases"].size());
    const std::string path = name;
    if (path.rfind("examples/", 0) != 0) continue;
    std::istringstream lines(read(path.substr(0, path.rfind('/')) + "/questions.jsonl"));
    for (std::string line; std::getline(lines, line);)
      if (!line.empty()) questions.emplace_back(models.back().get(), Json::parse(line));
  }
  const std::map<std::string, int> typed = ask_all(questions);
  for (const char* kind :
       {"what_breaks", "what_if", "who_decides", "may", "what_may", "why", "check", "cuts", "rank"})
    EXPECT_GT(typed.count(kind), 0u) << kind;
}

TEST(OverCCases, EveryQuestionOnEveryThirdElementOfOdder) {
  const Model& model = odder();
  std::vector<std::pair<const Model*, Json>> questions;
  const auto add = [&](const std::string& text) {
    questions.emplace_back(&model, Json::parse(text));
  };
  int seen = 0;
  for (const std::string& id : model.ids().to_vector<std::string>()) {
    if (id.compare(0, 3, "dk:") == 0 || ++seen % 3 != 0)
      continue;  // the cases ask much of the layer
    const std::string name = json_string(id);
    add("{\"ask\":\"what_breaks\",\"remove\":[" + name + "]}");
    add("{\"ask\":\"who_decides\",\"power\":\"repeal\",\"target\":" + name +
        ",\"date\":\"2026-03-01\"}");
    add("{\"ask\":\"may\",\"actor\":\"socialchef\",\"power\":\"amend\",\"target\":" + name + "}");
    add("{\"ask\":\"why\",\"element\":" + name + "}");
    add("{\"ask\":\"removal_plan\",\"remove\":[" + name + "],\"date\":\"2026-03-01\"}");
    add("{\"ask\":\"journal_note\",\"power\":\"repeal\",\"target\":" + name +
        ",\"language\":\"en\"}");
  }
  for (const char* by : {"tier", "instrument", "issuer", "matter", "actor"})
    add("{\"ask\":\"burden\",\"by\":\"" + std::string(by) + "\"}");
  for (const char* by : {"breaks", "hours", "duties"})
    add("{\"ask\":\"rank\",\"top\":20,\"by\":\"" + std::string(by) + "\"}");
  add("{\"ask\":\"what_may\",\"actor\":\"leder-udfoerer\",\"by\":\"hours\"}");
  add("{\"ask\":\"cuts\",\"element\":\"ret-begrundelse\",\"to\":\"break\",\"at_most\":5}");
  add("{\"ask\":\"check\"}");
  const std::map<std::string, int> typed = ask_all(questions);
  for (const char* kind :
       {"what_breaks", "who_decides", "may", "why", "removal_plan", "journal_note"})
    EXPECT_GT(typed.at(kind), 20) << kind;
  EXPECT_EQ(typed.at("burden"), 5);
}

}  // namespace
}  // namespace over_c_test
