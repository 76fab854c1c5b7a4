package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The declarations follow the header, and a library that does not fit is refused. */
final class NativeTest {
  private static final String HEADER =
      Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL)
          .matcher(Shared.read(Shared.ROOT.resolve("capi/include/regelgraf.h")))
          .replaceAll("");

  private static Map<String, String> declaredInC() {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher one =
        Pattern.compile("RG_API\\s+([\\w\\s*]+?)\\s*RG_CALL\\s+(rg_\\w+)\\s*\\(([^)]*)\\)\\s*;")
            .matcher(HEADER);
    while (one.find()) {
      List<String> takes = new ArrayList<>();
      if (!one.group(3).strip().equals("void")) {
        for (String parameter : one.group(3).split(",")) {
          takes.add(type(parameter.strip().replaceAll("\\w+$", ""), false));
        }
      }
      found.put(one.group(2), type(one.group(1), true) + " " + takes);
    }
    return found;
  }

  /** The Java type for a type in C. */
  private static String type(String c, boolean returned) {
    String name = c.replaceAll("\\s+", " ").strip().replaceAll("\\s*\\*", "*");
    if (Pattern.compile("typedef int32_t " + Pattern.quote(name) + ";").matcher(HEADER).find()) {
      return "int";
    }
    switch (name) {
      case "void":
      case "double":
        return name;
      case "int32_t":
      case "uint32_t":
        return "int";
      case "size_t":
      case "uint64_t":
        return "long";
      case "const char*":
        return returned ? "Pointer" : "byte[]";
      case "size_t*":
      case "uint64_t*":
        return "long[]";
      case "int32_t*":
      case "uint32_t*":
      case "rg_permission*":
        return "int[]";
      case "double*":
        return "double[]";
      case "rg_progress":
        return "Progress";
      case "rg_log":
        return "Log";
      case "rg_new_state":
        return "NewState";
      case "const char**":
        return "Pointer";
      default:
        return name.endsWith("**") ? "long[]" : "Pointer";
    }
  }

  @Test
  void everyFunctionIsDeclaredAsInTheHeader() {
    Map<String, String> declared = new LinkedHashMap<>();
    for (Method method : Native.class.getDeclaredMethods()) {
      if (Modifier.isNative(method.getModifiers())) {
        List<String> takes =
            Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
        declared.put(method.getName(), method.getReturnType().getSimpleName() + " " + takes);
      }
    }
    Map<String, String> header = declaredInC();
    assertEquals(header.size(), HEADER.split("RG_CALL rg_").length - 1);
    assertTrue(header.size() > 150);
    assertEquals(header, declared);
    assertEquals(Native.RG_ABI_VERSION, Native.rg_abi_version());
  }

  @Test
  void aPlantedDifferenceIsCaught() {
    assertNotEquals(type("size_t*", false), type("size_t", false));
    assertNotEquals(type("int32_t", false), type("double", false));
    assertNotEquals(type("const char* const*", false), type("const char*", false));
    assertNotEquals(type("rg_model**", false), type("rg_model*", false));
  }

  /** The typed accessors say what the records say. */
  @Test
  void theAccessorsAgreeWithTheAnswers() {
    long[] none = new long[1];
    try (Model model = Model.open(Shared.ODDER);
        Handle.Use use = model.handle.use()) {
      Pointer odder = use.pointer();
      long[] out = new long[1];
      byte[] repeal = Calls.utf8("repeal", "");
      byte[] rule = Calls.utf8("ugenotat", "");

      long[] question = new long[1];
      assertEquals(0, Native.rg_question_new(odder, repeal, rule, question, none));
      assertEquals(0, Native.rg_who_decides(Calls.pointer(question), out, none));
      Pointer said = Calls.pointer(out);
      Decision decision = model.whoDecides("repeal", "ugenotat");
      assertEquals(
          decision.verdict().name(),
          Native.Verdict.values()[Native.rg_decision_verdict(said)].name());
      assertEquals(decision.options().size(), Native.rg_decision_option_count(said));
      for (int i = 0; i < decision.options().size(); ++i) {
        Option option = decision.options().get(i);
        assertEquals(option.holders().size(), Native.rg_decision_holder_count(said, i));
        for (int k = 0; k < option.holders().size(); ++k) {
          long[] length = new long[1];
          Pointer holder = Native.rg_decision_holder(said, i, k, length);
          assertEquals(option.holders().get(k), Calls.text(holder, length[0]));
          assertEquals(option.holders().get(k), Calls.text(holder));
        }
        assertEquals(option.jointly(), Native.rg_decision_jointly(said, i));
        long[] length = new long[1];
        assertEquals(
            option.grant(), Calls.text(Native.rg_decision_grant(said, i, length), length[0]));
        for (int k = 0; k < option.chain().size(); ++k) {
          assertEquals(
              option.chain().get(k), Calls.text(Native.rg_decision_chain(said, i, k, null)));
        }
        assertNull(Native.rg_decision_chain(said, i, option.chain().size(), null));
        assertEquals(option.involve().size(), Native.rg_decision_involvement_count(said, i));
      }
      Native.rg_decision_free(out);
      assertNull(Calls.pointer(out));
      Native.rg_decision_free(out);
      Native.rg_question_free(question);

      try (Calls.Texts ids = Calls.Texts.of(List.of("delmaal"), "")) {
        assertEquals(
            0, Native.rg_what_breaks(odder, ids.pointer(), 1, null, null, out, none));
      }
      Breaks breaks = model.whatBreaks("delmaal");
      int list = Native.BreaksList.BROKEN.value();
      int size = breaks.broken().size();
      assertEquals(size, Native.rg_breaks_count(Calls.pointer(out), list));
      int[] numbers = new int[size + 1];
      assertEquals(
          size, Native.rg_breaks_elements(Calls.pointer(out), list, 0, size + 1, numbers));
      List<String> all = model.ids();
      for (int i = 0; i < size; ++i) {
        assertEquals(breaks.broken().get(i), all.get(numbers[i]));
      }
      assertEquals(
          breaks.hours().get("fallen").likely(),
          Native.rg_breaks_hours(
              Calls.pointer(out),
              Native.BreaksFigure.FALLEN.value(),
              Native.Bound.LIKELY.value()));
      Native.rg_breaks_free(out);

      assertEquals(0, Native.rg_rank(odder, 0, 5, null, 0, null, null, out, none));
      List<Ranked> order = model.rank(new RankOptions().top(5)).order();
      double[] column = new double[5];
      assertEquals(
          5,
          Native.rg_ranking_column(
              Calls.pointer(out), Native.RankingFigure.HOURS_LIKELY.value(), 0, 5, column));
      assertArrayEquals(
          order.stream().mapToDouble(one -> one.hours().likely()).toArray(), column);
      Native.rg_ranking_free(out);
    }
  }

  private static String run(Path library) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dregelgraf.library=" + library,
                "-cp",
                System.getProperty("java.class.path"),
                "dk.regelgraf.SayVersion")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }

  private static Path compiled(Path folder, String text) throws Exception {
    Path source = Files.writeString(folder.resolve("other.c"), text);
    Path library = folder.resolve("libother.so");
    String compiler = System.getenv().getOrDefault("REGELGRAF_CC", "cc");
    new ProcessBuilder(compiler, "-shared", "-fPIC", source.toString(), "-o", library.toString())
        .inheritIO()
        .start()
        .waitFor();
    return library;
  }

  @Test
  void anotherAbiIsRefusedWithBothNumbersAndThePath(@TempDir Path folder) throws Exception {
    Path library =
        compiled(
            folder,
            "int rg_abi_version(void) { return 7; }"
                + "const char *rg_version(void) { return \"9.8.7\"; }");
    String said = run(library);
    assertTrue(
        said.contains(
            "UnsatisfiedLinkError: regelgraf: this package speaks ABI 2, but the library "
                + library
                + " is version 9.8.7 with ABI 7"),
        said);
  }

  @Test
  void aLibraryWithoutAFunctionIsRefused(@TempDir Path folder) throws Exception {
    String said =
        run(
            compiled(
                folder,
                "int rg_abi_version(void) { return 2; }"
                    + "const char *rg_version(void) { return \"0.1.0\"; }"));
    assertTrue(said.contains("UnsatisfiedLinkError") && said.contains("rg_"), said);
  }

  @Test
  void whatIsNoLibraryIsRefused(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("libregelgraf.so");
    String sentence = "UnsatisfiedLinkError: regelgraf: cannot load the library " + path;
    String said = run(path);
    assertTrue(said.contains(sentence), said);
    Files.writeString(path, "not a library");
    said = run(path);
    assertTrue(said.contains(sentence), said);
  }

  @Test
  void theLibraryIsFoundInTheJarsResources(@TempDir Path folder) throws Exception {
    Path library = Path.of(System.getProperty("regelgraf.library"));
    Path resource = Files.createDirectories(folder.resolve("linux-x86-64"));
    Files.createSymbolicLink(resource.resolve("libregelgraf.so"), library.toRealPath());
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + folder,
            "dk.regelgraf.SayVersion");
    builder.environment().remove("REGELGRAF_LIBRARY");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(Regelgraf.version(), said.strip());
  }

  @Test
  void theExampleAndTheReadmePrintWhatTheySay(@TempDir Path folder) throws Exception {
    Path example = Shared.ROOT.resolve("examples/java/Ask.java");
    assertEquals(
        Shared.read(Shared.ROOT.resolve("examples/expected.txt")),
        java(example, Shared.ODDER.toString(), "ugenotat"));
    String readme = Shared.read(Shared.ROOT.resolve("bindings/java/README.md"));
    List<String> programs = blocks(readme, "java");
    List<String> printed = blocks(readme, "text");
    assertEquals(2, programs.size());
    for (int i = 0; i < programs.size(); ++i) {
      Path program = Files.writeString(folder.resolve("Show" + i + ".java"), programs.get(i));
      assertEquals(printed.get(i), java(program));
    }
  }

  private static List<String> blocks(String readme, String kind) {
    return Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** What a Java program prints, run from the root. */
  private static String java(Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dregelgraf.library=" + System.getProperty("regelgraf.library"));
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(Shared.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), "UTF-8");
    process.waitFor();
    return said;
  }
}
