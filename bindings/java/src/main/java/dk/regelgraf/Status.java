package dk.regelgraf;

/** The statuses of the C ABI ({@code RG_...}) that say what went wrong. */
public enum Status {
  INVALID_ARGUMENT(Native.RG_INVALID_ARGUMENT),
  INVALID_QUESTION(Native.RG_INVALID_QUESTION),
  UNKNOWN_ELEMENT(Native.RG_UNKNOWN_ELEMENT),
  WRONG_TYPE(Native.RG_WRONG_TYPE),
  INVALID_MODEL(Native.RG_INVALID_MODEL),
  UNREADABLE(Native.RG_UNREADABLE),
  PERSONAL_DATA(Native.RG_PERSONAL_DATA),
  TOO_LARGE(Native.RG_TOO_LARGE),
  CANCELLED(Native.RG_CANCELLED),
  OUT_OF_MEMORY(Native.RG_OUT_OF_MEMORY),
  INTERNAL(Native.RG_INTERNAL);

  private final int number;

  Status(int number) {
    this.number = number;
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
