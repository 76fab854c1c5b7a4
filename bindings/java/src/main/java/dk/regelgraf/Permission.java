package dk.regelgraf;

/** Whether an actor may. */
public enum Permission {
  NO,
  /** On others, on facts, or on how a unit distributes its work. It is not yes. */
  DEPENDS,
  YES;

  /** As JSON has it: true, false or "depends". */
  static Permission of(Object said) {
    return said instanceof Boolean ? ((Boolean) said ? YES : NO) : DEPENDS;
  }
}
