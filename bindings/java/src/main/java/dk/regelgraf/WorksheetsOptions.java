package dk.regelgraf;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which sheets, and about what; see {@link Model#worksheets(String, WorksheetsOptions)}. */
public final class WorksheetsOptions {
  private final Map<String, Object> options = new LinkedHashMap<>();

  private WorksheetsOptions set(String name, Object value) {
    Json.put(options, name, value);
    return this;
  }

  /** The rules worked on. */
  public WorksheetsOptions rules(String... ids) {
    return set("rules", Arrays.asList(ids));
  }

  /** Only these sheets, as "time_log". */
  public WorksheetsOptions sheets(String... sheets) {
    return set("sheets", Arrays.asList(sheets));
  }

  /** Only the sheets of this step, from 1 to 6. */
  public WorksheetsOptions step(int step) {
    return set("step", step);
  }

  /** The day to look at; the model's last state if not said. */
  public WorksheetsOptions date(LocalDate date) {
    return set("date", date);
  }

  /** Of the words; Danish if not said. */
  public WorksheetsOptions language(Language language) {
    return set("language", language.code);
  }

  /** Name internal elements too; else they are left out. */
  public WorksheetsOptions internal(boolean internal) {
    return set("internal", internal);
  }

  byte[] request(String unit) {
    Map<String, Object> asked = new LinkedHashMap<>(options);
    asked.put("unit", unit);
    asked.put("as", "json");
    return Calls.utf8(Json.write(asked), "request");
  }
}
