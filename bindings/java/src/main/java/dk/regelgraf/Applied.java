package dk.regelgraf;

import java.util.List;

/**
 * What came of an event; see {@link Review#apply(Model, String)}.
 *
 * @param review yours to close: with the event in it, or as it was where that was refused
 * @param applied whether the event is in it
 * @param refused everything that speaks against the event; empty where it was applied
 */
public record Applied(Review review, boolean applied, List<ReviewLack> refused)
    implements AutoCloseable {
  /** Closes the review. */
  @Override
  public void close() {
    review.close();
  }
}
