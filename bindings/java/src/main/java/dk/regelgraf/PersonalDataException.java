package dk.regelgraf;

/** Text that looks like a CPR number; it is not repeated. */
public final class PersonalDataException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  PersonalDataException(Said said) {
    super(Status.PERSONAL_DATA, said);
  }
}
