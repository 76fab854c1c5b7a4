package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A review of rules, and the gate for new ones. */
final class ReviewTest {
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
  private static final Map<String, ?> TOO_EARLY =
      Map.of(
          "event", "dispose",
          "on", LocalDate.of(2026, 6, 1),
          "disposition",
              Map.of("rule", "ugenotat", "what", "remove", "decided_by", "leder-udfoerer"));

  private static Model odder;

  @BeforeAll
  static void open() {
    odder = Model.open(Shared.ODDER);
  }

  @AfterAll
  static void close() {
    odder.close();
  }

  /** The review that the C++ tests tell, from its first event to its last. */
  private static Review story() {
    Review review = Review.begin(odder, "{\"id\": \"r\", \"name\": {\"da\": \"Prøve\"}}");
    String events = Shared.read(Shared.ROOT.resolve("tests/review/odder/events.jsonl"));
    for (String event : events.lines().toList()) {
      Applied came = review.apply(odder, event);
      assertTrue(came.applied());
      assertEquals(List.of(), came.refused());
      review.close();
      review = came.review();
    }
    return review;
  }

  @Test
  void aWholeReview() {
    try (Review review = story();
        Review again = Review.read(review.json())) {
      assertEquals(review.json(), again.json());
      ReviewStatus status = review.status(odder, DECEMBER);
      assertEquals(DECEMBER, status.date());
      assertTrue(status.closed());
      assertNull(status.next());
      assertEquals(7, status.steps().size());
      status.steps().forEach(step -> assertEquals("done", step.state()));
      assertEquals("socialchef", status.overrides().get(0).string("by"));
      assertEquals("still_in_model", status.warnings().get(1).code());
      assertEquals(List.of("ugenotat"), status.warnings().get(1).elements());
      assertEquals(status, again.status(odder, DECEMBER));
      assertTrue(status.toMap().containsKey("samskabt_styring"));

      List<ReviewReply> replies = review.replies(odder);
      assertEquals(
          List.of("bofaellesskab", "bostoette"),
          replies.stream().map(ReviewReply::unit).sorted().toList());
      assertTrue(replies.get(0).letter().da().startsWith("Til Bofællesskabet\n"));
      assertTrue(replies.get(0).sent());
      assertNull(replies.get(0).nominations());

      ReviewEvaluation evaluation = review.evaluation(odder);
      assertEquals(
          List.of("confirmed", "too_few"),
          evaluation.hours().stream().map(one -> one.string("verdict")).toList());
      assertEquals(new Hours(210, 360, 480), evaluation.hours().get(0).hours("freed"));
      assertEquals(new Hours(90, 120, 150), evaluation.ownHours());
      assertEquals("estimates", evaluation.payback().string("from"));
      assertEquals(List.of(), review.plans(odder));
    }
  }

  @Test
  void whatIsDecidedHasAPlan() {
    String events = Shared.read(Shared.ROOT.resolve("tests/review/odder/events.jsonl"));
    Review review = Review.begin(odder, Map.of("id", "r"));
    for (String event : events.lines().toList()) {
      if (!event.startsWith("{\"event\": \"implement\"")) {
        Applied came = review.apply(odder, event);
        review.close();
        review = came.review();
      }
    }
    List<ReviewPlan> plans = review.plans(odder, LocalDate.of(2026, 6, 25));
    assertEquals(List.of("leder-udfoerer"), plans.get(1).decidedBy());
    assertNull(plans.get(1).grant());
    assertEquals(List.of("ugenotat"), plans.get(1).plan().strings("removed"));
    assertFalse(plans.get(1).plan().details("steps").isEmpty());
    review.close();
  }

  @Test
  void aRefusalIsAnAnswer() {
    try (Review review = Review.begin(odder, Map.of("id", "r"));
        Applied came = review.apply(odder, TOO_EARLY)) {
      assertFalse(came.applied());
      assertEquals(review.json(), came.review().json());
      ReviewLack missing = came.refused().get(0);
      assertEquals("involvement_missing", missing.code());
      assertEquals("involvement_missing:i-med-regler", missing.key());
      assertTrue(missing.overridable());
      assertTrue(missing.text().en().startsWith("Before the decision this is missing"));
    }
  }

  @Test
  void whoCouldDecideInsteadIsNamed() {
    try (Review review = Review.begin(odder, Map.of("id", "r"));
        Applied came =
            review.apply(
                odder,
                Map.of(
                    "event", "dispose",
                    "on", "2026-06-01",
                    "disposition",
                        Map.of("rule", "ugenotat", "what", "remove", "decided_by", "vejleder")))) {
      ReviewLack missing =
          came.refused().stream()
              .filter(one -> one.code().equals("no_authority"))
              .findFirst()
              .orElseThrow();
      assertTrue(missing.deciders().contains(List.of("leder-udfoerer")), missing::toString);
    }
  }

  @Test
  void whatIsMissingBeforeTheNextStep() {
    try (Review review = Review.begin(odder, Map.of("id", "r"))) {
      ReviewStatus status = review.status(odder);
      assertNull(status.date());
      assertEquals("demand", status.next());
      assertEquals("no_commissioner", status.steps().get(0).missing().get(0).code());
    }
  }

  @Test
  void whatIsNoReviewIsAnError() {
    InvalidModelException refused =
        assertThrows(
            InvalidModelException.class,
            () -> Review.read(Map.of("regelgraf_review", 1, "id", 7)));
    assertEquals(2, refused.findings().size());
    assertThrows(InvalidModelException.class, () -> Review.begin(odder, "[]"));
    assertThrows(
        InvalidModelException.class, () -> Review.begin(odder, Map.of("id", "010190-1234")));
    try (Review review = Review.begin(odder, Map.of("id", "r"));
        Model small = Shared.small()) {
      assertThrows(InvalidModelException.class, () -> review.apply(odder, "{\"event\": 7}"));
      assertThrows(InvalidQuestionException.class, () -> review.status(small));
      assertThrows(InvalidQuestionException.class, () -> review.apply(small, TOO_EARLY));
      assertThrows(
          InvalidQuestionException.class,
          () -> review.status(odder, LocalDate.of(10000, 1, 1)));
      assertThrows(InvalidArgumentException.class, () -> review.apply(odder, (String) null));
    }
  }

  @Test
  void aReviewIsClosedInAnyOrder() {
    Model model = Model.open(Shared.ODDER);
    Review review = Review.begin(model, Map.of("id", "r"));
    Applied came = review.apply(model, TOO_EARLY);
    model.close();
    review.close();
    review.close();
    assertEquals(
        "the review is closed",
        assertThrows(InvalidArgumentException.class, review::json).message());
    assertThrows(InvalidArgumentException.class, () -> came.review().status(model));
    assertEquals("demand", came.review().status(odder).next());
    came.close();
    came.close();
    assertThrows(InvalidArgumentException.class, () -> came.review().json());
  }

  @Test
  void theGate() {
    Map<String, ?> rule =
        Map.of("id", "ny", "kind", "rule", "instrument", "procedure", "name", "Nyt skema");
    Proposal answer = odder.propose(Json.write(rule), LocalDate.of(2026, 6, 1));
    assertFalse(answer.ready());
    assertEquals(7, answer.demands().size());
    assertEquals(
        answer.demands().stream().filter(one -> !one.met()).count(), answer.questions().size());
    assertTrue(answer.agenda().da().startsWith("Forslag til ny regel: »Nyt skema«"));
    assertEquals(new Text("Nyt skema", "Nyt skema"), answer.name());
    assertEquals(LocalDate.of(2026, 6, 1), answer.date());
    assertEquals("not_ready", answer.toMap().get("verdict"));
    assertNull(odder.propose(rule).date());
    assertNull(
        odder
            .propose("{\"id\": \"ny\", \"kind\": \"rule\", \"instrument\": \"procedure\"}")
            .name());
    assertThrows(InvalidModelException.class, () -> odder.propose("{\"rule\": 7}"));
    assertThrows(
        InvalidQuestionException.class,
        () -> odder.propose(Json.write(rule), LocalDate.of(10000, 1, 1)));
  }
}
