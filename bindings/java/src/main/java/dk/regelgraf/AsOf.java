package dk.regelgraf;

import java.time.LocalDate;

/**
 * A model with the day to ask it with.
 *
 * @param model yours to close
 * @param validOn to be given to every question as its date; null: the last state
 * @param entry the entry that made the state
 */
public record AsOf(Model model, LocalDate validOn, StoreEntry entry) implements AutoCloseable {
  /** Closes the model. */
  @Override
  public void close() {
    model.close();
  }
}
