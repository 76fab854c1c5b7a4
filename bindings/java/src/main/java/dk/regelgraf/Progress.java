package dk.regelgraf;

import java.util.OptionalLong;

/**
 * Told how far a call has come, in the calling thread, some ten times a second at most. What it
 * throws ends the call and comes out of it.
 */
@FunctionalInterface
public interface Progress {
  /**
   * Whether the call is to go on; if not, it throws CancelledException.
   *
   * @param stage what is going on, as "rank"
   * @param done of {@code total}
   * @param total empty: not known
   */
  boolean tell(String stage, long done, OptionalLong total);
}
