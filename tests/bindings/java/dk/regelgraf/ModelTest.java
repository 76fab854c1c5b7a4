package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, asking, answers. */
final class ModelTest {
  private static final LocalDate LEAP = LocalDate.of(2024, 2, 29);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final String UPPER =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"land\"}, \"elements\":"
          + " [{\"id\": \"lov\", \"kind\": \"rule\", \"instrument\": \"act\"}]}";
  private static final String LOWER =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"by\", \"extends\": [\"land\"]}, \"elements\":"
          + " [{\"id\": \"regel\", \"kind\": \"rule\", \"instrument\": \"procedure\","
          + " \"basis\": [\"lov\"]}]}";

  private static Model small;
  private static Model odder;

  @BeforeAll
  static void open() {
    small = Shared.small();
    odder = Model.open(Shared.ODDER);
  }

  @AfterAll
  static void close() {
    small.close();
    odder.close();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  @Test
  void aModelSaysWhatItIs() {
    assertEquals("lille", small.id());
    assertEquals(8, small.size());
    assertTrue(small.digest().matches("[0-9a-f]{64}"));
    assertEquals("Model lille, 8 elements", small.toString());
    assertEquals(
        List.of("chef", "g", "g2", "pligt", "råd", "sag", "skema", "sted"), small.ids());
    assertThrows(UnsupportedOperationException.class, () -> small.ids().clear());
    small.ids().forEach(id -> assertTrue(small.contains(id)));
    assertFalse(small.contains("skemaer"));
    assertEquals(odder.size(), odder.ids().size());
    assertEquals(odder.size(), List.copyOf(new java.util.HashSet<>(odder.ids())).size());
    assertEquals(Regelgraf.version(), version());
  }

  private static String version() {
    String project = Shared.read(Shared.ROOT.resolve("CMakeLists.txt"));
    return project.replaceAll("(?s).*VERSION (\\d+\\.\\d+\\.\\d+).*", "$1");
  }

  @Test
  void moreIdsThanAreFetchedAtOnce() {
    StringBuilder lines = new StringBuilder("{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}}");
    for (int i = 0; i < 9000; ++i) {
      lines.append(String.format("\n{\"id\": \"r%06dø\", \"kind\": \"matter\"}", i));
    }
    try (Model model = Model.fromText(lines.toString())) {
      List<String> ids = model.ids();
      assertEquals(9000, ids.size());
      for (int i = 0; i < 9000; ++i) {
        assertEquals(String.format("r%06dø", i), ids.get(i));
      }
    }
  }

  @Test
  void anEmptyModelIsAModel() {
    try (Model model = Model.fromText("{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}}")) {
      assertEquals(List.of(), model.ids());
      assertEquals(List.of(), model.rank().order());
    }
  }

  @Test
  void aModelIsTheSameFromFileTextBytesAndGzip(@TempDir Path folder) throws IOException {
    String text = Shared.read(Shared.ODDER);
    Path packed = Files.write(folder.resolve("pakket på ærø.json.gz"), gzip(text));
    List<Model> models =
        List.of(
            Model.open(Shared.ODDER),
            Model.open(Shared.ODDER.toString()),
            Model.fromText(text),
            Model.fromText(gzip(text), null),
            Model.open(packed));
    models.forEach(model -> assertEquals(odder.digest(), model.digest()));
    models.forEach(Model::close);
  }

  @Test
  void layersComeFromMemoryOrFolders(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("land.json"), UPPER);
    try (Model name = Model.fromText(LOWER, new LoadOptions().layer("land", UPPER));
        Model bytes = Model.fromText(LOWER, new LoadOptions().layer("land", gzip(UPPER)));
        Model found = Model.fromText(LOWER, new LoadOptions().folder(folder))) {
      assertEquals(List.of("lov", "regel"), name.ids());
      assertEquals(name.digest(), bytes.digest());
      assertEquals(name.digest(), found.digest());
    }
    InvalidModelException refused =
        assertThrows(InvalidModelException.class, () -> Model.fromText(LOWER));
    assertTrue(refused.findings().get(0).advice().en().contains("`dk`"));
  }

  @Test
  void limitsAndPersonalData(@TempDir Path folder) throws IOException {
    String text =
        "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\":"
            + " [{\"id\": \"a\", \"kind\": \"matter\", \"name\": \"010190-1234\"}]}";
    InvalidModelException refused =
        assertThrows(InvalidModelException.class, () -> Model.fromText(text));
    assertEquals("personal_data", refused.findings().get(0).code());
    assertFalse((refused + " " + refused.findings()).contains("010190"));
    LoadOptions allowing = new LoadOptions().allowPersonalData(true);
    Model.fromText(text, allowing).close();
    Path file = Files.writeString(folder.resolve("m.json"), text);
    assertThrows(TooLargeException.class, () -> Model.open(file, allowing.maxBytes(20)));
    assertThrows(InvalidArgumentException.class, () -> new LoadOptions().maxBytes(-1));
  }

  @Test
  void aRefusedModelHasEveryFinding() {
    InvalidModelException refused =
        assertThrows(
            InvalidModelException.class,
            () ->
                Model.fromText(
                    "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": [\n"
                        + "{\"id\": \"a\", \"kind\": \"matter\"},\n"
                        + "{\"id\": \"a\", \"kind\": \"matter\", \"broader\": \"ø\"}]}"));
    assertEquals(Status.INVALID_MODEL, refused.status());
    assertEquals(2, refused.findings().size());
    for (SourceFinding finding : refused.findings()) {
      assertEquals(3, finding.line());
      assertEquals("a", finding.element());
      assertEquals("error", finding.severity());
      assertFalse(finding.text().da().isEmpty() || finding.text().en().isEmpty());
    }
    assertTrue(refused.findings().stream().anyMatch(one -> one.text().en().contains("ø")));
    assertTrue(refused.message().contains("(and 1 more)"));
    assertEquals("", refused.at());
    assertFalse(refused.advice().isEmpty());
  }

  @Test
  void aPathThatLeadsNowhere() {
    assertThrows(UnreadableException.class, () -> Model.open("no such file.json"));
    assertThrows(UnreadableException.class, () -> Model.open("."));
    assertThrows(InvalidArgumentException.class, () -> Model.open(""));
    assertThrows(
        InvalidArgumentException.class, () -> Model.open(Shared.ODDER + "\0.txt"));
    assertThrows(InvalidArgumentException.class, () -> Model.open((String) null));
  }

  @Test
  void askTakesAndGivesTheDocumentedForm() {
    Map<String, Object> answer =
        small.ask(
            Map.of(
                "ask", "what_breaks", "remove", List.of("skema"), "date", LEAP, "id", "æøå 🏛"));
    assertEquals("æøå 🏛", answer.get("id"));
    assertEquals("2024-02-29", answer.get("date"));
    assertEquals(List.of("pligt"), answer.get("broken"));
    assertEquals(Map.of("id", "lille", "digest", small.digest()), answer.get("model"));
  }

  @Test
  void askGivesAnErrorAsAnAnswer() {
    Detail answer = new Detail(small.ask(Map.of("ask", "why", "element", "skemaer", "id", 3)));
    assertEquals("unknown_element", answer.detail("error").string("code"));
    assertTrue(answer.detail("error").string("message").contains("`skema`"));
    assertEquals(3L, answer.toMap().get("id"));
    for (String wrong : List.of("no JSON", "", "{}", "\0", "[1]")) {
      Detail said = Detail.of(small.ask(wrong)).detail("error");
      assertEquals("invalid_question", said.string("code"), wrong);
    }
  }

  @Test
  void whatBreaks() {
    Breaks breaks = small.whatBreaks(List.of("skema"), "sted", LEAP);
    assertEquals(List.of("skema"), breaks.removed());
    assertEquals("sted", breaks.within());
    assertEquals(LEAP, breaks.date());
    assertEquals(List.of("pligt"), breaks.broken());
    assertEquals(List.of("pligt"), breaks.unmetDuties());
    assertEquals(List.of(), breaks.lapsed());
    assertEquals(Map.of("pligt", List.of("skema", "pligt")), breaks.through());
    assertEquals(List.of("skema"), breaks.unexamined());
    assertEquals(new Hours(0, 0, 0), breaks.hours().get("removed"));
    assertTrue(breaks.text().da().contains("Pligt på æøå"));
    assertEquals(breaks, small.whatBreaks(List.of("skema", "skema"), "sted", LEAP));
    assertNotEquals(breaks, small.whatBreaks("skema"));
    assertEquals(List.of(), small.whatBreaks().removed());
    assertNull(small.whatBreaks("skema").date());
    assertTrue(
        odder.whatBreaks("dk:root").authority().stream().anyMatch(one -> one.after().isEmpty()));
  }

  @Test
  void whatIf() {
    Change change =
        new Change()
            .remove("skema")
            .add("{\"id\": \"kort\", \"kind\": \"rule\", \"instrument\": \"procedure\","
                    + " \"burden\": {\"minutes\": 60, \"times_per_year\": 2}}")
            .add(Map.of("id", "senere", "kind", "goal", "valid",
                    Map.of("from", LocalDate.of(2030, 1, 1))))
            .change("pligt", "{\"needs\": [\"kort\"], \"name\": null}")
            .date(LEAP);
    WhatIf answer = small.whatIf(change);
    assertEquals(List.of("skema"), answer.removed());
    assertEquals(List.of("pligt"), answer.changed());
    assertEquals(List.of("kort", "senere"), answer.added());
    assertEquals(List.of("kort"), answer.standsAnew());
    assertEquals(List.of("senere"), answer.standsNot());
    assertEquals(List.of(), answer.unmetDuties());
    assertEquals(new Hours(2, 2, 2), answer.hours().get("added"));
    InvalidModelException refused =
        assertThrows(
            InvalidModelException.class,
            () -> small.whatIf(new Change().add(Map.of("id", "x", "kind", "y"))));
    assertEquals("add[0]", refused.findings().get(0).file());
    assertThrows(
        UnknownElementException.class, () -> small.whatIf(new Change().remove("skemaer")));
    assertThrows(InvalidArgumentException.class, () -> new Change().add("{} {}"));
    assertThrows(
        InvalidArgumentException.class,
        () -> small.whatIf(new Change().add(Map.of("id", new Object()))));
  }

  @Test
  void burden() {
    Burden burden = odder.burden("tier");
    List<String> keys = new ArrayList<>();
    burden.groups().forEach(group -> keys.add(group.key()));
    assertEquals(4, keys.size());
    assertEquals(List.of("workplace", "administration", "management"), keys.subList(0, 3));
    assertNull(keys.get(3));
    assertEquals(new Hours(885, 1339, 1790), burden.total().hours());
    assertEquals(new Hours(30, 45, 60), burden.total().surplus());
    assertEquals(odder.ask(Map.of("ask", "burden", "by", "tier")), burden.toMap());
    assertEquals("bostoette", odder.burden("actor", "bostoette", MARCH).within());
    assertThrows(InvalidQuestionException.class, () -> odder.burden("colour"));
    assertThrows(InvalidQuestionException.class, () -> odder.burden("tier", "sel-141", null));
  }

  @Test
  void check() {
    Findings findings = odder.check();
    Finding dead =
        findings.findings().stream()
            .filter(one -> one.code().equals("dead_rule"))
            .findFirst()
            .orElseThrow();
    assertEquals("ydelsesregistrering", dead.element());
    assertEquals("warning", dead.severity());
    assertEquals("serves", dead.field());
    assertTrue(dead.elements().contains("maal-enhedspris"));
    assertFalse(dead.text().da().isEmpty() || dead.advice().en().isEmpty());
    assertEquals(odder.ask(Map.of("ask", "check")), findings.toMap());
    assertNotEquals(findings, odder.check(LocalDate.of(2019, 6, 1)));
  }

  @Test
  void why() {
    Why why = odder.why("ugenotat", LocalDate.of(2026, 1, 1));
    assertTrue(why.stands());
    assertEquals("home_made", why.origin());
    assertEquals("state", why.claimed());
    assertEquals(Map.of("origin", "contradicted"), why.claims());
    assertEquals(
        List.of(List.of("ugenotat", "delmaal", "pligt-opfoelgning")), why.purpose());
    assertEquals(List.of("leder-udfoerer"), why.issuers());
    assertEquals(List.of("t-tilsyn"), why.usedBy());
    assertEquals(new Hours(0, 0, 0), why.surplusHours());
    assertEquals(
        List.of("ret-begrundelse"), odder.why("afgoerelse-skabelon").requiredBy());
  }

  @Test
  void whoDecides() {
    Decision open = small.whoDecides("decide", "sag");
    assertEquals(Verdict.CONDITIONAL, open.verdict());
    assertEquals("conditional", open.verdict().toString());
    assertNull(open.date());
    Option first = open.options().get(0);
    assertEquals(List.of("chef"), first.holders());
    assertEquals(1, first.jointly());
    assertEquals("g", first.grant());
    assertEquals(List.of("g"), first.chain());
    assertEquals("management", first.tier());
    assertFalse(first.implied());
    assertNull(first.notice());
    assertTrue(
        first.dependsOn().stream()
            .anyMatch(
                one ->
                    one.is("must_be")
                        && "amount".equals(one.detail("condition").string("fact"))
                        && one.detail("condition").number("value") == 1000));
    assertEquals(List.of(), open.options().get(1).dependsOn());

    Decision told =
        small
            .question("decide", "sag")
            .unit("sted")
            .date(LEAP)
            .fact("beløb", 1000)
            .fact("halted", false)
            .fact("born", LocalDate.of(2001, 5, 6))
            .fact("reason", "hast \"nu\" 🏛")
            .fact("vejr", 3)
            .fact("principled", (String) null)
            .whoDecides();
    assertEquals(Verdict.COMPETENT, told.verdict());
    assertEquals(List.of("vejr"), told.ignoredFacts());
    assertTrue(told.text().da().startsWith("chef kan afgøre sag"));
    assertTrue(told.text().da().contains("Rådet på Ærø"));
    List<Question> councils =
        List.of(
            small.question("decide", "sag").fact("amount", 1000.5),
            small.question("decide", "sag").disqualified("chef"),
            small.question("decide", "sag").absent("chef"));
    for (Question one : councils) {
      assertEquals(List.of("råd"), one.whoDecides().options().get(0).holders());
      assertEquals(1, one.whoDecides().options().size());
    }
  }

  @Test
  void jointOptionsAndNotice() {
    List<Option> options = odder.whoDecides("repeal", "retningslinje-stress").options();
    assertEquals(List.of("direktion", "medarbejdersiden"), options.get(0).holders());
    assertEquals(2, options.get(0).jointly());
    assertTrue(options.get(0).implied());
    assertNull(options.get(0).grant());
    assertEquals(3.0, options.get(1).notice());
  }

  @Test
  void aTargetByKle() {
    Decision decision =
        small.question("decide", new Kle("27.36.04")).fact("amount", 5).absent("chef").whoDecides();
    assertEquals(List.of("råd"), decision.options().get(0).holders());
    assertEquals(
        "decide", small.question(null, new Kle("27.36", "G01")).whoDecides().toMap().get("power"));
    assertEquals(
        Permission.YES, small.question("decide", new Kle("27.36")).permission("råd"));
    UnknownElementException unknown =
        assertThrows(
            UnknownElementException.class,
            () -> small.question("decide", new Kle("99")).whoDecides());
    assertEquals("target.kle", unknown.at());
    assertEquals(
        "ankestyrelsen",
        odder.question("decide", new Kle("27.36.12")).whoDecides().appeal().string("body"));
    JournalNote note = odder.question("decide", new Kle("27.36.12")).journalNote();
    assertEquals(
        note.agendaLine(),
        odder.question("decide", new Kle("27.36.12")).agendaLine(Language.DANISH));
  }

  @Test
  void may() {
    assertEquals(Permission.YES, small.may("råd", "decide", "sag").may());
    May depends = small.may("chef", "decide", "sag");
    assertEquals(Permission.DEPENDS, depends.may());
    assertEquals("condition", depends.because().string("kind"));
    assertEquals(List.of("chef"), depends.options().get(0).holders());
    May no = small.question("decide", "sag").fact("vejr", true).may("sted");
    assertEquals(Permission.NO, no.may());
    assertEquals("none", no.because().string("kind"));
    assertEquals(List.of("vejr"), no.ignoredFacts());
    assertEquals("unknown", small.may("hvem", "decide", "sag").because().string("kind"));
    for (String actor : List.of("råd", "chef", "sted", "hvem")) {
      Question question = small.question("decide", "sag");
      assertEquals(question.may(actor).may(), question.permission(actor));
    }
  }

  @Test
  void aJournalNote() {
    Question question = odder.question("repeal", "visitationsmodel").date(MARCH);
    JournalNoteOptions options =
        new JournalNoteOptions()
            .caseNo("27.36.12-P22-1-26")
            .made(LocalDateTime.of(2026, 3, 1, 9, 30, 0, 999));
    for (Language language : Language.values()) {
      String golden =
          Shared.read(
                  Shared.ROOT.resolve("tests/ask/notes/odder-repeal." + language.code + ".txt"))
              .replace("DIGEST", odder.digest())
              .replace("VERSION", Regelgraf.version())
              .replace("T09:30", "T09:30:00");
      JournalNote note = question.journalNote(options.language(language));
      assertEquals(golden, note.text());
      assertEquals(question.agendaLine(language), note.agendaLine());
    }
    JournalNote actor = question.journalNote(new JournalNoteOptions().actor("byraad"));
    assertNotEquals(question.journalNote(), actor);
    assertEquals(question.whoDecides().verdict(), actor.verdict());
    assertEquals(
        actor.withheld() > 0,
        !actor.text().equals(
            question.journalNote(new JournalNoteOptions().actor("byraad").internal(true)).text()));
    assertThrows(
        PersonalDataException.class,
        () -> question.journalNote(new JournalNoteOptions().caseNo("010190-1234")));
    assertEquals(
        odder.journalNote("repeal", "ugenotat").agendaLine(),
        odder.agendaLine("repeal", "ugenotat", Language.DANISH));
  }

  @Test
  void aRemovalPlanIsWhatAskGives() {
    RemovalPlan plan =
        odder.question().date(MARCH).disqualified("leder-udfoerer").removalPlan("ugenotat");
    assertEquals(
        odder.ask(
            Map.of(
                "ask", "removal_plan", "remove", List.of("ugenotat"), "date", MARCH,
                "disqualified", List.of("leder-udfoerer"))),
        plan.toMap());
    assertEquals("take_effect", plan.steps().get(plan.steps().size() - 1).string("step"));
    assertTrue(plan.possible());
    assertEquals(LocalDate.of(2026, 3, 15), plan.earliest());
    assertNull(plan.takes());
    RemovalPlan undated = odder.removalPlan("ugenotat");
    assertNull(undated.earliest());
    assertEquals(14.0, undated.takes().number("days"));
    assertThrows(UnknownElementException.class, () -> odder.removalPlan("nej"));
  }

  @Test
  void whatMay() {
    WhatMay all = small.whatMay("chef");
    assertEquals("chef", all.actor());
    assertTrue(all.complete());
    assertEquals(small.ask(Map.of("ask", "what_may", "actor", "chef")), all.toMap());
    for (List<PowerOver> list : List.of(all.may(), all.depends(), all.mayNot())) {
      for (PowerOver one : list) {
        Permission permission = small.question(one.power(), one.target()).permission("chef");
        assertEquals(
            list == all.may()
                ? Permission.YES
                : list == all.depends() ? Permission.DEPENDS : Permission.NO,
            permission);
      }
    }
    WhatMay some =
        odder
            .question()
            .whatMay(
                "leder-udfoerer",
                new WhatMayOptions().powers(List.of("repeal")).kinds(List.of("rule")).by("hours"));
    assertEquals(List.of("repeal"), some.powers());
    assertTrue(some.may().stream().anyMatch(one -> one.target().equals("ugenotat")));
    assertThrows(InvalidQuestionException.class, () -> new WhatMayOptions().by("size"));
    assertThrows(
        InvalidQuestionException.class,
        () -> odder.question().whatMay("byraad", new WhatMayOptions().powers(List.of())));
  }

  @Test
  void cuts() {
    Cuts cuts = small.cuts("pligt");
    assertEquals(List.of(List.of("skema")), cuts.sets());
    assertTrue(cuts.complete() && cuts.stands());
    assertEquals("Pligt på æøå hangs on one thing alone: skema.", cuts.text().en());
    Cuts restore = small.cuts("pligt", new CutsOptions().to("restore").atMost(3).date(LEAP));
    assertEquals(List.of(List.of()), restore.sets());
    assertEquals(LEAP, restore.date());
    assertFalse(small.cuts("pligt", new CutsOptions().deadline(Duration.ZERO)).complete());
    assertThrows(UnknownElementException.class, () -> small.cuts("pligter"));
    assertThrows(InvalidQuestionException.class, () -> new CutsOptions().to("bend"));
    assertThrows(InvalidQuestionException.class, () -> new CutsOptions().atMost(0));
    assertThrows(
        InvalidQuestionException.class,
        () -> new CutsOptions().deadline(Duration.ofSeconds(-1)));
  }

  @Test
  void rank() {
    Ranking ranking = odder.rank(new RankOptions().top(3));
    assertTrue(ranking.complete());
    assertEquals("breaks", ranking.by());
    assertEquals("dk:grundloven-82", ranking.order().get(0).id());
    assertEquals(odder.ask(Map.of("ask", "rank", "by", "breaks", "top", 3)), ranking.toMap());
    for (Ranked one : odder.rank(new RankOptions().top(5)).order()) {
      Breaks alone = odder.whatBreaks(one.id());
      assertEquals(alone.lapsed().size() + alone.broken().size(), one.breaks());
      assertEquals(alone.unmetDuties().size(), one.duties());
    }
    assertThrows(InvalidQuestionException.class, () -> new RankOptions().by("size"));
    assertThrows(InvalidQuestionException.class, () -> new RankOptions().top(0));
    assertThrows(
        InvalidQuestionException.class, () -> small.rank(new RankOptions().among(List.of())));
    UnknownElementException unknown =
        assertThrows(
            UnknownElementException.class,
            () -> small.rank(new RankOptions().among(List.of("skema", "skemaer"))));
    assertEquals("among[1]", unknown.at());
  }

  @Test
  void whatChanged() {
    try (Model after = Model.fromText(Shared.SMALL.replace("1000}", "500}"))) {
      Diff diff = small.diff(after);
      assertEquals(1, diff.elements().size());
      assertEquals(
          new ElementDiff("g", "changed", List.of("conditions")), diff.elements().get(0));
      AuthorityDiff moved = diff.authority().get(0);
      assertEquals("sag", moved.target());
      assertEquals("decide", moved.power());
      assertTrue(moved.before().stream().anyMatch(one -> one.actor().equals("chef")));
      assertEquals(new Hours(0, 0, 0), diff.hours().get("net"));
      assertEquals(LEAP, small.diff(after, LEAP, new Limits()).date());
      assertTrue(small.diffTable(after, Language.DANISH).contains("chef"));
      assertNotEquals(
          small.diffTable(after, Language.DANISH), small.diffTable(after, Language.ENGLISH, LEAP));
    }
    assertEquals(List.of(), small.diff(small).elements());
  }

  @Test
  void aSnapshotIsTheSameModel(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("æøå.rgs");
    small.saveSnapshot(path);
    try (Model again = Model.open(path)) {
      assertEquals(small.digest(), again.digest());
      assertEquals(small.whatBreaks("skema"), again.whatBreaks("skema"));
    }
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThrows(InvalidModelException.class, () -> Model.open(path));
    assertThrows(
        UnreadableException.class, () -> small.saveSnapshot(folder.resolve("no/such/folder")));
  }

  @Test
  void aDraftIsAModelThatIsChanged() {
    try (Draft draft = small.draft()) {
      assertEquals(8, draft.size());
      Map<String, Object> duty = new LinkedHashMap<>(small.element("pligt"));
      assertEquals("duty", duty.get("kind"));
      assertEquals(duty, Json.read(small.elementJson("pligt")));
      duty.put("needs", List.of("nyt skema 🏛"));
      assertTrue(draft.add(duty));
      assertFalse(
          draft.add(
              "{\"id\": \"nyt skema 🏛\", \"kind\": \"rule\", \"instrument\": \"procedure\"}"));
      draft.remove("skema");
      draft.setHead("{\"id\": \"lille-2\", \"facts\": "
          + Json.write(Detail.of(small.toJson()).detail("model").toMap().get("facts")) + "}");
      try (Model changed = draft.freeze()) {
        draft.close();
        assertEquals("lille-2", changed.id());
        assertEquals(List.of("pligt"), changed.whatBreaks("nyt skema 🏛").broken());
        assertFalse(changed.contains("skema"));
        assertTrue(small.contains("skema"));
      }
    }
  }

  @Test
  void aDraftFromNothing() {
    try (Draft draft = Draft.of(Map.of("id", "by", "extends", List.of("dk")))) {
      assertEquals(0, draft.size());
      draft.add(
          "{\"id\": \"regel\", \"kind\": \"rule\", \"instrument\": \"procedure\","
              + " \"basis\": [\"nej\"]}");
      InvalidModelException refused = assertThrows(InvalidModelException.class, draft::freeze);
      assertFalse(refused.findings().isEmpty());
      draft.add(Map.of("id", "regel", "kind", "rule", "instrument", "procedure"));
      try (Model model = draft.freeze(new Limits().deadline(Duration.ofHours(1)))) {
        assertTrue(model.contains("regel") && model.contains("dk:root"));
        try (Model again = Model.fromText(model.toJson())) {
          assertEquals(model.digest(), again.digest());
        }
      }
      assertThrows(UnknownElementException.class, () -> draft.remove("dk:root"));
      assertThrows(InvalidModelException.class, () -> draft.add("{\"id\": \"x\"}"));
      assertEquals(1, draft.size());
    }
    assertThrows(InvalidModelException.class, () -> Draft.of("{}"));
    assertThrows(
        InvalidModelException.class, () -> Draft.of(Map.of("id", "m", "extends", List.of("nej"))));
    assertThrows(
        UnknownElementException.class, () -> small.element("skemaer"));
  }

  @Test
  void aPlanComesBackByteForByte(@TempDir Path folder) {
    Path table = Shared.ROOT.resolve("examples/soroe/plan.csv");
    PlanOptions options =
        new PlanOptions("soroe-plan")
            .name("Sorø æøå")
            .nameEn("Soroe")
            .extending("dk")
            .validFrom(LocalDate.of(2025, 1, 1))
            .validUntil(LocalDate.of(2030, 1, 1));
    try (PlanModel opened = Model.openPlan(table, options);
        PlanModel read = Model.fromPlan(Shared.read(table), options)) {
      assertEquals(opened.model().digest(), read.model().digest());
      assertEquals(opened.findings().findings(), read.findings().findings());
      PlanFinding finding = opened.findings().findings().get(0);
      assertFalse(finding.code().isEmpty() || finding.text().da().isEmpty());
      assertEquals(Shared.read(table), opened.model().planTable().text());
    }
    assertThrows(InvalidQuestionException.class, () -> small.planTable());
    assertThrows(
        InvalidModelException.class,
        () -> Model.fromPlan("a;b\n1;2\n", new PlanOptions("p")));
    assertThrows(
        UnreadableException.class,
        () -> Model.openPlan(folder.resolve("no.csv"), new PlanOptions("p")));
    assertThrows(
        InvalidQuestionException.class,
        () -> Model.fromPlan("", new PlanOptions("p").mapping("[]")));
  }

  @Test
  void aPlanTestSaysWhatDiffers() {
    PlanTestReport report =
        small.test(
            "{\"cases\": [{\"name\": \"æ\", \"ask\": {\"ask\": \"why\", \"element\": \"pligt\"},"
                + " \"expect\": {\"stands\": false}}]}");
    assertEquals(1, report.failed());
    assertEquals(
        new PlanDifference("stands", false, true),
        report.cases().get(0).differences().get(0));
    assertEquals(List.of("g", "g2"), report.grantsNotAsked());
    assertThrows(InvalidQuestionException.class, () -> small.test("{}"));
  }
}
