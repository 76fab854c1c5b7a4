// Delegation plans in: what each cell makes, and every finding at its row and column.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include <regelgraf/regelgraf.hpp>

namespace regelgraf::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* head =
    "nr;område;emne;hjemmel;kle;beføjelse;betingelser;bemærkninger;Byråd;Økonomiudvalg;"
    "Administration\n";

PlanOptions town() {
  PlanOptions options;
  options.id = "x";
  options.name = {"Planen", {}};
  return options;
}

PlanDraft read(const std::string& text, PlanOptions options = town()) {
  return read_plan_text(text, "plan.csv", options);
}

/// The rows @p rows below the usual head.
PlanDraft rows(const std::string& rows, PlanOptions options = town()) {
  return read(head + rows, std::move(options));
}

const Element& element(const PlanDraft& plan, const std::string& id) {
  static const Element nothing;
  if (plan.draft)
    for (const Element& one : plan.draft->elements())
      if (one.id == id) return one;
  ADD_FAILURE() << "no element " << id;
  return nothing;
}

bool has(const PlanDraft& plan, const std::string& id) {
  return plan.draft && std::any_of(plan.draft->elements().begin(), plan.draft->elements().end(),
                                   [&](const Element& one) { return one.id == id; });
}

std::vector<std::string> codes(const PlanDraft& plan) {
  std::vector<std::string> all;
  for (const Finding& one : plan.findings)
    all.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.code);
  return all;
}

/// The table as a model, asked.
Decision asked(const PlanDraft& plan, const char* target, const char* power = "decide",
               std::vector<std::pair<std::string, FactValue>> facts = {}) {
  Frozen frozen = freeze(*plan.draft);
  EXPECT_TRUE(frozen.model);
  static std::vector<std::unique_ptr<Model>> kept;
  kept.push_back(std::make_unique<Model>(std::move(*frozen.model)));
  const Model& model = *kept.back();
  AuthorityQuestion question;
  question.power = power;
  question.target = *model.find(target);
  for (auto& [name, value] : facts) question.facts.emplace_back(*model.fact(name), value);
  Decision decision = who_decides(model, question);
  return decision;
}

std::vector<std::string> holders(const PlanDraft& plan, const Decision& decision) {
  const Frozen frozen = freeze(*plan.draft);
  std::vector<std::string> ids;
  for (const Option& option : decision.options)
    for (const Index holder : option.holders) ids.emplace_back(frozen.model->id(holder));
  return ids;
}

TEST(Plan, ARowIsAMatterWithAGrantForItsB) {
  const PlanDraft plan = rows("1.1;Miljø;Hundetegn;Loven § 1;;;;Husk gebyr;;;B\n");
  EXPECT_THAT(codes(plan), ElementsAre());
  const Element& matter = element(plan, "x:1.1");
  EXPECT_EQ(matter.name.da, "Hundetegn");
  EXPECT_EQ(matter.source->text, "Loven § 1");
  EXPECT_EQ(*matter.note, "Husk gebyr");
  EXPECT_THAT(matter.uses, ElementsAre("x:plan"));
  EXPECT_THAT(std::get<Matter>(matter.fields).broader, ElementsAre("x:area:miljø"));
  EXPECT_EQ(element(plan, "x:area:miljø").name.da, "Miljø");
  const Element& one = element(plan, "x:1.1:b:administration");
  const auto& grant = std::get<Grant>(one.fields);
  EXPECT_EQ(grant.from, "x:root");
  EXPECT_EQ(grant.redelegable, redelegable_without_end);
  EXPECT_THAT(grant.powers, ElementsAre("decide"));
  EXPECT_EQ(one.basis[0].of, Ids{"x:plan"});
  EXPECT_EQ(one.source->text, "Planen, række 1.1");
  EXPECT_EQ(std::get<Rule>(element(plan, "x:plan").fields).issuer, Ids{"byråd"});
  EXPECT_TRUE(std::get<Grant>(element(plan, "x:root").fields).residual);
  EXPECT_THAT(holders(plan, asked(plan, "x:1.1")), ElementsAre("administration", "byråd"));
}

TEST(Plan, TiersAreReadFromWellKnownNames) {
  const PlanDraft plan = read(
      "nr;emne;Byrådet;Kultur- og Fritidsudvalget;Borgmesteren;Direktion;Socialchefen;Center for "
      "Job;Skoleleder;Teknisk Forvaltning\n1;A;B;;;;;;;\n");
  const auto tier = [&](const char* id) { return std::get<Actor>(element(plan, id).fields).tier; };
  EXPECT_EQ(tier("byrådet"), Tier::council);
  EXPECT_EQ(tier("kultur--og-fritidsudvalget"), Tier::committee);
  EXPECT_EQ(tier("borgmesteren"), Tier::committee);
  EXPECT_EQ(tier("direktion"), Tier::management);
  EXPECT_EQ(tier("socialchefen"), Tier::management);
  EXPECT_EQ(tier("center-for-job"), Tier::administration);
  EXPECT_EQ(tier("skoleleder"), Tier::workplace);
  EXPECT_EQ(tier("teknisk-forvaltning"), Tier::administration);
  EXPECT_THAT(codes(plan), ElementsAre());
}

TEST(Plan, MarksOfInvolvement) {
  const PlanDraft plan = rows("1;;A;;;;;;B/O;I/H;I\n");
  EXPECT_THAT(codes(plan), ElementsAre());
  const auto what = [&](const char* id) {
    const auto& i = std::get<Involvement>(element(plan, id).fields);
    return std::pair(i.how, i.timing);
  };
  EXPECT_EQ(what("x:1:i:økonomiudvalg"), std::pair(How::recommend, Timing::before));
  EXPECT_EQ(what("x:1:h:økonomiudvalg"), std::pair(How::consult, Timing::before));
  EXPECT_EQ(what("x:1:o:byråd"), std::pair(How::inform, Timing::after));
  EXPECT_TRUE(has(plan, "x:1:i:administration"));
}

TEST(Plan, BWithAStarIsNotDelegatedAndBarsOthers) {
  const PlanDraft plan = rows("1;;A;;;;;;;B*;\n");
  EXPECT_EQ(std::get<Grant>(element(plan, "x:1:b:økonomiudvalg").fields).redelegable, 0U);
  const auto& bar = std::get<Bar>(element(plan, "x:1:bar:økonomiudvalg").fields);
  ASSERT_EQ(bar.only.size(), 2U);
  EXPECT_EQ(std::get<std::string>(bar.only[0].what), "økonomiudvalg");
  EXPECT_EQ(std::get<std::string>(bar.only[1].what), "byråd");
  EXPECT_THAT(holders(plan, asked(plan, "x:1")), ElementsAre("økonomiudvalg", "byråd"));
}

TEST(Plan, BWithTwoStarsNeedsItsBasis) {
  const PlanDraft plan = rows("1;;A;;;;;;;;B**\n");
  EXPECT_EQ(element(plan, "x:1:b:administration").needs[0].of, Ids{"x:1:basis"});
  EXPECT_EQ(std::get<Rule>(element(plan, "x:1:basis").fields).instrument,
            Instrument::administrative_guideline);
}

TEST(Plan, APercentageDecidesWhoDecides) {
  const PlanDraft plan = rows("1;;Leje;;;;lejestigning <= 10 % ellers Økonomiudvalg;;;;B\n");
  EXPECT_THAT(codes(plan), ElementsAre());
  ASSERT_EQ(plan.draft->layers()[0].facts.size(), 1U);
  EXPECT_EQ(plan.draft->layers()[0].facts[0].unit, "%");
  EXPECT_THAT(holders(plan, asked(plan, "x:1", "decide", {{"lejestigning", 10.0}})),
              ElementsAre("administration", "byråd"));
  EXPECT_THAT(holders(plan, asked(plan, "x:1", "decide", {{"lejestigning", 12.0}})),
              ElementsAre("økonomiudvalg", "byråd"));
  EXPECT_EQ(asked(plan, "x:1").verdict, Verdict::conditional);
}

TEST(Plan, EllersHoldsUnderTheOtherConditions) {
  const PlanDraft plan =
      rows("1;;A;;;;beløb <= 5 kr ellers Økonomiudvalg | medmindre principiel;;;;B\n");
  const auto& grant = std::get<Grant>(element(plan, "x:1:b:økonomiudvalg").fields);
  ASSERT_EQ(grant.conditions.size(), 2U);
  EXPECT_EQ(grant.conditions[0].op, Op::gt);
  EXPECT_EQ(grant.conditions[1].judgement.da, "principiel");
  EXPECT_EQ(asked(plan, "x:1", "decide", {{"beløb", 7.0}, {"principiel", true}}).verdict,
            Verdict::residual);
}

TEST(Plan, PowersByDanishVerb) {
  const PlanDraft plan = rows("1;;A;;;vedtage, Ophæve;;;B;;\n2;;A;;;afprøve;;;B;;\n");
  EXPECT_THAT(std::get<Grant>(element(plan, "x:1:b:byråd").fields).powers,
              ElementsAre("adopt", "repeal"));
  EXPECT_THAT(std::get<Grant>(element(plan, "x:2:b:byråd").fields).powers, ElementsAre("afprøve"));
  EXPECT_THAT(codes(plan), ElementsAre("3:8 own_power"));
}

TEST(Plan, ARowWithoutBIsKeptAndTold) {
  const PlanDraft plan = rows("2.2.10;;Ferie;;;vedtage;sagen haster;;;O;I\n");
  ASSERT_THAT(codes(plan), ElementsAre("2:1 no_decider"));
  EXPECT_EQ(plan.findings[0].element, "x:2.2.10");
  EXPECT_EQ(plan.findings[0].severity, Severity::warning);
  const Decision decision = asked(plan, "x:2.2.10", "adopt");
  EXPECT_EQ(decision.verdict, Verdict::residual);
  // Nothing of the row is lost: what only a grant would have had is kept beside it.
  const auto& extra = *element(plan, "x:2.2.10").extra;
  EXPECT_THAT(extra, testing::Contains(testing::Pair("x-power", "\"vedtage\"")));
  EXPECT_THAT(extra, testing::Contains(testing::Pair("x-conditions", "\"sagen haster\"")));
}

TEST(Plan, TwoBAreTwoGrantsAndTold) {
  const PlanDraft plan = rows("1;;A;;;;;;B;B;\n");
  EXPECT_THAT(codes(plan), ElementsAre("2:13 two_deciders"));
  EXPECT_EQ(plan.findings[0].field, "Økonomiudvalg");
  EXPECT_TRUE(has(plan, "x:1:b:byråd"));
  EXPECT_TRUE(has(plan, "x:1:b:økonomiudvalg"));
}

TEST(Plan, NumbersMissingRepeatedAndUnreadable) {
  const PlanDraft plan =
      rows(";;A;;;;;;B;;\n7;;B;;;;;;B;;\n7;;C;;;;;;B;;\nplan;;D;;;;;;B;;\n#3;;E;;;;;;B;;\n");
  EXPECT_THAT(codes(plan), ElementsAre("2:1 no_number", "4:1 repeated_number",
                                       "5:1 unreadable_number", "6:1 unreadable_number"));
  EXPECT_THAT(plan.findings[1].message.en, HasSubstr("line 3"));
  for (const char* id : {"x:#2", "x:7", "x:#4", "x:#5", "x:#6"}) EXPECT_TRUE(has(plan, id)) << id;
}

TEST(Plan, UnreadableCellsAreToldAndNothingIsGuessed) {
  const PlanDraft plan = rows("1;;A;;;;;;b;B/X;B\n");
  EXPECT_THAT(codes(plan), ElementsAre("2:11 unreadable_mark", "2:13 unreadable_mark"));
  EXPECT_EQ(plan.findings[1].field, "Økonomiudvalg");
  EXPECT_FALSE(has(plan, "x:1:b:byråd"));
  EXPECT_FALSE(has(plan, "x:1:b:økonomiudvalg"));
  EXPECT_TRUE(has(plan, "x:1:b:administration"));
}

TEST(Plan, RowsWithTooFewOrTooManyCells) {
  const PlanDraft plan = rows("1;;A;;;;;;B\n2;;A;;;;;;B;;;;ekstra\n3;;A;;;;;;B;;;;\n");
  EXPECT_THAT(codes(plan), ElementsAre("2:1 too_few_cells", "3:16 too_many_cells"));
  EXPECT_TRUE(has(plan, "x:1:b:byråd"));
  EXPECT_TRUE(has(plan, "x:2:b:byråd"));
}

TEST(Plan, OtherThingsWorthALook) {
  EXPECT_THAT(codes(rows("1;;;;;;;;B;;\n")), ElementsAre("2:4 no_subject"));
  EXPECT_THAT(codes(rows("1;;A;;x;;;;B;;\n")), ElementsAre("2:7 unreadable_kle"));
  EXPECT_THAT(codes(rows("1;;A;;;;beløb <= 1.00 kr;;B;;\n")), ElementsAre("2:9 not_computed"));
  EXPECT_THAT(codes(rows("1;;A;;;;a |  | b;;B;;\n")), ElementsAre("2:9 empty_condition"));
  EXPECT_THAT(codes(rows("1;;A;;;;a > 5 kr;;B;;\n2;;A;;;;a > 5 %;;B;;\n")),
              ElementsAre("3:9 unit_differs"));
  const PlanDraft added = rows("1;;A;;;;a ellers Beredskabskommissionen;;B;;\n");
  EXPECT_THAT(codes(added), ElementsAre("2:9 body_added", "2:9 unknown_tier"));
  EXPECT_TRUE(has(added, "beredskabskommissionen"));
  EXPECT_THAT(codes(rows("1;;A;;;;a > 5 kr;;B;;\n2;;A;;;;a;;B;;\n")),
              ElementsAre("3:9 ambiguous_fact"));
  EXPECT_THAT(codes(read("nr;emne;Administration\n1;A;B\n")), ElementsAre("0:0 council_added"));
  EXPECT_THAT(codes(read("nr;emne;Byråd;Havnen\n1;A;B;\n")), ElementsAre("1:16 unknown_tier"));
}

TEST(Plan, KleIsTheMattersCode) {
  const PlanDraft plan = rows("1;;A;;27.36.04;;;;B;;\n");
  EXPECT_EQ(std::get<Matter>(element(plan, "x:1").fields).code, "27.36.04");
}

TEST(Plan, WhatIsNoPlanIsRefusedKindly) {
  const auto refused = [](const std::string& text) {
    const PlanDraft plan = read(text);
    EXPECT_FALSE(plan.draft);
    EXPECT_FALSE(plan.findings.empty());
    return plan.findings.empty() ? Finding() : plan.findings[0];
  };
  EXPECT_EQ(refused("").code, "empty");
  EXPECT_EQ(refused("\n\n").code, "empty");
  EXPECT_EQ(refused("nr,emne,Byråd\n1,A,B\n").code, "no_semicolons");
  EXPECT_EQ(refused("1;Hunde;B\n2;Katte;B\n").code, "no_head");
  EXPECT_EQ(refused("nr;emne\n1;A\n").code, "no_body");
  EXPECT_EQ(refused("nr;emne;;Byråd\n1;A;x;B\n").code, "empty_head");
  EXPECT_EQ(refused("nr;emne;Byråd;byråd\n1;A;B;\n").code, "repeated_column");
  EXPECT_EQ(refused("nr;NR;Byråd\n1;A;B\n").code, "repeated_column");
  EXPECT_EQ(refused("nr;emne;Byråd;Kommunalbestyrelsen\n1;A;B;\n").code, "two_councils");
  EXPECT_EQ(refused("nr;emne;Byråd;" + std::string(200, 'a') + "\n1;A;B;\n").code, "bad_head");
  EXPECT_EQ(refused("nr;emne;Byråd\n1;\"A;B\n").code, "unclosed_quote");
  const Finding windows = refused(
      "nr;emne;Byr\xE5"
      "d\n1;A;B\n");
  EXPECT_EQ(windows.code, "bad_utf8");
  EXPECT_THAT(windows.message.da, HasSubstr("Windows-1252"));
  EXPECT_THAT(windows.advice.da, HasSubstr("gem som UTF-8"));
  EXPECT_EQ(windows.column, 12U);
  EXPECT_THAT(refused(std::string("\xFF\xFEn\0r\0", 6)).message.en, HasSubstr("UTF-16"));
  std::string many = head;
  for (int i = 0; i < 20000; ++i) many += ";;x\n";
  const PlanDraft stopped = read(many);
  EXPECT_FALSE(stopped.draft);
  EXPECT_LT(stopped.findings.size(), 10010U);
  EXPECT_EQ(stopped.findings.back().code, "too_many_findings");
  PlanOptions small = town();
  small.max_bytes = 10;
  EXPECT_EQ(read(std::string(head), small).findings.at(0).code, "too_large");
  EXPECT_EQ(read_plan("/no/such/file.csv", town()).findings.at(0).code, "unreadable");
}

TEST(Plan, ACprNumberIsRefusedAndNeverRepeated) {
  for (const std::string& text : {head + std::string("1;;Sag om 010190-1234;;;;;;B;;\n"),
                                  head + std::string("1;010190 1234;A;;;;;;B;;\n"),
                                  head + std::string("1;;A;;;;x ellers 010190 1234;;B;;\n"),
                                  std::string("nr;emne;Byråd;010190 1234\n1;A;B;\n")}) {
    const PlanDraft plan = read(text);
    EXPECT_FALSE(plan.draft) << text;
    for (const Finding& one : plan.findings) {
      EXPECT_THAT(json_of(one), Not(HasSubstr("0190-1234")));
      EXPECT_THAT(line_of(one, Language::da), Not(HasSubstr("0190-1234")));
    }
  }
  const PlanDraft plan = rows("1;;A;;;;;;B;;\n2;;Sag om 010190-1234;;;;;;B;;\n");
  EXPECT_THAT(codes(plan), ElementsAre("3:4 personal_data"));
}

TEST(Plan, AByteOrderMarkAndCrlfAreFine) {
  const PlanDraft plan = read("\xEF\xBB\xBFNR;Emne;Byråd\r\n1;\"A\r\nB\";B\r\n");
  EXPECT_THAT(codes(plan), ElementsAre());
  EXPECT_EQ(element(plan, "x:1").name.da, "A B");
}

TEST(Plan, AMappingSaysWhatColumnsAndMarksAre) {
  PlanOptions options = town();
  options.mapping = plan_mapping(R"({"columns": {"Sag": "emne", "Bilag": "ignore",
    "K": {"body": "byraad", "name": "Byrådet"}, "Havnen": {"tier": "workplace"}},
    "marks": {"X": "B", "K/O": "H/O"}, "council": "K"})");
  const PlanDraft plan = read("nr;Sag;Bilag;K;Havnen\n1;A;x.pdf;X;K/O\n", options);
  EXPECT_THAT(codes(plan), ElementsAre());
  EXPECT_TRUE(has(plan, "x:1:b:byraad"));
  EXPECT_EQ(element(plan, "byraad").name.da, "Byrådet");
  EXPECT_EQ(std::get<Actor>(element(plan, "byraad").fields).tier, Tier::council);
  EXPECT_EQ(std::get<Actor>(element(plan, "havnen").fields).tier, Tier::workplace);
  EXPECT_TRUE(has(plan, "x:1:h:havnen"));
  EXPECT_TRUE(has(plan, "x:1:o:havnen"));
  options.mapping.columns["Findes ikke"] = {};
  EXPECT_THAT(codes(read("nr;Sag;Bilag;K;Havnen\n1;A;;X;\n", options)),
              ElementsAre("1:1 unknown_column"));
}

TEST(Plan, AMappingThatIsNoneIsRefused) {
  for (const char* text : {"", "[]", "{\"farve\": 1}", "{\"columns\": {\"a\": \"b\"}}",
                           "{\"columns\": {\"a\": {\"tier\": \"x\"}}}", "{\"council\": 1}",
                           "{\"council\": \"010190-1234\"}"})
    EXPECT_THROW((void)plan_mapping(text), Error) << text;
}

TEST(Plan, InACommitteesOwnPlanWhatStandsRightOfItComesFromIt) {
  PlanOptions options = town();
  options.mapping.owner = "Økonomiudvalg";
  const PlanDraft plan = rows("1;;A;;;;;;;;B\n2;;B;;;;;;;B;\n3;;C;;;;;;B;;\n", options);
  EXPECT_THAT(codes(plan), ElementsAre());
  EXPECT_EQ(std::get<Grant>(element(plan, "x:1:b:administration").fields).from, "x:1:own");
  EXPECT_EQ(std::get<Grant>(element(plan, "x:1:own").fields).from, "x:root");
  EXPECT_EQ(std::get<Grant>(element(plan, "x:2:b:økonomiudvalg").fields).from, "x:root");
  EXPECT_EQ(std::get<Grant>(element(plan, "x:3:b:byråd").fields).from, "x:root");
  EXPECT_THAT(holders(plan, asked(plan, "x:1")),
              ElementsAre("administration", "økonomiudvalg", "byråd"));
}

TEST(Plan, LayersGiveTheGeneralCompetenceTheCouncilAndMatters) {
  LoadOptions load;
  load.layers["dk"] = R"({"regelgraf": 1, "model": {"id": "dk", "facts": [
     {"name": "amount", "type": "number", "unit": "DKK", "aliases": ["beløb"]}]}, "elements": [
     {"id": "dk:council", "kind": "actor", "tier": "council", "form": "body"},
     {"id": "dk:ksl-2", "kind": "rule", "instrument": "act"},
     {"id": "dk:27", "kind": "matter", "code": "27"},
     {"id": "dk:general", "kind": "grant", "to": "dk:council", "powers": "*", "over": "*", "redelegable": true,
      "residual": true, "basis": "dk:ksl-2"}]})";
  PlanOptions options = town();
  options.extends = {"dk"};
  options.basis = {"dk:ksl-2"};
  const LoadedPlan plan = load_plan_text(std::string(head) + "1;;A;;27;;beløb <= 5 kr;;;;B\n",
                                         "plan.csv", options, load);
  ASSERT_TRUE(plan.frozen.model) << line_of(plan.frozen.findings.at(0), Language::en);
  const Model& model = *plan.frozen.model;
  EXPECT_FALSE(model.find("x:root"));
  EXPECT_EQ(model.grant(*model.find("x:1:b:administration")).from, *model.find("dk:general"));
  EXPECT_THAT(std::get<Matter>(model.element(*model.find("x:1")).fields).broader,
              ElementsAre("dk:27"));
  EXPECT_TRUE(model.head().facts.empty());  // the layer has it, under that alias
  AuthorityQuestion question;
  question.target = *model.find("x:1");
  question.power = "decide";
  question.facts.emplace_back(*model.fact("amount"), 4.0);
  const Decision decision = who_decides(model, question);
  ASSERT_EQ(decision.options.size(), 2U);
  EXPECT_EQ(decision.options[1].holders, std::vector<Index>{*model.find("byråd")});
  options.extends = {"no"};
  const LoadedPlan without = load_plan_text(std::string(head), "plan.csv", options);
  EXPECT_FALSE(without.frozen.model);
  EXPECT_EQ(without.frozen.findings.at(0).code, "unknown_layer");
}

TEST(Plan, TheNationalLayerIsFoundByName) {
  PlanOptions options = town();
  options.extends = {"dk"};
  options.basis = {"dk:styrelsesvedtaegt"};
  LoadOptions load;
  load.max_bytes = 1000;  // of the table; the layer is the library's own
  const LoadedPlan plan =
      load_plan_text(std::string(head) + "1;;A;;;;;;;B;B\n", "plan.csv", options, load);
  ASSERT_TRUE(plan.frozen.model) << line_of(plan.frozen.findings.at(0), Language::en);
  const Model& model = *plan.frozen.model;
  const auto grant = model.find("x:1:b:administration");
  ASSERT_TRUE(grant);
  EXPECT_EQ(model.grant(*grant).from, *model.find("dk:root"));
  EXPECT_EQ(model.find("dk:council"), model.find("byråd"));
  EXPECT_EQ(model.find("dk:finance-committee"), model.find("økonomiudvalg"));
  EXPECT_EQ(model.find("dk:administration"), model.find("administration"));
}

TEST(Plan, TheLimitIsForTheTableNotForTheModelMadeOfIt) {
  const std::string table = std::string(head) + "1;;A;;;;;;B;;\n";
  LoadOptions load;
  load.max_bytes = table.size();
  EXPECT_TRUE(load_plan_text(table, "plan.csv", town(), load).frozen.model);
  load.max_bytes = table.size() - 1;
  EXPECT_EQ(load_plan_text(table, "plan.csv", town(), load).frozen.findings.at(0).code,
            "too_large");
}

TEST(Plan, AnIdThatIsNoneIsAnError) {
  PlanOptions options = town();
  for (const char* id : {"", "*", "a\nb", "010190-1234"}) {
    options.id = id;
    EXPECT_THROW((void)rows("", options), Error) << id;
  }
}

}  // namespace
}  // namespace regelgraf::test
