package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's history. */
final class StoreTest {
  private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Path path;
  private Store store;

  private static Map<String, Object> rule(String id, Object... fields) {
    return with(Map.of("id", id, "kind", "rule", "instrument", "procedure"), fields);
  }

  private static Map<String, Object> change(int minute, Object... fields) {
    return with(
        Map.of(
            "regelgraf_change", 1,
            "by", "sekretariatet",
            "why", "prøve",
            "at", TEN.plusSeconds(60L * minute)),
        fields);
  }

  private static Map<String, Object> with(Map<String, ?> some, Object... fields) {
    Map<String, Object> all = new HashMap<>(some);
    for (int i = 0; i < fields.length; i += 2) {
      all.put((String) fields[i], fields[i + 1]);
    }
    return all;
  }

  @BeforeEach
  void make() {
    path = folder.resolve("æøå.db");
    store = Store.init(path);
    store.commit(
        change(
            0,
            "head", Map.of("id", "m", "name", Map.of("da", "Ærø")),
            "put", List.of(rule("r"))));
    store.commit(
        change(
            1,
            "put", rule("s", "needs", List.of("r")),
            "decision", Map.of("text", "Byrådet", "element", "r")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void eachStateIsThereForEver() {
    assertEquals(2, store.state());
    List<StoreEntry> log = store.log();
    assertEquals(List.of(1L, 2L), log.stream().map(StoreEntry::state).toList());
    assertEquals("sekretariatet", log.get(0).by());
    assertEquals("prøve", log.get(0).why());
    assertEquals(TEN, log.get(0).at());
    assertEquals(List.of(), log.get(0).changes());
    assertNull(log.get(0).decision());
    assertEquals(List.of(log.get(1)), store.log(new LogQuery().element("s")));
    assertEquals(List.of(log.get(1)), store.log(new LogQuery().after(1)));
    assertEquals(
        List.of(log.get(0)), store.log(new LogQuery().recordedBy(TEN.plusNanos(999_999))));
    assertEquals(log, store.log(new LogQuery().recordedBy(LocalDate.of(2026, 1, 1))));
    assertEquals(
        List.of(), store.log(new LogQuery().recordedBy(LocalDate.of(2025, 12, 31))));

    AsOf then;
    try (Store reader = Store.open(path, new StoreOptions().readOnly(true))) {
      then = reader.model(JUNE, Instant.parse("2026-01-01T10:00:30.123456789Z"));
      assertEquals(1, then.entry().state());
      assertEquals(JUNE, then.validOn());
      assertEquals(1, then.entry().added());
      assertFalse(then.model().contains("s"));
      try (AsOf now = reader.model();
          AsOf inJune = reader.model(JUNE);
          AsOf byDay = reader.model(null, LocalDate.of(2026, 1, 1));
          Model first = reader.modelOf(1)) {
        assertTrue(now.model().contains("s"));
        assertNull(now.validOn());
        assertEquals(JUNE, inJune.validOn());
        assertEquals(2, byDay.entry().state());
        assertEquals(now.entry().model(), now.model().digest());
        assertEquals(then.model().digest(), first.digest());
      }
    }
    // It outlives its store.
    assertEquals(
        List.of("r"),
        then.model().whatBreaks(List.of("r"), null, then.validOn()).removed());
    then.close();
    then.close();
    assertEquals("s", store.diff(1, 2).elements().get(0).id());
    assertEquals(JUNE, store.diff(1, 0, JUNE, new Limits()).date());
  }

  @Test
  void whoSetWhat() {
    StoreEntry newest = store.entry();
    assertEquals(store.entry(2), newest);
    assertEquals(
        Map.of("text", "Byrådet", "element", "r"), newest.decision().toMap());
    assertEquals("s", newest.changes().get(0).id());
    assertEquals("element", newest.changes().get(0).sort());
    Detail needs = newest.changes().get(0).value().details("needs").get(0);
    assertEquals(List.of("r"), needs.strings("of"));
    store.commit(change(2, "put", rule("s", "needs", List.of("r"), "note", "x")));
    Blame blame = store.blame("s");
    assertEquals("s", blame.element());
    assertEquals(2, blame.begun());
    assertEquals(0, blame.ended());
    assertEquals(
        List.of("id", "instrument", "kind", "needs", "note"),
        blame.fields().stream().map(BlameField::field).toList());
    assertEquals("x", blame.fields().get(4).value());
    assertEquals(3, blame.fields().get(4).state());
    assertEquals(List.of(2L, 3L), blame.entries().stream().map(StoreEntry::state).toList());
    assertEquals(4, store.blame("s", TEN.plusSeconds(60)).fields().size());
    assertEquals(blame, store.blame("s", LocalDate.of(2026, 1, 1)));
    store.commit(change(3, "end", List.of("s")));
    StoredChange ended = store.entry().changes().get(0);
    assertNull(ended.digest());
    assertNull(ended.value());
    assertEquals(4, store.blame("s").ended());
  }

  @Test
  void aConflictNamesWhatOthersChanged() throws Exception {
    ConflictException conflict =
        assertThrows(
            ConflictException.class,
            () -> store.commit(change(2, "base", 1, "put", rule("s", "note", "x"))));
    assertEquals(List.of("element s"), conflict.conflicts());
    assertEquals("base", conflict.at());
    assertEquals(2, store.state());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(conflict);
    ConflictException again =
        (ConflictException)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertEquals(conflict.conflicts(), again.conflicts());

    CommitResult rebased = store.commit(change(2, "base", 1, "put", rule("t")));
    assertTrue(rebased.rebased());
    assertEquals(3, rebased.entry().state());
    assertFalse(store.commit(change(3, "base", 3, "put", rule("u"))).rebased());
  }

  @Test
  void whatIsNotRecordedSaysWhy() {
    InvalidModelException refused =
        assertThrows(
            InvalidModelException.class, () -> store.commit(change(2, "end", List.of("r"))));
    assertEquals("s", refused.findings().get(0).element());
    assertThrows(
        InvalidQuestionException.class, () -> store.commit(change(0, "put", rule("t"))));
    assertThrows(
        PersonalDataException.class,
        () -> store.commit(change(2, "put", rule("t"), "by", "010190-1234")));
    assertFalse(
        assertThrows(InvalidModelException.class, () -> store.commit("{}"))
            .findings()
            .isEmpty());
    assertThrows(InvalidArgumentException.class, () -> store.commit((String) null));
    assertThrows(UnknownElementException.class, () -> store.entry(3));
    assertThrows(UnknownElementException.class, () -> store.modelOf(3));
    assertThrows(UnknownElementException.class, () -> store.blame("t"));
    assertThrows(
        UnknownElementException.class, () -> store.model(null, TEN.minusSeconds(1)));
    assertThrows(
        InvalidQuestionException.class, () -> store.model(null, LocalDate.of(10000, 1, 1)));
    assertThrows(InvalidArgumentException.class, () -> store.entry(-1));
    assertThrows(InvalidArgumentException.class, () -> store.follow(-1, MINUTE, null));
    assertEquals(2, store.state());
  }

  @Test
  void layersAreRecordedAndLoadingCanBeEnded() {
    String head =
        Json.write(
            change(2, "head", Map.of("id", "m", "extends", List.of("land")), "put", rule("t")));
    assertThrows(InvalidModelException.class, () -> store.commit(head));
    String land =
        "{\"regelgraf\": 1, \"model\": {\"id\": \"land\"}, \"elements\":"
            + " [{\"id\": \"lov\", \"kind\": \"rule\", \"instrument\": \"act\"}]}";
    LoadOptions late =
        new LoadOptions().layer("land", land).limits(new Limits().deadline(Duration.ZERO));
    assertThrows(CancelledException.class, () -> store.commit(head, late));
    assertEquals(2, store.state());
    store.commit(head, new LoadOptions().layer("land", land));
    try (AsOf now = store.model()) {
      assertTrue(now.model().contains("lov"));
    }
    StoredChange layer =
        store.entry().changes().stream()
            .filter(one -> one.sort().equals("layer"))
            .findFirst()
            .orElseThrow();
    assertEquals("land", layer.id());
    assertNull(layer.value());
  }

  @Test
  void aTokenEndsWhatTakesLong() {
    CancelToken token = new CancelToken();
    token.cancel();
    Limits ended = new Limits().cancel(token);
    assertThrows(CancelledException.class, () -> store.modelOf(1, ended));
    assertThrows(CancelledException.class, () -> store.diff(1, 2, null, ended));
    assertThrows(CancelledException.class, () -> store.verify(0, null, ended));
    String lines = store.export();
    try (Store other = Store.init(":memory:")) {
      assertThrows(CancelledException.class, () -> other.importLines(lines, ended));
      assertEquals(0, other.state());
    }
  }

  @Test
  void verifyBackupExport() {
    String noted = store.entry().hash();
    assertTrue(store.verify().whole());
    assertEquals(new StoreVerified(true, 2, noted, null, 0), store.verify(2, noted));
    assertEquals(
        new StoreVerified(
            false, 1, store.entry(1).hash(), "its hash is not the one that was noted", 2),
        store.verify(2, "0".repeat(64)));
    store.backup(folder.resolve("kopi.db"));
    try (Store copy = Store.open(folder.resolve("kopi.db"))) {
      assertEquals(store.export(), copy.export());
    }
    assertThrows(
        UnreadableException.class, () -> store.backup(folder.resolve("kopi.db")));
    try (Store other = Store.init(":memory:")) {
      assertEquals(2, other.importLines(store.export()));
      assertEquals(0, other.importLines(store.export()));
      assertEquals(store.log(), other.log());
      other.commit(change(2, "put", rule("t")));
      store.commit(change(2, "put", rule("u")));
      assertThrows(InvalidModelException.class, () -> other.importLines(store.export()));
      assertThrows(InvalidModelException.class, () -> other.importLines("nonsens"));
    }
  }

  @Test
  void reviews() {
    Map<String, ?> document = Map.of("regelgraf_review", 1, "æ", 1);
    store.commit(
        change(
            3,
            "documents",
            List.of(Map.of("kind", "review", "id", "2026", "document", document))));
    assertEquals("{\"regelgraf_review\":1,\"æ\":1}", store.review("2026"));
    assertEquals(store.review("2026"), store.review("2026", LocalDate.of(2026, 1, 1)));
    assertThrows(
        UnknownElementException.class, () -> store.review("2026", TEN.plusSeconds(120)));
    try (AsOf now = store.model();
        Review review = Review.begin(now.model(), Map.of("id", "2027"))) {
      store.commit(
          change(
              4,
              "documents",
              List.of(
                  Map.of(
                      "kind", "review",
                      "id", "2027",
                      "document", Json.read(review.json())))));
      try (Review again = Review.read(store.review("2027"))) {
        assertEquals(review.json(), again.json());
      }
    }
  }

  @Test
  void aHostFollowsAndSwaps() throws Exception {
    List<StoreEntry> told = new ArrayList<>();
    assertEquals(2, store.follow(2, Duration.ZERO, told::add));
    assertEquals(2, store.follow(0, Duration.ZERO, null));
    assertEquals(List.of(), told);
    try (Store writer = Store.open(path)) {
      Thread other =
          new Thread(
              () -> {
                sleep(100);
                writer.commit(change(4, "put", rule("t")));
              });
      other.start();
      assertEquals(3, store.follow(2, MINUTE, told::add));
      other.join();
    }
    assertEquals(List.of(3L), told.stream().map(StoreEntry::state).toList());
    assertEquals("prøve", told.get(0).why());
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException ended) {
      throw new AssertionError(ended);
    }
  }

  @Test
  void aTokenEndsTheWait() throws Exception {
    CancelToken stop = new CancelToken();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Throwable> came = new AtomicReference<>();
    Thread follower =
        new Thread(
            () -> {
              begun.countDown();
              try {
                store.follow(2, MINUTE, stop, entry -> {});
              } catch (Throwable thrown) {
                came.set(thrown);
              }
            });
    follower.start();
    assertTrue(begun.await(60, TimeUnit.SECONDS));
    sleep(50);
    stop.cancel();
    follower.join(60_000);
    assertEquals(CancelledException.class, came.get().getClass());
    assertThrows(CancelledException.class, () -> store.follow(2, MINUTE, stop, null));
    assertThrows(
        InvalidArgumentException.class, () -> store.follow(2, Duration.ofSeconds(-1), null));
  }

  @Test
  void whatTheFollowerThrowsComesOutOfTheCall() {
    for (Throwable mine :
        List.of(new IllegalStateException("mine"), new StackOverflowError("mine"))) {
      assertSame(
          mine,
          assertThrows(
              mine.getClass(),
              () ->
                  store.follow(
                      0, MINUTE, entry -> Limits.<RuntimeException>rethrow(mine))));
    }
  }

  @Test
  void theFollowerMayAskTheStoreAndCloseIt() {
    List<Long> seen = new ArrayList<>();
    assertEquals(
        2,
        store.follow(
            0,
            MINUTE,
            entry -> {
              System.gc();
              seen.add(store.entry(entry.state()).state());
              store.close();
            }));
    assertEquals(List.of(2L), seen);
    assertThrows(InvalidArgumentException.class, store::state);
  }

  @Test
  void troubleHasAWord() throws Exception {
    assertEquals(
        "missing",
        assertThrows(
                UnreadableException.class, () -> Store.open(folder.resolve("ingen.db")))
            .at());
    Path foreign = Files.writeString(folder.resolve("fremmed.db"), "ikke en database");
    assertEquals(
        "foreign", assertThrows(UnreadableException.class, () -> Store.open(foreign)).at());
    assertEquals("ikke en database", Files.readString(foreign));
    assertThrows(UnreadableException.class, () -> Store.init(path));
    assertThrows(InvalidArgumentException.class, () -> Store.open("a\0b"));
    assertThrows(
        InvalidArgumentException.class,
        () -> Store.init(":memory:", Duration.ofSeconds(-1)));
  }

  @Test
  void onlyReadNothingIsWritten() {
    try (Store reader = Store.open(path, new StoreOptions().readOnly(true))) {
      assertEquals(
          "read_only",
          assertThrows(
                  UnreadableException.class,
                  () -> reader.commit(change(2, "put", rule("t"))))
              .at());
      assertEquals(2, reader.state());
      assertEquals(0, reader.importLines(store.export()));
      try (Store other = Store.init(":memory:")) {
        other.importLines(store.export());
        other.commit(change(2, "put", rule("t")));
        assertEquals(
            "read_only",
            assertThrows(UnreadableException.class, () -> reader.importLines(other.export()))
                .at());
      }
      assertEquals(2, reader.state());
    }
  }

  @Test
  void anotherWriterIsWaitedForOnlySoLong() throws Exception {
    String holding =
        "import sqlite3, sys\n"
            + "held = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            + "held.execute('BEGIN IMMEDIATE')\n"
            + "print('held', flush=True)\n"
            + "sys.stdin.read()\n";
    Process writer = new ProcessBuilder("python3", "-c", holding, path.toString()).start();
    try (Store other =
        Store.open(path.toString(), new StoreOptions().waitFor(Duration.ofMillis(10)))) {
      assertEquals("held", writer.inputReader().readLine());
      CancelledException busy =
          assertThrows(
              CancelledException.class, () -> other.commit(change(2, "put", rule("t"))));
      assertEquals("busy", busy.at());
      assertEquals(2, other.state());
      writer.getOutputStream().close();
      writer.waitFor();
      assertEquals(3, other.commit(change(2, "put", rule("t"))).entry().state());
    } finally {
      writer.destroyForcibly();
    }
  }

  @Test
  void closing() {
    store.close();
    store.close();
    List<Runnable> uses =
        List.of(
            store::state,
            store::log,
            store::entry,
            store::model,
            store::export,
            store::verify,
            () -> store.commit(change(2, "put", rule("t"))),
            () -> store.modelOf(1),
            () -> store.diff(1, 2),
            () -> store.blame("s"),
            () -> store.review("2026"),
            () -> store.backup(folder.resolve("kopi.db")),
            () -> store.importLines(""),
            () -> store.follow(0, MINUTE, null));
    for (Runnable use : uses) {
      assertEquals(
          "the store is closed",
          assertThrows(InvalidArgumentException.class, use::run).message());
    }
  }
}
