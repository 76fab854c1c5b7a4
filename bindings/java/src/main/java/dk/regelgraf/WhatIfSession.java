package dk.regelgraf;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A set of removed elements over a model, changed step by step; see {@link Model#whatIfSession}.
 * Each step costs what falls or rises with it, not the model. One thread at a time; any number of
 * sessions over one model, which may be closed meanwhile.
 */
public final class WhatIfSession extends Held {
  WhatIfSession(Pointer session) {
    super("session", session, Native::rg_session_free);
  }

  /**
   * Take out these elements, all in one step. Repeats count once, what is out stays out.
   *
   * @throws UnknownElementException and has done nothing then
   */
  public void remove(String... ids) {
    try (Calls.Texts listed = Calls.Texts.of(Arrays.asList(ids), "remove");
        Handle.Use session = handle.use()) {
      Calls.call(
          error ->
              Native.rg_session_remove(
                  session.pointer(), listed.pointer(), listed.count(), error));
    }
  }

  /** Put one element back: a step, without effect where it is not out. */
  public void restore(String id) {
    byte[] element = Calls.utf8(id, "restore");
    try (Handle.Use session = handle.use()) {
      Calls.call(error -> Native.rg_session_restore(session.pointer(), element, error));
    }
  }

  /** Take back the last step that was not taken back; false: there was none. */
  public boolean undo() {
    int[] undone = new int[1];
    try (Handle.Use session = handle.use()) {
      Calls.call(error -> Native.rg_session_undo(session.pointer(), undone, error));
    }
    return undone[0] != 0;
  }

  /** Take back all steps. */
  public void clear() {
    try (Handle.Use session = handle.use()) {
      Calls.call(error -> Native.rg_session_clear(session.pointer(), error));
    }
  }

  /** Does this element stand now? */
  public boolean stands(String id) {
    byte[] element = Calls.utf8(id, "element");
    int[] stands = new int[1];
    try (Handle.Use session = handle.use()) {
      Calls.call(error -> Native.rg_session_stands(session.pointer(), element, stands, error));
    }
    return stands[0] != 0;
  }

  /** What stood, stands no longer, and was not removed: in order of id. */
  public List<String> fallen() {
    long[] count = new long[1];
    long[] length = new long[1];
    List<String> fallen = new ArrayList<>();
    try (Handle.Use session = handle.use()) {
      Calls.call(error -> Native.rg_session_fallen_count(session.pointer(), count, error));
      for (long i = 0; i < count[0]; ++i) {
        Pointer id = Native.rg_session_fallen_id(session.pointer(), i, length);
        fallen.add(Calls.text(id, length[0]));
      }
    }
    return Collections.unmodifiableList(fallen);
  }

  /** Every effect, as {@link Model#whatBreaks} gives it for what is out now. */
  public Breaks breaks() {
    try (Handle.Use session = handle.use()) {
      Pointer breaks =
          Calls.made((out, error) -> Native.rg_session_breaks(session.pointer(), out, error));
      return Breaks.of(Calls.json(breaks, Native::rg_breaks_json, Native::rg_breaks_free));
    }
  }
}
