package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions that cannot be put throw by kind. */
final class ErrorsTest {
  private static Arguments asked(
      String name, Consumer<Model> ask, Class<? extends RegelgrafException> kind, String at) {
    return Arguments.of(name, ask, kind, at);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        asked(
            "unknown among the removed",
            m -> m.whatBreaks("skema", "skemaer"),
            UnknownElementException.class,
            "remove[1]"),
        asked(
            "no unit",
            m -> m.whatBreaks(List.of("skema"), "sag", null),
            InvalidQuestionException.class,
            "within"),
        asked(
            "a day that cannot be asked about",
            m -> m.check(LocalDate.of(10000, 1, 1)),
            InvalidQuestionException.class,
            "date"),
        asked("NUL", m -> m.whatBreaks("a\0b"), InvalidArgumentException.class, "remove"),
        asked("null", m -> m.whatBreaks((String) null), InvalidArgumentException.class, "remove"),
        asked("half a pair", m -> m.why("\ud83c"), InvalidArgumentException.class, "element"),
        asked(
            "a CPR number",
            m -> m.whatBreaks("010190-1234"),
            PersonalDataException.class,
            "remove"),
        asked(
            "unknown target",
            m -> m.whoDecides("decide", "sager"),
            UnknownElementException.class,
            "target"),
        asked("no power", m -> m.whoDecides("", "sag"), InvalidArgumentException.class, ""),
        asked("no question", m -> m.question().whoDecides(), InvalidQuestionException.class, ""),
        asked(
            "unit that is none",
            m -> m.question("decide", "sag").unit("skema").whoDecides(),
            InvalidQuestionException.class,
            "unit"),
        asked(
            "a text for a number",
            m -> m.question("decide", "sag").fact("amount", "5").whoDecides(),
            WrongTypeException.class,
            "facts.amount"),
        asked(
            "no number",
            m -> m.question("decide", "sag").fact("amount", Double.NaN).whoDecides(),
            InvalidArgumentException.class,
            ""),
        asked(
            "unknown absent",
            m -> m.question("decide", "sag").absent("ingen").whoDecides(),
            UnknownElementException.class,
            "absent"),
        asked(
            "no actor",
            m -> m.may("skema", "decide", "sag"),
            InvalidQuestionException.class,
            "actor"),
        asked(
            "a CPR number for an actor",
            m -> m.may("010190-1234", "decide", "sag"),
            PersonalDataException.class,
            "actor"),
        asked("unknown element", m -> m.why("skemaer"), UnknownElementException.class, "element"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void whatCannotBePutThrows(
      String name, Consumer<Model> ask, Class<? extends RegelgrafException> kind, String at)
      throws Exception {
    try (Model small = Shared.small()) {
      RegelgrafException thrown = assertThrows(kind, () -> ask.accept(small));
      assertEquals(at, thrown.at());
      assertEquals(
          at.isEmpty() ? thrown.message() : at + ": " + thrown.message(), thrown.getMessage());
      assertFalse(thrown.message().isEmpty());
      assertEquals(List.of(), thrown.findings());
      assertFalse(thrown.toString().contains("010190"));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(thrown);
      Object again =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
      assertEquals(kind, again.getClass());
      assertEquals(thrown.message(), ((RegelgrafException) again).message());
      assertEquals(List.of(), ((RegelgrafException) again).findings());
    }
  }

  @Test
  void theMessageNamesTheNearestAndTheAdviceHelps() {
    try (Model small = Shared.small()) {
      UnknownElementException thrown =
          assertThrows(UnknownElementException.class, () -> small.why("skemaer"));
      assertTrue(thrown.message().contains("`skema`"));
      assertEquals(Status.UNKNOWN_ELEMENT, thrown.status());
      assertFalse(thrown.advice().isEmpty());
    }
  }

  @Test
  void everyStatusHasItsException() {
    for (Native.Status native_ : Native.Status.values()) {
      if (native_ != Native.Status.OK) {
        Status status = Status.valueOf(native_.name());
        assertEquals(status, Status.of(native_.value()));
        assertEquals(status, Status.of(native_.name().toLowerCase()));
        RegelgrafException thrown =
            RegelgrafException.take(
                native_.value(), new long[1]);
        assertEquals(status, thrown.status());
        assertEquals(
            native_.name().replace("_", "") + "EXCEPTION",
            thrown.getClass().getSimpleName().toUpperCase());
      }
    }
    assertEquals(Status.INTERNAL, Status.of(4711));
    assertEquals(Native.Status.values().length - 1, Status.values().length);
  }

  @Test
  void theOtherEnumsFollowTheHeader() {
    assertEquals(Native.Verdict.values().length + 1, Verdict.values().length);
    for (Native.Verdict one : Native.Verdict.values()) {
      assertEquals(one.name(), Verdict.of(one.name().toLowerCase()).name());
    }
    assertEquals(Verdict.OTHER, Verdict.of("new in a later version"));
    for (Native.Permission one : Native.Permission.values()) {
      assertEquals(one.name(), Permission.of(one.value()).name());
    }
    for (Native.LogLevel one : Native.LogLevel.values()) {
      assertEquals(one.name(), LogLevel.of(one.value()).name());
    }
    for (Native.Language one : Native.Language.values()) {
      assertEquals(one.value(), Language.valueOf(one.name()).number);
    }
  }
}
