package dk.regelgraf;

import com.sun.jna.Pointer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A review of a municipality's own rules: one JSON document that only grows. It never changes, and
 * any number of threads may use it; an event gives another one.
 *
 * <p>It keeps no model: each call is given the one that the review is about, and throws
 * InvalidQuestionException where it is given another. The fields of the document are in
 * src/review/REVIEW.md; heads, events and documents are taken as a Map or as JSON.
 */
public final class Review extends Held {
  private Review(Pointer review) {
    super("review", review, Native::rg_review_free);
  }

  /**
   * A new review about this model.
   *
   * @param head the document without rows: {@code id}, perhaps {@code name} and more
   * @throws InvalidModelException with every finding where it has not the form
   */
  public static Review begin(Model model, String head) {
    byte[] given = Calls.bytes(head, "head");
    try (Handle.Use about = model.handle.use()) {
      return new Review(
          Calls.made(
              (out, error) ->
                  Native.rg_review_begin(about.pointer(), given, given.length, out, error)));
    }
  }

  /** As {@link #begin(Model, String)}. */
  public static Review begin(Model model, Map<String, ?> head) {
    return begin(model, Json.write(head));
  }

  /**
   * Read a review.
   *
   * @throws InvalidModelException with every finding where it has not the form
   */
  public static Review read(String text) {
    byte[] given = Calls.bytes(text, "text");
    return new Review(
        Calls.made((out, error) -> Native.rg_review_read(given, given.length, out, error)));
  }

  /** As {@link #read(String)}. */
  public static Review read(Map<String, ?> document) {
    return read(Json.write(document));
  }

  /** The review as canonical JSON: keys sorted, rows in their order. */
  public String json() {
    try (Handle.Use review = handle.use()) {
      return Calls.taken((out, error) -> Native.rg_review_json(review.pointer(), out, error));
    }
  }

  /**
   * The review with an event in it, or everything that the graph has against it. A refusal is an
   * answer.
   *
   * @throws InvalidModelException with every finding where the event has not the form
   */
  public Applied apply(Model model, String event) {
    byte[] given = Calls.bytes(event, "event");
    int[] applied = new int[1];
    long[] after = new long[1];
    try (Handle.Use review = handle.use();
        Handle.Use about = model.handle.use()) {
      String answer =
          Calls.taken(
              (out, error) ->
                  Native.rg_review_apply(
                      review.pointer(),
                      about.pointer(),
                      given,
                      given.length,
                      applied,
                      after,
                      out,
                      error));
      return new Applied(
          new Review(Calls.pointer(after)),
          applied[0] != 0,
          ReviewLack.all(Detail.of(answer), "refused"));
    }
  }

  /** As {@link #apply(Model, String)}. */
  public Applied apply(Model model, Map<String, ?> event) {
    return apply(model, Json.write(event));
  }

  /** How far has it come when all that has an end is over, and what is missing? */
  public ReviewStatus status(Model model) {
    return status(model, null);
  }

  /** As {@link #status(Model)}, on a day. */
  public ReviewStatus status(Model model, LocalDate date) {
    return ReviewStatus.of(ask(Native::rg_review_status, model, date));
  }

  /** A letter to each unit that nominated something: what became of it, and why. */
  public List<ReviewReply> replies(Model model) {
    return replies(model, null);
  }

  /** As {@link #replies(Model)}, on a day. */
  public List<ReviewReply> replies(Model model, LocalDate date) {
    Detail said = Detail.of(ask(Native::rg_review_replies, model, date));
    return said.details("replies").stream().map(ReviewReply::of).toList();
  }

  /** What came of it: hours, results, its own cost, what did not happen, lessons. */
  public ReviewEvaluation evaluation(Model model) {
    return evaluation(model, null);
  }

  /** As {@link #evaluation(Model)}, on a day. */
  public ReviewEvaluation evaluation(Model model, LocalDate date) {
    return ReviewEvaluation.of(ask(Native::rg_review_evaluation, model, date));
  }

  /** How the removals that were decided are carried out, group by group. */
  public List<ReviewPlan> plans(Model model) {
    return plans(model, null);
  }

  /** As {@link #plans(Model)}, on a day. */
  public List<ReviewPlan> plans(Model model, LocalDate date) {
    Detail said = Detail.of(ask(Native::rg_review_plans, model, date));
    return said.details("plans").stream().map(ReviewPlan::of).toList();
  }

  @FunctionalInterface
  private interface Asking {
    int call(Pointer review, Pointer model, byte[] date, long[] out, long[] error);
  }

  private String ask(Asking how, Model model, LocalDate date) {
    byte[] day = Calls.optional(date);
    try (Handle.Use review = handle.use();
        Handle.Use about = model.handle.use()) {
      return Calls.taken(
          (out, error) -> how.call(review.pointer(), about.pointer(), day, out, error));
    }
  }
}
