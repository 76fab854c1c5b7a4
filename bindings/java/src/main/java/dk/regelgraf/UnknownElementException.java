package dk.regelgraf;

/** An id that the model does not have; the message names the nearest. */
public final class UnknownElementException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  UnknownElementException(Said said) {
    super(Status.UNKNOWN_ELEMENT, said);
  }
}
