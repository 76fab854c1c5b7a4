package dk.regelgraf;

import java.util.List;

/** Over a stated limit. */
public final class TooLargeException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  TooLargeException(Said said) {
    super(Status.TOO_LARGE, said);
  }

  TooLargeException(String message, String at) {
    this(new Said(message, at, "", List.of()));
  }
}
