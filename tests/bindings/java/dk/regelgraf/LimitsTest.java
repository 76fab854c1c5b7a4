package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cancellation, deadline, progress, log; removals tried step by step. */
final class LimitsTest {
  private static Model chain;
  private static Model small;

  /** To rank it takes far longer than any test: it does not fold into a tree. */
  static Model chain() {
    int n = 40000;
    StringBuilder lines = new StringBuilder("{\"regelgraf\": 1, \"model\": {\"id\": \"chain\"}}");
    String rule = "\n{\"id\": \"%s\", \"kind\": \"rule\", \"instrument\": \"procedure\"%s}";
    for (int i = 0; i < n; ++i) {
      lines.append(
          String.format(
              rule,
              String.format("r%06d", i),
              i == 0 ? "" : String.format(", \"needs\": [\"r%06d\"]", i - 1)));
    }
    lines.append(String.format(rule, "side", ""));
    lines.append(
        String.format(rule, "both", String.format(", \"needs\": [\"r%06d\", \"side\"]", n - 1)));
    return Model.fromText(lines.toString());
  }

  @BeforeAll
  static void open() {
    chain = chain();
    small = Shared.small();
  }

  @AfterAll
  static void close() {
    chain.close();
    small.close();
  }

  private static RankOptions within(Limits limits) {
    return new RankOptions().limits(limits);
  }

  @Test
  void loadingCanBeEnded() {
    LoadOptions none = new LoadOptions().limits(new Limits().deadline(Duration.ZERO));
    assertThrows(CancelledException.class, () -> Model.open(Shared.ODDER, none));
    CancelToken token = new CancelToken();
    token.cancel();
    LoadOptions thrown = new LoadOptions().limits(new Limits().cancel(token));
    assertThrows(CancelledException.class, () -> Model.fromText(Shared.SMALL, thrown));
    LoadOptions ample =
        new LoadOptions()
            .limits(
                new Limits()
                    .deadline(Duration.ofDays(36500))
                    .progress((stage, done, total) -> true));
    Model.open(Shared.ODDER, ample).close();
  }

  @Test
  void anotherThreadEndsACall() throws Exception {
    CancelToken token = new CancelToken();
    Thread canceller =
        new Thread(
            () -> {
              try {
                Thread.sleep(50);
              } catch (InterruptedException ended) {
                throw new AssertionError(ended);
              }
              token.cancel();
            });
    canceller.start();
    assertThrows(CancelledException.class, () -> chain.rank(within(new Limits().cancel(token))));
    canceller.join();
    assertTrue(token.isCancelled());
  }

  @Test
  void aTokenThrownBeforeTheCallEndsAnyQuestion() {
    CancelToken token = new CancelToken();
    Limits limits = new Limits().cancel(token);
    assertFalse(token.isCancelled());
    assertTrue(small.rank(within(limits)).complete());
    token.cancel();
    assertThrows(CancelledException.class, () -> small.rank(within(limits)));
    assertThrows(
        CancelledException.class,
        () -> small.ask("{\"ask\": \"why\", \"element\": \"skema\"}", limits));
    assertThrows(
        CancelledException.class,
        () -> small.question().whatMay("chef", new WhatMayOptions().limits(limits)));
    assertThrows(CancelledException.class, () -> small.diff(small, null, limits));
    try (Draft draft = small.draft()) {
      assertThrows(CancelledException.class, () -> draft.freeze(limits));
    }
  }

  @Test
  void noTimeIsNotComplete() {
    assertFalse(chain.rank(within(new Limits().deadline(Duration.ZERO))).complete());
    assertFalse(chain.rank(within(new Limits().deadline(Duration.ofMillis(50)))).complete());
    assertThrows(
        CancelledException.class,
        () ->
            small.ask(
                "{\"ask\": \"why\", \"element\": \"skema\"}",
                new Limits().deadline(Duration.ZERO)));
    assertThrows(
        InvalidArgumentException.class,
        () -> small.rank(within(new Limits().deadline(Duration.ofSeconds(-1)))));
  }

  @Test
  void progressTellsAndMayEndTheCall() {
    List<Long> seen = new ArrayList<>();
    Progress look =
        (stage, done, total) -> {
          assertEquals("rank", stage);
          assertEquals(40002, total.orElseThrow());
          seen.add(done);
          return seen.size() < 3;
        };
    assertThrows(CancelledException.class, () -> chain.rank(within(new Limits().progress(look))));
    assertEquals(3, seen.size());
    assertEquals(seen.stream().sorted().toList(), seen);
  }

  @Test
  void whatProgressThrowsComesOutOfTheCall() {
    for (Throwable mine :
        List.of(new IllegalStateException("mine"), new StackOverflowError("mine"))) {
      Progress look =
          (stage, done, total) -> {
            Limits.<RuntimeException>rethrow(mine);
            return true;
          };
      assertSame(
          mine,
          assertThrows(
              mine.getClass(), () -> chain.rank(within(new Limits().progress(look)))));
    }
  }

  @Test
  void progressMayAskTheSameModel() {
    Progress asking =
        (stage, done, total) -> {
          assertEquals("chain", chain.id());
          return false;
        };
    assertThrows(
        CancelledException.class, () -> chain.rank(within(new Limits().progress(asking))));
  }

  @Test
  void theLogIsToldWhatHappens() {
    List<String> lines = new ArrayList<>();
    LoadOptions options =
        new LoadOptions().log(LogLevel.INFO, (level, line) -> lines.add(level + " " + line));
    Model.fromText(Shared.SMALL, options).close();
    assertFalse(lines.isEmpty());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("INFO") && line.contains("lille")));
    lines.clear();
    assertThrows(InvalidModelException.class, () -> Model.fromText("{}", options));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("ERROR")), lines::toString);
    lines.clear();
    options.log(LogLevel.ERROR, (level, line) -> lines.add(line));
    Model.fromText(Shared.SMALL, options).close();
    assertEquals(List.of(), lines);
  }

  @Test
  void whatTheLogThrowsComesOutOfTheCall() {
    LoadOptions options =
        new LoadOptions()
            .log(
                LogLevel.INFO,
                (level, line) -> {
                  throw new IllegalStateException("mine");
                });
    assertEquals(
        "mine",
        assertThrows(
                IllegalStateException.class, () -> Model.fromText(Shared.SMALL, options))
            .getMessage());
    assertThrows(IllegalStateException.class, () -> Model.fromText("{}", options));
  }

  @Test
  void aSessionGoesForthAndBack() {
    try (WhatIfSession session = small.whatIfSession()) {
      assertEquals(List.of(), session.fallen());
      assertFalse(session.undo());
      session.remove("skema");
      assertEquals(List.of("pligt"), session.fallen());
      assertFalse(session.stands("pligt"));
      assertTrue(session.stands("g"));
      assertEquals(small.whatBreaks("skema"), session.breaks());
      session.remove("g", "skema", "g");
      assertEquals(small.whatBreaks("skema", "g"), session.breaks());
      session.restore("skema");
      assertEquals(List.of("g"), session.breaks().removed());
      assertTrue(session.undo());
      assertEquals(List.of("pligt"), session.fallen());
      session.clear();
      assertEquals(small.whatBreaks(), session.breaks());
      session.remove();
      assertTrue(session.undo());
    }
  }

  @Test
  void aSessionRefusesAndDoesNothingThen() {
    try (WhatIfSession session = small.whatIfSession("sted", java.time.LocalDate.EPOCH)) {
      assertEquals(
          "remove[1]",
          assertThrows(
                  UnknownElementException.class, () -> session.remove("skema", "skemaer"))
              .at());
      assertEquals(List.of(), session.breaks().removed());
      assertEquals("sted", session.breaks().within());
      assertThrows(UnknownElementException.class, () -> session.restore("x"));
      assertThrows(UnknownElementException.class, () -> session.stands("x"));
    }
    assertThrows(InvalidQuestionException.class, () -> small.whatIfSession("skema", null));
  }
}
