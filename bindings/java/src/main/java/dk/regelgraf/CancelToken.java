package dk.regelgraf;

/** A switch that ends the calls it was given to; throw it from any thread. */
public final class CancelToken {
  final Handle handle =
      new Handle("token", Calls.made(Native::rg_cancel_new), Native::rg_cancel_free);

  /** A switch that is not thrown. */
  public CancelToken() {
    handle.ownedBy(this);
  }

  /** End the calls, now and later: they throw CancelledException. For good: make a new one. */
  public void cancel() {
    try (Handle.Use token = handle.use()) {
      Native.rg_cancel_trigger(token.pointer());
    }
  }

  /** Whether it was thrown. */
  public boolean isCancelled() {
    try (Handle.Use token = handle.use()) {
      return Native.rg_cancel_is_triggered(token.pointer()) != 0;
    }
  }
}
