package dk.regelgraf;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;

/** How long a call may take, who may stop it, who wants to see it going on. */
public final class Limits {
  private CancelToken cancel;
  private Duration deadline;
  private Progress progress;

  /** The switch that ends the call. */
  public Limits cancel(CancelToken token) {
    cancel = token;
    return this;
  }

  /**
   * How long from the start of each call. Then questions that can (rank, whatMay, keepSet,
   * bestRemovals) answer what they have and are not complete; others throw CancelledException.
   */
  public Limits deadline(Duration deadline) {
    this.deadline = deadline;
    return this;
  }

  /** Whom to tell how far the call has come. */
  public Limits progress(Progress progress) {
    this.progress = progress;
    return this;
  }

  /** A call with an rg_limits, which is null where nothing is limited. */
  static <T> T within(Limits limits, Function<Pointer, T> call) {
    if (limits == null
        || limits.cancel == null && limits.deadline == null && limits.progress == null) {
      return call.apply(null);
    }
    long[] held = Calls.held(Native::rg_limits_new);
    Teller teller = limits.progress == null ? null : new Teller(limits.progress);
    try {
      limits.set(Calls.pointer(held), teller);
      return call.apply(Calls.pointer(held));
    } catch (CancelledException cancelled) {
      if (teller != null) {
        rethrow(teller.thrown);
      }
      throw cancelled;
    } finally {
      Native.rg_limits_free(held);
      Reference.reachabilityFence(teller);
    }
  }

  private void set(Pointer limits, Teller teller) {
    if (cancel != null) {
      try (Handle.Use token = cancel.handle.use()) {
        Native.rg_limits_set_cancel(limits, token.pointer());
      }
    }
    if (deadline != null) {
      double seconds = Calls.seconds(deadline);
      Calls.call(error -> Native.rg_limits_set_seconds(limits, seconds, error));
    }
    if (teller != null) {
      Native.rg_limits_set_progress(limits, teller, null);
    }
  }

  /** Throws {@code thrown} as it is, if there is one. */
  @SuppressWarnings("unchecked")
  static <E extends Throwable> void rethrow(Throwable thrown) throws E {
    if (thrown != null) {
      throw (E) thrown;
    }
  }

  /** A Progress as the C ABI asks for it: nothing may be thrown across the border. */
  private static final class Teller implements Native.Progress {
    private final Progress progress;
    private Throwable thrown;

    Teller(Progress progress) {
      this.progress = progress;
    }

    @Override
    public int invoke(Pointer stage, long done, long total, Pointer data) {
      try {
        OptionalLong of = total == 0 ? OptionalLong.empty() : OptionalLong.of(total);
        return progress.tell(Calls.text(stage), done, of) ? 1 : 0;
      } catch (Throwable caught) {
        thrown = caught;
        return 0;
      }
    }
  }
}
