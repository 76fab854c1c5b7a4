package dk.regelgraf;

import java.util.List;

/** The question has not the documented form. */
public final class InvalidQuestionException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  InvalidQuestionException(Said said) {
    super(Status.INVALID_QUESTION, said);
  }

  InvalidQuestionException(String message, String at) {
    this(new Said(message, at, "", List.of()));
  }
}
