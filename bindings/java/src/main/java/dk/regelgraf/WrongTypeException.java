package dk.regelgraf;

/** A fact's value is not of the fact's type. */
public final class WrongTypeException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  WrongTypeException(Said said) {
    super(Status.WRONG_TYPE, said);
  }
}
