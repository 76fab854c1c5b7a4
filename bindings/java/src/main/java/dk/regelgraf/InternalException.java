package dk.regelgraf;

/** A defect in regelgraf: please report it, with the message. */
public final class InternalException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  InternalException(Said said) {
    super(Status.INTERNAL, said);
  }
}
