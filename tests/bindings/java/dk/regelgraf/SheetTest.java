package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nominations, and the sheet that qualifies them. */
final class SheetTest {
  private static final String TABLE =
      """
      nr;enhed;regel;hvor ofte pr. år;minutter fra;minutter til;antal medarbejdere;forslag
      1;Bostøtten;Ugentlige notater for hver borger;52;10;20;4;fjern
      2;Bofællesskabet;ugenotat;52;10;20;4;forenkl
      3;Visitationen (myndighed);Ugentligt notat for hver borger;52;5;10;2;fjern
      4;Skolen;Flagning efter liste;ofte;;;;
      """;
  private static final byte[] NOT_UTF8 = "regel\nDøgn\n".getBytes(Charset.forName("windows-1252"));

  private static Model odder;

  @BeforeAll
  static void open() {
    odder = Model.open(Shared.ODDER);
  }

  @AfterAll
  static void close() {
    odder.close();
  }

  private static NominationOptions options() {
    return new NominationOptions();
  }

  @Test
  void nominationsAreMatchedAndPutTogether() {
    Nominations said = odder.nominations(TABLE, options().file("t.csv"));
    List<Nomination> rows = said.nominations();
    assertEquals(List.of("1", "2", "3", "4"), rows.stream().map(Nomination::nr).toList());
    assertEquals(
        List.of("text", "id", "name"),
        rows.subList(0, 3).stream().map(one -> one.matched().how()).toList());
    rows.subList(0, 3).forEach(one -> assertEquals("ugenotat", one.matched().element()));
    assertNull(rows.get(3).matched());
    assertEquals("Bostøtten", rows.get(0).unit());
    assertEquals(List.of(10.0, 20.0), rows.get(0).minutes());
    assertEquals(List.of(52.0, 52.0, 52.0), rows.get(0).timesPerYear());
    assertEquals(4.0, rows.get(0).people());
    assertEquals("remove", rows.get(0).proposal());
    assertNull(rows.get(0).date());
    assertNull(rows.get(0).cost());
    assertEquals(List.of(), rows.get(3).minutes());
    assertEquals(2, rows.get(0).line());
    assertTrue(rows.get(0).all().has("matched"));

    assertEquals(List.of("1", "2", "3"), said.clusters().get(0).nominations());
    assertEquals("ugenotat", said.clusters().get(0).element());
    assertNull(said.clusters().get(0).draft());
    assertNull(said.clusters().get(1).element());
    assertEquals("rule", said.clusters().get(1).draft().string("kind"));
    SourceFinding bad =
        said.findings().stream()
            .filter(one -> one.severity().equals("warning"))
            .findFirst()
            .orElseThrow();
    assertEquals("unreadable_number", bad.code());
    assertEquals("t.csv", bad.file());
    assertEquals(5, bad.line());
    assertEquals("4", bad.element());
    assertEquals("hvor ofte pr. år", bad.field());
    assertFalse(bad.advice().da().isEmpty());

    byte[] bytes = TABLE.getBytes(StandardCharsets.UTF_8);
    assertEquals(said, odder.nominations(bytes, options().file("t.csv")));
    assertNotEquals(said, odder.nominations(TABLE));
  }

  @Test
  void scoresAreTheCallers() {
    Nominations sure = odder.nominations(TABLE, options().sure(1).perhaps(0.1).lead(0));
    Nomination byText = sure.nominations().get(0);
    assertNull(byText.matched());
    Alike like =
        byText.alike().stream()
            .filter(one -> "ugenotat".equals(one.element()))
            .findFirst()
            .orElseThrow();
    assertNull(like.cluster());
    assertEquals("score", like.doubt());
    assertTrue(like.score() > 0.1 && like.score() < 1);
  }

  @Test
  void theSheet() {
    Qualification sheet = odder.qualify(TABLE);
    QualifiedRule row =
        sheet.rules().stream()
            .filter(one -> "ugenotat".equals(one.rule()))
            .findFirst()
            .orElseThrow();
    assertEquals(3, row.nominated());
    assertEquals(3, row.units());
    assertEquals("own", row.heap());
    assertTrue(row.med());
    assertTrue(row.stands());
    assertEquals(Verdict.COMPETENT, row.verdict());
    assertEquals(List.of("leder-udfoerer"), row.deciders().get(0).strings("holders"));
    assertEquals(new Hours(260, 416, 520), row.hours());
    assertNotNull(row.hoursNominated());
    assertEquals(Map.of("remove", 2L, "simplify", 1L), row.proposals());
    assertEquals("Weekly note on each citizen", row.name().en());
    QualifiedRule draft =
        sheet.rules().stream().filter(QualifiedRule::draft).findFirst().orElseThrow();
    assertNull(draft.units());
    assertNull(draft.hoursNominated());
    assertEquals("nobody", draft.heapBecause());
    assertEquals(new Text("Flagning efter liste", "Flagning efter liste"), draft.name());
    assertTrue(sheet.heap("own").contains(row));
    assertEquals(
        Set.of("issuer", "area", "type", "level", "proposal"), sheet.trends().keySet());
    assertEquals(4, sheet.nominations());
    assertEquals(3, sheet.atLeast());
    assertNull(sheet.unit());
    assertNull(sheet.date());
    assertEquals(sheet, odder.qualify(TABLE));
    assertNotEquals(sheet.rules(), odder.qualify(TABLE, options().atLeast(1)).rules());
    LocalDate day = LocalDate.of(2026, 3, 1);
    Qualification units =
        odder.qualify(TABLE, options().unit("bofaellesskab").date(day).internal(true));
    assertEquals("bofaellesskab", units.unit());
    assertEquals(day, units.date());
  }

  @Test
  void asATableAndAsAPage() {
    byte[] table = TABLE.getBytes(StandardCharsets.UTF_8);
    assertTrue(
        odder
            .qualificationSheet(table, "csv", options().language(Language.ENGLISH))
            .startsWith("\ufeffheap;"));
    assertTrue(
        odder.qualificationSheet(table, "html", options()).startsWith("<!DOCTYPE html>"));
    assertEquals(
        odder.qualify(TABLE).json(), odder.qualificationSheet(table, "json", options()));
    assertThrows(
        InvalidArgumentException.class,
        () -> odder.qualificationSheet(table, "pdf", options()));
  }

  @Test
  void whatIsRefused() {
    InvalidModelException refused =
        assertThrows(
            InvalidModelException.class, () -> odder.qualify(NOT_UTF8, options()));
    assertEquals("bad_utf8", refused.findings().get(0).code());
    Nominations none = odder.nominations(NOT_UTF8, options());
    assertEquals("error", none.findings().get(0).severity());
    assertEquals("bad_utf8", none.findings().get(0).code());
    assertEquals(List.of(), none.nominations());
    assertThrows(
        UnknownElementException.class, () -> odder.qualify(TABLE, options().unit("nowhere")));
    assertThrows(
        InvalidQuestionException.class,
        () -> odder.qualify(TABLE, options().date(LocalDate.of(10000, 1, 1))));
    assertThrows(
        InvalidQuestionException.class, () -> odder.qualify(TABLE, options().atLeast(0)));
    assertThrows(
        InvalidArgumentException.class,
        () -> odder.nominations(TABLE, options().sure(Double.NaN)));
    assertThrows(InvalidArgumentException.class, () -> odder.nominations((String) null));
  }

  @Test
  void personalDataIsNotRepeated() {
    String table = "nr;enhed;regel\n1;Bostøtten;Ring til 010190-1234\n2;Skolen;ugenotat\n";
    Nominations said = odder.nominations(table);
    assertFalse(said.json().contains("010190"));
    assertTrue(said.findings().stream().anyMatch(one -> one.code().equals("personal_data")));
    assertEquals(2, said.nominations().size());
    assertTrue(
        odder
            .nominations(table, options().allowPersonalData(true))
            .json()
            .contains("010190-1234"));
    assertThrows(
        PersonalDataException.class,
        () -> odder.nominations(TABLE, options().file("010190-1234.csv")));
  }

  @Test
  void aHostileTableIsAnAnswer() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] some = new byte[1 << 20];
      Arrays.fill(some, (byte) ';');
      for (int i = 0; i < 80; ++i) {
        out.write(some);
      }
    }
    byte[] gzip = packed.toByteArray();
    for (byte[] table :
        List.of(
            new byte[0],
            new byte[1000],
            gzip,
            Arrays.copyOf(gzip, gzip.length / 2),
            "regel\n\"".getBytes(StandardCharsets.UTF_8),
            "regel;regel\n".getBytes(StandardCharsets.UTF_8),
            "regel\n=CMD()\n".repeat(21_000).getBytes(StandardCharsets.UTF_8))) {
      Nominations said = odder.nominations(table, options());
      assertEquals(List.of(), said.nominations());
      assertTrue(
          said.findings().stream().anyMatch(one -> one.severity().equals("error")),
          said::json);
      assertThrows(InvalidModelException.class, () -> odder.qualify(table, options()));
    }
    String formula =
        "nr;enhed;regel\n1;Skolen;\"=HYPERLINK(\"\"http://x\"\")\"\n2;Skolen;\0\u202e\n";
    Nominations kept = odder.nominations(formula);
    assertEquals("=HYPERLINK(\"http://x\")", kept.nominations().get(0).rule());
    assertTrue(kept.findings().stream().anyMatch(one -> one.code().equals("formula")));
    String csv =
        odder.qualificationSheet(
            formula.getBytes(StandardCharsets.UTF_8), "csv", options().atLeast(1));
    assertFalse(csv.contains(";=HYPERLINK") || csv.contains("\"=HYPERLINK"), csv);
  }

  @Test
  void itCanBeEnded() {
    CancelToken token = new CancelToken();
    token.cancel();
    NominationOptions ended = options().limits(new Limits().cancel(token));
    assertThrows(CancelledException.class, () -> odder.nominations(TABLE, ended));
    assertThrows(CancelledException.class, () -> odder.qualify(TABLE, ended));
    StringBuilder many = new StringBuilder("nr;regel\n");
    for (int i = 0; i < 20_000; ++i) {
      many.append(i).append(";regel ").append(i).append(" om noget\n");
    }
    Progress throwing =
        (stage, done, total) -> {
          throw new IllegalStateException("mine");
        };
    NominationOptions thrown = options().limits(new Limits().progress(throwing));
    assertEquals(
        "mine",
        assertThrows(
                IllegalStateException.class,
                () -> odder.nominations(many.toString(), thrown))
            .getMessage());
    NominationOptions late = options().limits(new Limits().deadline(Duration.ZERO));
    assertThrows(CancelledException.class, () -> odder.qualify(TABLE, late));
  }
}
