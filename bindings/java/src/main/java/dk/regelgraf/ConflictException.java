package dk.regelgraf;

import java.util.List;

/** Others have changed the same since a change set's {@code base}; nothing was recorded. */
public final class ConflictException extends RegelgrafException {
  private static final long serialVersionUID = 1;

  private final String[] conflicts;

  ConflictException(List<String> conflicts) {
    super(
        Status.INVALID_QUESTION,
        new Said(
            "others have changed the same: " + String.join(", ", conflicts),
            "base",
            "read what they changed, and give the newest state as base",
            List.of()));
    this.conflicts = conflicts.toArray(String[]::new);
  }

  /** What they changed, as "element g-27", "head". */
  public List<String> conflicts() {
    return List.of(conflicts);
  }
}
