package dk.regelgraf;

import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the table of a delegation plan does not say about itself. */
public final class PlanOptions {
  private final String id;
  private final List<Setting> settings = new ArrayList<>();
  private String folder;

  private record Setting(Native.PlanOption option, String value, String name) {}

  /** Of a plan whose model has this id; the ids of rows begin with it. */
  public PlanOptions(String id) {
    this.id = id;
  }

  private PlanOptions set(Native.PlanOption option, String value, String name) {
    settings.add(new Setting(option, value, name));
    return this;
  }

  /** The plan's name in Danish. */
  public PlanOptions name(String name) {
    return set(Native.PlanOption.NAME_DA, name, "name");
  }

  /** The plan's name in English. */
  public PlanOptions nameEn(String name) {
    return set(Native.PlanOption.NAME_EN, name, "nameEn");
  }

  /** Layers the model stands on, by name or path ({@code extends} in a model file). */
  public PlanOptions extending(String... layers) {
    for (String layer : layers) {
      set(Native.PlanOption.EXTENDS, layer, "extending");
    }
    return this;
  }

  /** Ids of rules in the layers that the plan rests on. */
  public PlanOptions basis(String... rules) {
    for (String rule : rules) {
      set(Native.PlanOption.BASIS, rule, "basis");
    }
    return this;
  }

  /** The first day on which the plan applies. */
  public PlanOptions validFrom(LocalDate day) {
    return set(Native.PlanOption.FROM, day.toString(), "validFrom");
  }

  /** The first day on which it no longer does. */
  public PlanOptions validUntil(LocalDate day) {
    return set(Native.PlanOption.UNTIL, day.toString(), "validUntil");
  }

  /** JSON: what the table calls its columns and marks. */
  public PlanOptions mapping(String json) {
    return set(Native.PlanOption.MAPPING, json, "mapping");
  }

  /** Head of the council's column, or its name where it has none. */
  public PlanOptions council(String head) {
    return set(Native.PlanOption.COUNCIL, head, "council");
  }

  /** Head of the committee whose own plan it is. */
  public PlanOptions owner(String head) {
    return set(Native.PlanOption.OWNER, head, "owner");
  }

  /** Where layers named by a path stand; beside the table if not said. For openPlan. */
  public PlanOptions folder(Path folder) {
    this.folder = folder.toString();
    return this;
  }

  byte[] folder() {
    return folder == null ? null : Calls.bytes(folder, "folder");
  }

  /** A call with an rg_plan_options. */
  <T> T within(Function<Pointer, T> call) {
    byte[] name = Calls.utf8(id, "id");
    long[] held = Calls.held((out, error) -> Native.rg_plan_options_new(name, out, error));
    try {
      for (Setting one : settings) {
        byte[] value = Calls.utf8(one.value, one.name);
        Calls.call(
            error ->
                Native.rg_plan_options_set(
                    Calls.pointer(held), one.option.value(), value, error));
      }
      return call.apply(Calls.pointer(held));
    } finally {
      Native.rg_plan_options_free(held);
    }
  }
}
