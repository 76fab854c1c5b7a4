package dk.regelgraf;

/** How weighty a line of the log is. */
public enum LogLevel {
  /** What was done: a model and its layers, how many elements. */
  INFO(Native.LogLevel.INFO),
  /** Worth a look: a finding that does not forbid the model. */
  WARNING(Native.LogLevel.WARNING),
  /** A finding that forbids the model. */
  ERROR(Native.LogLevel.ERROR);

  final int number;

  LogLevel(Native.LogLevel number) {
    this.number = number.value();
  }

  /** ERROR for a level that this package does not know. */
  static LogLevel of(int number) {
    for (LogLevel level : values()) {
      if (level.number == number) {
        return level;
      }
    }
    return ERROR;
  }
}
