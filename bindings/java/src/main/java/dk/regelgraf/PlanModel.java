package dk.regelgraf;

/**
 * A model made of a delegation plan.
 *
 * @param model yours to close
 * @param findings what in the table is worth a look
 */
public record PlanModel(Model model, PlanFindings findings) implements AutoCloseable {
  /** Closes the model. */
  @Override
  public void close() {
    model.close();
  }
}
