package dk.regelgraf;

import java.util.List;

/** A value that is no text, something closed. */
public final class InvalidArgumentException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  InvalidArgumentException(Said said) {
    super(Status.INVALID_ARGUMENT, said);
  }

  InvalidArgumentException(String message, String at) {
    this(new Said(message, at, "", List.of()));
  }
}
