package dk.regelgraf;

/** How weighty a line of the log is. */
public enum LogLevel {
  /** What was done: a model and its layers, how many elements. */
  INFO(Native.RG_LOG_INFO),
  /** Worth a look: a finding that does not forbid the model. */
  WARNING(Native.RG_LOG_WARNING),
  /** A finding that forbids the model. */
  ERROR(Native.RG_LOG_ERROR);

  final int number;

  LogLevel(int number) {
    this.number = number;
  }

  /** ERROR for a level that this package does not know. */
  static LogLevel of(int number) {
    return number >= 0 && number < values().length ? values()[number] : ERROR;
  }
}
