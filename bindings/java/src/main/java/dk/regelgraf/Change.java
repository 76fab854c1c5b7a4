package dk.regelgraf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Elements removed, added and given other fields, all at once; see {@link Model#whatIf}. Elements
 * are as in a model file, as a Map or as JSON.
 */
public final class Change {
  private final List<String> remove = new ArrayList<>();
  private final List<Object> add = new ArrayList<>();
  private final Map<String, Object> change = new LinkedHashMap<>();
  private String within;
  private LocalDate date;

  /** Take these out. */
  public Change remove(String... ids) {
    remove.addAll(Arrays.asList(ids));
    return this;
  }

  /** Put this in. */
  public Change add(Map<String, ?> element) {
    add.add(element);
    return this;
  }

  /** Put this in. */
  public Change add(String json) {
    add.add(Json.read(json));
    return this;
  }

  /** Fields that take the place of the element's own; null takes one away. */
  public Change change(String id, Map<String, ?> fields) {
    change.put(id, fields);
    return this;
  }

  /** Fields that take the place of the element's own; null takes one away. */
  public Change change(String id, String json) {
    change.put(id, Json.read(json));
    return this;
  }

  /** A unit, for a trial there alone. */
  public Change within(String unit) {
    within = unit;
    return this;
  }

  /** The day to look at; the model's last state if not said. */
  public Change date(LocalDate date) {
    this.date = date;
    return this;
  }

  String json() {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("remove", remove);
    asked.put("add", add);
    asked.put("change", change);
    if (within != null) {
      asked.put("within", within);
    }
    if (date != null) {
      asked.put("date", date);
    }
    return Json.write(asked);
  }
}
