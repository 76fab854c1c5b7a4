package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Pictures, worksheets, and the report. */
final class PictureTest {
  private static Model odder;

  @BeforeAll
  static void open() {
    odder = Model.open(Shared.ODDER);
  }

  @AfterAll
  static void close() {
    odder.close();
  }

  private static void needsDot() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dot"))),
        "no Graphviz: apt install graphviz");
  }

  private static Element parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  @Test
  void aPictureInEachFormat() throws Exception {
    Picture picture =
        odder.picture().whatBreaks("afgoerelse-skabelon").language(Language.ENGLISH);
    assertTrue(picture.dot().startsWith("digraph regelgraf {"));
    assertTrue(
        picture.mermaid().startsWith("flowchart TB\n  accTitle: What breaks without"));
    assertEquals(2, parsed(picture.graphml()).getElementsByTagName("node").getLength());
    assertTrue(picture.graphml().contains("ret-begrundelse"));
    assertTrue(picture.placing().startsWith("digraph"));
    assertEquals(picture.dot(), picture.dot());
  }

  @Test
  void everythingCanBeDrawn() throws Exception {
    needsDot();
    Question question =
        odder
            .question("decide", new Kle("27.36.12"))
            .unit("bostoette")
            .fact("amount", 30000)
            .date(LocalDate.of(2026, 1, 1));
    for (Picture picture :
        List.of(
            odder.picture(),
            odder.picture().around("ugenotat").steps(2),
            odder.picture().why("ugenotat").date(LocalDate.of(2026, 3, 1)),
            odder.picture().whatBreaks("ugenotat", "visitationsmodel").within("bofaellesskab"),
            question.picture(),
            odder.question("repeal", "ugenotat").picture().language(Language.ENGLISH),
            odder.picture().delegation(),
            odder.picture().delegation("g-socialchef").internal(true))) {
      String drawn = picture.svg();
      assertEquals("img", parsed(drawn).getAttribute("role"));
      assertEquals(drawn, picture.svg());
    }
  }

  @Test
  void aPictureOfAQuestionIsOfTheQuestionAsItWas() {
    Question question = odder.question("repeal", "ugenotat");
    Picture picture = question.picture();
    String before = picture.dot();
    question.absent("leder-udfoerer");
    assertEquals(before, picture.dot());
    assertNotEquals(before, question.picture().dot());
  }

  @Test
  void aPictureIsSavedByTheEndingOfItsName(@TempDir Path folder) throws IOException {
    Picture picture = odder.picture().around("ugenotat");
    picture.save(folder.resolve("a.graphml"));
    assertEquals(picture.graphml(), Shared.read(folder.resolve("a.graphml")));
    picture.save(folder.resolve("a.gv"));
    assertEquals(picture.dot(), Shared.read(folder.resolve("a.gv")));
    picture.save(folder.resolve("a.mmd"));
    assertEquals(picture.mermaid(), Shared.read(folder.resolve("a.mmd")));
    for (String name : List.of("a.png", "a", "svg")) {
      assertThrows(
          InvalidArgumentException.class, () -> picture.save(folder.resolve(name)));
    }
    assertThrows(IOException.class, () -> picture.save(folder.resolve("ingen/a.dot")));
  }

  @Test
  void whatIsWrongIsThrown() {
    assertThrows(
        UnknownElementException.class, () -> odder.picture().around("findes ikke").dot());
    assertThrows(
        InvalidQuestionException.class,
        () -> odder.picture().around("ugenotat").why("ugenotat"));
    assertThrows(
        InvalidQuestionException.class,
        () -> odder.question("repeal", "ugenotat").picture().delegation());
    assertThrows(InvalidQuestionException.class, () -> odder.question().picture());
    assertThrows(
        InvalidQuestionException.class, () -> odder.picture().delegation("ugenotat").dot());
    assertThrows(InvalidQuestionException.class, () -> odder.picture().around().dot());
    assertThrows(InvalidQuestionException.class, () -> odder.picture().why(null).dot());
    assertThrows(
        InvalidQuestionException.class, () -> odder.picture().why("ugenotat").steps(2).dot());
    assertThrows(
        PersonalDataException.class, () -> odder.picture().around("010190-1234").dot());
    assertThrows(
        WrongTypeException.class,
        () ->
            odder.question("repeal", "ugenotat").fact("amount", "mange").picture().dot());
    Model closed = Shared.small();
    Picture picture = closed.picture();
    closed.close();
    assertThrows(InvalidArgumentException.class, picture::dot);
  }

  @Test
  void aLayoutOfSomethingElseIsRefused() throws Exception {
    needsDot();
    Picture picture = odder.picture().around("ugenotat");
    Process dot = new ProcessBuilder("dot", "-Tplain").start();
    dot.getOutputStream().write(picture.placing().getBytes("UTF-8"));
    dot.getOutputStream().close();
    String good = new String(dot.getInputStream().readAllBytes(), "UTF-8");
    assertEquals(picture.svg(), picture.svg(good));
    List<UnaryOperator<String>> damages =
        List.of(
            text -> "",
            text -> text.replace("node n0", "node n1"),
            text -> text.replace("n0", "n9999999"),
            text -> text.substring(0, text.length() / 2),
            text -> text.replace(".", "e9"),
            text -> text.replace("graph 1", "graph 1 nan"),
            text -> "\0".repeat(1000));
    for (UnaryOperator<String> damage : damages) {
      assertThrows(
          InvalidQuestionException.class, () -> picture.svg(damage.apply(good)));
    }
    assertThrows(InvalidQuestionException.class, () -> picture.svg((String) null));
  }

  @Test
  void withoutDotADrawingSaysWhatIsMissing(@TempDir Path folder) throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("Draw.java"),
            "import dk.regelgraf.*;\n"
                + "class Draw {\n"
                + "  public static void main(String[] args) {\n"
                + "    try (Model model = Model.open(args[0])) {\n"
                + "      System.out.println(model.picture().around(\"ugenotat\").svg());\n"
                + "    } catch (java.io.IOException missing) {\n"
                + "      System.out.println(missing.getMessage());\n"
                + "    }\n"
                + "  }\n"
                + "}\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dregelgraf.library=" + System.getProperty("regelgraf.library"),
            "-cp",
            System.getProperty("java.class.path"),
            program.toString(),
            Shared.ODDER.toString());
    builder.environment().put("PATH", folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertTrue(said.contains("needs the program `dot`: apt install graphviz"), said);
  }

  @Test
  void worksheets(@TempDir Path folder) throws IOException {
    WorksheetsOptions about = new WorksheetsOptions().rules("ugenotat");
    Worksheets sheets = odder.worksheets("bofaellesskab", about);
    assertEquals(12, sheets.sheets().size());
    List<Integer> steps = sheets.sheets().stream().map(Worksheet::step).toList();
    assertEquals(steps.stream().sorted().toList(), steps);
    for (Worksheet sheet : sheets.sheets()) {
      assertEquals(
          sheet.pages(), sheet.html().split("<section class=\"page\">", -1).length - 1);
    }
    List<Path> paths = sheets.save(folder.resolve("ark"));
    assertEquals(12, paths.size());
    assertEquals(folder.resolve("ark/06-loesning.html"), paths.get(5));
    assertEquals(sheets.sheets().get(5).html(), Shared.read(paths.get(5)));
    assertNotEquals(sheets, odder.worksheets("bofaellesskab"));
    assertEquals(sheets, odder.worksheets("bofaellesskab", about));
    assertEquals(
        List.of("time_log", "evaluation"),
        odder
            .worksheets(
                "bofaellesskab",
                new WorksheetsOptions()
                    .step(5)
                    .language(Language.ENGLISH)
                    .internal(true)
                    .date(LocalDate.of(2026, 3, 1)))
            .sheets()
            .stream()
            .map(Worksheet::sheet)
            .toList());
    assertEquals(
        "learning",
        odder
            .worksheets("bofaellesskab", new WorksheetsOptions().sheets("learning"))
            .sheets()
            .get(0)
            .sheet());
    assertThrows(InvalidQuestionException.class, () -> odder.worksheets("ugenotat"));
    assertThrows(InvalidQuestionException.class, () -> odder.worksheets(null));
    assertThrows(
        UnknownElementException.class,
        () -> odder.worksheets("bofaellesskab", new WorksheetsOptions().rules("nix")));
    String[] many = Stream.generate(() -> "ugenotat").limit(13).toArray(String[]::new);
    assertThrows(
        TooLargeException.class,
        () -> odder.worksheets("bofaellesskab", new WorksheetsOptions().rules(many)));
  }

  @Test
  void theReport() {
    String page = odder.report();
    assertTrue(page.startsWith("<!doctype html>"));
    assertTrue(page.contains("lang=\"da\""));
    assertEquals(page, odder.report());
    String english =
        odder.report(
            new ReportOptions()
                .language(Language.ENGLISH)
                .date(LocalDate.of(2026, 3, 1))
                .internal(true));
    assertTrue(english.contains("lang=\"en\""));
    String tried = odder.report(new ReportOptions().engine(new byte[] {65, 66, 67}));
    assertTrue(tried.contains("QUJD") && tried.contains("wasm-unsafe-eval"));
    try (Review review = Review.begin(odder, Map.of("id", "r"))) {
      String reviewed = odder.report(new ReportOptions().review(review));
      assertNotEquals(page, reviewed);
      assertEquals(reviewed, odder.report(new ReportOptions().review(review.json())));
    }
    assertThrows(
        InvalidQuestionException.class,
        () -> odder.report(new ReportOptions().review("[]")));
    assertThrows(
        InvalidQuestionException.class,
        () -> odder.report(new ReportOptions().date(LocalDate.of(10000, 1, 1))));
    assertThrows(
        CancelledException.class,
        () -> odder.report(new ReportOptions().limits(new Limits().deadline(Duration.ZERO))));
  }
}
