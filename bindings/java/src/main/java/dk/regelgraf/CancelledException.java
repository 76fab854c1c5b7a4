package dk.regelgraf;

/** Stopped by the caller. */
public final class CancelledException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  CancelledException(Said said) {
    super(Status.CANCELLED, said);
  }
}
