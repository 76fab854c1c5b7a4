package dk.regelgraf;

import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.util.function.Consumer;

/** What holds a native object: freed when it is closed, or forgotten. */
abstract class Held implements AutoCloseable {
  final Handle handle;
  private final Cleaner.Cleanable cleanable;

  Held(String what, Pointer pointer, Consumer<long[]> free) {
    handle = new Handle(what, pointer, free);
    cleanable = handle.ownedBy(this);
  }

  /** Let go of it; calls under way are finished first. Closing twice is fine. */
  @Override
  public void close() {
    cleanable.clean();
  }
}
