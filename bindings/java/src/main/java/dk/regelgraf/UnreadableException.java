package dk.regelgraf;

/** A file cannot be read, or not be written. */
public final class UnreadableException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  UnreadableException(Said said) {
    super(Status.UNREADABLE, said);
  }
}
