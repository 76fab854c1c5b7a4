package dk.regelgraf;

import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A native object, freed once and never while a call uses it. */
final class Handle {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int CLOSED = Integer.MIN_VALUE;

  private final String what;
  private final Pointer pointer;
  private final long[] held;
  private final Consumer<long[]> free;

  /** How many calls use it now; with CLOSED added when no more may come. */
  private final AtomicInteger users = new AtomicInteger();

  /** {@code what}: its name in "the ... is closed"; {@code free}: the `_free` of its type. */
  Handle(String what, Pointer pointer, Consumer<long[]> free) {
    this.what = what;
    this.pointer = pointer;
    this.held = new long[] {Pointer.nativeValue(pointer)};
    this.free = free;
  }

  /** Have {@link #close} called when {@code owner} is no longer reachable, or is told to clean. */
  Cleaner.Cleanable ownedBy(Object owner) {
    return CLEANER.register(owner, this::close);
  }

  /** For one call: {@code try (Use model = handle.use())}. */
  Use use() {
    int now = users.get();
    while (true) {
      if (now < 0) {
        throw new InvalidArgumentException("the " + what + " is closed", "");
      }
      if (users.compareAndSet(now, now + 1)) {
        return new Use();
      }
      now = users.get();
    }
  }

  /** No more calls; the last one under way frees. */
  void close() {
    if (users.getAndUpdate(now -> now | CLOSED) == 0) {
      free.accept(held);
    }
  }

  final class Use implements AutoCloseable {
    Pointer pointer() {
      return pointer;
    }

    @Override
    public void close() {
      if (users.decrementAndGet() == CLOSED) {
        free.accept(held);
      }
    }
  }
}
