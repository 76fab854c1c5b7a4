package dk.regelgraf;

/**
 * A change set that was recorded.
 *
 * @param entry who, when and why
 * @param rebased others had recorded since its {@code base}, and nothing that it touches
 */
public record CommitResult(StoreEntry entry, boolean rebased) {}
