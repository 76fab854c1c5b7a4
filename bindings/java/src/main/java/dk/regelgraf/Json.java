package dk.regelgraf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON (RFC 8259) as Java's own values and back: Map, List, String, Long (whole numbers that fit),
 * Double, Boolean, null. What is read cannot be changed.
 */
final class Json {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /** Throws InvalidArgumentException for what is no JSON. */
  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.space();
    if (json.at != text.length()) {
      throw json.wrong();
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> readObject(String text) {
    return (Map<String, Object>) read(text);
  }

  private InvalidArgumentException wrong() {
    return new InvalidArgumentException("no JSON at character " + (at + 1), "");
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      ++at;
    }
  }

  private boolean next(char wanted) {
    space();
    if (at < text.length() && text.charAt(at) == wanted) {
      ++at;
      return true;
    }
    return false;
  }

  private void must(char wanted) {
    if (!next(wanted)) {
      throw wrong();
    }
  }

  private Object value() {
    space();
    if (at == text.length() || depth == 1000) {
      throw wrong();
    }
    switch (text.charAt(at)) {
      case '{':
        return object();
      case '[':
        return list();
      case '"':
        return string();
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private Object word(String word, Object means) {
    if (!text.startsWith(word, at)) {
      throw wrong();
    }
    at += word.length();
    return means;
  }

  private Map<String, Object> object() {
    ++at;
    ++depth;
    Map<String, Object> map = new LinkedHashMap<>();
    if (!next('}')) {
      do {
        space();
        if (at == text.length() || text.charAt(at) != '"') {
          throw wrong();
        }
        String key = string();
        must(':');
        map.put(key, value());
      } while (next(','));
      must('}');
    }
    --depth;
    return Collections.unmodifiableMap(map);
  }

  private List<Object> list() {
    ++at;
    ++depth;
    List<Object> list = new ArrayList<>();
    if (!next(']')) {
      do {
        list.add(value());
      } while (next(','));
      must(']');
    }
    --depth;
    return Collections.unmodifiableList(list);
  }

  private String string() {
    ++at;
    StringBuilder before = null;
    while (true) {
      int from = at;
      while (at < text.length() && isPlain(text.charAt(at))) {
        ++at;
      }
      if (at == text.length() || text.charAt(at) < ' ') {
        throw wrong();
      }
      String plain = text.substring(from, at);
      if (text.charAt(at++) == '"') {
        return before == null ? plain : before.append(plain).toString();
      }
      before = (before == null ? new StringBuilder() : before).append(plain).append(escaped());
    }
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private char escaped() {
    if (at == text.length()) {
      throw wrong();
    }
    char c = text.charAt(at++);
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return c;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        int code = 0;
        for (int i = 0; i < 4; ++i, ++at) {
          int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
          if (digit < 0) {
            throw wrong();
          }
          code = code * 16 + digit;
        }
        return (char) code;
      default:
        throw wrong();
    }
  }

  private Object number() {
    int from = at;
    while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
      ++at;
    }
    Matcher number = NUMBER.matcher(text).region(from, at);
    if (!number.matches()) {
      at = from;
      throw wrong();
    }
    boolean whole = number.group(2) == null && number.group(3) == null;
    if (whole && at - from <= 18) {
      return Long.parseLong(text, from, at, 10);
    }
    return Double.valueOf(number.group());
  }

  /** Into what is to be asked; null: not said. */
  static void put(Map<String, Object> asked, String name, Object value) {
    if (value == null) {
      asked.remove(name);
    } else {
      asked.put(name, value);
    }
  }

  /** As JSON text; throws InvalidArgumentException for a value that JSON does not have. */
  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof CharSequence) {
      write((CharSequence) value, out);
    } else if (value instanceof LocalDate) {
      out.append('"').append(value).append('"');
    } else if (value instanceof Instant moment) {
      out.append('"').append(moment.truncatedTo(ChronoUnit.MICROS)).append('"');
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw new InvalidArgumentException("a question cannot hold the number " + number, "");
      }
      out.append(value);
    } else if (value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof BigDecimal) {
      out.append(value);
    } else if (value instanceof Map) {
      String before = "{";
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        if (!(entry.getKey() instanceof CharSequence)) {
          throw new InvalidArgumentException("a question cannot hold a key that is no text", "");
        }
        out.append(before);
        write((CharSequence) entry.getKey(), out);
        out.append(':');
        write(entry.getValue(), out);
        before = ",";
      }
      out.append(before.equals("{") ? "{}" : "}");
    } else if (value instanceof Iterable) {
      String before = "[";
      for (Object one : (Iterable<?>) value) {
        out.append(before);
        write(one, out);
        before = ",";
      }
      out.append(before.equals("[") ? "[]" : "]");
    } else if (value instanceof Object[]) {
      write(Arrays.asList((Object[]) value), out);
    } else {
      throw new InvalidArgumentException(
          "a question cannot hold a " + value.getClass().getSimpleName(), "");
    }
  }

  private static void write(CharSequence text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); ++i) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
