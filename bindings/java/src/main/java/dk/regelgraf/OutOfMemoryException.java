package dk.regelgraf;

/** No memory was left. */
public final class OutOfMemoryException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  OutOfMemoryException(Said said) {
    super(Status.OUT_OF_MEMORY, said);
  }
}
