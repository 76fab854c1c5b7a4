// The note for a case file: what it holds, what it leaves out, when the days are over.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include <regelgraf/canonical.hpp>
#include <regelgraf/journal_note.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/version.hpp>

#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// A council that decides, a head who decides small cases, and everybody who is asked on the way.
/// `ACCESS` stands where an element may be internal.
constexpr const char* town =
    R"({"regelgraf": 1, "model": {"id": "by", "name": {"da": "Byen", "en": "The town"},
  "editions": {"kle": "2025-05-01"}, "facts": [
    {"name": "amount", "type": "number", "unit": "DKK", "ask": {"da": "Hvor stort er beløbet?", "en": "How large is the amount?"}},
    {"name": "halted", "type": "boolean", "default": false}]},
 "elements": [
  {"id": "byraad", "kind": "actor", "tier": "council", "form": "body", "name": {"da": "Byrådet", "en": "The council"}},
  {"id": "udvalg", "kind": "actor", "tier": "committee", "form": "body", "part_of": "byraad", "members": ["anders"],
   "name": {"da": "Socialudvalget", "en": "The social committee"}},
  {"id": "anders", "kind": "actor", "tier": "committee", "form": "person", "name": {"da": "Anders", "en": "Anders"}},
  {"id": "chef", "kind": "actor", "tier": "management", "form": "post", "part_of": "udvalg", "name": {"da": "Chefen", "en": "The head"}},
  {"id": "raad", "kind": "actor", "tier": "partner", "form": "body", "name": {"da": "Handicaprådet", "en": "The disability council"}},
  {"id": "med", "kind": "actor", "tier": "med", "form": "body", "name": {"da": "MED-udvalget", "en": "The MED committee"}},
  {"id": "ankestyrelsen", "kind": "actor", "tier": "state", "form": "body", "name": {"da": "Ankestyrelsen", "en": "The appeals board"}},
  {"id": "27", "kind": "matter", "code": "27.36.12", "name": {"da": "Støtte", "en": "Support"},
   "appeal": {"body": "ankestyrelsen", "days": 28, "basis": ["rsl"]}, "note": "Fristen er ikke efterprøvet."},
  {"id": "ksl", "kind": "rule", "instrument": "act", "name": {"da": "Styrelsesloven", "en": "Governance act"},
   "source": {"text": "Kommunestyrelsesloven § 2", "paragraph": "§ 2", "accession": "A20240006929", "edition": "2024-02-01"}},
  {"id": "rsl", "kind": "rule", "instrument": "act", "name": {"da": "Retssikkerhedsloven", "en": "Legal protection act"}},
  {"id": "plan", "kind": "rule", "instrument": "delegation_plan", "name": {"da": "Planen", "en": "The plan"}ACCESS,
   "source": {"text": "Delegationsplanen 2026"}},
  {"id": "g", "kind": "grant", "by": "statute", "to": ["byraad"], "powers": ["*"], "over": ["*"], "redelegable": true, "basis": ["ksl"], "residual": true},
  {"id": "g-udvalg", "kind": "grant", "by": "plan", "from": "g", "to": ["udvalg"], "powers": ["decide"], "over": ["27"], "redelegable": true,
   "name": {"da": "Udvalgets sager", "en": "Cases of the committee"}, "basis": ["plan"], "source": {"text": "Planen, række 2.1"}ACCESS,
   "note": "Aftalt på et lukket møde."},
  {"id": "g-chef", "kind": "grant", "by": "practice", "from": "g-udvalg", "to": ["chef"], "powers": ["decide"], "over": ["27"],
   "conditions": [{"fact": "amount", "op": "<=", "value": 1000}]},
  {"id": "i-raad", "kind": "involvement", "how": "consult", "body": "raad", "powers": ["decide"], "over": ["27"], "days": 28, "timing": "before"},
  {"id": "i-med", "kind": "involvement", "how": "discuss", "body": "med", "powers": ["decide"], "over": ["27"], "days": 14, "timing": "before"},
  {"id": "i-chef", "kind": "involvement", "how": "recommend", "body": "chef", "powers": ["decide"], "over": ["27"], "days": 3, "timing": "before",
   "when_decided_by": ["udvalg"]},
  {"id": "i-1-udvalg", "kind": "involvement", "how": "recommend", "body": "udvalg", "powers": ["start"], "over": ["27"], "timing": "before",
   "conditions": [{"fact": "large", "op": "==", "value": true}]},
  {"id": "i-2-chef", "kind": "involvement", "how": "recommend", "body": "chef", "powers": ["start"], "over": ["27"], "timing": "before"},
  {"id": "i-byraad", "kind": "involvement", "how": "inform", "body": "byraad", "powers": ["decide"], "over": ["27"], "days": 7, "timing": "after"},
  {"id": "b", "kind": "bar", "powers": ["decide"], "over": ["27"], "only": ["byraad"], "conditions": [{"fact": "halted", "op": "==", "value": true}]}]})";

Model make_town(const char* access = "") {
  std::string text = town;
  for (std::size_t at = text.find("ACCESS"); at != std::string::npos; at = text.find("ACCESS"))
    text.replace(at, 6, access);
  return model_of(load_model_text(text));
}
Model internal_town() { return make_town(R"(, "access": "internal")"); }

JournalNoteQuestion about_27(const Model& model) {
  JournalNoteQuestion q;
  q.who.question.power = "decide";
  q.who.question.target = *model.find("27");
  q.who.question.date = day_from_text("2026-02-20");
  q.who.question.facts = {{*model.fact("amount"), FactValue(5000.0)}};
  return q;
}

std::string text_of(const Model& model, const JournalNoteQuestion& q) {
  return Asker(model).text(journal_note(model, q));
}

std::string line_for(const Model& model, const AuthorityQuestion& q,
                     Language language = Language::da) {
  return ask::agenda_line(model, who_decides(model, q), language);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::size_t characters(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return count;
}

TEST(JournalNote, DaysRunSideBySideThenRecommendationsOneAfterTheOther) {
  const Model model = make_town();
  const JournalNote note = journal_note(model, about_27(model));
  ASSERT_THAT(note.decision.options.front().involve, SizeIs(4));
  std::vector<std::string> days;
  for (const auto& day : note.over_on) days.push_back(day ? to_text(*day) : "");
  EXPECT_THAT(days, ElementsAre("2026-03-20", "2026-03-06", "2026-03-23", ""));  // 28, 14, 28 + 3
  EXPECT_EQ(to_text(*note.earliest), "2026-03-23");
}

TEST(JournalNote, WithoutADateThereAreNoDays) {
  const Model model = make_town();
  JournalNoteQuestion q = about_27(model);
  q.who.question.date.reset();
  const JournalNote note = journal_note(model, q);
  EXPECT_THAT(note.over_on, ElementsAre(std::nullopt, std::nullopt, std::nullopt, std::nullopt));
  EXPECT_EQ(note.earliest, std::nullopt);
  EXPECT_THAT(text_of(model, q), HasSubstr("28 dage"));
  EXPECT_THAT(text_of(model, q), HasSubstr("modellens seneste tilstand"));
}

TEST(JournalNote, FactsSayWhereTheyComeFrom) {
  const Model model = make_town();
  JournalNoteQuestion q = about_27(model);
  JournalNote note = journal_note(model, q);
  ASSERT_THAT(note.facts, SizeIs(2));
  EXPECT_EQ(note.facts[0].source, FactSource::given);
  EXPECT_EQ(note.facts[1].source, FactSource::by_default);  // what keeps the bar away
  EXPECT_THAT(ids(model, note.facts[1].asked_by), ElementsAre("b"));
  q.who.question.facts.clear();
  note = journal_note(model, q);
  EXPECT_EQ(note.facts[0].source, FactSource::unknown);
  const std::string text = text_of(model, q);
  EXPECT_THAT(text, HasSubstr("- amount (Hvor stort er beløbet?): ukendt\n"));
  EXPECT_THAT(text, HasSubstr("- halted = nej: modellens standard\n"));
  EXPECT_THAT(text, HasSubstr("Spørg om\n- Hvor stort er beløbet? (amount)\n"));
  EXPECT_THAT(text, HasSubstr("halted = nej, fordi intet andet er oplyst."));
}

TEST(JournalNote, AFactThatNobodyLooksAtIsNotedWhereItWasGiven) {
  const Model model = make_town();
  JournalNoteQuestion q = about_27(model);
  q.who.question.power = "adopt";
  const JournalNote note = journal_note(model, q);
  ASSERT_THAT(note.facts, SizeIs(1));
  EXPECT_THAT(note.facts[0].asked_by, IsEmpty());
}

TEST(JournalNote, TheChainHasItsGroundsAndItsPlanRow) {
  const Model model = make_town();
  JournalNoteQuestion q = about_27(model);
  const std::string text = text_of(model, q);
  EXPECT_THAT(text,
              HasSubstr("1. Byrådet, efter lov (g)\n"
                        "   Hviler på: Styrelsesloven (ksl). Kilde: Kommunestyrelsesloven § 2,\n"
                        "   A20240006929, udgave 2024-02-01\n"));
  EXPECT_THAT(text, HasSubstr("2. Socialudvalget, efter plan: Udvalgets sager (g-udvalg)\n"
                              "   Planrække: Planen, række 2.1\n"
                              "   Bemærkning: Aftalt på et lukket møde.\n"
                              "   Hviler på: Planen (plan). Kilde: Delegationsplanen 2026\n"));
  q.who.question.facts = {{*model.fact("amount"), FactValue(500.0)}};
  EXPECT_THAT(text_of(model, q),
              HasSubstr("- g-chef hviler på praksis.\n- g-chef har intet grundlag"));
  EXPECT_THAT(text_of(model, q),
              HasSubstr("3. Chefen, efter praksis (g-chef)\n   Betingelse: amount <= 1000 DKK\n"));
}

TEST(JournalNote, AppealWhereItIsKnown) {
  const Model model = make_town();
  EXPECT_THAT(
      text_of(model, about_27(model)),
      HasSubstr("Klage\n"
                "- Til Ankestyrelsen, inden 28 dage; hviler på Retssikkerhedsloven (rsl) (ingen\n"
                "  kilde registreret)\n"
                "- Bemærkning: Fristen er ikke efterprøvet.\n"));
}

TEST(JournalNote, WhatIsInternalIsNotNamedAndIsCounted) {
  const Model model = internal_town();
  JournalNoteQuestion q = about_27(model);
  for (const Language language : {Language::da, Language::en}) {
    q.language = language;
    q.internal = false;
    const JournalNote note = journal_note(model, q);
    const std::string text = Asker(model).text(note), json = Asker(model).answer(note);
    for (const char* secret : {"Udvalgets sager", "Cases of the committee", "g-udvalg", "række 2.1",
                               "lukket", "Planen", "The plan", "Delegationsplanen"}) {
      EXPECT_THAT(text, Not(HasSubstr(secret)));
      EXPECT_THAT(json, Not(HasSubstr(secret)));
    }
    EXPECT_THAT(text, HasSubstr(language == Language::da ? "2. en intern bemyndigelse\n"
                                                         : "2. an internal grant of authority\n"));
    EXPECT_THAT(text, HasSubstr(language == Language::da ? "1 internt element er ikke nævnt"
                                                         : "1 internal element is not named"));
    EXPECT_THAT(json, HasSubstr(R"("withheld":1)"));
    EXPECT_THAT(text,
                HasSubstr(language == Language::da ? "Socialudvalget" : "The social committee"));
    q.internal = true;
    const std::string all = text_of(model, q);
    EXPECT_THAT(all, HasSubstr("g-udvalg"));
    EXPECT_THAT(all, Not(HasSubstr("intern")));
  }
}

TEST(JournalNote, ConditionsThatAnInternalElementWritesAreInternal) {
  const Model model =
      model_of(load_model_text(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [
    {"id": "a", "kind": "actor", "tier": "management", "form": "post"},
    {"id": "s", "kind": "matter"},
    {"id": "g", "kind": "grant", "to": ["a"], "powers": ["decide"], "over": ["s"], "access": "internal",
     "conditions": [{"judgement": {"da": "Er det en hemmelig sag?"}, "must_be": false}, {"fact": "sum", "op": "<=", "value": 777}]}]})"));
  JournalNoteQuestion q;
  q.who.question.power = "decide";
  q.who.question.target = *model.find("s");
  for (const std::string& said : {text_of(model, q), Asker(model).answer(journal_note(model, q)),
                                  line_for(model, q.who.question)}) {
    EXPECT_THAT(said, Not(HasSubstr("hemmelig")));
    EXPECT_THAT(said, Not(HasSubstr("777")));
    EXPECT_THAT(said, HasSubstr("en betingelse i en intern bemyndigelse"));
  }
  EXPECT_THAT(text_of(model, q),
              HasSubstr("- En oplysning, som en intern bemyndigelse bruger: ukendt\n"));
  EXPECT_EQ(ask::agenda_line(model, who_decides(model, q.who.question), Language::da, true),
            "Beslutningskompetence: a (hvis Er det en hemmelig sag?: nej og sum <= 777).");
}

TEST(JournalNote, WhatTheQuestionGivesIsNoSecret) {
  const Model model =
      model_of(load_model_text(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [
    {"id": "a", "kind": "actor", "tier": "management", "form": "post"},
    {"id": "s", "kind": "matter"},
    {"id": "g", "kind": "grant", "to": ["a"], "powers": ["decide"], "over": ["s"], "access": "internal",
     "conditions": [{"fact": "sum", "op": "<=", "value": 777}]}]})"));
  JournalNoteQuestion q;
  q.who.question.power = "decide";
  q.who.question.target = *model.find("s");
  q.who.question.facts = {{*model.fact("sum"), FactValue(5.0)}};
  EXPECT_THAT(text_of(model, q), HasSubstr("- sum = 5: oplyst\n"));
  EXPECT_THAT(text_of(model, q), Not(HasSubstr("777")));
}

TEST(JournalNote, AgendaLines) {
  const Model model = make_town();
  AuthorityQuestion q = about_27(model).who.question;
  EXPECT_EQ(line_for(model, q), "Beslutningskompetence: Socialudvalget. Indstilles af: Chefen.");
  EXPECT_EQ(line_for(model, q, Language::en),
            "Authority to decide: The social committee. Recommended by: The head.");
  q.facts.clear();
  EXPECT_EQ(line_for(model, q), "Beslutningskompetence: Chefen (hvis amount <= 1000 DKK).");
  q.power = "pay";
  EXPECT_EQ(line_for(model, q), "Beslutningskompetence: Byrådet (almindelig kompetence).");
  q.disqualified = {*model.find("byraad")};
  EXPECT_EQ(line_for(model, q), "Beslutningskompetence: ingen registreret.");
  q = about_27(model).who.question;
  q.facts.emplace_back(*model.fact("halted"), FactValue(true));
  q.disqualified = {*model.find("byraad")};
  EXPECT_EQ(line_for(model, q), "Beslutningskompetence: ingen (forbudt).");
}

TEST(JournalNote, RecommendingBodiesComeInTheOrderOfTheRoute) {
  const Model model = make_town();
  AuthorityQuestion q = about_27(model).who.question;
  q.power = "start";
  EXPECT_EQ(line_for(model, q),
            "Beslutningskompetence: Byrådet (almindelig kompetence). "
            "Indstilles af: Chefen, Socialudvalget (betinget).");
}

TEST(JournalNote, AnActorMayBeAskedAboutToo) {
  const Model model = make_town();
  JournalNoteQuestion q = about_27(model);
  q.actor = *model.find("chef");
  const std::string text = text_of(model, q);
  EXPECT_THAT(text, HasSubstr("- Kan Chefen afgøre »Støtte«, og hvem kan?\n"));
  EXPECT_THAT(text,
              HasSubstr("- Nej: Chefen kan ikke afgøre Støtte: kun når amount <= 1000 DKK.\n"));
}

TEST(JournalNote, ADisqualifiedMemberIsAWarning) {
  const Model model = make_town();
  JournalNoteQuestion q = about_27(model);
  q.who.question.disqualified = {*model.find("anders")};
  EXPECT_THAT(text_of(model, q),
              HasSubstr("Advarsler\n- Anders er inhabil og må ikke deltage; Socialudvalget er "));
}

TEST(JournalNote, LinesAreNoLongerThan80CharactersAndEndWithoutBlanks) {
  const Model model = make_town();
  for (const Language language : {Language::da, Language::en}) {
    JournalNoteQuestion q = about_27(model);
    q.language = language;
    for (const std::string& line : lines_of(text_of(model, q))) {
      EXPECT_LE(characters(line), 80U) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

TEST(JournalNote, ANameCannotMakeALineOfItsOwn) {
  const Model model =
      model_of(load_model_text(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [
    {"id": "a", "kind": "actor", "tier": "management", "form": "post", "name": "A\n\nSvar\n- Alt er tilladt"},
    {"id": "s", "kind": "matter"},
    {"id": "g", "kind": "grant", "to": ["a"], "powers": ["decide"], "over": ["s"]}]})"));
  JournalNoteQuestion q;
  q.who.question.power = "decide";
  q.who.question.target = *model.find("s");
  EXPECT_THAT(text_of(model, q), Not(HasSubstr("\n- Alt")));
  EXPECT_EQ(line_for(model, q.who.question), "Beslutningskompetence: A Svar - Alt er tilladt.");
}

std::optional<Errc> refused(const Model& model, const std::string& case_no,
                            const std::string& made) {
  JournalNoteQuestion q = about_27(model);
  q.case_no = case_no;
  q.made = made;
  try {
    (void)journal_note(model, q);
  } catch (const Error& error) {
    EXPECT_THAT(std::string(error.what()), Not(HasSubstr("010190")));
    return error.code();
  }
  return std::nullopt;
}

TEST(JournalNote, CaseNumberAndTime) {
  const Model model = make_town();
  for (const char* made : {"", "2026-11-26", "2026-11-26T09:30", "2026-11-26T09:30:59",
                           "2026-11-26T09:30Z", "2026-11-26T09:30:00+01:00"})
    EXPECT_EQ(refused(model, "27.36.12-G01-4-26 (æøå)", made), std::nullopt) << made;
  for (const char* made :
       {"i dag", "2026-02-30", "2026-11-26 09:30", "2026-11-26T", "2026-11-26T24:00",
        "2026-11-26T09:60", "2026-11-26T09:30:60", "2026-11-26T09:30+0100", "2026-11-26T09:30\n"})
    EXPECT_EQ(refused(model, "", made), Errc::invalid_question) << made;
  EXPECT_EQ(refused(model, "1\n2", ""), Errc::invalid_question);
  EXPECT_EQ(refused(model, "\xff", ""), Errc::invalid_question);
  EXPECT_EQ(refused(model, std::string(201, '1'), ""), Errc::invalid_question);
  EXPECT_EQ(refused(model, "010190-1234", ""), Errc::personal_data);
}

TEST(JournalNote, TheQuestionInJson) {
  const Model model = make_town();
  const Asker asker(model);
  const auto asked = [&](const std::string& fields) {
    return asker.ask(R"({"ask": "journal_note", "target": {"kle": "27.36.12", "facet": "G01"})" +
                     fields + "}");
  };
  EXPECT_THAT(asked(""), HasSubstr("- KLE: 27.36.12\\n- KLE-facet: G01\\n"));
  EXPECT_EQ(asked(R"(, "case_no": "7", "made": "2026-01-01", "language": "en")"),
            asked(R"(, "case_no": "7", "made": "2026-01-01", "language": "en")"));
  EXPECT_THAT(asked(R"(, "language": "sv")"), HasSubstr(R"("at":"language")"));
  EXPECT_THAT(asked(R"(, "internal": 1)"), HasSubstr(R"("at":"internal")"));
  EXPECT_THAT(asked(R"(, "made": 5)"), HasSubstr(R"("at":"made")"));
  EXPECT_THAT(asked(R"(, "actor": "27")"), HasSubstr(R"("at":"actor")"));
  EXPECT_THAT(asked(R"(, "actor": "nobody")"), HasSubstr(R"("code":"unknown_element")"));
  EXPECT_THAT(asked(R"(, "case_no": "010190-1234")"), HasSubstr(R"("code":"personal_data")"));
  EXPECT_THAT(asked(R"(, "colour": "red")"), HasSubstr(R"("at":"colour")"));
}

/// A whole note, as tests/ask/notes has it, with the model's digest and the version put in.
std::string golden(const std::string& name, const Asker& asker) {
  std::ifstream file(RG_SOURCE_DIR "/tests/ask/notes/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  std::string note = text.str();
  for (const auto& [word, value] :
       {std::pair<std::string, std::string>{"DIGEST", asker.digest()}, {"VERSION", version_string}})
    if (const std::size_t at = note.find(word); at != std::string::npos)
      note.replace(at, word.size(), value);
  return note;
}

TEST(JournalNote, WholeNotes) {
  for (const std::string language : {"da", "en"}) {
    {
      const Model model = model_of(load_model(RG_SOURCE_DIR "/examples/odder/odder.json"));
      const Asker asker(model);
      JournalNoteQuestion q;
      q.who.question.power = "repeal";
      q.who.question.target = *model.find("visitationsmodel");
      q.who.question.date = day_from_text("2026-03-01");
      q.case_no = "27.36.12-P22-1-26";
      q.made = "2026-03-01T09:30";
      q.language = *from_text<Language>(language);
      const JournalNote note = journal_note(model, q);
      EXPECT_EQ(asker.text(note), golden("odder-repeal." + language + ".txt", asker));
      EXPECT_EQ(asker.text(journal_note(model, q)), asker.text(note));
      q.who.question.power = "decide";
      q.who.question.target = *model.find("27.36.12");
      q.who.question.unit = *model.find("visitation");
      q.who.question.facts = {{*model.fact("amount"), FactValue(50000.0)}};
      EXPECT_EQ(asker.text(journal_note(model, q)),
                golden("odder-decide." + language + ".txt", asker));
    }
    const Model model = model_of(load_model(RG_SOURCE_DIR "/examples/soroe/soroe.json"));
    const Asker asker(model);
    JournalNoteQuestion q;
    q.who.question.power = "decide";
    q.who.question.target = *model.find("soroe:2.1.1");
    q.language = *from_text<Language>(language);
    EXPECT_EQ(asker.text(journal_note(model, q)),
              golden("soroe-2.1.1." + language + ".txt", asker));
  }
}

}  // namespace
}  // namespace regelgraf::test
