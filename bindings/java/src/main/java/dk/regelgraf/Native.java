// Written from capi/api.toml by capi/generate.py: do not edit.
package dk.regelgraf;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;

/**
 * The C ABI, declared: see capi/include/regelgraf.h for what each call means.
 *
 * <p>Texts go in as UTF-8 bytes that end with a 0 (null: NULL) and come out as borrowed addresses,
 * as do texts in arrays, for which the caller brings the memory. What comes out, and a handle that
 * is freed, is in an array of one; addresses are long there. A size_t is a long, so a JVM of 64
 * bits is needed; -1 is RG_NUL_TERMINATED. A uint32_t is an int without a sign. Enums go both ways
 * as int.
 */
final class Native {
  static {
    com.sun.jna.Native.register(Native.class, NativeLibraries.open(Native.RG_ABI_VERSION));
  }

  private Native() {}

  /** Part of every enum: its number in C. */
  interface Numbered {
    int value();
  }

  /** The ABI this header describes. A binding compares it with rg_abi_version() when it loads. */
  static final int RG_ABI_VERSION = 2;
  /** Length of a text that ends with a NUL. */
  static final long RG_NUL_TERMINATED = -1;
  /** The number of the group that holds everything once. */
  static final long RG_BURDEN_TOTAL = -1;

  /** What came of a call. Values are added, never renumbered. */
  enum Status implements Numbered {
    OK(0),
    /** NULL where a value is required, text that is not UTF-8, a length that cannot be. */
    INVALID_ARGUMENT(1),
    /** The question has not the documented form. */
    INVALID_QUESTION(2),
    /** An id that the model does not have; the message names the nearest. */
    UNKNOWN_ELEMENT(3),
    /** A fact's value is not of the fact's type. */
    WRONG_TYPE(4),
    /** The input is no model: see rg_error_finding_count(). */
    INVALID_MODEL(5),
    /** A file cannot be read. */
    UNREADABLE(6),
    /** Text that looks like a CPR number; it is not repeated. */
    PERSONAL_DATA(7),
    /** Over a stated limit. */
    TOO_LARGE(8),
    /** Stopped by the caller. */
    CANCELLED(9),
    OUT_OF_MEMORY(10),
    /** A defect in regelgraf: please report it, with the message. */
    INTERNAL(11);

    private final int value;

    Status(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** How weighty a line of the log is. Values are added, never renumbered. */
  enum LogLevel implements Numbered {
    /** What was done: a model and its layers, how many elements. */
    INFO(0),
    /** Worth a look: a finding that does not forbid the model. */
    WARNING(1),
    /** A finding that forbids the model. */
    ERROR(2);

    private final int value;

    LogLevel(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** The columns of an rg_edges. Values are added, never renumbered. */
  enum EdgeColumn implements Numbered {
    /** Number of the element that leans on, serves or uses the other. */
    SOURCE(0),
    /**
     * Number of the other; where a layer's element has given its place to another (`is`), that
     * one's.
     */
    TARGET(1),
    /** An rg_relation. */
    RELATION(2),
    /**
     * Which of the source's requirements, from 0; UINT32_MAX for RG_RELATION_SERVES and
     * RG_RELATION_USES.
     */
    REQUIREMENT(3),
    /** How many of those that the requirement lists must hold; 0 as above. */
    AT_LEAST(4),
    /** 1 if the requirement follows from another field, as a grant's `from` and `to`; else 0. */
    IMPLIED(5);

    private final int value;

    EdgeColumn(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What an edge says. Values are added, never renumbered. */
  enum Relation implements Numbered {
    /** The source rests on the target as its ground. */
    BASIS(0),
    /** The source cannot work without. */
    NEEDS(1),
    /** The target is a purpose of the source. */
    SERVES(2),
    /** The source uses the target and can do without. */
    USES(3);

    private final int value;

    Relation(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** Which bound of a figure. */
  enum Bound implements Numbered {
    LOW(0),
    LIKELY(1),
    HIGH(2);

    private final int value;

    Bound(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** The lists of an rg_breaks; each in order of id. Values are added, never renumbered. */
  enum BreaksList implements Numbered {
    REMOVED(0),
    /** Lost their legal ground. */
    LAPSED(1),
    /** Can no longer work. */
    BROKEN(2),
    /** The alarm. */
    UNMET_DUTIES(3),
    REDUNDANT(4),
    PURPOSELESS(5),
    WEAKENED(6),
    AFFECTED(7),
    REVIVED(8),
    /** Not empty: nobody may read "nothing breaks". */
    UNEXAMINED(9),
    INVOLVEMENTS_GONE(10),
    /** Of rg_what_if(), as all below; else empty. */
    ADDED(11),
    /** Given other fields. */
    CHANGED(12),
    /** Stand now and did not before. */
    STANDS_ANEW(13),
    /** Added or changed, and do not stand. */
    STANDS_NOT(14);

    private final int value;

    BreaksList(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** Which hours. Values are added, never renumbered. */
  enum BreaksFigure implements Numbered {
    /** A year, of what was removed and stood. */
    REMOVED(0),
    /** A year, of what fell. */
    FALLEN(1),
    /** A year, of what became redundant. */
    REDUNDANT(2),
    /** Once, of all three. */
    ONE_OFF(3),
    /** A year, of what stands anew. rg_what_if() alone, as below. */
    ADDED(4),
    /** Freed a year by other figures. */
    CHANGED(5),
    /** Freed a year in all. */
    NET(6);

    private final int value;

    BreaksFigure(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** A figure of a group of an rg_burden. */
  enum BurdenFigureKind implements Numbered {
    /** Hours a year. */
    HOURS(0),
    /** Hours once. */
    ONE_OFF(1),
    /** Hours a year above the law's minimum. */
    SURPLUS(2);

    private final int value;

    BurdenFigureKind(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** Where a rule comes from; values are added, never renumbered. */
  enum Origin implements Numbered {
    AGREED(0),
    STATE(1),
    REQUIRED(2),
    ONE_OF_SEVERAL(3),
    ALLOWED(4),
    HOME_MADE(5),
    UNKNOWN(6);

    private final int value;

    Origin(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What may be claimed of an element. */
  enum ClaimKind implements Numbered {
    ORIGIN(0),
    ISSUER(1),
    HOURS(2);

    private final int value;

    ClaimKind(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** A claim held against the model. */
  enum Claim implements Numbered {
    /** Nobody claims anything. */
    NONE(0),
    AGREES(1),
    /** The model has nothing to hold it against. */
    OPEN(2),
    CONTRADICTED(3);

    private final int value;

    Claim(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** The lists of an rg_reasons; each in order of id. */
  enum ReasonsList implements Numbered {
    ISSUERS(0),
    /** Duties that are unmet without it. */
    REQUIRED_BY(1),
    USED_BY(2);

    private final int value;

    ReasonsList(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** The paths up of an rg_reasons. */
  enum ReasonsWay implements Numbered {
    GROUND(0),
    PURPOSE(1);

    private final int value;

    ReasonsWay(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** How much a finding weighs. */
  enum Severity implements Numbered {
    ERROR(0),
    WARNING(1),
    NOTE(2);

    private final int value;

    Severity(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** The language of a text. */
  enum Language implements Numbered {
    DANISH(0),
    ENGLISH(1);

    private final int value;

    Language(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What rg_plan_options_set() sets. Values are added, never renumbered. */
  enum PlanOption implements Numbered {
    /** The plan's name in Danish. */
    NAME_DA(0),
    /** In English. */
    NAME_EN(1),
    /** A layer the model stands on, by name or path; once for each. */
    EXTENDS(2),
    /** Id of a rule in a layer that the plan rests on; once for each. */
    BASIS(3),
    /** YYYY-MM-DD: the first day on which the plan applies. */
    FROM(4),
    /** YYYY-MM-DD: the first day on which it no longer does. */
    UNTIL(5),
    /** JSON: what the table calls its columns and marks, as regelgraf::plan_mapping() has it. */
    MAPPING(6),
    /** Head of the council's column, or its name where it has none. */
    COUNCIL(7),
    /** Head of the committee whose own plan it is. */
    OWNER(8);

    private final int value;

    PlanOption(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What the sets are to do to the element. */
  enum CutsTo implements Numbered {
    /** Removed, they fell it. */
    BREAK(0),
    /** Put in force, they make it stand. */
    RESTORE(1);

    private final int value;

    CutsTo(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What elements are put in order by, most first. Values are added, never renumbered. */
  enum RankBy implements Numbered {
    BREAKS(0),
    HOURS(1),
    DUTIES(2);

    private final int value;

    RankBy(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** A column of figures of an rg_ranking. Values are added, never renumbered. */
  enum RankingFigure implements Numbered {
    BREAKS(0),
    DUTIES(1),
    HOURS_LOW(2),
    HOURS_LIKELY(3),
    HOURS_HIGH(4);

    private final int value;

    RankingFigure(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What the answer comes to. Values are added, never renumbered. */
  enum Verdict implements Numbered {
    /** The first option's holder decides. */
    COMPETENT(0),
    /** Several together. */
    JOINT(1),
    /** It depends on something the question does not tell. */
    CONDITIONAL(2),
    /** Nothing specific was recorded: by general competence. */
    RESIDUAL(3),
    /** There would be somebody but for a prohibition. */
    BARRED(4),
    /** Nobody is recorded. */
    NOBODY(5);

    private final int value;

    Verdict(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** Whether an actor may. Values are added, never renumbered. */
  enum Permission implements Numbered {
    NO(0),
    /** On others, on facts, or on how a unit distributes its work. */
    DEPENDS(1),
    YES(2);

    private final int value;

    Permission(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** The lists of an rg_powers; every pair of a power and a target is in one of them. */
  enum PowersList implements Numbered {
    /** Alone, with nothing unknown. */
    MAY(0),
    /** On others, on facts, or on how a unit distributes its work. */
    DEPENDS(1),
    /** And why not. */
    NOT(2);

    private final int value;

    PowersList(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** In which order the lists are. */
  enum PowersBy implements Numbered {
    /** By id of the target, then by power. */
    ID(0),
    /** Most hours a year first, then by id and power. */
    HOURS(1);

    private final int value;

    PowersBy(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What is to be done in a step. Values are added, never renumbered. */
  enum Step implements Numbered {
    /** Look for what depends on the elements: nobody has. */
    EXAMINE(0),
    /** Give the duties what they lack. */
    PUT_IN_PLACE(1),
    /** Ask or tell a body about the elements. */
    INVOLVE(2),
    /** Holders decide that the elements go; no holder: no authority. */
    DECIDE(3),
    /** Let the notice run. */
    NOTICE(4),
    /** The elements are gone. */
    TAKE_EFFECT(5);

    private final int value;

    Step(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** The lists of an rg_removal beside its steps; each by id. */
  enum RemovalList implements Numbered {
    /** What is to go, each once. */
    REMOVED(0),
    /** Duties that would be unmet. */
    PUT_IN_PLACE(1),
    /** Becomes redundant. */
    CAN_GO_ALONG(2);

    private final int value;

    RemovalList(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /**
   * Told what happens while a model is made, in the calling thread. It must return: no
   * exception and no longjmp may leave it. It may not free what the call was given.
   */
  interface Log extends Callback {
    void invoke(int level, Pointer message, Pointer data);
  }

  /**
   * Told how far a call has come, in the calling thread, some ten times a second at most. It
   * must return: no exception and no longjmp may leave it. It may ask the same model, and may
   * not free what the call was given.
   */
  interface Progress extends Callback {
    int invoke(Pointer stage, long done, long total, Pointer data);
  }

  /**
   * Told of a new state, in the calling thread. It must return: no exception and no longjmp may
   * leave it. It may ask the store, and may not free it.
   */
  interface NewState extends Callback {
    void invoke(long state, Pointer entry, Pointer data);
  }

  /** Version of the library, as "0.1.0". Static. */
  static native Pointer rg_version();

  /** ABI of the library. */
  static native int rg_abi_version();

  /** The status of `error`; RG_OK for NULL. */
  static native int rg_error_status(Pointer error);

  /** One line, without a full stop. Borrowed. "" for NULL. */
  static native Pointer rg_error_message(Pointer error);

  /** Which part of the question is meant, as "remove[0]". Borrowed; "" where none is. */
  static native Pointer rg_error_at(Pointer error);

  /**
   * What to do about it, one English line for the host's developer or user; by status, static,
   * never NULL. "" for NULL and for RG_OK. A finding has advice of its own.
   */
  static native Pointer rg_error_advice(Pointer error);

  /** Free an error. */
  static native void rg_error_free(long[] error);

  /** How many findings a refused model has; 0 for other errors. */
  static native long rg_error_finding_count(Pointer error);

  /**
   * One finding as a JSON object: {"severity", "code", "file", "line", "column", "element",
   * "field", "text": {"da", "en"}, "advice": {"da", "en"}}; lines and columns from 1, 0 where
   * there is none. Borrowed. NULL if `i` is out of range.
   */
  static native Pointer rg_error_finding(Pointer error, long i);

  /** The bytes. Borrowed. NULL for NULL. */
  static native Pointer rg_text_data(Pointer text, long[] length);

  /** Free a text. */
  static native void rg_text_free(long[] text);

  /**
   * New options with their defaults: files up to 1 GiB, personal data refused, no layers but
   * those built in.
   */
  static native int rg_load_options_new(long[] out, long[] error);

  /** Hand over the layer `name` as text in memory (copied). */
  static native int rg_load_options_add_layer(
      Pointer options, byte[] name, long name_length, byte[] text, long text_length, long[] error);

  /** Look for layers by name in the folder `path` too. */
  static native int rg_load_options_add_folder(
      Pointer options, byte[] path, long path_length, long[] error);

  /** Most bytes of one file after unpacking. NULL is ignored. */
  static native void rg_load_options_set_max_bytes(Pointer options, long max_bytes);

  /** 1: let text pass that looks like a CPR number; 0 (default): refuse it. NULL is ignored. */
  static native void rg_load_options_set_allow_personal_data(Pointer options, int allow);

  /**
   * How long loading may take, who may stop it and who wants to see it: as rg_rank() takes
   * them. They are copied: `limits` may be freed, the data of its progress callback must last
   * as long as the options. NULL: no limits. What is stopped ends with RG_CANCELLED. NULL
   * options are ignored.
   */
  static native void rg_load_options_set_limits(Pointer options, Pointer limits);

  /**
   * Whom to tell what happens while models are made with these options, from level `least` on;
   * NULL: nobody, the default. `data` is handed on. The log belongs to the options: there is no
   * other. NULL options are ignored.
   */
  static native void rg_load_options_set_log(Pointer options, int least, Log log, Pointer data);

  /** Free options. */
  static native void rg_load_options_free(long[] options);

  /**
   * Open the model file at `path`: JSON or JSON Lines, either also gzipped, with the layers it
   * extends.
   */
  static native int rg_model_open(
      byte[] path, long path_length, Pointer options, long[] out, long[] error);

  /**
   * Make a model from text in memory (JSON or JSON Lines, also gzipped). As rg_model_open();
   * opens no file but layers in folders that `options` name; layers built in are found.
   */
  static native int rg_model_from_text(
      byte[] text, long text_length, Pointer options, long[] out, long[] error);

  /**
   * Write a snapshot of `model` to the file at `path`, over what is there. rg_model_open() and
   * rg_model_from_text() read it back, many times faster than a model file; whatever its bytes
   * are, they give a model or RG_INVALID_MODEL.
   */
  static native int rg_model_save_snapshot(
      Pointer model, byte[] path, long path_length, long[] error);

  /** The model's id. Borrowed. NULL for NULL. */
  static native Pointer rg_model_id(Pointer model, long[] length);

  /**
   * SHA-256 of the model's canonical form, 64 hexadecimal digits. Borrowed. Worked out when it
   * is first asked for, here or by an answer in JSON (which says which model it is about),
   * since typed calls do without: linear in the model, once, in longer than it takes to load
   * it; a snapshot has it already. NULL where memory ran out.
   */
  static native Pointer rg_model_digest(Pointer model, long[] length);

  /** How many elements, those of all layers. 0 for NULL. */
  static native long rg_model_element_count(Pointer model);

  /**
   * Id of element `i`; elements are in order of id, byte for byte. Borrowed. NULL if out of
   * range.
   */
  static native Pointer rg_model_element_id(Pointer model, long i, long[] length);

  /**
   * The number of an element: its place in order of id, as columns of answers give it; for an
   * element of a layer that one of the model's own `is`, that one's. It holds for this model
   * alone.
   */
  static native int rg_model_find(
      Pointer model, byte[] id, long id_length, int[] out, long[] error);

  /** The ids of elements `first`, `first` + 1, ... in one call. */
  static native long rg_model_element_ids(
      Pointer model, long first, long count, Pointer ids, long[] lengths);

  /** One element as a model file has it, in canonical form. */
  static native int rg_model_element_json(Pointer model, int element, long[] out, long[] error);

  /**
   * The model's own layer as a model file: canonical JSON, layers named and not included.
   * rg_model_from_text() reads it back, with the same layers at hand.
   */
  static native int rg_model_json(Pointer model, long[] out, long[] error);

  /** Free a model; its answers stay valid. */
  static native void rg_model_free(long[] model);

  /**
   * The edges of a model: by source, of one source by requirement, then what it serves, then
   * what it uses. Linear in the model.
   */
  static native int rg_edges_new(Pointer model, long[] out, long[] error);

  /** How many edges there are. 0 for NULL. */
  static native long rg_edges_count(Pointer edges);

  /**
   * A column of edges `first`, `first` + 1, ... into `out` with room for `count`. Returns how
   * many were written; 0 for NULL or an unknown column.
   */
  static native long rg_edges_column(Pointer edges, int which, long first, long count, int[] out);

  /** Free edges. */
  static native void rg_edges_free(long[] edges);

  /** A new draft without elements. */
  static native int rg_draft_new(
      byte[] head, long head_length, Pointer options, long[] out, long[] error);

  /**
   * A draft with the elements of the model's own layer in it, on the same layers. What is added
   * later may hold no personal data.
   */
  static native int rg_draft_from_model(Pointer model, long[] out, long[] error);

  /**
   * Replace the head: a new name or edition. `extends` must name what it named. On failure the
   * draft is as before.
   */
  static native int rg_draft_set_head(Pointer draft, byte[] head, long head_length, long[] error);

  /**
   * Add an element, or put it in the place of the one with its id. On failure the draft is as
   * before.
   */
  static native int rg_draft_add(
      Pointer draft, byte[] element, long length, int[] replaced, long[] error);

  /** Take the element `id` out of the draft. */
  static native int rg_draft_remove(Pointer draft, byte[] id, long id_length, long[] error);

  /** How many elements the draft has, without those of layers below. 0 for NULL. */
  static native long rg_draft_element_count(Pointer draft);

  /** Make a model of the draft, which stays as it is. */
  static native int rg_draft_freeze(Pointer draft, Pointer limits, long[] out, long[] error);

  /** Free a draft; models made of it stay. */
  static native void rg_draft_free(long[] draft);

  /**
   * Ask any question the library answers, as one JSON object (FORMATS section 2). What cannot
   * be put is answered too, with `error` in the answer: the status is RG_OK. The same question
   * on the same model gives the same bytes.
   */
  static native int rg_ask(
      Pointer model, byte[] question, long question_length, long[] out, long[] error);

  /** A new switch. Freed with rg_cancel_free(). */
  static native int rg_cancel_new(long[] out, long[] error);

  /**
   * End the calls that were given this switch, now and later: they return RG_CANCELLED. From
   * any thread, at any time. For good: make a new one. NULL is ignored.
   */
  static native void rg_cancel_trigger(Pointer cancel);

  /** 1 if it was thrown, else 0. From any thread. */
  static native int rg_cancel_is_triggered(Pointer cancel);

  /** Free a switch. Limits that name it keep what they need of it. */
  static native void rg_cancel_free(long[] cancel);

  /** New limits that set none. Freed with rg_limits_free(). */
  static native int rg_limits_new(long[] out, long[] error);

  /** Calls end when `cancel` is thrown; NULL: none. NULL limits are ignored. */
  static native void rg_limits_set_cancel(Pointer limits, Pointer cancel);

  /**
   * Seconds from the start of each call, by a monotonic clock; finite, from 0 (which stops at
   * the first look). When they are up, questions that can (rank) answer what they have and are
   * not complete; others end with RG_CANCELLED.
   */
  static native int rg_limits_set_seconds(Pointer limits, double seconds, long[] error);

  /** Whom to tell; NULL: nobody. `data` is handed on. NULL limits are ignored. */
  static native void rg_limits_set_progress(Pointer limits, Progress progress, Pointer data);

  /** Free limits. */
  static native void rg_limits_free(long[] limits);

  /**
   * As rg_ask(), within `limits`. To cancel is the caller's doing and no answer: the status is
   * RG_CANCELLED, and there is no text. `seconds` in the question and in the limits: whichever
   * is less.
   */
  static native int rg_ask_limited(
      Pointer model, byte[] question, long question_length, Pointer limits, long[] out,
      long[] error);

  /**
   * What breaks if these elements are removed? Meaning, order and cost are those of
   * regelgraf::what_breaks().
   */
  static native int rg_what_breaks(
      Pointer model, Pointer ids, long count, byte[] within, byte[] date, long[] out, long[] error);

  /**
   * What follows if elements are removed, added and given other fields, all at once? Meaning,
   * order and cost are those of regelgraf::what_if(): linear in the model, which is frozen
   * anew.
   */
  static native int rg_what_if(
      Pointer model, byte[] change, long change_length, long[] out, long[] error);

  /** How many elements `list` has; 0 is a full answer. 0 for NULL or an unknown list. */
  static native long rg_breaks_count(Pointer breaks, int list);

  /** Id of element `i` of `list`. Borrowed. NULL if out of range. */
  static native Pointer rg_breaks_id(Pointer breaks, int list, long i, long[] length);

  /**
   * The ids of elements `first`, `first` + 1, ... of `list` in one call: borrowed texts into
   * `ids` and their bytes into `lengths`, each with room for `count` and each may be NULL.
   * Returns how many were written; 0 for NULL or an unknown list.
   */
  static native long rg_breaks_ids(
      Pointer breaks, int list, long first, long count, Pointer ids, long[] lengths);

  /**
   * The same as numbers of the model asked. 0 for an answer to rg_what_if() too, whose elements
   * are numbered by another model.
   */
  static native long rg_breaks_elements(
      Pointer breaks, int list, long first, long count, int[] out);

  /**
   * Id of element `j` of the shortest way from what was removed to element `i` of `list`, both
   * included. Borrowed. NULL past the end, for lists without derivations (removed, unmet
   * duties, affected, revived, unexamined, involvements gone, added, changed, stands anew) and
   * out of range.
   */
  static native Pointer rg_breaks_through(Pointer breaks, int list, long i, long j, long[] length);

  /** Hours. 0 where there is no such figure, and for NULL. */
  static native double rg_breaks_hours(Pointer breaks, int figure, int which);

  /**
   * The whole answer as JSON, the bytes that rg_ask() gives for the same question with detail
   * "full" and without an id.
   */
  static native int rg_breaks_json(Pointer breaks, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_breaks_free(long[] breaks);

  /** A new session with nothing removed. */
  static native int rg_session_new(
      Pointer model, byte[] within, byte[] date, long[] out, long[] error);

  /**
   * Take out `count` elements, in one step. Repeats count once, what is out stays out, none at
   * all is a step too. On failure nothing was done.
   */
  static native int rg_session_remove(Pointer session, Pointer ids, long count, long[] error);

  /** Put one element back: a step, without effect where it is not out. As rg_session_remove(). */
  static native int rg_session_restore(Pointer session, byte[] id, long[] error);

  /**
   * Take back the last step that was not taken back. `undone` (may be NULL): 1, or 0 where
   * there was none.
   */
  static native int rg_session_undo(Pointer session, int[] undone, long[] error);

  /** Take back all steps. */
  static native int rg_session_clear(Pointer session, long[] error);

  /** Does this element stand now? `out`: 1 or 0. */
  static native int rg_session_stands(Pointer session, byte[] id, int[] out, long[] error);

  /** How many stood, stand no longer, and were not removed. */
  static native int rg_session_fallen_count(Pointer session, long[] out, long[] error);

  /** Id of the `i` th of them, in order of id. Borrowed. NULL if out of range. */
  static native Pointer rg_session_fallen_id(Pointer session, long i, long[] length);

  /**
   * Every effect, as rg_what_breaks() gives it for what is out now; stays as it is when the
   * session goes on. Freed with rg_breaks_free().
   */
  static native int rg_session_breaks(Pointer session, long[] out, long[] error);

  /** Free a session. */
  static native void rg_session_free(long[] session);

  /**
   * How many hours do rules and tasks cost, by what? Meaning, order and cost are those of
   * regelgraf::burden().
   */
  static native int rg_burden_by(
      Pointer model, byte[] by, byte[] within, byte[] date, long[] out, long[] error);

  /** How many groups; the total is not among them. 0 for NULL. */
  static native long rg_burden_group_count(Pointer burden);

  /**
   * What group `group` is for: a tier, an instrument or an id. Borrowed. NULL for the last
   * group where it holds what belongs nowhere, for the total, and if out of range.
   */
  static native Pointer rg_burden_key(Pointer burden, long group, long[] length);

  /** A figure of a group or of RG_BURDEN_TOTAL, in hours. 0 if anything is out of range. */
  static native double rg_burden_figure(Pointer burden, long group, int figure, int bound);

  /** How many elements were counted in a group or RG_BURDEN_TOTAL. 0 if out of range. */
  static native long rg_burden_element_count(Pointer burden, long group);

  /** Id of element `i` of a group, in order of id. Borrowed. NULL if out of range. */
  static native Pointer rg_burden_element(Pointer burden, long group, long i, long[] length);

  /**
   * The whole answer as JSON, the bytes that rg_ask() gives for the same question without an
   * id.
   */
  static native int rg_burden_json(Pointer burden, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_burden_free(long[] burden);

  /** Why is this element there? Meaning, order and cost are those of regelgraf::why(). */
  static native int rg_why(Pointer model, byte[] element, byte[] date, long[] out, long[] error);

  /** 1 where it stands on the day asked about, else 0. */
  static native int rg_reasons_stands(Pointer reasons);

  /** Its origin, computed from the graph; RG_ORIGIN_UNKNOWN for NULL. */
  static native int rg_reasons_origin(Pointer reasons);

  /** Whether the model bears out a claim; RG_CLAIM_NONE for NULL or an unknown kind. */
  static native int rg_reasons_claim(Pointer reasons, int kind);

  /** How many elements `list` has. 0 for NULL or an unknown list. */
  static native long rg_reasons_count(Pointer reasons, int list);

  /** Id of element `i` of `list`. Borrowed. NULL if out of range. */
  static native Pointer rg_reasons_id(Pointer reasons, int list, long i, long[] length);

  /** How many paths lead up. 0 for NULL or an unknown way. */
  static native long rg_reasons_path_count(Pointer reasons, int way);

  /** How many elements path `path` has, the one asked about first. 0 if out of range. */
  static native long rg_reasons_path_length(Pointer reasons, int way, long path);

  /** Id of element `i` of a path. Borrowed. NULL if out of range. */
  static native Pointer rg_reasons_path_id(
      Pointer reasons, int way, long path, long i, long[] length);

  /** Hours a year above the law's minimum. 0 for NULL or an unknown bound. */
  static native double rg_reasons_surplus(Pointer reasons, int bound);

  /** As rg_burden_json(). */
  static native int rg_reasons_json(Pointer reasons, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_reasons_free(long[] reasons);

  /**
   * What in the model is worth a look? Meaning, codes, order and cost are those of
   * regelgraf::check().
   */
  static native int rg_check(Pointer model, byte[] date, long[] out, long[] error);

  /** How many findings. 0 for NULL. */
  static native long rg_findings_count(Pointer findings);

  /** How much finding `i` weighs; RG_SEVERITY_NOTE if out of range. */
  static native int rg_findings_severity(Pointer findings, long i);

  /** Its code, as "dead_rule". Borrowed. NULL if out of range. */
  static native Pointer rg_findings_code(Pointer findings, long i, long[] length);

  /** Id of the element it is about; "" where it is about none. Borrowed. NULL if out of range. */
  static native Pointer rg_findings_element(Pointer findings, long i, long[] length);

  /** What it says, one line. Borrowed. NULL if out of range or the language is unknown. */
  static native Pointer rg_findings_text(Pointer findings, long i, int language, long[] length);

  /** The line of a table that it is about, from 1; 0 where it is about none, as in rg_check(). */
  static native long rg_findings_line(Pointer findings, long i);

  /** Where in that line the cell begins, in bytes from 1; 0 as above. */
  static native long rg_findings_column(Pointer findings, long i);

  /**
   * The field meant; in a table the head of the column. "" where none is. Borrowed. NULL if out
   * of range.
   */
  static native Pointer rg_findings_field(Pointer findings, long i, long[] length);

  /**
   * What would help, one line; "" where there is nothing to say. Borrowed. NULL as
   * rg_findings_text().
   */
  static native Pointer rg_findings_advice(Pointer findings, long i, int language, long[] length);

  /**
   * As rg_burden_json(). Of a table: {"import" or "export": "delegation-plan", "model": {"id",
   * "digest"}, "findings": [as rg_error_finding()]}.
   */
  static native int rg_findings_json(Pointer findings, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_findings_free(long[] findings);

  /** New options for a plan whose model has this id. */
  static native int rg_plan_options_new(byte[] id, long[] out, long[] error);

  /** Set an option from a NUL-terminated text (copied). */
  static native int rg_plan_options_set(Pointer options, int option, byte[] value, long[] error);

  /** Free options. */
  static native void rg_plan_options_free(long[] options);

  /**
   * Make a model of the delegation plan at `path` (CSV with semicolons, UTF-8). What each cell
   * means, and every finding, is that of regelgraf::read_plan_text().
   */
  static native int rg_plan_open(
      byte[] path, long path_length, byte[] folder, long folder_length, Pointer options,
      Pointer load, long[] out, long[] findings, long[] error);

  /**
   * Make a model of a delegation plan in memory. As rg_plan_open(); layers named by a path are
   * those that `load` hands over by that name.
   */
  static native int rg_plan_from_text(
      byte[] text, long text_length, Pointer options, Pointer load, long[] out, long[] findings,
      long[] error);

  /**
   * The authority of a model as the table people know. Rows, order and findings are those of
   * regelgraf::plan_table().
   */
  static native int rg_plan_table(Pointer model, long[] out, long[] findings, long[] error);

  /**
   * The minimal sets of elements that fell an element if they go, or make it stand if they are
   * put in force. Meaning, order and cost are those of regelgraf::cuts().
   */
  static native int rg_cuts(
      Pointer model, byte[] element, int to, long at_most, double seconds, byte[] date, long[] out,
      long[] error);

  /** How many sets there are, smallest first. 0 is a full answer; 0 for NULL. */
  static native long rg_cut_sets_count(Pointer sets);

  /** How many elements set `i` has; 0: nothing need be done, or out of range. */
  static native long rg_cut_sets_size(Pointer sets, long i);

  /** Id of element `j` of set `i`. Borrowed. NULL if out of range. */
  static native Pointer rg_cut_sets_id(Pointer sets, long i, long j, long[] length);

  /** 1: these are all. 0: the limit or the time cut the list, there may be more; or NULL. */
  static native int rg_cut_sets_is_complete(Pointer sets);

  /**
   * The whole answer as JSON, the bytes that rg_ask() gives for the same question without an
   * id.
   */
  static native int rg_cut_sets_json(Pointer sets, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_cut_sets_free(long[] sets);

  /**
   * How much falls with each element if it alone is removed? Meaning, order and cost are those
   * of regelgraf::rank().
   */
  static native int rg_rank(
      Pointer model, int by, long top, Pointer among, long count, byte[] date, Pointer limits,
      long[] out, long[] error);

  /** How many elements are listed. 0 for NULL. */
  static native long rg_ranking_count(Pointer ranking);

  /** 1 if all were looked at; 0 if the time ran out, and for NULL. */
  static native int rg_ranking_is_complete(Pointer ranking);

  /** Id of element `i`, most first. Borrowed. NULL if out of range. */
  static native Pointer rg_ranking_id(Pointer ranking, long i, long[] length);

  /** How many others would fall. 0 if out of range. */
  static native int rg_ranking_breaks(Pointer ranking, long i);

  /** How many duties would be unmet. 0 if out of range. */
  static native int rg_ranking_duties(Pointer ranking, long i);

  /** Hours a year of itself and of what would fall. 0 if anything is out of range. */
  static native double rg_ranking_hours(Pointer ranking, long i, int bound);

  /**
   * The numbers of elements `first`, `first` + 1, ..., most first, into `out` with room for
   * `count`. Returns how many were written; 0 for NULL.
   */
  static native long rg_ranking_elements(Pointer ranking, long first, long count, int[] out);

  /** The same for a column of figures. 0 for an unknown figure too. */
  static native long rg_ranking_column(
      Pointer ranking, int figure, long first, long count, double[] out);

  /**
   * The whole answer as JSON, the bytes that rg_ask() gives for the same question without an
   * id.
   */
  static native int rg_ranking_json(Pointer ranking, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_ranking_free(long[] ranking);

  /** A new question: who may use `power` on `target`? */
  static native int rg_question_new(
      Pointer model, byte[] power, byte[] target, long[] out, long[] error);

  /** The unit the case belongs to. */
  static native int rg_question_set_unit(Pointer question, byte[] unit, long[] error);

  /** The day, YYYY-MM-DD. */
  static native int rg_question_set_date(Pointer question, byte[] date, long[] error);

  /**
   * The value of a fact, by name or alias; a later value replaces an earlier. A fact that the
   * model does not know is ignored: `known` (may be NULL) receives 0, else 1.
   */
  static native int rg_question_set_number(
      Pointer question, byte[] fact, double value, int[] known, long[] error);

  /** As rg_question_set_number(), for facts that are a yes (1) or no (0), judgements among them. */
  static native int rg_question_set_boolean(
      Pointer question, byte[] fact, int value, int[] known, long[] error);

  /** As rg_question_set_number(), for texts and dates. */
  static native int rg_question_set_text(
      Pointer question, byte[] fact, byte[] value, int[] known, long[] error);

  /** An actor may not take part (inhabil). As rg_question_set_unit(). */
  static native int rg_question_add_disqualified(Pointer question, byte[] actor, long[] error);

  /** An actor is absent. As rg_question_set_unit(). */
  static native int rg_question_add_absent(Pointer question, byte[] actor, long[] error);

  /** Free a question. */
  static native void rg_question_free(long[] question);

  /**
   * A new question that names neither power nor target: for rg_what_may() and
   * rg_removal_plan(). As rg_question_new(); rg_who_decides() and rg_may() answer it with
   * RG_INVALID_QUESTION.
   */
  static native int rg_question_new_open(Pointer model, long[] out, long[] error);

  /** Who decides? Meaning, order and cost are those of regelgraf::who_decides(). */
  static native int rg_who_decides(Pointer question, long[] out, long[] error);

  /** RG_NOBODY for NULL. */
  static native int rg_decision_verdict(Pointer decision);

  /** How many options there are; best first. */
  static native long rg_decision_option_count(Pointer decision);

  /** How many holders option `option` lists; 0 if out of range. */
  static native long rg_decision_holder_count(Pointer decision, long option);

  /** Id of holder `i` of option `option`; by id. Borrowed. NULL if out of range. */
  static native Pointer rg_decision_holder(Pointer decision, long option, long i, long[] length);

  /** How many of the holders must act together: 1 for one alone; 0 if out of range. */
  static native int rg_decision_jointly(Pointer decision, long option);

  /** Id of the grant of option `option`; NULL for implied authority or out of range. Borrowed. */
  static native Pointer rg_decision_grant(Pointer decision, long option, long[] length);

  /** 1 if the option depends on something the question does not tell, else 0. */
  static native int rg_decision_is_conditional(Pointer decision, long option);

  /**
   * Id of the `i` th grant of the chain of option `option`, from the root; the last is its own.
   * Borrowed. NULL past the end, for implied authority or out of range.
   */
  static native Pointer rg_decision_chain(Pointer decision, long option, long i, long[] length);

  /**
   * How many involvements go with option `option`, in the order in which they are due. 0 if out
   * of range.
   */
  static native long rg_decision_involvement_count(Pointer decision, long option);

  /** Id of the `i` th. Borrowed. NULL if out of range. */
  static native Pointer rg_decision_involvement(
      Pointer decision, long option, long i, long[] length);

  /**
   * Id of the body that is to be involved. Borrowed. NULL if it could not be resolved or
   * anything is out of range.
   */
  static native Pointer rg_decision_body(Pointer decision, long option, long i, long[] length);

  /** 1 if the `i` th involvement applies only on something the question does not tell, else 0. */
  static native int rg_decision_involvement_depends(Pointer decision, long option, long i);

  /** How many facts would settle what option `option` depends on. 0 if out of range. */
  static native long rg_decision_to_ask_count(Pointer decision, long option);

  /**
   * Name of the `i` th such fact, by name; rg_question_set_number() and its like take it.
   * Borrowed. NULL if out of range.
   */
  static native Pointer rg_decision_to_ask(Pointer decision, long option, long i, long[] length);

  /**
   * The whole answer as JSON, the bytes that rg_ask() gives for the same question without an
   * id.
   */
  static native int rg_decision_json(Pointer decision, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_decision_free(long[] decision);

  /**
   * May `actor`, by itself, use the question's power on its target? Meaning and cost are those
   * of regelgraf::may(). An actor that the model does not have may do nothing: RG_NO.
   */
  static native int rg_may(Pointer question, byte[] actor, int[] out, long[] error);

  /**
   * As rg_may(), and by which grants: the chain of the actor's first option, from the root to
   * the grant that gives the authority. None for implied authority and where the actor has no
   * option.
   */
  static native int rg_may_chain(
      Pointer question, byte[] actor, long count, int[] grants, long[] length, int[] out,
      long[] error);

  /** As rg_may(), with the whole answer as JSON: the bytes that rg_ask() gives without an id. */
  static native int rg_may_json(Pointer question, byte[] actor, long[] out, long[] error);

  /**
   * The answer to rg_who_decides() as a note for a case file (`journalnotat`): question,
   * answer, facts and where they come from, the way of the authority with its grounds, who is
   * involved and until when, assumptions, what to ask, warnings, appeal, model, digest,
   * editions and version. Plain text, UTF-8, lines of at most 80 characters; the same question
   * gives the same bytes. It states authority, never whether a decision is lawful.
   */
  static native int rg_journal_note(
      Pointer question, byte[] actor, byte[] case_no, byte[] made, int language, int internal,
      long[] out, long[] error);

  /** As rg_journal_note(), as JSON: the bytes that rg_ask() gives without an id. */
  static native int rg_journal_note_json(
      Pointer question, byte[] actor, byte[] case_no, byte[] made, int language, int internal,
      long[] out, long[] error);

  /**
   * The one line that agendas print, without a newline: who decides, and who recommends in
   * route order. "Beslutningskompetence: Socialudvalget. Indstilles af: Socialchefen."
   * Parameters and status as of rg_journal_note().
   */
  static native int rg_agenda_line(
      Pointer question, int language, int internal, long[] out, long[] error);

  /**
   * The model as one HTML page that people read, print and hang on the wall: the chain, hours,
   * who may repeal what, alarms, and a card for every rule. It needs nothing beside itself,
   * loads nothing and sends nothing. The same model and options give the same bytes. Meaning
   * and cost are those of regelgraf::report().
   */
  static native int rg_report(
      Pointer model, byte[] options, Pointer limits, long[] out, long[] error);

  /**
   * What may `actor` do, alone, with others or under conditions, and what not? Every pair of
   * power and target where rg_may() puts it. Meaning, order and cost are those of
   * regelgraf::what_may(). An actor that the model does not have may do nothing.
   */
  static native int rg_what_may(
      Pointer question, byte[] actor, Pointer powers, long power_count, Pointer kinds,
      long kind_count, int by, Pointer limits, long[] out, long[] error);

  /** How many pairs `list` has. 0 for NULL or an unknown list. */
  static native long rg_powers_count(Pointer powers, int list);

  /** 1 if all targets were looked at; 0 if the time ran out, and for NULL. */
  static native int rg_powers_is_complete(Pointer powers);

  /** Id of the target of pair `i`. Borrowed. NULL if out of range. */
  static native Pointer rg_powers_target(Pointer powers, int list, long i, long[] length);

  /** The power of pair `i`. Borrowed. NULL if out of range. */
  static native Pointer rg_powers_power(Pointer powers, int list, long i, long[] length);

  /**
   * Id of the grant that gives it; NULL for implied authority, in RG_POWERS_NOT, or out of
   * range. Borrowed.
   */
  static native Pointer rg_powers_grant(Pointer powers, int list, long i, long[] length);

  /**
   * The reason, as the `kind` of `because` in JSON: "grant", "implied", "with", "bar", "none",
   * ... Static. NULL if out of range.
   */
  static native Pointer rg_powers_because(Pointer powers, int list, long i, long[] length);

  /**
   * Id of the element that the reason names: the bar, the grant, the unit; NULL where it names
   * none, or out of range. Borrowed.
   */
  static native Pointer rg_powers_because_of(Pointer powers, int list, long i, long[] length);

  /** How many others must take part. 0 if out of range. */
  static native long rg_powers_with_count(Pointer powers, int list, long i);

  /** Id of the `j` th of them, in order of id. Borrowed. NULL if out of range. */
  static native Pointer rg_powers_with(Pointer powers, int list, long i, long j, long[] length);

  /** Hours a year of the target itself. 0 where nothing is known or anything is out of range. */
  static native double rg_powers_hours(Pointer powers, int list, long i, int bound);

  /**
   * The numbers of the targets of pairs `first`, `first` + 1, ... of `list` into `out` with
   * room for `count`. Returns how many were written; 0 for NULL or an unknown list.
   */
  static native long rg_powers_targets(Pointer powers, int list, long first, long count, int[] out);

  /** The same for hours a year. 0 for an unknown bound too. */
  static native long rg_powers_hours_column(
      Pointer powers, int list, int which, long first, long count, double[] out);

  /**
   * The whole answer as JSON, the bytes that rg_ask() gives for the same question without an
   * id.
   */
  static native int rg_powers_json(Pointer powers, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_powers_free(long[] powers);

  /**
   * The zero-base review: the cheapest rules of a scope to keep so that, when the rest of it
   * goes, every duty and core task that stands today stands. Meaning and cost are those of
   * regelgraf::keep_set(): exact, and exponential in the worst case. With seconds, in the
   * question or in `limits`, the best that was found, with its bound and gap, not `complete`.
   * RG_INVALID_QUESTION at `ask`: the library was built without a solver.
   */
  static native int rg_keep_set(
      Pointer model, byte[] question, long question_length, Pointer limits, long[] out,
      long[] error);

  /**
   * At most so many removals from a scope that free the most hours and leave every duty and
   * core task standing. As rg_keep_set(); the question has `at_most`, and no `objective`.
   */
  static native int rg_best_removals(
      Pointer model, byte[] question, long question_length, Pointer limits, long[] out,
      long[] error);

  /**
   * What changed between two models, in meaning: elements, who decides what, what fell, which
   * hours. Meaning and cost are those of regelgraf::diff().
   */
  static native int rg_diff(
      Pointer before, Pointer after, byte[] date, Pointer limits, long[] out, long[] error);

  /**
   * Who decides what, before and now, as a table for the agenda: CSV with `;`, a head row, then
   * a row a matter and power. As rg_diff(); `language` of the head row, names and terms.
   */
  static native int rg_diff_table(
      Pointer before, Pointer after, byte[] date, int language, Pointer limits, long[] out,
      long[] error);

  /**
   * Does the model answer as a file of plan tests expects? Form, meaning and cost are those of
   * regelgraf::plan_test().
   */
  static native int rg_plan_test(
      Pointer model, byte[] cases, long length, long[] failed, long[] out, long[] error);

  /**
   * What did staff hand in, and to which rules does it belong? A nomination table read, matched
   * to the rules of the model, repeats put together. Meaning and cost are those of
   * regelgraf::read_nominations() and regelgraf::match_nominations(). A table that cannot be
   * read is an answer too: it has findings of severity `error`, and no nominations.
   */
  static native int rg_nominations_read(
      Pointer model, byte[] table, long length, byte[] options, Pointer limits, long[] out,
      long[] error);

  /**
   * The qualification sheet of a nomination table: a row a rule, with issuer, origin, hours,
   * who may repeal it, who is involved, what breaks and the heap it falls in. Meaning and cost
   * are those of regelgraf::qualify(). Otherwise as rg_nominations_read(); a table that cannot
   * be read is RG_INVALID_MODEL, with its findings in the error.
   */
  static native int rg_qualify(
      Pointer model, byte[] table, long length, byte[] options, byte[] format, Pointer limits,
      long[] out, long[] error);

  /**
   * In which steps are these elements removed, and when can they be gone at the earliest?
   * Meaning, order and cost are those of regelgraf::removal_plan().
   */
  static native int rg_removal_plan(
      Pointer question, Pointer ids, long count, long[] out, long[] error);

  /** 1 if somebody has the authority over each element, else 0. */
  static native int rg_removal_is_possible(Pointer removal);

  /**
   * The day on which all can be gone, as `2026-12-31`. Borrowed. NULL without a date, or if not
   * possible.
   */
  static native Pointer rg_removal_earliest(Pointer removal, long[] length);

  /** Days from the begin to the last decision; after them rg_removal_months() of notice. */
  static native double rg_removal_days(Pointer removal);

  /** Months of notice after the last decision. */
  static native double rg_removal_months(Pointer removal);

  /** How many elements `list` has. 0 for NULL or an unknown list. */
  static native long rg_removal_count(Pointer removal, int list);

  /** Id of element `i` of `list`. Borrowed. NULL if out of range. */
  static native Pointer rg_removal_id(Pointer removal, int list, long i, long[] length);

  /** How many steps there are, in order. */
  static native long rg_removal_step_count(Pointer removal);

  /** What step `i` is; RG_STEP_EXAMINE if out of range. */
  static native int rg_removal_step(Pointer removal, long i);

  /** About how many elements step `i` is. 0 if out of range. */
  static native long rg_removal_element_count(Pointer removal, long i);

  /** Id of the `j` th of them. Borrowed. NULL if out of range. */
  static native Pointer rg_removal_element(Pointer removal, long i, long j, long[] length);

  /** RG_STEP_INVOLVE: id of the rule of involvement. Borrowed. Else NULL. */
  static native Pointer rg_removal_involvement(Pointer removal, long i, long[] length);

  /** RG_STEP_INVOLVE: id of the body; NULL where it is not resolved. Borrowed. Else NULL. */
  static native Pointer rg_removal_body(Pointer removal, long i, long[] length);

  /** RG_STEP_DECIDE: how many holders are listed. Else 0. */
  static native long rg_removal_holder_count(Pointer removal, long i);

  /** Id of the `j` th holder, by id. Borrowed. NULL if out of range. */
  static native Pointer rg_removal_holder(Pointer removal, long i, long j, long[] length);

  /** RG_STEP_DECIDE: how many of the holders act together. Else 0. */
  static native int rg_removal_jointly(Pointer removal, long i);

  /** 1 if the step depends on something that is not told, else 0. */
  static native int rg_removal_depends(Pointer removal, long i);

  /** With a date: the day on which step `i` can be done at the earliest. Borrowed. Else NULL. */
  static native Pointer rg_removal_done(Pointer removal, long i, long[] length);

  /**
   * The whole answer as JSON, the bytes that rg_ask() gives for the same question without an
   * id: with the decision on each element.
   */
  static native int rg_removal_json(Pointer removal, long[] out, long[] error);

  /** Free an answer. */
  static native void rg_removal_free(long[] removal);

  /**
   * A model, a part of it, or an answer's derivation as a picture: DOT, GraphML or Mermaid for
   * other programs, or SVG. Meaning of the request as of regelgraf::picture(): {"of": {"ask":
   * "model" | "delegation" | "what_breaks" | "who_decides" | "why", ...}, "format": "dot" |
   * "graphml" | "mermaid" | "placing" | "svg", ...}. SVG takes two calls, since where things go
   * is worked out by Graphviz, whose library keeps state that threads cannot share: `placing`
   * gives the graph to be placed, the program `dot -Tplain` places it, and `svg` with its
   * answer in `placed` gives the drawing. Equal requests give equal bytes.
   */
  static native int rg_picture(Pointer model, byte[] request, long[] out, long[] error);

  /**
   * Sheets for the table of a working group, for each of the six steps of co-created steering,
   * filled in as far as the model knows: HTML that prints on A4, without script, nothing
   * fetched. Meaning of the request as of regelgraf::worksheets(): {"unit": id, "rules"?: [id],
   * "sheets"?: [word], "step"?: 1-6, "date"?, "language"?: "da" | "en", "internal"?: bool,
   * "as"?: "html" | "json"}; `html` is one page with all, `json` a list of {"sheet", "step",
   * "file", "title", "pages", "html"}.
   */
  static native int rg_worksheets(Pointer model, byte[] request, long[] out, long[] error);

  /**
   * A new review about a model, from the document without rows. Meaning:
   * regelgraf::Review::begin().
   */
  static native int rg_review_begin(
      Pointer model, byte[] head, long length, long[] out, long[] error);

  /** Reads a review. Everything that does not fit is in the error, with line and column. */
  static native int rg_review_read(byte[] text, long length, long[] out, long[] error);

  /** The review as canonical JSON: keys sorted, no white space, rows in their order. */
  static native int rg_review_json(Pointer review, long[] out, long[] error);

  /**
   * How far has it come, and what is missing before the next step? As JSON:
   * regelgraf::Review::status().
   */
  static native int rg_review_status(
      Pointer review, Pointer model, byte[] date, long[] out, long[] error);

  /**
   * The review with an event in it. Where the graph speaks against it the event is refused:
   * that is an answer and no error. What comes out then says the same as `review`, and `answer`
   * has everything that is missing and who could decide instead: {"applied": false, "refused":
   * [...]}. Meaning: regelgraf::Review::apply().
   */
  static native int rg_review_apply(
      Pointer review, Pointer model, byte[] event, long length, int[] applied, long[] out,
      long[] answer, long[] error);

  /**
   * A letter to each unit that nominated something, in Danish and English, as JSON:
   * regelgraf::Review::replies().
   */
  static native int rg_review_replies(
      Pointer review, Pointer model, byte[] date, long[] out, long[] error);

  /**
   * What came of it: hours, results, its own cost, what did not happen, as JSON:
   * regelgraf::Review::evaluation().
   */
  static native int rg_review_evaluation(
      Pointer review, Pointer model, byte[] date, long[] out, long[] error);

  /**
   * How the removals that were decided are carried out, group by group, as JSON:
   * regelgraf::Review::plans().
   */
  static native int rg_review_plans(
      Pointer review, Pointer model, byte[] date, long[] out, long[] error);

  /** Free a review. NULL is fine. */
  static native void rg_review_free(long[] review);

  /**
   * The gate for new rules: is a proposed rule ready to be decided on? As JSON with each
   * demand, the questions for the proposer and a text for an agenda: regelgraf::propose().
   */
  static native int rg_propose(
      Pointer model, byte[] proposal, long length, byte[] date, long[] out, long[] error);

  /** Make a new, empty store; the file must not be there yet. */
  static native int rg_store_init(
      byte[] path, long path_length, double wait_seconds, long[] out, long[] error);

  /** Open a store. One of an earlier version is brought forward first, unless it is only read. */
  static native int rg_store_open(
      byte[] path, long path_length, int read_only, double wait_seconds, long[] out, long[] error);

  /**
   * Record a change set whole, or say why not. A conflict and findings are answers: `recorded`
   * is then false. Form: src/store/README.md.
   */
  static native int rg_store_commit(
      Pointer store, byte[] change, long change_length, Pointer options, long[] out, long[] error);

  /** The number of the newest state; 0: nothing is recorded. Cheap, for polling. */
  static native int rg_store_state(Pointer store, long[] out, long[] error);

  /** The entries, oldest first: who recorded what, when and why, on which decision. */
  static native int rg_store_log(
      Pointer store, long after, byte[] element, byte[] recorded_by, long[] out, long[] error);

  /** One entry with what it changed. */
  static native int rg_store_entry(Pointer store, long state, long[] out, long[] error);

  /**
   * Which state counts for a pair of dates: virkning and registrering. Ask rg_store_model() for
   * its model, and that with `valid_on`.
   */
  static native int rg_store_as_of(
      Pointer store, byte[] valid_on, byte[] recorded_by, long[] out, long[] error);

  /** The frozen model of a state. */
  static native int rg_store_model(
      Pointer store, long state, Pointer limits, long[] out, long[] error);

  /** What changed between two states, in meaning; as rg_diff() of their models. */
  static native int rg_store_diff(
      Pointer store, long from, long to, byte[] valid_on, Pointer limits, long[] out, long[] error);

  /** Who set each field of an element, when and why. */
  static native int rg_store_blame(
      Pointer store, byte[] element, byte[] recorded_by, long[] out, long[] error);

  /** A rule review as it was recorded. */
  static native int rg_store_document(
      Pointer store, byte[] id, byte[] recorded_by, long[] out, long[] error);

  /**
   * Does everything in the store fit together? `state` and `hash`, as noted elsewhere, are held
   * against the history; without a hash neither is.
   */
  static native int rg_store_verify(
      Pointer store, long state, byte[] hash, Pointer limits, long[] out, long[] error);

  /** Copy the store, as it is at one moment, to a new SQLite file; others go on using it. */
  static native int rg_store_backup(Pointer store, byte[] path, long path_length, long[] error);

  /** The whole history as JSON Lines. */
  static native int rg_store_export(Pointer store, long[] out, long[] error);

  /**
   * Add the history of an export, of which this one must be the beginning. Everything is
   * checked, and added whole or not at all.
   */
  static native int rg_store_import(
      Pointer store, byte[] lines, long lines_length, Pointer limits, long[] added, long[] error);

  /**
   * Wait until there is a state after `state`, tell `told` of the newest, once, and return; or
   * return when the time is up. With 0 seconds it looks once.
   */
  static native int rg_store_follow(
      Pointer store, long state, double seconds, Pointer cancel, NewState told, Pointer data,
      long[] seen, long[] error);

  /** Close a store; models that came of it stay. */
  static native void rg_store_free(long[] store);
}
