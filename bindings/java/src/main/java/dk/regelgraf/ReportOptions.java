package dk.regelgraf;

import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the page shows; see {@link Model#report(ReportOptions)}. */
public final class ReportOptions {
  private final Map<String, Object> options = new LinkedHashMap<>();
  Limits limits;

  private ReportOptions set(String name, Object value) {
    Json.put(options, name, value);
    return this;
  }

  /** Of the words; Danish if not said. */
  public ReportOptions language(Language language) {
    return set("language", language.code);
  }

  /** The day to look at; the model's last state if not said. */
  public ReportOptions date(LocalDate date) {
    return set("date", date);
  }

  /** Show internal elements too. */
  public ReportOptions internal(boolean internal) {
    return set("internal", internal);
  }

  /** A review whose heaps and decisions are shown. */
  public ReportOptions review(Review review) {
    return review(review.json());
  }

  /** The same as JSON; its {@code qualification} and {@code dispositions} are enough. */
  public ReportOptions review(String json) {
    return set("review", Json.read(json));
  }

  /**
   * The file {@code engine.wasm.gz} of this version, with which the page says what breaks without the
   * rules marked on it.
   */
  public ReportOptions engine(byte[] engine) {
    return set("engine", Base64.getEncoder().encodeToString(engine));
  }

  /**
   * How long it may take, who may stop it, who wants to see it. Half a page is none: late throws
   * CancelledException.
   */
  public ReportOptions limits(Limits limits) {
    this.limits = limits;
    return this;
  }

  byte[] json() {
    return Calls.utf8(Json.write(options), "options");
  }
}
