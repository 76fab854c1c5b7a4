package dk.regelgraf;

import java.time.Duration;

/** How a store is opened; see {@link Store#open(String, StoreOptions)}. */
public final class StoreOptions {
  boolean readOnly;
  Duration waitFor = Duration.ofSeconds(10);

  /** Never write, not even snapshots. */
  public StoreOptions readOnly(boolean readOnly) {
    this.readOnly = readOnly;
    return this;
  }

  /** How long a call waits for another writer; ten seconds if not said. */
  public StoreOptions waitFor(Duration time) {
    waitFor = time;
    return this;
  }
}
