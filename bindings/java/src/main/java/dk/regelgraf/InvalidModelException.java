package dk.regelgraf;

/** The input is no model: see {@link #findings}. */
public final class InvalidModelException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  InvalidModelException(Said said) {
    super(Status.INVALID_MODEL, said);
  }
}
