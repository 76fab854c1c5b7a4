package dk.regelgraf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A picture of a model or of an answer; see {@link Model#picture} and {@link Question#picture}. Say
 * what it shows, one thing at most, in one thread; then any number may have it written. Each format
 * asks the model anew when it is called for, and what is wrong with the question is thrown then.
 */
public final class Picture {
  private static final int SECONDS = 60; // for `dot` to place a picture

  private final Model model;
  private final Map<String, Object> request = new LinkedHashMap<>();
  private final Map<String, Object> how = new LinkedHashMap<>();
  private Map<String, Object> of;

  Picture(Model model) {
    this.model = model;
  }

  Picture(Model model, Map<String, Object> of) {
    this.model = model;
    this.of = of;
  }

  private Picture of(String ask, String field, Object value) {
    if (of != null) {
      throw new InvalidQuestionException("a picture is of elements or of one answer", "of");
    }
    of = new LinkedHashMap<>();
    of.put("ask", ask);
    Json.put(of, field, value);
    return this;
  }

  /** What lies near these elements: within {@link #steps}. */
  public Picture around(String... elements) {
    return of("model", "elements", Arrays.asList(elements));
  }

  /** How many steps are near, from 0 to 100; 1 if not said. */
  public Picture steps(int steps) {
    how.put("steps", steps);
    return this;
  }

  /** The ways up to the last grounds and purposes of an element. */
  public Picture why(String element) {
    return of("why", "element", element);
  }

  /** What falls without these elements, and what each lacks. */
  public Picture whatBreaks(String... remove) {
    return of("what_breaks", "remove", Arrays.asList(remove));
  }

  /** All grants, from which they come, and to whom they go. */
  public Picture delegation() {
    return of("delegation", "element", null);
  }

  /** One grant, those it comes from, and those that come from it. */
  public Picture delegation(String grant) {
    return of("delegation", "element", grant);
  }

  /** Of whatBreaks: the unit it is seen from. */
  public Picture within(String unit) {
    Json.put(how, "within", unit);
    return this;
  }

  /** Of an answer: the day to look at; the model's last state if not said. */
  public Picture date(LocalDate date) {
    Json.put(how, "date", date);
    return this;
  }

  /** Of all words; Danish if not said. */
  public Picture language(Language language) {
    request.put("language", language.code);
    return this;
  }

  /** Name internal elements too; else they stand without a name. */
  public Picture internal(boolean internal) {
    request.put("internal", internal);
    return this;
  }

  /** For Graphviz. */
  public String dot() {
    return as("dot", null);
  }

  /** For Gephi, yEd and NetworkX. */
  public String graphml() {
    return as("graphml", null);
  }

  /** A flowchart for Markdown; throws TooLargeException beyond what Mermaid draws. */
  public String mermaid() {
    return as("mermaid", null);
  }

  /** What {@code dot -Tplain} is to place for {@link #svg(String)}. */
  public String placing() {
    return as("placing", null);
  }

  /** A drawing, where {@code placed} is the answer of {@code dot -Tplain} to {@link #placing}. */
  public String svg(String placed) {
    return as("svg", placed);
  }

  /**
   * A drawing, placed by the program {@code dot} of Graphviz; a minute at most.
   *
   * @throws IOException there is no such program, or it failed
   * @throws TooLargeException more than 250 elements
   */
  public String svg() throws IOException {
    return svg(placed(placing()));
  }

  private static String placed(String placing) throws IOException {
    Process dot = started();
    try {
      CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(dot::destroyForcibly);
      try (OutputStream in = dot.getOutputStream()) {
        in.write(placing.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (dot.onExit().join().exitValue() != 0) {
        throw new IOException("regelgraf: the program `dot` could not place the picture");
      }
      return said;
    } finally {
      dot.destroyForcibly();
    }
  }

  private static Process started() throws IOException {
    try {
      return new ProcessBuilder("dot", "-Tplain")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException missing) {
      throw new IOException(
          "regelgraf: a drawing needs the program `dot`: apt install graphviz", missing);
    }
  }

  /** Write to a file, in the format of its ending: .svg, .dot, .gv, .graphml, .mmd. */
  public void save(Path path) throws IOException {
    String name = path.toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String text =
        switch (ending) {
          case "svg" -> svg();
          case "dot", "gv" -> dot();
          case "graphml" -> graphml();
          case "mmd" -> mermaid();
          default ->
              throw new InvalidArgumentException(
                  "a picture is written as .svg, .dot, .gv, .graphml or .mmd", "path");
        };
    Files.writeString(path, text);
  }

  private String as(String format, String placed) {
    Map<String, Object> shown = new LinkedHashMap<>(of == null ? Map.of("ask", "model") : of);
    shown.putAll(how);
    Map<String, Object> asked = new LinkedHashMap<>(request);
    asked.put("of", shown);
    asked.put("format", format);
    Json.put(asked, "placed", placed);
    byte[] given = Calls.utf8(Json.write(asked), "request");
    try (Handle.Use of = model.handle.use()) {
      return Calls.taken((out, error) -> Native.rg_picture(of.pointer(), given, out, error));
    }
  }
}
