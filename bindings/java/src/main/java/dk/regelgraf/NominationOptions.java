package dk.regelgraf;

import com.sun.jna.Pointer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a nomination table is read and matched, and what its sheet shows; see {@link
 * Model#nominations(byte[], NominationOptions)} and {@link Model#qualify(byte[],
 * NominationOptions)}.
 */
public final class NominationOptions {
  private final Map<String, Object> options = new LinkedHashMap<>();
  private Limits limits;

  private NominationOptions set(String name, Object value) {
    Json.put(options, name, value);
    return this;
  }

  /** The table's name in findings. */
  public NominationOptions file(String name) {
    return set("file", name);
  }

  /** Let text pass that looks like personal data; else the cell is refused and not repeated. */
  public NominationOptions allowPersonalData(boolean allow) {
    return set("allow_personal_data", allow);
  }

  /** From which score, 0 to 1, a nomination is matched, and two are one. */
  public NominationOptions sure(double score) {
    return set("sure", score);
  }

  /** From which score, 0 to 1, a person is asked. */
  public NominationOptions perhaps(double score) {
    return set("perhaps", score);
  }

  /** So far must the best score be ahead of the next to be sure. */
  public NominationOptions lead(double score) {
    return set("lead", score);
  }

  /** Of the sheet: the day to look at; the model's last state if not said. */
  public NominationOptions date(LocalDate date) {
    return set("date", date);
  }

  /** Of the sheet: whose it is; everybody's if not said. */
  public NominationOptions unit(String unit) {
    return set("unit", unit);
  }

  /** Of the sheet: fewer units than this are not shown on their own; 3 if not said. */
  public NominationOptions atLeast(int units) {
    return set("at_least", units);
  }

  /** Of the sheet: name internal elements too; else they are counted only. */
  public NominationOptions internal(boolean internal) {
    return set("internal", internal);
  }

  /** Of a sheet as a table or a page; Danish if not said. */
  public NominationOptions language(Language language) {
    return set("language", language.code);
  }

  /** How long it may take, who may stop it, who wants to see it. */
  public NominationOptions limits(Limits limits) {
    this.limits = limits;
    return this;
  }

  @FunctionalInterface
  interface Making {
    int call(
        Pointer model,
        byte[] table,
        long length,
        byte[] options,
        Pointer limits,
        long[] out,
        long[] error);
  }

  /** What a call makes of a table. */
  String of(Model asked, byte[] table, Making how) {
    byte[] given = Calls.utf8(Json.write(options), "options");
    try (Handle.Use model = asked.handle.use()) {
      return Limits.within(
          limits,
          within ->
              Calls.taken(
                  (out, error) ->
                      how.call(
                          model.pointer(), table, table.length, given, within, out, error)));
    }
  }
}
