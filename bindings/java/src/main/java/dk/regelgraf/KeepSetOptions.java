package dk.regelgraf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is up for review, and what must stand; see {@link Model#keepSet(KeepSetOptions)} and {@link
 * Model#bestRemovals(int, KeepSetOptions)}. The scope is the standing rules that match all that is
 * said of it; an empty list is refused.
 */
public final class KeepSetOptions {
  private final Map<String, Object> scope = new LinkedHashMap<>();
  private final Map<String, Object> question = new LinkedHashMap<>();
  Limits limits;

  private KeepSetOptions among(String field, Collection<String> these) {
    scope.put(field, new ArrayList<>(these));
    return this;
  }

  /** Only rules of one of these instruments. */
  public KeepSetOptions instruments(Collection<String> instruments) {
    return among("instruments", instruments);
  }

  /** Only rules that one of these actors issued. */
  public KeepSetOptions issuers(Collection<String> actors) {
    return among("issuers", actors);
  }

  /** Only rules that an actor of one of these tiers issued. */
  public KeepSetOptions tiers(Collection<String> tiers) {
    return among("tiers", tiers);
  }

  /** Only rules about one of these matters. */
  public KeepSetOptions matters(Collection<String> matters) {
    return among("matters", matters);
  }

  /** Only these rules. */
  public KeepSetOptions ids(Collection<String> rules) {
    return among("ids", rules);
  }

  /** Only what this actor may repeal alone. */
  public KeepSetOptions repealableBy(String actor) {
    scope.put("repealable_by", actor);
    return this;
  }

  /** What must stand afterwards, as duties and core tasks must. */
  public KeepSetOptions keep(Collection<String> ids) {
    question.put("keep", new ArrayList<>(ids));
    return this;
  }

  /** "hours" (if not said) or "count": what is to be least. Not for bestRemovals. */
  public KeepSetOptions objective(String objective) {
    question.put("objective", objective);
    return this;
  }

  /** The day to look at; the model's last state if not said. */
  public KeepSetOptions date(LocalDate date) {
    Json.put(question, "date", date);
    return this;
  }

  /**
   * How long it may take, who may stop it, who wants to see it. At the deadline the answer is the
   * best that was found, and not complete.
   */
  public KeepSetOptions limits(Limits limits) {
    this.limits = limits;
    return this;
  }

  /** The question; {@code atMost}: of bestRemovals, else null. */
  byte[] question(Integer atMost) {
    Map<String, Object> asked = new LinkedHashMap<>(question);
    asked.put("scope", scope);
    Json.put(asked, "at_most", atMost);
    return Calls.bytes(Json.write(asked), "question");
  }
}
