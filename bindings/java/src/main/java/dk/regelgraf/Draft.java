package dk.regelgraf;

import com.sun.jna.Pointer;
import java.util.Map;

/**
 * A model while it is being built or changed: elements of one layer by id. It may be wrong; nothing
 * can be asked of it. One thread at a time. Heads and elements are as in a model file, as a Map or
 * as JSON.
 */
public final class Draft extends Held {
  private Draft(Pointer draft) {
    super("draft", draft, Native::rg_draft_free);
  }

  /**
   * A draft without elements.
   *
   * @param head the value of {@code model} in a model file, with {@code id} at least; the layers
   *     that {@code extends} names are loaded now
   */
  public static Draft of(String head) {
    return of(head, null);
  }

  /** As {@link #of(String)}. */
  public static Draft of(Map<String, ?> head) {
    return of(Json.write(head), null);
  }

  /** As {@link #of(String)}; the options say whether personal data is let pass in all added. */
  public static Draft of(String head, LoadOptions options) {
    byte[] given = Calls.bytes(head, "head");
    return LoadOptions.loading(
        options,
        load ->
            new Draft(
                Calls.made(
                    (out, error) ->
                        Native.rg_draft_new(given, given.length, load, out, error))));
  }

  static Draft of(Model model) {
    try (Handle.Use of = model.handle.use()) {
      return new Draft(
          Calls.made((out, error) -> Native.rg_draft_from_model(of.pointer(), out, error)));
    }
  }

  /** Replace the head: a new name or edition. {@code extends} must name what it named. */
  public Draft setHead(String head) {
    byte[] given = Calls.bytes(head, "head");
    try (Handle.Use draft = handle.use()) {
      Calls.call(
          error -> Native.rg_draft_set_head(draft.pointer(), given, given.length, error));
    }
    return this;
  }

  /** As {@link #setHead(String)}. */
  public Draft setHead(Map<String, ?> head) {
    return setHead(Json.write(head));
  }

  /**
   * Add an element, or put it in the place of the one with its id. What it names need not be there
   * yet.
   *
   * @return whether there was one with that id
   * @throws InvalidModelException no such element can be; the draft is as before
   */
  public boolean add(String element) {
    byte[] given = Calls.bytes(element, "element");
    int[] replaced = new int[1];
    try (Handle.Use draft = handle.use()) {
      Calls.call(
          error ->
              Native.rg_draft_add(draft.pointer(), given, given.length, replaced, error));
    }
    return replaced[0] != 0;
  }

  /** As {@link #add(String)}. */
  public boolean add(Map<String, ?> element) {
    return add(Json.write(element));
  }

  /**
   * Take the element out.
   *
   * @throws UnknownElementException the draft has none; those of layers below stay as they are
   */
  public void remove(String id) {
    byte[] given = Calls.bytes(id, "id");
    try (Handle.Use draft = handle.use()) {
      Calls.call(error -> Native.rg_draft_remove(draft.pointer(), given, given.length, error));
    }
  }

  /** How many elements, without those of layers below. */
  public int size() {
    try (Handle.Use draft = handle.use()) {
      return Math.toIntExact(Native.rg_draft_element_count(draft.pointer()));
    }
  }

  /** Make a model of the draft, which stays as it is. Throws InvalidModelException, with all. */
  public Model freeze() {
    return freeze(null);
  }

  /** As {@link #freeze()}, within limits. */
  public Model freeze(Limits limits) {
    return Limits.within(
        limits,
        within -> {
          try (Handle.Use draft = handle.use()) {
            return new Model(
                Calls.made(
                    (out, error) ->
                        Native.rg_draft_freeze(draft.pointer(), within, out, error)));
          }
        });
  }
}
