package dk.regelgraf;

/** Whether an actor may. */
public enum Permission {
  NO,
  /** On others, on facts, or on how a unit distributes its work. It is not yes. */
  DEPENDS,
  YES;

  /** As JSON has it: true, false or "depends". */
  static Permission of(Object said) {
    return said instanceof Boolean may ? (may ? YES : NO) : DEPENDS;
  }

  /** By its number in C. */
  static Permission of(int number) {
    return number == Native.Permission.YES.value()
        ? YES
        : number == Native.Permission.NO.value() ? NO : DEPENDS;
  }
}
