package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON in and out. */
final class JsonTest {
  @Test
  void everyKindOfValue() {
    assertEquals(
        Map.of(
            "a", List.of(1L, -2.5, 1e30, true, false, "æ\n\"\\/🏛", List.of(), Map.of()),
            "", "é"),
        Json.read(
            " {\"a\" : [1, -2.5, 1e30 ,true,false, \"\\u00e6\\n\\\"\\\\\\/\\ud83c\\udfdb\", [], {}],"
                + "\r\n\t\"\":\"é\"} "));
    assertNull(Json.read("null"));
    assertEquals(999999999999999999L, Json.read("999999999999999999"));
    assertEquals(1e19, Json.read("10000000000000000000"));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<Object> all =
        java.util.Arrays.asList(1L, 0.1, -1e-300, "\u0000\u001f\"\\æ🏛", null, true, List.of());
    assertEquals(all, Json.read(Json.write(all)));
    assertEquals("{}", Json.write(Map.of()));
    assertEquals(
        "[\"2026-01-01\",\"2026-01-01T10:00:00.123456Z\"]",
        Json.write(
            List.of(
                LocalDate.of(2026, 1, 1), Instant.parse("2026-01-01T10:00:00.123456789Z"))));
    assertEquals("[1,2.50,3,4]", Json.write(new Object[] {
          BigInteger.ONE, new BigDecimal("2.50"), (byte) 3, (short) 4}));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", " ", "{", "[", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "01", "1.", ".5", "+1",
      "1e", "--1", "nul", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u12", "\"\n\"", "1 2", "[1}", "'a'", "NaN"})
  void whatIsNoJsonIsRefused(String text) {
    assertThrows(InvalidArgumentException.class, () -> Json.read(text));
  }

  @Test
  void whatIsTooDeepIsRefused() {
    assertThrows(InvalidArgumentException.class, () -> Json.read("[".repeat(100000)));
  }

  @Test
  void whatJsonDoesNotHaveIsRefused() {
    for (Object wrong :
        List.of(
            Double.NaN,
            Float.POSITIVE_INFINITY,
            new Object(),
            'c',
            Map.of(1, 2),
            Collections.singletonMap(null, 1))) {
      assertThrows(InvalidArgumentException.class, () -> Json.write(List.of(wrong)));
    }
  }
}
