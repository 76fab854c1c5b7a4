package dk.regelgraf;

/**
 * Told what happens while a model is made, in the calling thread. What it throws comes out of the
 * call when the call is over.
 */
@FunctionalInterface
public interface Log {
  /** One English line, without a newline. */
  void line(LogLevel level, String message);
}
