package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer or a part of one as the library has it, read by the names of its fields. A field that
 * is not there is null, or an empty list.
 *
 * @param toMap the fields: Map, List, String, Long, Double, Boolean
 */
public record Detail(Map<String, Object> toMap) {
  static Detail of(String json) {
    return new Detail(Json.readObject(json));
  }

  /** The parts of an answer that is a list. */
  static List<Detail> ofAll(String json) {
    return ((List<?>) Json.read(json)).stream().map(Detail::of).toList();
  }

  /** Whether the field is there. */
  public boolean has(String name) {
    return toMap.containsKey(name);
  }

  /** A text; null: not there. */
  public String string(String name) {
    return (String) toMap.get(name);
  }

  /** A number; null: not there. */
  public Double number(String name) {
    Object number = toMap.get(name);
    return number == null ? null : ((Number) number).doubleValue();
  }

  /** A yes or no; not there: no. */
  public boolean is(String name) {
    return Boolean.TRUE.equals(toMap.get(name));
  }

  /** A day; null: not there. */
  public LocalDate date(String name) {
    String day = string(name);
    return day == null ? null : LocalDate.parse(day);
  }

  /** Texts, or the ids of objects that have one. */
  public List<String> strings(String name) {
    return list(name).stream().map(Detail::id).toList();
  }

  /** A part of this part; null: not there. */
  public Detail detail(String name) {
    Object part = toMap.get(name);
    return part == null ? null : of(part);
  }

  /** Parts of this part. */
  public List<Detail> details(String name) {
    return list(name).stream().map(Detail::of).toList();
  }

  /** The words in both languages; null: not there. */
  public Text text(String name) {
    Detail said = detail(name);
    return said == null ? null : said.words();
  }

  private Text words() {
    return new Text(string("da"), string("en"));
  }

  /** Words of which one language may be missing: the other's stand for it; null: there are none. */
  Text name(String name) {
    Detail said = detail(name);
    if (said == null || said.toMap.isEmpty()) {
      return null;
    }
    return new Text(
        said.string(said.has("da") ? "da" : "en"), said.string(said.has("en") ? "en" : "da"));
  }

  /** Hours; null: not there. */
  public Hours hours(String name) {
    return toMap.get(name) == null ? null : Hours.of(list(name));
  }

  /** Hours by name. */
  Map<String, Hours> hoursByName(String name) {
    return detail(name).toMap.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, hours -> Hours.of((List<?>) hours.getValue())));
  }

  List<Double> numbers(String name) {
    return list(name).stream().map(one -> ((Number) one).doubleValue()).toList();
  }

  Map<String, Long> countsByName(String name) {
    Detail named = detail(name);
    return named.toMap.keySet().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, named::count));
  }

  List<Text> texts(String name) {
    return details(name).stream().map(Detail::words).toList();
  }

  /** Lists of texts, or of the ids of objects. */
  List<List<String>> lists(String name) {
    return list(name).stream()
        .map(one -> ((List<?>) one).stream().map(Detail::id).toList())
        .toList();
  }

  Map<String, String> stringsByName(String name) {
    Detail named = detail(name);
    return named == null
        ? Map.of()
        : named.toMap.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(key -> key, named::string));
  }

  private List<?> list(String name) {
    Object list = toMap.get(name);
    return list == null ? List.of() : (List<?>) list;
  }

  int whole(String name) {
    return ((Number) toMap.get(name)).intValue();
  }

  /** A number of states or entries; 0: not there. */
  long count(String name) {
    return toMap.get(name) == null ? 0 : ((Number) toMap.get(name)).longValue();
  }

  /** A count; null: not there, or so small that a text stands for it. */
  Integer counted(String name) {
    return toMap.get(name) instanceof Number count ? count.intValue() : null;
  }

  @SuppressWarnings("unchecked")
  private static Detail of(Object fields) {
    return new Detail((Map<String, Object>) fields);
  }

  static String id(Object one) {
    return one instanceof Map ? (String) ((Map<?, ?>) one).get("id") : (String) one;
  }
}
