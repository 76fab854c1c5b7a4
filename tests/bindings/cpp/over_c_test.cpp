// What the layer over C adds to the C functions: lifetimes, errors by kind, callbacks, ranges.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <locale>
#include <thread>
#include <type_traits>
#include <typeinfo>

#include "models.hpp"

namespace over_c_test {
namespace {

using Strings = std::vector<std::string>;

template <class T>
constexpr bool only_moves =
    std::is_nothrow_move_constructible_v<T>&& std::is_nothrow_move_assignable_v<T> &&
    !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T>;
static_assert(only_moves<Model> && only_moves<Draft> && only_moves<Breaks> && only_moves<WhatIf> &&
              only_moves<Decision> && only_moves<WhatIfSession> && only_moves<Findings>);
static_assert(!std::is_copy_constructible_v<Question>);
static_assert(std::is_nothrow_copy_constructible_v<UnknownElement>);

/// The error of this kind that @p call throws.
template <class Kind, class Call>
Kind thrown(Call call) {
  try {
    call();
  } catch (const Kind& error) {
    return error;
  }
  throw std::logic_error("nothing was thrown");
}

/// To rank it takes far longer than any test: it does not fold into a tree.
const Model& chain() {
  static const Model model = [] {
    std::string text = "{\"regelgraf\":1,\"model\":{\"id\":\"chain\"}}\n";
    const std::string rule = "\",\"kind\":\"rule\",\"instrument\":\"procedure\",\"needs\":[";
    constexpr int n = 40000;
    for (int i = 0; i < n; ++i)
      text += "{\"id\":\"r" + std::to_string(i) + rule +
              (i == 0 ? "" : "\"r" + std::to_string(i - 1) + "\"") + "]}\n";
    text += "{\"id\":\"side" + rule + "]}\n";
    text += "{\"id\":\"both" + rule + "\"r" + std::to_string(n - 1) + "\",\"side\"]}\n";
    return Model::from_text(text);
  }();
  return model;
}

TEST(OverC, AHandleThatIsFreedLeavesItsAnswersWhole) {
  Breaks breaks = [] { return small().what_breaks("skema"); }();  // the model is gone
  Ids broken = breaks.broken();
  { const Breaks gone = std::move(breaks); }
  EXPECT_EQ(broken.to_vector<std::string>(), Strings{"pligt"});  // a list keeps its answer

  for (const std::string_view id : small().what_breaks("skema").broken()) EXPECT_EQ(id, "pligt");
  const Option option = small().who_decides("repeal", "skema").options()[0];
  EXPECT_EQ(option.holders().to_vector<std::string>(), Strings{"chef"});
  const Ids cut = small().cuts("pligt").sets()[0];
  EXPECT_EQ(cut.to_vector<std::string>(), Strings{"skema"});

  WhatIfSession session = small().what_if_session();
  session.remove("skema");
  const Breaks after = session.breaks();
  session.clear();
  EXPECT_EQ(after.broken()[0], "pligt");
  Draft draft = small().draft();
  Question question = small().question("repeal", "skema");
  Decision decision = question.who_decides();
  question = small().question("amend", "skema");
  EXPECT_EQ(decision.options()[0].holders()[0], "chef");
  EXPECT_EQ(draft.freeze().size(), small().size());
}

TEST(OverC, WhatWasMovedFromIsEmpty) {
  Model model = small();
  const Model other = std::move(model);
  EXPECT_EQ(other.size(), 8u);
  EXPECT_EQ(model.get(), nullptr);
  EXPECT_EQ(model.size(), 0u);
  EXPECT_EQ(model.id(), "");
  EXPECT_TRUE(model.ids().empty());
  EXPECT_TRUE(model.id_column().empty());
  EXPECT_FALSE(model.contains("skema"));
  EXPECT_THROW((void)model.what_breaks("skema"), InvalidArgument);
  EXPECT_THROW((void)model.question("repeal", "skema"), InvalidArgument);
  EXPECT_THROW((void)model.ask("{}"), InvalidArgument);
  EXPECT_THROW((void)model.draft(), InvalidArgument);
  EXPECT_THROW((void)other.diff(model), InvalidArgument);
  model = small();
  EXPECT_EQ(model.size(), 8u);

  Breaks breaks = other.what_breaks("skema");
  const Breaks kept = std::move(breaks);
  EXPECT_TRUE(breaks.broken().empty());
  EXPECT_TRUE(breaks.through(BreaksList::broken, 0).empty());
  EXPECT_THROW((void)breaks.json(), InvalidArgument);
  Decision decision = other.who_decides("repeal", "skema");
  const Decision held = std::move(decision);
  EXPECT_EQ(decision.verdict(), Verdict::nobody);
  EXPECT_TRUE(decision.options().empty());
  WhatIfSession session = other.what_if_session();
  const WhatIfSession going = std::move(session);
  EXPECT_THROW(session.remove("skema"), InvalidArgument);
  Question question = other.question("repeal", "skema");
  const Question asked = std::move(question);
  EXPECT_THROW(question.unit("sted"), InvalidArgument);
  EXPECT_THROW((void)question.who_decides(), InvalidArgument);
}

TEST(OverC, ErrorsComeByKind) {
  const Model model = small();
  const auto unknown = thrown<UnknownElement>([&] {
    (void)model.what_breaks({"skema", "skemaet"});
  });
  EXPECT_EQ(unknown.status(), Status::unknown_element);
  EXPECT_EQ(unknown.at(), "remove[1]");
  EXPECT_NE(unknown.message().find("skema"), std::string::npos);
  EXPECT_EQ(unknown.what(), "remove[1]: " + unknown.message());
  EXPECT_FALSE(unknown.advice().empty());
  EXPECT_TRUE(unknown.findings().empty());

  const auto refused = thrown<InvalidModel>([] {
    (void)Model::from_text(R"({"regelgraf":1,"model":{"id":"m"},"elements":[
      {"id":"a","kind":"duty","needs":["ø"]}, {"id":"a","kind":"duty"}]})");
  });
  ASSERT_GE(refused.findings().size(), 2u);
  EXPECT_EQ(refused.findings()[0].severity, Severity::error);
  EXPECT_GT(refused.findings()[0].line, 0u);
  EXPECT_FALSE(refused.findings()[0].text.da.empty());
  EXPECT_FALSE(refused.findings()[0].code.empty());

  EXPECT_THROW((void)Model::open("no such file"), Unreadable);
  EXPECT_THROW((void)model.burden("colour"), InvalidQuestion);
  EXPECT_THROW((void)model.what_breaks("skema", {"", "2026-02-30"}), InvalidQuestion);
  EXPECT_THROW(model.question("decide", "sag").fact("amount", "mange"), WrongType);
  EXPECT_THROW(model.question("decide", "sag").fact("reason", "010190-1234"), PersonalData);
  LoadOptions tiny;
  tiny.max_bytes = 10;
  EXPECT_THROW((void)Model::open(at("examples/odder/odder.json"), tiny), TooLarge);
  EXPECT_THROW((void)model.what_breaks(std::string_view("ske\0ma", 6)), InvalidArgument);
  EXPECT_EQ(thrown<InvalidArgument>([&] { (void)model.why(std::string_view("\0", 1)); }).at(),
            "element");
  EXPECT_THROW((void)model.what_breaks("\xff"), InvalidArgument);
  EXPECT_THROW((void)model.number("skemaet"), UnknownElement);
  EXPECT_THROW((void)model.element_json(99), UnknownElement);
  try {
    (void)model.why("x");
    FAIL();
  } catch (const std::exception& error) {  // of the standard library's own kind, once
    EXPECT_NE(std::string(error.what()).find("x"), std::string::npos);
  }
  const std::string answer = model.ask(R"({"ask":"why","element":"x"})");  // ask alone answers it
  EXPECT_EQ(Json::parse(answer)["error"]["code"].string(), "unknown_element");
}

TEST(OverC, AnotherAbiIsRefused) {
  EXPECT_NO_THROW(detail::check_abi(2, 2, "0.1.0"));
  EXPECT_STREQ(thrown<LibraryError>([] { detail::check_abi(2, 3, "0.4.0"); }).what(),
               "regelgraf: this program was compiled for ABI 2, but the library is version 0.4.0 "
               "with ABI 3");
  EXPECT_EQ(rg_abi_version(), RG_ABI_VERSION);
}

// Two parts of one program may have been compiled with two versions of these headers.
TEST(OverC, NamesCarryTheVersion) {
  std::string expected(version().substr(0, version().rfind('.')));
  std::replace(expected.begin(), expected.end(), '.', '_');
  EXPECT_NE(std::string(typeid(Model).name()).find("v" + expected), std::string::npos) << expected;
}

TEST(OverC, AModelTellsOfItself) {
  const Model model = small();
  EXPECT_EQ(model.id(), "lille");
  EXPECT_EQ(model.digest().size(), 64u);
  const Strings ids = model.ids().to_vector<std::string>();
  EXPECT_EQ(ids, (Strings{"chef", "g", "g2", "pligt", "råd", "sag", "skema", "sted"}));
  const std::vector<std::string_view> column = model.id_column();
  EXPECT_TRUE(std::equal(column.begin(), column.end(), ids.begin(), ids.end()));
  EXPECT_EQ(model.number("råd"), 4u);
  EXPECT_TRUE(model.contains("råd"));
  EXPECT_FALSE(model.contains("rad"));
  EXPECT_FALSE(model.contains("010190-1234"));
  EXPECT_EQ(model.element("pligt")["name"]["da"].string(), "Pligt på æøå");
  EXPECT_EQ(Model::from_text(model.json()).digest(), model.digest());

  const std::string file = testing::TempDir() + "over_c_æøå.rgs";
  model.save_snapshot(file);
  EXPECT_EQ(Model::open(file).digest(), model.digest());
  std::remove(file.c_str());
  EXPECT_THROW(model.save_snapshot("no such folder/x"), Unreadable);
}

TEST(OverC, RangesAreWalkedLikeContainers) {
  const Model model = small();
  const Ids ids = model.ids();
  EXPECT_EQ(ids.end() - ids.begin(), 8);
  EXPECT_EQ(ids.begin()[3], "pligt");
  EXPECT_EQ(*(ids.end() - 1), "sted");
  EXPECT_EQ(*std::lower_bound(ids.begin(), ids.end(), "s"), "sag");
  EXPECT_EQ(std::count_if(ids.begin(), ids.end(), [](std::string_view id) { return id[0] == 's'; }),
            3);
  EXPECT_EQ(ids.begin()->size(), 4u);
  EXPECT_EQ(ids.at(0), ids.front());
  EXPECT_THROW((void)ids.at(8), std::out_of_range);
  EXPECT_THROW((void)Ids().front(), std::out_of_range);
  auto at = ids.begin();
  EXPECT_EQ(*at++, "chef");
  EXPECT_EQ(*--at, "chef");
  EXPECT_TRUE(at < ids.end() && at <= at && ids.end() > at && at != ids.end());
}

TEST(OverC, NamesComeInManyForms) {
  const Model model = small();
  const std::string one = "skema";
  const Strings two = {"skema", "g"};
  EXPECT_EQ(model.what_breaks(one).removed().size(), 1u);
  EXPECT_EQ(model.what_breaks("skema").removed().size(), 1u);
  EXPECT_EQ(model.what_breaks(two).removed().size(), 2u);
  EXPECT_EQ(model.what_breaks({"skema", "g", "skema"}).removed().size(), 2u);
  EXPECT_EQ(model.what_breaks({}).removed().size(), 0u);
  EXPECT_EQ(model.what_breaks(model.ids()).removed().size(), 8u);
  EXPECT_EQ(model.what_breaks(std::vector<std::string_view>{"g2"}).removed().size(), 1u);
}

TEST(OverC, AQuestionIsBuiltUpAndAskedAgain) {
  const Model model = small();
  EXPECT_EQ(model.who_decides("decide", "sag").options()[0].to_ask().to_vector<std::string>(),
            (Strings{"amount", "born"}));
  Question question = model.question("decide", "sag").fact("beløb", 500).fact("born", "2001-05-05");
  question.fact("halted", false).fact("farve", "rød");
  EXPECT_EQ(question.ignored_facts(), Strings{"farve"});
  EXPECT_EQ(question.permission("chef"), Permission::yes);
  EXPECT_EQ(question.may("chef").may(), Permission::yes);
  question.fact("amount", 5000.5);
  EXPECT_EQ(question.permission("chef"), Permission::no);
  EXPECT_EQ(question.permission("nobody there"), Permission::no);
  const Strings away = {"chef", "råd"};
  EXPECT_EQ(question.absent(away).who_decides().options().size(), 0u);
  EXPECT_EQ(model.question("decide", "sag").fact("halted", true).permission("chef"),
            Permission::no);
  EXPECT_EQ(model.may("chef", "decide", "sag").may(), Permission::depends);
  EXPECT_EQ(model.agenda_line("repeal", "skema", Language::en),
            model
                .journal_note("repeal", "skema",
                              [] {
                                JournalNoteOptions options;
                                options.language = Language::en;
                                return options;
                              }())
                .agenda_line());
  EXPECT_EQ(model.what_may("chef").may()[0].target(), "skema");
  EXPECT_TRUE(model.removal_plan("skema").possible());
}

TEST(OverC, AChangeIsTriedAsAWhole) {
  Change change;
  change.remove = "skema";
  change.add = {
      R"({"id": "ny \"æ\"", "kind": "rule", "instrument": "procedure", "issuer": "chef"})"};
  change.change = {{"pligt", R"({"needs": ["ny \"æ\""]})"}};
  const WhatIf answer = small().what_if(change);
  EXPECT_EQ(answer.added()[0], "ny \"æ\"");
  EXPECT_EQ(answer.changed()[0], "pligt");
  EXPECT_EQ(answer.stands_anew()[0], "ny \"æ\"");
  EXPECT_TRUE(answer.stands_not().empty());
  EXPECT_TRUE(answer.broken().empty() && answer.element_column(BreaksList::removed).empty());
  change.add = {R"({"id": "ny", "kind": "dutie"})"};
  EXPECT_EQ(thrown<InvalidModel>([&] { (void)small().what_if(change); }).findings()[0].file,
            "add[0]");
  change.add = {"{}],\"remove\":[\"chef\""};  // an element is one value
  EXPECT_EQ(thrown<InvalidQuestion>([&] { (void)small().what_if(change); }).at(), "add[0]");
}

TEST(OverC, ASessionGoesStepByStep) {
  const Model model = small();
  WhatIfSession session = model.what_if_session({"", "2026-01-01"});
  EXPECT_FALSE(session.undo());
  session.remove("skema");
  EXPECT_EQ(session.fallen(), Strings{"pligt"});
  EXPECT_FALSE(session.stands("pligt"));
  EXPECT_EQ(session.breaks().json(), model.what_breaks("skema", {"", "2026-01-01"}).json());
  EXPECT_THROW(session.remove({"g", "x"}), UnknownElement);
  EXPECT_TRUE(session.stands("g"));
  session.restore("skema");
  EXPECT_TRUE(session.undo());
  EXPECT_FALSE(session.stands("skema"));
  session.clear();
  EXPECT_TRUE(session.fallen().empty());
}

TEST(OverC, ADraftBecomesAModel) {
  Draft draft(R"({"id": "udkast"})");
  EXPECT_FALSE(
      draft.add(R"({"id": "chef", "kind": "actor", "tier": "management", "form": "post"})"));
  EXPECT_FALSE(
      draft.add(R"({"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "chef"})"));
  EXPECT_FALSE(draft.add(R"({"id": "pligt", "kind": "duty", "needs": ["ø"]})"));
  EXPECT_THROW((void)draft.freeze(), InvalidModel);
  EXPECT_TRUE(draft.add(R"({"id": "pligt", "kind": "duty", "needs": ["skema"]})"));
  EXPECT_THROW(draft.add(R"({"id": "y", "kind": "dutie"})"), InvalidModel);
  EXPECT_THROW(draft.remove("y"), UnknownElement);
  EXPECT_EQ(draft.size(), 3u);
  const Model model = draft.freeze();
  draft.remove("pligt");
  draft.set_head(R"({"id": "udkast", "name": "Et udkast"})");
  EXPECT_EQ(draft.freeze().size(), 2u);
  EXPECT_EQ(model.what_breaks("skema").unmet_duties()[0], "pligt");
  EXPECT_THROW(Draft("{}"), InvalidModel);

  Draft changed = small().draft();
  changed.remove("pligt");
  const Diff diff = small().diff(changed.freeze());
  ASSERT_EQ(diff.elements().size(), 1u);
  EXPECT_EQ(diff.elements()[0].change, "removed");
  EXPECT_TRUE(diff.authority().empty());
  changed.remove("g");
  const Model after = changed.freeze();
  const Diff moved = small().diff(after);
  ASSERT_EQ(moved.authority().size(), 1u);
  EXPECT_EQ(moved.authority()[0].lost, Strings{"chef"});
  EXPECT_EQ(moved.authority()[0].before.size(), 2u);
  EXPECT_NE(small().diff_table(after).find("chef"), std::string::npos);
  EXPECT_EQ(small().report(R"({"language": "en"})").rfind("<!doctype html>", 0), 0U);
}

TEST(OverC, NominationsAndTheSheet) {
  const std::string table = "regel\nFlagning efter liste\n";
  EXPECT_NE(small().nominations(table).find("\"clusters\""), std::string::npos);
  EXPECT_NE(small().qualify(table).find("\"heap\""), std::string::npos);
  EXPECT_EQ(small().qualify(table, "html", R"({"language": "en"})").rfind("<!DOCTYPE html>", 0),
            0U);
  EXPECT_THROW((void)small().qualify("navn\nx\n"), InvalidModel);
}

TEST(OverC, PicturesAndWorksheetsAreTheLibrarys) {
  const std::string dot = small().picture(R"({"of": {"ask": "model"}, "format": "dot"})");
  EXPECT_EQ(dot.substr(0, 9), "digraph r");
  EXPECT_THROW((void)small().worksheets("{}"), InvalidQuestion);
}

TEST(OverC, LoadingIsTold) {
  std::vector<std::pair<LogLevel, std::string>> lines;
  LoadOptions options;
  options.layers["grund"] =
      R"({"regelgraf":1,"model":{"id":"grund"},"elements":[{"id":"g:a","kind":"duty"}]})";
  options.log = [&](LogLevel level, std::string_view line) { lines.emplace_back(level, line); };
  const std::string text =
      R"({"regelgraf":1,"model":{"id":"by","extends":["grund"]},"elements":[]})";
  EXPECT_EQ(Model::from_text(text, options).size(), 1u);
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines[0].first, LogLevel::info);
  lines.clear();
  options.log_from = LogLevel::error;
  EXPECT_EQ(Model::from_text(text, options).size(), 1u);
  EXPECT_TRUE(lines.empty());
  EXPECT_THROW((void)Model::from_text("{}", options), InvalidModel);
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines[0].first, LogLevel::error);
  EXPECT_EQ(Draft(R"({"id":"by","extends":["grund"]})", options).freeze().size(), 1u);
  EXPECT_THROW(Draft(R"({"id":"by","extends":["grund"]})"), Error);
}

struct Mine {
  int value;
};

TEST(OverC, WhatACallbackThrowsComesOutOfTheCall) {
  int calls = 0;
  LoadOptions options;
  options.log = [&](LogLevel, std::string_view) {
    ++calls;
    throw Mine{7};
  };
  EXPECT_EQ(thrown<Mine>([&] { (void)small(), (void)Model::from_text(small_text, options); }).value,
            7);
  EXPECT_THROW((void)Model::from_text("{}", options), Mine);  // rather than the model's own error
  EXPECT_EQ(calls, 2);

  Limits limits;
  limits.progress = [](const Progress&) -> bool { throw Mine{8}; };
  EXPECT_EQ(thrown<Mine>([&] { (void)chain().rank({}, limits); }).value, 8);
  limits.progress = [](const Progress&) -> bool {
    return small().what_breaks("x").broken().empty();
  };
  EXPECT_THROW((void)chain().rank({}, limits), UnknownElement);  // an Error like any other
  limits.progress = [](const Progress&) { return false; };
  EXPECT_THROW((void)chain().rank({}, limits), Cancelled);
}

TEST(OverC, ProgressIsToldInTheCallingThread) {
  std::vector<std::uint64_t> seen;
  const auto thread = std::this_thread::get_id();
  Limits limits;
  limits.seconds = 0.4;
  limits.progress = [&](const Progress& now) {
    EXPECT_EQ(now.stage, "rank");
    EXPECT_EQ(std::this_thread::get_id(), thread);
    EXPECT_EQ(small().what_breaks("skema").broken().size(), 1u);  // it may ask, meanwhile
    seen.push_back(now.done);
    return true;
  };
  EXPECT_FALSE(chain().rank({}, limits).complete());
  EXPECT_GE(seen.size(), 1u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST(OverC, ATokenEndsCallsFromAnotherThread) {
  const CancelToken token;
  Limits limits;
  limits.cancel = token;
  std::thread other([token] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    token.cancel();
  });
  EXPECT_THROW((void)chain().rank({}, limits), Cancelled);
  other.join();
  EXPECT_TRUE(token.cancelled());
  const Model model = small();
  EXPECT_THROW((void)model.ask(R"({"ask":"check"})", limits), Cancelled);
  EXPECT_THROW((void)model.what_may("chef", {}, limits), Cancelled);
  EXPECT_THROW((void)model.diff(model, "", limits), Cancelled);
  EXPECT_THROW((void)model.draft().freeze(limits), Cancelled);
  LoadOptions options;
  options.limits = limits;
  EXPECT_THROW((void)Model::from_text(small_text, options), Cancelled);
  limits.cancel = CancelToken();
  limits.seconds = -1;
  EXPECT_THROW((void)model.rank({}, limits), InvalidArgument);
}

TEST(OverC, ColumnsAreTheListsAsVectors) {
  const Model& model = odder();
  const Breaks breaks = model.what_breaks("afgoerelse-skabelon");
  const Strings ids = breaks.broken().to_vector<std::string>();
  const std::vector<std::uint32_t> numbers = breaks.element_column(BreaksList::broken);
  ASSERT_EQ(numbers.size(), ids.size());
  ASSERT_FALSE(ids.empty());
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(model.number(ids[i]), numbers[i]);
  const Ranking ranking = model.rank();
  const std::vector<std::uint32_t> order = ranking.element_column();
  const std::vector<double> duties = ranking.column(RankingFigure::duties);
  ASSERT_EQ(order.size(), ranking.order().size());
  EXPECT_EQ(model.ids()[order[0]], ranking.order()[0].id);
  EXPECT_EQ(duties.size(), order.size());
  EXPECT_TRUE(ranking.column(static_cast<RankingFigure>(99)).empty());
}

TEST(OverC, EdgesAreColumns) {
  const Model model = small();
  const Edges edges = model.edges();
  const auto source = edges.column(EdgeColumn::source), target = edges.column(EdgeColumn::target);
  const auto relation = edges.column(EdgeColumn::relation);
  ASSERT_EQ(source.size(), edges.size());
  bool found = false;
  for (std::size_t i = 0; i < edges.size(); ++i)
    found |= source[i] == model.number("pligt") && target[i] == model.number("skema") &&
             static_cast<Relation>(relation[i]) == Relation::needs;
  EXPECT_TRUE(found);
}

TEST(OverC, APlanIsATableAndAModel) {
  PlanOptions plan;
  plan.id = "soroe";
  const std::string table = read("examples/soroe/plan.csv");
  PlanModel made = Model::from_plan(table, plan);
  EXPECT_GT(made.model.size(), 10u);
  for (const Finding& one : made.findings.findings()) {
    EXPECT_FALSE(one.code().empty());
    EXPECT_FALSE(one.text(Language::da).empty());
  }
  const PlanTable back = made.model.plan_table();
  EXPECT_EQ(Model::from_plan(back.text, plan).model.digest(), made.model.digest());
  EXPECT_EQ(Model::open_plan(at("examples/soroe/plan.csv"), plan).model.digest(),
            made.model.digest());
  EXPECT_THROW((void)small().plan_table(), InvalidQuestion);
  plan.valid_from = "i morgen";
  EXPECT_THROW((void)Model::from_plan(table, plan), InvalidQuestion);
  plan.valid_from = "";
  EXPECT_THROW((void)Model::from_plan("\xff", plan), Error);
}

TEST(OverC, APlanTestSaysWhatDiffers) {
  const PlanTestReport report = small().test(
      R"({"cases":[{"name":"ja","ask":{"ask":"why","element":"skema"},"expect":{"stands":true}},
                   {"name":"nej","ask":{"ask":"why","element":"skema"},"expect":{"stands":false}}]})");
  EXPECT_EQ(report.failed(), 1u);
  ASSERT_EQ(report.cases().size(), 2u);
  EXPECT_TRUE(report.cases()[0].passed);
  ASSERT_EQ(report.cases()[1].differences.size(), 1u);
  EXPECT_EQ(report.cases()[1].differences[0].at, "stands");
  EXPECT_TRUE(report.cases()[1].differences[0].got.boolean());
  EXPECT_EQ(report.grants_not_asked(), (Strings{"g", "g2"}));
  EXPECT_THROW((void)small().test("{}"), InvalidQuestion);
}

TEST(OverC, AStoreKeepsEachState) {
  const auto change = [](const std::string& minute, const std::string& fields) {
    return R"({"regelgraf_change":1,"by":"chef","why":"fordi","at":"2026-01-01T00:0)" + minute +
           R"(:00Z",)" + fields + "}";
  };
  const std::string rule = R"("kind":"rule","instrument":"procedure"})";
  Store store = Store::init(":memory:");
  EXPECT_EQ(store.state(), 0u);
  EXPECT_TRUE(
      store.commit(change("0", R"("head":{"id":"m"},"put":[{"id":"a",)" + rule + "]"))["recorded"]
          .boolean());
  EXPECT_TRUE(
      store.commit(change("1", R"("put":[{"id":"b","needs":["a"],)" + rule + "]"))["recorded"]
          .boolean());
  const Json late = store.commit(change("2", R"("base":1,"put":[{"id":"b",)" + rule + "]"));
  EXPECT_FALSE(late["recorded"].boolean());
  EXPECT_EQ(late["conflicts"][0].string(), "element b");
  EXPECT_EQ(store.as_of("2026-06-01", "2026-01-01T00:00:30Z")["entry"]["state"].number(), 1);
  EXPECT_EQ(store.model(1).size(), 1u);
  EXPECT_EQ(store.log(1)["log"][0]["state"].number(), 2);
  EXPECT_EQ(store.entry()["changes"][0]["id"].string(), "b");
  EXPECT_EQ(store.blame("b")["begun"].number(), 2);
  EXPECT_FALSE(store.diff(1).json().empty());
  EXPECT_TRUE(store.verify()["whole"].boolean());
  EXPECT_THROW((void)store.review("2026"), UnknownElement);
  Store copy = Store::init(":memory:");
  EXPECT_EQ(copy.import_lines(store.export_lines()), 2u);
  std::string by;
  EXPECT_EQ(store.follow(0, 0, [&](const Json& entry) { by = entry["by"].string(); }), 2u);
  EXPECT_EQ(by, "chef");
  EXPECT_THROW(store.follow(0, 0, [](const Json&) { throw std::logic_error("x"); }),
               std::logic_error);
  EXPECT_THROW(store.backup("/nowhere/that/is/there"), Unreadable);
  EXPECT_THROW(Store("/nowhere/that/is/there"), Unreadable);
}

TEST(OverC, ThreadsShareAModel) {
  const Model model = small();
  const std::string expected = model.what_breaks("skema").json();
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 50; ++k) EXPECT_EQ(model.what_breaks("skema").json(), expected);
    });
  for (std::thread& one : threads) one.join();
}

TEST(OverCJson, ReadsWhatJsonIs) {
  const Json json = Json::parse(
      R"( {"a": [1, -2.5e-1, true, false, null, "æ\u00f8\ud83c\udfdb\n\"\/"], "b": {}} )");
  EXPECT_EQ(json["a"][0].number(), 1);
  EXPECT_EQ(json["a"][1].number(), -0.25);
  EXPECT_TRUE(json["a"][2].boolean());
  EXPECT_TRUE(json["a"][4].is_null() && json["a"][9].is_null() && json["z"]["y"][3].is_null());
  EXPECT_EQ(json["a"][5].string(), "æø🏛\n\"/");
  EXPECT_EQ(json["b"].size(), 0u);
  EXPECT_EQ(Json::parse("9007199254740993").number_text(), "9007199254740993");
  EXPECT_THROW((void)json["a"].string(), std::bad_variant_access);
  for (const char* bad :
       {"", "{", "[1,]", "{\"a\"}", "{a:1}", "01", "1.", "-", "1e", "nul", "\"", "\"\\x\"",
        "\"\\ud800\"", "\"\\udc00\"", "\"\n\"", "1 2", "[1}", "\"\\u12\""})
    EXPECT_THROW((void)Json::parse(bad), std::invalid_argument) << bad;
  EXPECT_THROW((void)Json::parse(std::string(100000, '[')), std::invalid_argument);
  EXPECT_EQ(Json::parse(json_string("\"\\\n\x01 æ")).string(), "\"\\\n\x01 æ");
}

TEST(OverCJson, NumbersAreReadTheSameWhateverTheLocale) {
  struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
  };
  const std::locale before = std::locale::global(std::locale(std::locale(), new Comma));
  const double number = Json::parse("2.5").number();
  std::locale::global(before);
  EXPECT_EQ(number, 2.5);
}

}  // namespace
TEST(OverC, TheReviewAndTheGate) {
  const Model model = Model::open(RG_SOURCE_DIR "/examples/odder/odder.json");
  const Review review = Review::begin(model, R"({"id": "r", "name": {"da": "Prøve"}})");
  const Review::Applied came = review.apply(
      model,
      R"({"event": "lesson", "on": "2026-03-01", "lesson": {"text": {"da": "Spørg først"}}})");
  EXPECT_TRUE(came.applied);
  EXPECT_NE(came.review.json().find("Spørg først"), std::string::npos);
  EXPECT_EQ(review.json().find("Spørg først"), std::string::npos);
  EXPECT_EQ(Review::read(came.review.json()).json(), came.review.json());
  EXPECT_EQ(came.review.status(model)["steps"].size(), 7U);
  EXPECT_THROW((void)Review::read("{}"), InvalidModel);
  const std::string gate = model.propose(
      R"({"id": "ny", "kind": "rule", "instrument": "procedure", "issuer": "socialchef"})");
  EXPECT_NE(gate.find("not_ready"), std::string::npos);
  const std::string kept = model.keep_set(R"({"scope": {"instruments": ["procedure"]}})");
  EXPECT_NE(kept.find("\"proven\":true"), std::string::npos);
  EXPECT_NE(model.best_removals(R"({"scope": {}, "at_most": 1})").find("\"remove\""),
            std::string::npos);
}

}  // namespace over_c_test
