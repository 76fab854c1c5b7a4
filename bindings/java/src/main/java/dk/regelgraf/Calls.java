package dk.regelgraf;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Calling the C ABI: text in, text out, errors thrown. */
final class Calls {
  private Calls() {}

  /** A function that hands something over: its last two parameters. */
  @FunctionalInterface
  interface Making {
    int call(long[] out, long[] error);
  }

  /** Throws what the call says went wrong. */
  static void call(ToIntFunction<long[]> function) {
    long[] error = new long[1];
    int status = function.applyAsInt(error);
    if (status != Native.Status.OK.value()) {
      throw RegelgrafException.take(status, error);
    }
  }

  /** The handle that a call hands over. */
  static Pointer made(Making function) {
    return pointer(held(function));
  }

  /** The same in the array that its `_free` takes. */
  static long[] held(Making function) {
    long[] out = new long[1];
    call(error -> function.call(out, error));
    return out;
  }

  static Pointer pointer(long[] held) {
    return held[0] == 0 ? null : new Pointer(held[0]);
  }

  /** The text that a call hands over. */
  static String taken(Making function) {
    long[] out = held(function);
    try {
      long[] length = new long[1];
      return text(Native.rg_text_data(pointer(out), length), length[0]);
    } finally {
      Native.rg_text_free(out);
    }
  }

  /** An answer's JSON; the answer is freed. */
  static String json(Pointer answer, AsJson json, Consumer<long[]> free) {
    long[] held = {Pointer.nativeValue(answer)};
    try {
      return taken((out, error) -> json.call(answer, out, error));
    } finally {
      free.accept(held);
    }
  }

  @FunctionalInterface
  interface AsJson {
    int call(Pointer answer, long[] out, long[] error);
  }

  /** A borrowed text; null stays null. */
  static String text(Pointer data, long length) {
    if (data == null) {
      return null;
    }
    if (length > Integer.MAX_VALUE - 8) {
      throw new TooLargeException("a text of " + length + " bytes is more than Java holds", "");
    }
    return new String(data.getByteArray(0, (int) length), StandardCharsets.UTF_8);
  }

  /** A borrowed text that ends with a NUL. */
  static String text(Pointer data) {
    return data.getString(0, "UTF-8");
  }

  /** The bytes of {@code text}, which may hold any character. */
  static byte[] bytes(String text, String what) {
    if (text == null) {
      throw new InvalidArgumentException("`" + what + "` is null", what);
    }
    try {
      ByteBuffer coded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOf(coded.array(), coded.limit());
    } catch (CharacterCodingException half) {
      throw new InvalidArgumentException("`" + what + "` holds half a surrogate pair", what);
    }
  }

  /** The bytes of {@code text} and a NUL, which it may not hold itself. */
  static byte[] utf8(String text, String what) {
    byte[] bytes = bytes(text, what);
    if (text.indexOf('\0') >= 0) {
      throw new InvalidArgumentException("`" + what + "` holds a NUL character", what);
    }
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  static byte[] optional(String text, String what) {
    return text == null ? null : utf8(text, what);
  }

  /** A length of time as the C ABI has it. */
  static double seconds(Duration time) {
    return time.getSeconds() + time.getNano() / 1e9;
  }

  static byte[] optional(LocalDate date) {
    return date == null ? null : utf8(date.toString(), "date");
  }

  /** Texts as C takes them, {@code const char* const*}, for one call. */
  static final class Texts implements AutoCloseable {
    private final Memory bytes;
    private final Memory pointers;
    private final int count;

    /** null: NULL. */
    static Texts of(Collection<String> texts, String what) {
      return new Texts(texts, what);
    }

    private Texts(Collection<String> texts, String what) {
      if (texts == null) {
        bytes = pointers = null;
        count = 0;
        return;
      }
      byte[][] coded = texts.stream().map(text -> utf8(text, what)).toArray(byte[][]::new);
      count = coded.length;
      // Never of size 0: an empty list is not NULL.
      bytes = new Memory(1 + Arrays.stream(coded).mapToLong(one -> one.length).sum());
      pointers = new Memory((1 + (long) count) * com.sun.jna.Native.POINTER_SIZE);
      long at = 0;
      for (int i = 0; i < count; ++i) {
        bytes.write(at, coded[i], 0, coded[i].length);
        pointers.setPointer((long) i * com.sun.jna.Native.POINTER_SIZE, bytes.share(at));
        at += coded[i].length;
      }
    }

    Pointer pointer() {
      return pointers;
    }

    int count() {
      return count;
    }

    @Override
    public void close() {
      if (pointers != null) {
        pointers.close();
        bytes.close();
      }
    }
  }
}
