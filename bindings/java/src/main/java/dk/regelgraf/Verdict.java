package dk.regelgraf;

/** What the answer to "who decides?" comes to. */
public enum Verdict {
  /** The first option's holder decides. */
  COMPETENT,
  /** Several together. */
  JOINT,
  /** It depends on something the question does not tell. */
  CONDITIONAL,
  /** Nothing specific was recorded: by general competence. */
  RESIDUAL,
  /** There would be somebody but for a prohibition. */
  BARRED,
  /** Nobody is recorded. */
  NOBODY,
  /** A verdict that this package does not know; the answer's JSON has its name. */
  OTHER;

  static Verdict of(String name) {
    for (Verdict verdict : values()) {
      if (verdict.toString().equals(name)) {
        return verdict;
      }
    }
    return OTHER;
  }

  /** As the answer has it, "competent". */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
