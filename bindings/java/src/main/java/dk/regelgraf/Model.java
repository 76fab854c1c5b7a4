package dk.regelgraf;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A frozen model: it never changes, and any number of threads may ask it at once.
 *
 * <p>Open one with {@link #open} or {@link #fromText}; close it with try. Answers, sessions and
 * drafts stay valid after that; asking a closed model throws InvalidArgumentException. Closing it
 * waits for nobody and pulls nothing from under a call.
 *
 * <p>What cannot be asked throws by kind, see {@link RegelgrafException}. Where a parameter may be
 * null, it says so.
 */
public final class Model extends Held {
  Model(Pointer model) {
    super("model", model, Native::rg_model_free);
  }

  /** Open a model file: JSON or JSON Lines, either also gzipped, or a snapshot. */
  public static Model open(Path path) {
    return open(path.toString(), null);
  }

  /** As {@link #open(Path)}, with the layers the options name. */
  public static Model open(Path path, LoadOptions options) {
    return open(path.toString(), options);
  }

  /** As {@link #open(Path)}. */
  public static Model open(String path) {
    return open(path, null);
  }

  /** As {@link #open(Path, LoadOptions)}. */
  public static Model open(String path, LoadOptions options) {
    byte[] given = Calls.bytes(path, "path");
    return LoadOptions.loading(
        options,
        load ->
            new Model(
                Calls.made(
                    (out, error) ->
                        Native.rg_model_open(given, given.length, load, out, error))));
  }

  /** Make a model from what a model file would hold. */
  public static Model fromText(String text) {
    return fromText(text, null);
  }

  /** As {@link #fromText(String)}, with the layers the options name. */
  public static Model fromText(String text, LoadOptions options) {
    return fromText(Calls.bytes(text, "text"), options);
  }

  /** As {@link #fromText(String, LoadOptions)}, of bytes, also gzipped; the options may be null. */
  public static Model fromText(byte[] content, LoadOptions options) {
    return LoadOptions.loading(
        options,
        load ->
            new Model(
                Calls.made(
                    (out, error) ->
                        Native.rg_model_from_text(
                            content, content.length, load, out, error))));
  }

  /** Make a model of a delegation plan, a CSV table, and say what in it is worth a look. */
  public static PlanModel openPlan(Path path, PlanOptions options) {
    return openPlan(path, options, null);
  }

  /** As {@link #openPlan(Path, PlanOptions)}; {@code load} may be null. */
  public static PlanModel openPlan(Path path, PlanOptions options, LoadOptions load) {
    byte[] given = Calls.bytes(path.toString(), "path");
    byte[] folder = options.folder();
    return plan(
        options,
        load,
        (plan, loading, out, findings, error) ->
            Native.rg_plan_open(
                given,
                given.length,
                folder,
                folder == null ? 0 : folder.length,
                plan,
                loading,
                out,
                findings,
                error));
  }

  /** Make a model of the text of a delegation plan. */
  public static PlanModel fromPlan(String text, PlanOptions options) {
    return fromPlan(text, options, null);
  }

  /** As {@link #fromPlan(String, PlanOptions)}; {@code load} may be null. */
  public static PlanModel fromPlan(String text, PlanOptions options, LoadOptions load) {
    byte[] given = Calls.bytes(text, "text");
    return plan(
        options,
        load,
        (plan, loading, out, findings, error) ->
            Native.rg_plan_from_text(
                given, given.length, plan, loading, out, findings, error));
  }

  @FunctionalInterface
  private interface Planning {
    int call(
        Pointer plan,
        Pointer load,
        long[] out,
        long[] findings,
        long[] error);
  }

  private static PlanModel plan(PlanOptions options, LoadOptions load, Planning how) {
    PlanFindings[] found = new PlanFindings[1];
    Model made =
        options.within(
            plan ->
                LoadOptions.loading(
                    load,
                    loading -> {
                      long[] findings = new long[1];
                      Model model =
                          new Model(
                              Calls.made(
                                  (out, error) ->
                                      how.call(plan, loading, out, findings, error)));
                      found[0] = PlanFindings.of(Calls.pointer(findings));
                      return model;
                    }));
    return new PlanModel(made, found[0]);
  }

  /** The model's id. */
  public String id() {
    long[] length = new long[1];
    try (Handle.Use model = handle.use()) {
      return Calls.text(Native.rg_model_id(model.pointer(), length), length[0]);
    }
  }

  /** SHA-256 of the model's canonical form, 64 hexadecimal digits. */
  public String digest() {
    long[] length = new long[1];
    try (Handle.Use model = handle.use()) {
      return Calls.text(Native.rg_model_digest(model.pointer(), length), length[0]);
    }
  }

  /** How many elements, those of all layers. */
  public int size() {
    try (Handle.Use model = handle.use()) {
      return Math.toIntExact(Native.rg_model_element_count(model.pointer()));
    }
  }

  /** The ids of all elements, in order of id, byte for byte. */
  public List<String> ids() {
    int size = size();
    List<String> ids = new ArrayList<>(size);
    int room = Math.max(1, Math.min(size, 4096));
    long[] lengths = new long[room];
    try (Handle.Use model = handle.use();
        Memory texts = new Memory((long) room * com.sun.jna.Native.POINTER_SIZE)) {
      while (ids.size() < size) {
        long got =
            Native.rg_model_element_ids(model.pointer(), ids.size(), room, texts, lengths);
        for (int i = 0; i < got; ++i) {
          Pointer text = texts.getPointer((long) i * com.sun.jna.Native.POINTER_SIZE);
          ids.add(Calls.text(text, lengths[i]));
        }
      }
    }
    return Collections.unmodifiableList(ids);
  }

  /** Whether the model has an element with this id. */
  public boolean contains(String id) {
    try {
      find(id);
      return true;
    } catch (UnknownElementException | PersonalDataException none) {
      return false;
    }
  }

  /** One element as a model file has it. */
  public Map<String, Object> element(String id) {
    return Json.readObject(elementJson(id));
  }

  /** As {@link #element}, as JSON. */
  public String elementJson(String id) {
    int number = find(id);
    try (Handle.Use model = handle.use()) {
      return Calls.taken(
          (out, error) -> Native.rg_model_element_json(model.pointer(), number, out, error));
    }
  }

  private int find(String id) {
    byte[] given = Calls.bytes(id, "id");
    int[] number = new int[1];
    try (Handle.Use model = handle.use()) {
      Calls.call(
          error -> Native.rg_model_find(model.pointer(), given, given.length, number, error));
    }
    return number[0];
  }

  /** The model's own layer as a model file: canonical JSON, layers named and not included. */
  public String toJson() {
    try (Handle.Use model = handle.use()) {
      return Calls.taken((out, error) -> Native.rg_model_json(model.pointer(), out, error));
    }
  }

  /** Write a snapshot; {@link #open} reads it back, much faster than a model file. */
  public void saveSnapshot(Path path) {
    byte[] given = Calls.bytes(path.toString(), "path");
    try (Handle.Use model = handle.use()) {
      Calls.call(
          error ->
              Native.rg_model_save_snapshot(model.pointer(), given, given.length, error));
    }
  }

  /** A draft with the elements of the model's own layer in it, on the same layers. */
  public Draft draft() {
    return Draft.of(this);
  }

  /**
   * Put any question the library answers, as JSON (FORMATS section 2). What cannot be put is an
   * answer too, with {@code error}; the other methods throw.
   */
  public String ask(String question) {
    return ask(question, null);
  }

  /** As {@link #ask(String)}; the limits may be null. */
  public String ask(String question, Limits limits) {
    byte[] asked = Calls.bytes(question, "question");
    try (Handle.Use model = handle.use()) {
      return Limits.within(
          limits,
          within ->
              Calls.taken(
                  (out, error) ->
                      Native.rg_ask_limited(
                          model.pointer(), asked, asked.length, within, out, error)));
    }
  }

  /** As {@link #ask(String)}, with question and answer as maps. */
  public Map<String, Object> ask(Map<String, ?> question) {
    return Json.readObject(ask(Json.write(question)));
  }

  /** What breaks if these elements are removed? */
  public Breaks whatBreaks(String... remove) {
    return whatBreaks(Arrays.asList(remove), null, null);
  }

  /**
   * What breaks if these elements are removed?
   *
   * @param within a unit, for a trial there alone; may be null
   * @param date the day to look at; null: the model's last state
   */
  public Breaks whatBreaks(Collection<String> remove, String within, LocalDate date) {
    byte[] unit = Calls.optional(within, "within");
    byte[] day = Calls.optional(date);
    try (Calls.Texts ids = Calls.Texts.of(remove, "remove");
        Handle.Use model = handle.use()) {
      Pointer breaks =
          Calls.made(
              (out, error) ->
                  Native.rg_what_breaks(
                      model.pointer(), ids.pointer(), ids.count(), unit, day, out, error));
      return Breaks.of(Calls.json(breaks, Native::rg_breaks_json, Native::rg_breaks_free));
    }
  }

  /**
   * What follows if elements are removed, added and given other fields, all at once?
   *
   * @throws InvalidModelException with every finding about what is added and changed
   */
  public WhatIf whatIf(Change change) {
    byte[] asked = Calls.bytes(change.json(), "change");
    try (Handle.Use model = handle.use()) {
      Pointer breaks =
          Calls.made(
              (out, error) ->
                  Native.rg_what_if(model.pointer(), asked, asked.length, out, error));
      return WhatIf.of(Calls.json(breaks, Native::rg_breaks_json, Native::rg_breaks_free));
    }
  }

  /**
   * Try removals step by step. A session only removes and puts back, each step as cheap as what it
   * moves; {@link #whatIf} answers once for a whole change.
   */
  public WhatIfSession whatIfSession() {
    return whatIfSession(null, null);
  }

  /** As {@link #whatIfSession()}, with unit and day as of {@link #whatBreaks}. */
  public WhatIfSession whatIfSession(String within, LocalDate date) {
    byte[] unit = Calls.optional(within, "within");
    byte[] day = Calls.optional(date);
    try (Handle.Use model = handle.use()) {
      return new WhatIfSession(
          Calls.made(
              (out, error) -> Native.rg_session_new(model.pointer(), unit, day, out, error)));
    }
  }

  /** The minimal sets of elements that fell {@code element} if they go, smallest first. */
  public Cuts cuts(String element) {
    return cuts(element, new CutsOptions());
  }

  /** The minimal sets that fell {@code element}, or make it stand if they are put in force. */
  public Cuts cuts(String element, CutsOptions options) {
    byte[] id = Calls.utf8(element, "element");
    byte[] day = Calls.optional(options.date);
    try (Handle.Use model = handle.use()) {
      Pointer sets =
          Calls.made(
              (out, error) ->
                  Native.rg_cuts(
                      model.pointer(),
                      id,
                      options.to.value(),
                      options.atMost,
                      options.seconds,
                      day,
                      out,
                      error));
      return Cuts.of(Calls.json(sets, Native::rg_cut_sets_json, Native::rg_cut_sets_free));
    }
  }

  /** How much falls with each element if it alone is removed? Most first. */
  public Ranking rank() {
    return rank(new RankOptions());
  }

  /** As {@link #rank()}. */
  public Ranking rank(RankOptions options) {
    byte[] day = Calls.optional(options.date);
    try (Calls.Texts among = Calls.Texts.of(options.among, "among");
        Handle.Use model = handle.use()) {
      return Limits.within(
          options.limits,
          limits -> {
            Pointer ranking =
                Calls.made(
                    (out, error) ->
                        Native.rg_rank(
                            model.pointer(),
                            options.by.value(),
                            options.top,
                            among.pointer(),
                            among.count(),
                            day,
                            limits,
                            out,
                            error));
            return Ranking.of(
                Calls.json(ranking, Native::rg_ranking_json, Native::rg_ranking_free));
          });
    }
  }

  /** {@link #keepSet(KeepSetOptions)} of all standing rules. */
  public KeepSet keepSet() {
    return keepSet(new KeepSetOptions());
  }

  /**
   * The zero-base review: the cheapest rules of a scope to keep so that, when the rest of it goes,
   * every duty and core task that stands today stands.
   */
  public KeepSet keepSet(KeepSetOptions options) {
    return KeepSet.of(zeroBase(Native::rg_keep_set, options.question(null), options.limits));
  }

  /** {@link #bestRemovals(int, KeepSetOptions)} among all standing rules. */
  public BestRemovals bestRemovals(int atMost) {
    return bestRemovals(atMost, new KeepSetOptions());
  }

  /**
   * At most so many removals from a scope that free the most hours and leave every duty and core
   * task standing.
   *
   * @param atMost from 1
   */
  public BestRemovals bestRemovals(int atMost, KeepSetOptions options) {
    return BestRemovals.of(
        zeroBase(Native::rg_best_removals, options.question(atMost), options.limits));
  }

  @FunctionalInterface
  private interface ZeroBase {
    int call(
        Pointer model, byte[] question, long length, Pointer limits, long[] out, long[] error);
  }

  private String zeroBase(ZeroBase how, byte[] question, Limits limits) {
    try (Handle.Use model = handle.use()) {
      return Limits.within(
          limits,
          within ->
              Calls.taken(
                  (out, error) ->
                      how.call(
                          model.pointer(), question, question.length, within, out, error)));
    }
  }

  /** Who may use {@code power} ("decide", "repeal", ...) on {@code target}? Say more, and ask. */
  public Question question(String power, String target) {
    if (target == null) {
      throw new InvalidArgumentException("`target` is null", "target");
    }
    return new Question(this, power, target, null);
  }

  /** As {@link #question(String, String)}; the power may be null where the target has a facet. */
  public Question question(String power, Kle target) {
    return new Question(this, power, null, target);
  }

  /** A question without power and target, for whatMay and removalPlan. */
  public Question question() {
    return new Question(this, null, null, null);
  }

  /** {@link Question#whoDecides()} where nothing further is known of the case. */
  public Decision whoDecides(String power, String target) {
    return question(power, target).whoDecides();
  }

  /** {@link Question#may} where nothing further is known of the case. */
  public May may(String actor, String power, String target) {
    return question(power, target).may(actor);
  }

  /** {@link Question#journalNote()} where nothing further is known of the case. */
  public JournalNote journalNote(String power, String target) {
    return question(power, target).journalNote();
  }

  /** {@link Question#agendaLine(Language)} where nothing further is known of the case. */
  public String agendaLine(String power, String target, Language language) {
    return question(power, target).agendaLine(language);
  }

  /** {@link Question#whatMay(String)} where nothing further is known of the case. */
  public WhatMay whatMay(String actor) {
    return question().whatMay(actor);
  }

  /** {@link Question#removalPlan} where nothing further is known of the case. */
  public RemovalPlan removalPlan(String... remove) {
    return question().removalPlan(remove);
  }

  /** Why is this element there: its ground, its purpose, where it comes from? */
  public Why why(String id) {
    return why(id, null);
  }

  /** As {@link #why(String)}; {@code date}: the day to look at, null: the model's last state. */
  public Why why(String id, LocalDate date) {
    byte[] element = Calls.utf8(id, "element");
    byte[] day = Calls.optional(date);
    try (Handle.Use model = handle.use()) {
      Pointer reasons =
          Calls.made((out, error) -> Native.rg_why(model.pointer(), element, day, out, error));
      return Why.of(Calls.json(reasons, Native::rg_reasons_json, Native::rg_reasons_free));
    }
  }

  /** How many hours, by "tier", "instrument", "issuer", "matter" or "actor"? */
  public Burden burden(String by) {
    return burden(by, null, null);
  }

  /** As {@link #burden(String)}, with unit and day as of {@link #whatBreaks}. */
  public Burden burden(String by, String within, LocalDate date) {
    byte[] what = Calls.utf8(by, "by");
    byte[] unit = Calls.optional(within, "within");
    byte[] day = Calls.optional(date);
    try (Handle.Use model = handle.use()) {
      Pointer burden =
          Calls.made(
              (out, error) ->
                  Native.rg_burden_by(model.pointer(), what, unit, day, out, error));
      return Burden.of(Calls.json(burden, Native::rg_burden_json, Native::rg_burden_free));
    }
  }

  /** What in the model is worth a look: rules without ground, dead rules, false claims. */
  public Findings check() {
    return check(null);
  }

  /** As {@link #check()}; {@code date}: the day to look at, null: the model's last state. */
  public Findings check(LocalDate date) {
    byte[] day = Calls.optional(date);
    try (Handle.Use model = handle.use()) {
      Pointer findings =
          Calls.made((out, error) -> Native.rg_check(model.pointer(), day, out, error));
      return Findings.of(
          Calls.json(findings, Native::rg_findings_json, Native::rg_findings_free));
    }
  }

  /** What changed from this model to {@code after}, in meaning? */
  public Diff diff(Model after) {
    return diff(after, null, null);
  }

  /** As {@link #diff(Model)}; the day and the limits may be null. */
  public Diff diff(Model after, LocalDate date, Limits limits) {
    byte[] day = Calls.optional(date);
    try (Handle.Use before = handle.use();
        Handle.Use now = after.handle.use()) {
      return Limits.within(
          limits,
          within ->
              Diff.of(
                  Calls.taken(
                      (out, error) ->
                          Native.rg_diff(
                              before.pointer(), now.pointer(), day, within, out, error))));
    }
  }

  /** Who decides what, before and now, as CSV for the agenda. */
  public String diffTable(Model after, Language language) {
    return diffTable(after, language, null);
  }

  /** As {@link #diffTable(Model, Language)}; the day may be null. */
  public String diffTable(Model after, Language language, LocalDate date) {
    byte[] day = Calls.optional(date);
    try (Handle.Use before = handle.use();
        Handle.Use now = after.handle.use()) {
      return Calls.taken(
          (out, error) ->
              Native.rg_diff_table(
                  before.pointer(), now.pointer(), day, language.number, null, out, error));
    }
  }

  /** Does the model answer as this file of plan tests, as JSON, expects? */
  public PlanTestReport test(String cases) {
    byte[] given = Calls.bytes(cases, "cases");
    try (Handle.Use model = handle.use()) {
      return PlanTestReport.of(
          Calls.taken(
              (out, error) ->
                  Native.rg_plan_test(
                      model.pointer(), given, given.length, null, out, error)));
    }
  }

  /** The whole model as a picture, until it is said what is to be shown. */
  public Picture picture() {
    return new Picture(this);
  }

  /** All twelve sheets for a working group of a unit, those about a rule left blank. */
  public Worksheets worksheets(String unit) {
    return worksheets(unit, new WorksheetsOptions());
  }

  /**
   * Sheets for a working group of a unit, for each of the six steps of co-created steering: HTML
   * that prints on A4.
   *
   * @throws TooLargeException more rules than fit
   */
  public Worksheets worksheets(String unit, WorksheetsOptions options) {
    byte[] request = options.request(unit);
    try (Handle.Use model = handle.use()) {
      return Worksheets.of(
          Calls.taken(
              (out, error) -> Native.rg_worksheets(model.pointer(), request, out, error)));
    }
  }

  /** {@link #report(ReportOptions)} in Danish. */
  public String report() {
    return report(new ReportOptions());
  }

  /**
   * The model as one HTML page that people read, print and hang on the wall; it loads and sends
   * nothing.
   */
  public String report(ReportOptions options) {
    byte[] wanted = options.json();
    try (Handle.Use model = handle.use()) {
      return Limits.within(
          options.limits,
          within ->
              Calls.taken(
                  (out, error) ->
                      Native.rg_report(model.pointer(), wanted, within, out, error)));
    }
  }

  /** {@link #nominations(byte[], NominationOptions)} of a table's text. */
  public Nominations nominations(String table) {
    return nominations(table, new NominationOptions());
  }

  /** {@link #nominations(byte[], NominationOptions)} of a table's text. */
  public Nominations nominations(String table, NominationOptions options) {
    return nominations(Calls.bytes(table, "table"), options);
  }

  /**
   * What did staff hand in, and to which rules does it belong? A nomination table (FORMATS section
   * 4) matched to the rules of this model, repeats put together. One that cannot be read has
   * findings that are errors, and no nominations.
   *
   * @param table the file's content, perhaps gzipped; bytes that are not UTF-8 are a finding
   */
  public Nominations nominations(byte[] table, NominationOptions options) {
    return Nominations.of(options.of(this, table, Native::rg_nominations_read));
  }

  /** {@link #qualify(byte[], NominationOptions)} of a table's text. */
  public Qualification qualify(String table) {
    return qualify(table, new NominationOptions());
  }

  /** {@link #qualify(byte[], NominationOptions)} of a table's text. */
  public Qualification qualify(String table, NominationOptions options) {
    return qualify(Calls.bytes(table, "table"), options);
  }

  /**
   * The qualification sheet of a nomination table: who may repeal each rule, what it costs, what
   * breaks.
   *
   * @throws InvalidModelException with every finding where the table cannot be read
   */
  public Qualification qualify(byte[] table, NominationOptions options) {
    return Qualification.of(qualificationSheet(table, "json", options));
  }

  /**
   * As {@link #qualify(byte[], NominationOptions)}, as the text of a file.
   *
   * @param format "csv", a table for a spreadsheet; "html", a page to print; "json"
   */
  public String qualificationSheet(byte[] table, String format, NominationOptions options) {
    byte[] as = Calls.utf8(format, "format");
    return options.of(
        this,
        table,
        (model, given, length, how, limits, out, error) ->
            Native.rg_qualify(model, given, length, how, as, limits, out, error));
  }

  /**
   * Is a proposed rule ready to be decided on? The gate for new rules.
   *
   * @param proposal the rule's element, or {@code {"rule", "draft"?, "remove"?, "review_on"?,
   *     "adopter"?, "considered"?}}
   * @throws InvalidModelException with every finding where no such rule can be
   */
  public Proposal propose(String proposal) {
    return propose(proposal, null);
  }

  /** As {@link #propose(String)}. */
  public Proposal propose(Map<String, ?> proposal) {
    return propose(Json.write(proposal), null);
  }

  /** As {@link #propose(String)}; {@code date}: the day to look at, null: the last state. */
  public Proposal propose(String proposal, LocalDate date) {
    byte[] given = Calls.bytes(proposal, "proposal");
    byte[] day = Calls.optional(date);
    try (Handle.Use model = handle.use()) {
      return Proposal.of(
          Calls.taken(
              (out, error) ->
                  Native.rg_propose(
                      model.pointer(), given, given.length, day, out, error)));
    }
  }

  /**
   * The model's authority as the table people know, and what that cannot say.
   *
   * @throws InvalidQuestionException the model has no delegation plan, or several
   */
  public PlanTable planTable() {
    long[] findings = new long[1];
    try (Handle.Use model = handle.use()) {
      String table =
          Calls.taken(
              (out, error) -> Native.rg_plan_table(model.pointer(), out, findings, error));
      return new PlanTable(table, PlanFindings.of(Calls.pointer(findings)));
    }
  }

  /** "Model lille, 8 elements", or that it is closed. */
  @Override
  public String toString() {
    try {
      return "Model " + id() + ", " + size() + " elements";
    } catch (InvalidArgumentException closed) {
      return "Model, closed";
    }
  }
}
