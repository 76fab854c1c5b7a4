package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The zero-base review, and the few removals that free the most. */
final class KeepSetTest {
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

  private static KeepSetOptions options() {
    return new KeepSetOptions();
  }

  @Test
  void whatToKeep() {
    KeepSet all = small.keepSet();
    assertEquals(List.of(new KeptRule("skema", List.of("pligt"))), all.keep());
    assertEquals(List.of(), all.go());
    assertTrue(all.proven() && all.settled() && all.complete());
    assertEquals(0, all.gap());
    assertEquals("hours", all.objective());
    assertNull(all.date());
    assertFalse(all.text().da().isEmpty());

    LocalDate day = LocalDate.of(2026, 3, 1);
    KeepSet answer =
        odder.keepSet(
            options()
                .instruments(List.of("documentation_requirement"))
                .objective("count")
                .date(day)
                .limits(new Limits().deadline(Duration.ofMinutes(1))));
    assertEquals(day, answer.date());
    assertEquals("count", answer.objective());
    assertEquals(answer.keep().size(), answer.bound());
    assertTrue(answer.go().stream().map(GoneRule::id).toList().contains("ugenotat"));
    assertEquals(
        odder.ask(
            Map.of(
                "ask", "keep_set",
                "scope", Map.of("instruments", List.of("documentation_requirement")),
                "objective", "count",
                "date", day)),
        answer.toMap());
  }

  @Test
  void theScopeIsWhatMatchesAllThatIsGiven() {
    KeepSet answer =
        odder.keepSet(
            options()
                .ids(List.of("ugenotat", "delmaal"))
                .issuers(List.of("leder-udfoerer"))
                .tiers(List.of("workplace"))
                .repealableBy("leder-udfoerer"));
    assertEquals(List.of("ugenotat"), answer.go().stream().map(GoneRule::id).toList());
    assertEquals(new Hours(260, 416, 520), answer.hoursGone());
    assertEquals(new Hours(0, 0, 0), answer.hours());
    KeepSet kept =
        odder.keepSet(options().ids(List.of("ugenotat")).keep(List.of("ugenotat")));
    assertEquals(
        List.of(new KeptRule("ugenotat", List.of("ugenotat"))), kept.keep());
    assertTrue(
        odder.keepSet(options().matters(List.of("27"))).go().size()
            < odder.keepSet().go().size());
  }

  @Test
  void theFewRemovalsThatFreeTheMost() {
    BestRemovals answer = odder.bestRemovals(2);
    assertEquals(2, answer.atMost());
    assertEquals(2, answer.remove().size());
    assertTrue(answer.proven() && answer.complete());
    assertEquals(answer.bound(), answer.hours().likely(), 1e-9);
    assertEquals(
        odder.ask(Map.of("ask", "best_removals", "scope", Map.of(), "at_most", 2)),
        answer.toMap());
    assertEquals(
        List.of("ugenotat"),
        odder.bestRemovals(9, options().ids(List.of("ugenotat"))).remove().stream()
            .map(GoneRule::id)
            .toList());
  }

  @Test
  void whatCannotBeAsked() {
    assertThrows(
        InvalidQuestionException.class, () -> small.keepSet(options().ids(List.of())));
    assertThrows(
        InvalidQuestionException.class, () -> small.keepSet(options().objective("money")));
    assertThrows(
        InvalidQuestionException.class,
        () -> small.bestRemovals(1, options().objective("count")));
    assertThrows(InvalidQuestionException.class, () -> small.bestRemovals(0));
    assertThrows(
        UnknownElementException.class, () -> small.keepSet(options().keep(List.of("ingen"))));
    assertThrows(
        UnknownElementException.class, () -> small.keepSet(options().repealableBy("ingen")));
    assertThrows(
        InvalidQuestionException.class,
        () -> small.keepSet(options().date(LocalDate.of(10000, 1, 1))));
    CancelToken token = new CancelToken();
    token.cancel();
    KeepSetOptions ended = options().limits(new Limits().cancel(token));
    assertThrows(CancelledException.class, () -> small.keepSet(ended));
    assertThrows(CancelledException.class, () -> small.bestRemovals(1, ended));
    Model closed = Shared.small();
    closed.close();
    assertThrows(InvalidArgumentException.class, closed::keepSet);
  }

  @Test
  void theBestThatWasFoundWhenTheTimeRanOut() {
    KeepSet answer =
        odder.keepSet(options().limits(new Limits().deadline(Duration.ZERO)));
    assertFalse(answer.complete());
    assertFalse(answer.proven());
  }
}
