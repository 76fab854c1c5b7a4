package dk.regelgraf;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A store: every state of a model that was ever recorded, by whom, when and why, in an SQLite file
 * or a PostgreSQL database. Any thread may use it; calls wait for each other, and to read at the
 * same time one opens it several times.
 *
 * <p>States are numbered from 1; where 0 may be given it is the newest. What is asked {@code
 * recordedBy} a moment is answered by what was recorded then; by a day, by all of it, in UTC.
 *
 * <p>What is wrong with a store throws UnreadableException, whose {@code at} is the reason:
 * missing, foreign, version, damaged, read_only, full, unreachable, unsupported. That another
 * writer had it for as long as a call waits throws CancelledException with {@code at} "busy".
 */
public final class Store extends Held {
  private Store(Pointer store) {
    super("store", store, Native::rg_store_free);
  }

  /** Make a new, empty store; the file must not be there yet. */
  public static Store init(Path path) {
    return init(path.toString());
  }

  /**
   * Make a new, empty store.
   *
   * @param where the path of an SQLite file, which must not be there yet; {@code postgresql://...};
   *     or {@code :memory:}, which goes with the object
   */
  public static Store init(String where) {
    return init(where, new StoreOptions().waitFor);
  }

  /** As {@link #init(String)}; {@code waitFor}: how long a call waits for another writer. */
  public static Store init(String where, Duration waitFor) {
    byte[] given = Calls.bytes(where, "where");
    double seconds = Calls.seconds(waitFor);
    return new Store(
        Calls.made(
            (out, error) -> Native.rg_store_init(given, given.length, seconds, out, error)));
  }

  /** Open a store. One of an earlier version is brought forward first, unless it is only read. */
  public static Store open(Path path) {
    return open(path.toString());
  }

  /** As {@link #open(Path)}. */
  public static Store open(Path path, StoreOptions options) {
    return open(path.toString(), options);
  }

  /** As {@link #open(Path)}, where {@link #init(String)} may make one. */
  public static Store open(String where) {
    return open(where, new StoreOptions());
  }

  /** As {@link #open(String)}. */
  public static Store open(String where, StoreOptions options) {
    byte[] given = Calls.bytes(where, "where");
    int readOnly = options.readOnly ? 1 : 0;
    double seconds = Calls.seconds(options.waitFor);
    return new Store(
        Calls.made(
            (out, error) ->
                Native.rg_store_open(given, given.length, readOnly, seconds, out, error)));
  }

  /**
   * Record a change set (src/store/README.md), whole.
   *
   * @throws ConflictException others have changed the same since its {@code base}
   * @throws InvalidModelException with every finding: the model would have errors, or the text is
   *     no change set
   * @throws InvalidQuestionException who, when or why is missing, or the time is before the newest
   *     entry's
   */
  public CommitResult commit(String change) {
    return commit(change, null);
  }

  /** As {@link #commit(String)}. */
  public CommitResult commit(Map<String, ?> change) {
    return commit(Json.write(change), null);
  }

  /** As {@link #commit(String)}, with the layers the options name; the options may be null. */
  public CommitResult commit(String change, LoadOptions options) {
    byte[] given = Calls.bytes(change, "change");
    Detail said =
        LoadOptions.loading(
            options,
            load ->
                ask(
                    (store, out, error) ->
                        Native.rg_store_commit(
                            store, given, given.length, load, out, error)));
    if (said.is("recorded")) {
      return new CommitResult(StoreEntry.of(said.detail("entry")), said.is("rebased"));
    }
    List<String> conflicts = said.strings("conflicts");
    if (!conflicts.isEmpty()) {
      throw new ConflictException(conflicts);
    }
    throw new InvalidModelException(
        new RegelgrafException.Said(
            "the model would have errors",
            "",
            "mend what the findings name: each has advice of its own",
            said.details("findings").stream().map(SourceFinding::of).toList()));
  }

  /** The number of the newest state; 0: nothing is recorded. Cheap, for polling. */
  public long state() {
    long[] state = new long[1];
    try (Handle.Use store = handle.use()) {
      Calls.call(error -> Native.rg_store_state(store.pointer(), state, error));
    }
    return state[0];
  }

  /** All entries, oldest first. */
  public List<StoreEntry> log() {
    return log(new LogQuery());
  }

  /** Some of the entries, oldest first. */
  public List<StoreEntry> log(LogQuery query) {
    byte[] element = Calls.optional(query.element, "element");
    Detail said =
        ask(
            (store, out, error) ->
                Native.rg_store_log(
                    store, query.after, element, query.recordedBy, out, error));
    return said.details("log").stream().map(StoreEntry::of).toList();
  }

  /** The newest entry, with its changes. */
  public StoreEntry entry() {
    return entry(0);
  }

  /** The entry that made a state, with its changes; throws UnknownElementException. */
  public StoreEntry entry(long state) {
    long number = number(state, "state");
    return StoreEntry.of(
        ask((store, out, error) -> Native.rg_store_entry(store, number, out, error)));
  }

  /** The newest model. Throws UnknownElementException where nothing is recorded. */
  public AsOf model() {
    return model(null, (byte[]) null);
  }

  /** The newest model, and {@code validOn}, the day to ask it with (virkning). */
  public AsOf model(LocalDate validOn) {
    return model(validOn, (byte[]) null);
  }

  /**
   * The model as it was recorded by then (registrering), and the day to ask it with (virkning).
   *
   * @param validOn may be null: the model's last state
   * @throws UnknownElementException nothing was recorded by then
   */
  public AsOf model(LocalDate validOn, Instant recordedBy) {
    return model(validOn, moment(recordedBy));
  }

  /** As {@link #model(LocalDate, Instant)}, as it was recorded by the end of a day. */
  public AsOf model(LocalDate validOn, LocalDate recordedBy) {
    return model(validOn, Calls.optional(recordedBy));
  }

  private AsOf model(LocalDate validOn, byte[] recordedBy) {
    byte[] day = Calls.optional(validOn);
    Detail said =
        ask((store, out, error) -> Native.rg_store_as_of(store, day, recordedBy, out, error));
    StoreEntry entry = StoreEntry.of(said.detail("entry"));
    return new AsOf(modelOf(entry.state()), said.date("valid_on"), entry);
  }

  /** The model of a state; throws UnknownElementException. It outlives the store. */
  public Model modelOf(long state) {
    return modelOf(state, null);
  }

  /** As {@link #modelOf(long)}, within limits. */
  public Model modelOf(long state, Limits limits) {
    long number = number(state, "state");
    try (Handle.Use store = handle.use()) {
      return Limits.within(
          limits,
          within ->
              new Model(
                  Calls.made(
                      (out, error) ->
                          Native.rg_store_model(
                              store.pointer(), number, within, out, error))));
    }
  }

  /** What changed between two states, in meaning? */
  public Diff diff(long before, long after) {
    return diff(before, after, null, null);
  }

  /** As {@link #diff(long, long)}; the day to look at and the limits may be null. */
  public Diff diff(long before, long after, LocalDate validOn, Limits limits) {
    long from = number(before, "before");
    long to = number(after, "after");
    byte[] day = Calls.optional(validOn);
    try (Handle.Use store = handle.use()) {
      return Limits.within(
          limits,
          within ->
              Diff.of(
                  Calls.taken(
                      (out, error) ->
                          Native.rg_store_diff(
                              store.pointer(), from, to, day, within, out, error))));
    }
  }

  /** Who set each field of an element, when and why? Throws UnknownElementException. */
  public Blame blame(String element) {
    return blame(element, (byte[]) null);
  }

  /** As {@link #blame(String)}, by what was recorded by then. */
  public Blame blame(String element, Instant recordedBy) {
    return blame(element, moment(recordedBy));
  }

  /** As {@link #blame(String)}, by what was recorded by the end of a day. */
  public Blame blame(String element, LocalDate recordedBy) {
    return blame(element, Calls.optional(recordedBy));
  }

  private Blame blame(String element, byte[] recordedBy) {
    byte[] id = Calls.utf8(element, "element");
    return Blame.of(
        ask((store, out, error) -> Native.rg_store_blame(store, id, recordedBy, out, error)));
  }

  /**
   * A review as it was recorded, as canonical JSON for {@link Review#read(String)}. Throws
   * UnknownElementException.
   */
  public String review(String id) {
    return review(id, (byte[]) null);
  }

  /** As {@link #review(String)}, as it was recorded by then. */
  public String review(String id, Instant recordedBy) {
    return review(id, moment(recordedBy));
  }

  /** As {@link #review(String)}, as it was recorded by the end of a day. */
  public String review(String id, LocalDate recordedBy) {
    return review(id, Calls.optional(recordedBy));
  }

  private String review(String id, byte[] recordedBy) {
    byte[] name = Calls.utf8(id, "id");
    return text(
        (store, out, error) -> Native.rg_store_document(store, name, recordedBy, out, error));
  }

  /** Does everything in the store fit together? */
  public StoreVerified verify() {
    return verify(0, null, null);
  }

  /** As {@link #verify()}, with a state and its hash as noted elsewhere. */
  public StoreVerified verify(long state, String hash) {
    return verify(state, hash, null);
  }

  /** As {@link #verify(long, String)}, within limits; the hash may be null. */
  public StoreVerified verify(long state, String hash, Limits limits) {
    long number = number(state, "state");
    byte[] noted = Calls.optional(hash, "hash");
    return Limits.within(
        limits,
        within ->
            StoreVerified.of(
                ask(
                    (store, out, error) ->
                        Native.rg_store_verify(store, number, noted, within, out, error))));
  }

  /** Copy the store, as it is at one moment, to a new SQLite file; others go on using it. */
  public void backup(Path path) {
    byte[] given = Calls.bytes(path.toString(), "path");
    try (Handle.Use store = handle.use()) {
      Calls.call(
          error -> Native.rg_store_backup(store.pointer(), given, given.length, error));
    }
  }

  /** The whole history as JSON Lines. */
  public String export() {
    return text(Native::rg_store_export);
  }

  /**
   * Add the history of an export, of which this one must be the beginning: whole, or not at all.
   *
   * @return how many entries were added
   * @throws InvalidModelException it does not fit
   */
  public long importLines(String lines) {
    return importLines(lines, null);
  }

  /** As {@link #importLines(String)}, within limits. */
  public long importLines(String lines, Limits limits) {
    byte[] given = Calls.bytes(lines, "lines");
    long[] added = new long[1];
    try (Handle.Use store = handle.use()) {
      return Limits.within(
          limits,
          within -> {
            Calls.call(
                error ->
                    Native.rg_store_import(
                        store.pointer(), given, given.length, within, added, error));
            return added[0];
          });
    }
  }

  /**
   * Wait until there is a state after {@code state}, tell of the newest, once, and return its
   * number; or return {@code state} when the time is up.
   *
   * @param state the state that the caller has; 0: none
   * @param wait how long; zero: look once
   * @param cancel ends the wait, which throws CancelledException; may be null
   * @param told in the calling thread; may ask the store. What it throws comes out of the call. May
   *     be null
   */
  public long follow(long state, Duration wait, CancelToken cancel, Consumer<StoreEntry> told) {
    long number = number(state, "state");
    double seconds = Calls.seconds(wait);
    Teller teller = told == null ? null : new Teller(told);
    long[] seen = new long[1];
    try (Handle.Use store = handle.use();
        Handle.Use token = cancel == null ? null : cancel.handle.use()) {
      Pointer stop = token == null ? null : token.pointer();
      Calls.call(
          error ->
              Native.rg_store_follow(
                  store.pointer(), number, seconds, stop, teller, null, seen, error));
    } finally {
      Reference.reachabilityFence(teller);
    }
    if (teller != null) {
      Limits.rethrow(teller.thrown);
    }
    return seen[0];
  }

  /** As {@link #follow(long, Duration, CancelToken, Consumer)}, with nothing to end it. */
  public long follow(long state, Duration wait, Consumer<StoreEntry> told) {
    return follow(state, wait, null, told);
  }

  /** A state's number; the C ABI's have no sign. */
  static long number(long state, String what) {
    if (state < 0) {
      throw new InvalidArgumentException("`" + what + "` is less than 0", what);
    }
    return state;
  }

  /** To the microsecond, which is as fine as a store is. */
  static byte[] moment(Instant moment) {
    return Calls.optional(
        moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS).toString(), "recorded_by");
  }

  @FunctionalInterface
  private interface Asking {
    int call(Pointer store, long[] out, long[] error);
  }

  private String text(Asking how) {
    try (Handle.Use store = handle.use()) {
      return Calls.taken((out, error) -> how.call(store.pointer(), out, error));
    }
  }

  private Detail ask(Asking how) {
    return Detail.of(text(how));
  }

  /** A Consumer as the C ABI asks for it: nothing may be thrown across the border. */
  private static final class Teller implements Native.NewState {
    private final Consumer<StoreEntry> told;
    private Throwable thrown;

    Teller(Consumer<StoreEntry> told) {
      this.told = told;
    }

    @Override
    public void invoke(long state, Pointer entry, Pointer data) {
      try {
        told.accept(StoreEntry.of(Detail.of(Calls.text(entry))));
      } catch (Throwable caught) {
        thrown = caught;
      }
    }
  }
}
