package dk.regelgraf;

import com.sun.jna.Pointer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A question of authority and the case it is about; see {@link Model#question(String, String)}.
 * Build it in one thread; then any number may ask it. It holds nothing that must be closed.
 */
public final class Question {
  private final Model model;
  private final String power;
  private final String target;
  private final Kle kle;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<String> disqualified = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();
  private String unit;
  private LocalDate date;

  Question(Model model, String power, String target, Kle kle) {
    this.model = model;
    this.power = power;
    this.target = target;
    this.kle = kle;
  }

  /** The unit the case belongs to. */
  public Question unit(String unit) {
    this.unit = unit;
    return this;
  }

  /** The day; the model's last state if not said. Of a removal plan: when work begins. */
  public Question date(LocalDate date) {
    this.date = date;
    return this;
  }

  /** A fact by name or alias; one that the model does not know is among the ignored facts. */
  public Question fact(String name, double value) {
    facts.put(name, value);
    return this;
  }

  /** As {@link #fact(String, double)}, for a yes or no, judgements among them. */
  public Question fact(String name, boolean value) {
    facts.put(name, value);
    return this;
  }

  /** As {@link #fact(String, double)}, for a text. */
  public Question fact(String name, String value) {
    facts.put(name, value);
    return this;
  }

  /** As {@link #fact(String, double)}, for a day. */
  public Question fact(String name, LocalDate value) {
    facts.put(name, value);
    return this;
  }

  /** Actors who may not take part (inhabil). */
  public Question disqualified(String... actors) {
    disqualified.addAll(Arrays.asList(actors));
    return this;
  }

  /** Actors who are away. */
  public Question absent(String... actors) {
    absent.addAll(Arrays.asList(actors));
    return this;
  }

  /** Who decides? */
  public Decision whoDecides() {
    if (kle != null) {
      return Decision.of(askByKle("who_decides", Map.of()));
    }
    return put(
        false,
        question -> {
          Pointer decision =
              Calls.made((out, error) -> Native.rg_who_decides(question, out, error));
          return Decision.of(
              Calls.json(decision, Native::rg_decision_json, Native::rg_decision_free));
        });
  }

  /** Who decides, by which chain of grants, as a picture. */
  public Picture picture() {
    if (kle == null) {
      mustHaveTarget();
    }
    return new Picture(model, asked("who_decides"));
  }

  /** May this actor, by itself? An actor that the model does not have may do nothing. */
  public May may(String actor) {
    if (kle != null) {
      return May.of(askByKle("may", Map.of("actor", actor)));
    }
    byte[] who = Calls.utf8(actor, "actor");
    return put(
        false,
        question ->
            May.of(
                Calls.taken((out, error) -> Native.rg_may_json(question, who, out, error))));
  }

  /** {@link #may} without the reason, which costs far less. */
  public Permission permission(String actor) {
    if (kle != null) {
      return may(actor).may();
    }
    byte[] who = Calls.utf8(actor, "actor");
    return put(
        false,
        question -> {
          int[] permission = new int[1];
          Calls.call(error -> Native.rg_may(question, who, permission, error));
          return Permission.of(permission[0]);
        });
  }

  /** Who decides, as a note for a case file, in Danish. */
  public JournalNote journalNote() {
    return journalNote(new JournalNoteOptions());
  }

  /** Who decides, as a note for a case file. */
  public JournalNote journalNote(JournalNoteOptions options) {
    if (kle != null) {
      Map<String, Object> more = new LinkedHashMap<>();
      more.put("language", options.language.code);
      more.put("internal", options.internal);
      Json.put(more, "actor", options.actor);
      Json.put(more, "case_no", options.caseNo);
      Json.put(more, "made", options.made);
      return JournalNote.of(askByKle("journal_note", more));
    }
    byte[] actor = Calls.optional(options.actor, "actor");
    byte[] caseNo = Calls.optional(options.caseNo, "case_no");
    byte[] made = Calls.optional(options.made, "made");
    int internal = options.internal ? 1 : 0;
    return put(
        false,
        question ->
            JournalNote.of(
                Calls.taken(
                    (out, error) ->
                        Native.rg_journal_note_json(
                            question,
                            actor,
                            caseNo,
                            made,
                            options.language.number,
                            internal,
                            out,
                            error))));
  }

  /**
   * The line that agendas print: "Beslutningskompetence: Socialudvalget. Indstilles af:
   * Socialchefen."
   */
  public String agendaLine(Language language) {
    return agendaLine(language, false);
  }

  /** As {@link #agendaLine(Language)}; {@code internal}: name internal elements too. */
  public String agendaLine(Language language, boolean internal) {
    if (kle != null) {
      return journalNote(new JournalNoteOptions().language(language).internal(internal))
          .agendaLine();
    }
    return put(
        false,
        question ->
            Calls.taken(
                (out, error) ->
                    Native.rg_agenda_line(
                        question, language.number, internal ? 1 : 0, out, error)));
  }

  /** What may this actor do alone, what with others or under conditions, and why not the rest? */
  public WhatMay whatMay(String actor) {
    return whatMay(actor, new WhatMayOptions());
  }

  /** As {@link #whatMay(String)}. Power and target of the question are not looked at. */
  public WhatMay whatMay(String actor, WhatMayOptions options) {
    byte[] who = Calls.utf8(actor, "actor");
    try (Calls.Texts powers = Calls.Texts.of(options.powers, "powers");
        Calls.Texts kinds = Calls.Texts.of(options.kinds, "kinds")) {
      return put(
          true,
          question ->
              Limits.within(
                  options.limits,
                  limits -> {
                    Pointer found =
                        Calls.made(
                            (out, error) ->
                                Native.rg_what_may(
                                    question,
                                    who,
                                    powers.pointer(),
                                    powers.count(),
                                    kinds.pointer(),
                                    kinds.count(),
                                    options.by.value(),
                                    limits,
                                    out,
                                    error));
                    return WhatMay.of(
                        Calls.json(found, Native::rg_powers_json, Native::rg_powers_free));
                  }));
    }
  }

  /**
   * In which steps are these elements removed, and when can they be gone at the earliest? Power and
   * target of the question are not looked at.
   */
  public RemovalPlan removalPlan(String... remove) {
    try (Calls.Texts ids = Calls.Texts.of(Arrays.asList(remove), "remove")) {
      return put(
          true,
          question -> {
            Pointer removal =
                Calls.made(
                    (out, error) ->
                        Native.rg_removal_plan(
                            question, ids.pointer(), ids.count(), out, error));
            return RemovalPlan.of(
                Calls.json(removal, Native::rg_removal_json, Native::rg_removal_free));
          });
    }
  }

  /** A call with an rg_question; {@code open}: without power and target. */
  private <T> T put(boolean open, Function<Pointer, T> ask) {
    long[] held = new long[1];
    try (Handle.Use of = model.handle.use()) {
      if (open) {
        Calls.call(error -> Native.rg_question_new_open(of.pointer(), held, error));
      } else {
        mustHaveTarget();
        byte[] what = Calls.utf8(power == null ? "" : power, "power");
        byte[] about = Calls.utf8(target, "target");
        Calls.call(
            error -> Native.rg_question_new(of.pointer(), what, about, held, error));
      }
    }
    try {
      tell(Calls.pointer(held));
      return ask.apply(Calls.pointer(held));
    } finally {
      Native.rg_question_free(held);
    }
  }

  private void mustHaveTarget() {
    if (target == null) {
      throw new InvalidQuestionException("the question has no power and target", "");
    }
  }

  private void tell(Pointer question) {
    if (unit != null) {
      byte[] where = Calls.utf8(unit, "unit");
      Calls.call(error -> Native.rg_question_set_unit(question, where, error));
    }
    if (date != null) {
      byte[] day = Calls.optional(date);
      Calls.call(error -> Native.rg_question_set_date(question, day, error));
    }
    facts.forEach((name, value) -> tell(question, name, value));
    for (String one : disqualified) {
      byte[] actor = Calls.utf8(one, "disqualified");
      Calls.call(error -> Native.rg_question_add_disqualified(question, actor, error));
    }
    for (String one : absent) {
      byte[] actor = Calls.utf8(one, "absent");
      Calls.call(error -> Native.rg_question_add_absent(question, actor, error));
    }
  }

  private static void tell(Pointer question, String name, Object value) {
    byte[] fact = Calls.utf8(name, "facts");
    if (value instanceof Double number) {
      Calls.call(error -> Native.rg_question_set_number(question, fact, number, null, error));
    } else if (value instanceof Boolean yes) {
      Calls.call(
          error -> Native.rg_question_set_boolean(question, fact, yes ? 1 : 0, null, error));
    } else if (value != null) {
      byte[] text = Calls.utf8(value.toString(), "facts." + name);
      Calls.call(error -> Native.rg_question_set_text(question, fact, text, null, error));
    }
  }

  /** The typed calls take ids only; a KLE number goes by way of rg_ask. */
  private String askByKle(String ask, Map<String, ?> more) {
    Map<String, Object> asked = asked(ask);
    asked.putAll(more);
    return RegelgrafException.checked(model.ask(Json.write(asked)));
  }

  /** The question in the form of rg_ask. */
  private Map<String, Object> asked(String ask) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("ask", ask);
    if (kle == null) {
      asked.put("target", target);
    } else {
      Map<String, Object> about = new LinkedHashMap<>();
      about.put("kle", kle.kle());
      Json.put(about, "facet", kle.facet());
      asked.put("target", about);
    }
    Json.put(asked, "power", power);
    Json.put(asked, "unit", unit);
    Json.put(asked, "date", date);
    asked.put("facts", new LinkedHashMap<>(facts));
    asked.put("disqualified", new ArrayList<>(disqualified));
    asked.put("absent", new ArrayList<>(absent));
    return asked;
  }
}
