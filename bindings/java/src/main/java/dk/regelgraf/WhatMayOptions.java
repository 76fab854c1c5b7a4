package dk.regelgraf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is looked at; see {@link Question#whatMay(String, WhatMayOptions)}. */
public final class WhatMayOptions {
  List<String> powers;
  List<String> kinds;
  Native.PowersBy by = Native.PowersBy.ID;
  Limits limits;

  /** Only these; those that grants name, and the four that make and unmake rules, if not said. */
  public WhatMayOptions powers(Collection<String> powers) {
    this.powers = new ArrayList<>(powers);
    return this;
  }

  /** Of "rule", "task", "matter"; all three if not said. */
  public WhatMayOptions kinds(Collection<String> kinds) {
    this.kinds = new ArrayList<>(kinds);
    return this;
  }

  /** "id" (if not said), or "hours": most hours a year first. */
  public WhatMayOptions by(String by) {
    if (!by.equals("id") && !by.equals("hours")) {
      throw new InvalidQuestionException("expected `id` or `hours`", "by");
    }
    this.by = by.equals("id") ? Native.PowersBy.ID : Native.PowersBy.HOURS;
    return this;
  }

  /** How long it may take, who may stop it, who wants to see it. */
  public WhatMayOptions limits(Limits limits) {
    this.limits = limits;
    return this;
  }
}
