package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Closing, twice and in any order; what is forgotten; threads. */
final class ClosingTest {
  @Test
  void closing() {
    Model small = Shared.small();
    Breaks breaks = small.whatBreaks("skema");
    Question question = small.question("decide", "sag");
    small.close();
    small.close();
    assertEquals("Model, closed", small.toString());
    assertEquals(List.of("pligt"), breaks.broken());
    List<Runnable> uses =
        List.of(
            small::id,
            small::digest,
            small::size,
            small::ids,
            small::toJson,
            small::draft,
            small::check,
            small::rank,
            small::whatIfSession,
            small::planTable,
            small::keepSet,
            small::report,
            () -> small.bestRemovals(1),
            () -> small.picture().dot(),
            () -> question.picture().dot(),
            () -> small.worksheets("sted"),
            () -> small.nominations("regel\n"),
            () -> small.qualify("regel\n"),
            () -> small.propose("{}"),
            () -> Review.begin(small, "{}"),
            question::whoDecides,
            () -> small.contains("skema"),
            () -> small.ask("{}"),
            () -> small.whatBreaks("skema"),
            () -> question.may("chef"),
            () -> small.why("skema"),
            () -> small.diff(small));
    for (Runnable use : uses) {
      InvalidArgumentException thrown = assertThrows(InvalidArgumentException.class, use::run);
      assertEquals("the model is closed", thrown.message());
    }
  }

  @Test
  void childrenOutliveTheirParentsInAnyOrder() {
    Model model = Shared.small();
    WhatIfSession session = model.whatIfSession();
    WhatIfSession other = model.whatIfSession();
    Draft draft = model.draft();
    other.close();
    model.close();
    other.close();
    session.remove("skema");
    assertEquals(List.of("pligt"), session.fallen());
    Model again = draft.freeze();
    draft.close();
    session.close();
    draft.close();
    assertEquals(8, again.size());
    again.close();
    session.close();
    assertEquals(
        "the session is closed",
        assertThrows(InvalidArgumentException.class, session::undo).message());
    assertEquals(
        "the draft is closed",
        assertThrows(InvalidArgumentException.class, draft::size).message());
  }

  @Test
  void whatIsForgottenIsFreedOnce() throws Exception {
    AtomicInteger freed = new AtomicInteger();
    Handle handle = new Handle("thing", new Pointer(4711), held -> freed.incrementAndGet());
    Object owner = new Object();
    handle.ownedBy(owner);
    try (Handle.Use use = handle.use()) {
      owner = null;
      handle.close();
      handle.close();
      assertEquals(0, freed.get());
      assertEquals(4711, Pointer.nativeValue(use.pointer()));
      assertThrows(InvalidArgumentException.class, handle::use);
    }
    assertEquals(1, freed.get());
    handle.close();

    Handle forgotten = new Handle("thing", new Pointer(1), held -> freed.incrementAndGet());
    forgotten.ownedBy(new Object());
    for (int i = 0; i < 100 && freed.get() < 2; ++i) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(2, freed.get());
    forgotten.close();
    assertEquals(2, freed.get());
  }

  @Test
  void modelsThatAreForgottenLeaveNothing() {
    List<Breaks> answers = new ArrayList<>();
    for (int i = 0; i < 50; ++i) {
      answers.add(Shared.small().whatBreaks("skema"));
      Shared.small().whatIfSession().remove("skema");
    }
    System.gc();
    assertEquals(1, new java.util.HashSet<>(answers).size());
  }

  private static void inThreads(int count, Runnable work) throws Exception {
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; ++i) {
      Thread thread = new Thread(work);
      thread.setUncaughtExceptionHandler((where, thrown) -> failures.add(thrown));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), failures);
  }

  @Test
  void eightThreadsAskOneModel() throws Exception {
    try (Model odder = Model.open(Shared.ODDER)) {
      List<Object> alone = everything(odder);
      assertEquals(40 * 5, alone.size());
      inThreads(8, () -> assertEquals(alone, everything(odder)));
    }
  }

  private static List<Object> everything(Model model) {
    List<Object> all = new ArrayList<>();
    for (String id : model.ids().subList(40, 80)) {
      all.add(model.whatBreaks(id));
      all.add(model.why(id));
      all.add(model.contains(id));
      all.add(model.question("repeal", id).fact("amount", 5).whoDecides());
      all.add(model.may("socialchef", "repeal", id));
    }
    return all;
  }

  @Test
  void oneQuestionFromEightThreads() throws Exception {
    try (Model small = Shared.small()) {
      Question question = small.question("decide", "sag").fact("amount", 5).date(null);
      Decision alone = question.whoDecides();
      inThreads(8, () -> assertEquals(alone, question.whoDecides()));
    }
  }

  @Test
  void closingWhileOthersAskFreesNothingInUse() throws Exception {
    for (int round = 0; round < 20; ++round) {
      Model model = Shared.small();
      CyclicBarrier barrier = new CyclicBarrier(8);
      AtomicInteger first = new AtomicInteger();
      inThreads(
          8,
          () -> {
            try {
              barrier.await(60, TimeUnit.SECONDS);
            } catch (Exception failed) {
              throw new AssertionError(failed);
            }
            if (first.getAndIncrement() == 0) {
              model.close();
            }
            for (int i = 0; i < 20; ++i) {
              try {
                assertEquals(List.of("pligt"), model.whatBreaks("skema").broken());
              } catch (InvalidArgumentException closed) {
                return;
              }
            }
          });
      assertThrows(InvalidArgumentException.class, model::id);
    }
  }

  @Test
  void closingWaitsForNobody() throws Exception {
    try (Model chain = LimitsTest.chain()) {
      CountDownLatch began = new CountDownLatch(1);
      CancelToken token = new CancelToken();
      Thread asking =
          new Thread(
              () ->
                  assertThrows(
                      CancelledException.class,
                      () ->
                          chain.rank(
                              new RankOptions()
                                  .limits(
                                      new Limits()
                                          .cancel(token)
                                          .progress(
                                              (stage, done, total) -> {
                                                began.countDown();
                                                return true;
                                              })))));
      asking.start();
      assertTrue(began.await(60, TimeUnit.SECONDS));
      chain.close(); // the call goes on
      assertThrows(InvalidArgumentException.class, chain::size);
      assertTrue(asking.isAlive());
      token.cancel();
      asking.join();
    }
  }
}
