package dk.regelgraf;

/** The statuses of the C ABI ({@code RG_...}) that say what went wrong. */
public enum Status {
  INVALID_ARGUMENT(Native.Status.INVALID_ARGUMENT),
  INVALID_QUESTION(Native.Status.INVALID_QUESTION),
  UNKNOWN_ELEMENT(Native.Status.UNKNOWN_ELEMENT),
  WRONG_TYPE(Native.Status.WRONG_TYPE),
  INVALID_MODEL(Native.Status.INVALID_MODEL),
  UNREADABLE(Native.Status.UNREADABLE),
  PERSONAL_DATA(Native.Status.PERSONAL_DATA),
  TOO_LARGE(Native.Status.TOO_LARGE),
  CANCELLED(Native.Status.CANCELLED),
  OUT_OF_MEMORY(Native.Status.OUT_OF_MEMORY),
  INTERNAL(Native.Status.INTERNAL);

  private final int number;

  Status(Native.Status number) {
    this.number = number.value();
  }

  /** INTERNAL for a number that this package does not know. */
  static Status of(int number) {
    for (Status status : values()) {
      if (status.number == number) {
        return status;
      }
    }
    return INTERNAL;
  }

  /** By its name in an answer's error, as "unknown_element"; INTERNAL for one not known. */
  static Status of(String code) {
    for (Status status : values()) {
      if (status.name().equalsIgnoreCase(code)) {
        return status;
      }
    }
    return INTERNAL;
  }
}
