package dk.regelgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases that all languages share, asked as JSON and by the typed calls. */
final class CasesTest {
  private static final List<String> FILES =
      List.of(
          "examples/aalborg/cases.json",
          "examples/egedal/cases.json",
          "examples/fredensborg/cases.json",
          "examples/frederikshavn/cases.json",
          "examples/gladsaxe/cases.json",
          "examples/hoeje-taastrup/cases.json",
          "examples/horsens/cases.json",
          "examples/odder/cases.json",
          "examples/soroe/cases.json",
          "tests/layers/bare.cases.json",
          "src/layers/dk.cases.json");

  private static final Map<Path, Model> MODELS = new LinkedHashMap<>();

  @AfterAll
  static void close() {
    MODELS.values().forEach(Model::close);
  }

  private record Case(String name, Model model, Map<String, Object> ask, Object expect) {}

  private static Stream<Case> cases() {
    return FILES.stream()
        .flatMap(
            name -> {
              Path file = Shared.ROOT.resolve(name);
              Detail held = Detail.of(Shared.read(file));
              Model model =
                  MODELS.computeIfAbsent(
                      file.resolveSibling(held.string("model")).normalize(), Model::open);
              assertFalse(held.details("cases").isEmpty(), name);
              return held.details("cases").stream()
                  .map(
                      one ->
                          new Case(
                              name + ": " + one.string("name"),
                              model,
                              one.detail("ask").toMap(),
                              one.toMap().get("expect")));
            });
  }

  @TestFactory
  Stream<DynamicTest> asked() {
    return cases()
        .map(
            one ->
                dynamicTest(
                    one.name,
                    () ->
                        assertEquals(
                            List.of(),
                            Shared.differences(one.expect, one.model.ask(one.ask)))));
  }

  @TestFactory
  Stream<DynamicTest> typed() {
    return cases()
        .map(
            one ->
                dynamicTest(
                    one.name,
                    () -> {
                      Map<String, Object> ask = new LinkedHashMap<>(one.ask);
                      ask.remove("id");
                      if (List.of("what_breaks", "what_if").contains(ask.get("ask"))) {
                        ask.put("detail", "full");
                      }
                      String asked = one.model.ask(Json.write(ask));
                      Detail error = Detail.of(asked).detail("error");
                      if (error != null) {
                        RegelgrafException thrown =
                            assertThrows(
                                RegelgrafException.class,
                                () -> put(one.model, new Detail(ask)));
                        assertEquals(error.string("code").toUpperCase(), thrown.status().name());
                        assertEquals(error.string("message"), thrown.message());
                        assertEquals(error.string("at"), thrown.at());
                        return;
                      }
                      Answer answer = put(one.model, new Detail(ask));
                      assertEquals(asked, answer.json());
                      assertEquals(one.model.ask(ask), answer.toMap());
                    }));
  }

  /** The question by its typed call. */
  private static Answer put(Model model, Detail ask) {
    LocalDate date = ask.date("date");
    switch (ask.string("ask")) {
      case "what_breaks":
        return model.whatBreaks(ask.strings("remove"), ask.string("within"), date);
      case "what_if":
        return model.whatIf(change(ask));
      case "who_decides":
        return question(model, ask).whoDecides();
      case "may":
        return question(model, ask).may(ask.string("actor"));
      case "why":
        return model.why(ask.string("element"), date);
      case "cuts":
        CutsOptions cuts = new CutsOptions().to(ask.string("to")).date(date);
        if (ask.has("at_most")) {
          cuts.atMost(ask.whole("at_most"));
        }
        return model.cuts(ask.string("element"), cuts.deadline(Duration.ofHours(1)));
      case "rank":
        RankOptions rank = new RankOptions().by(ask.string("by")).date(date);
        if (ask.has("top")) {
          rank.top(ask.whole("top"));
        }
        if (ask.has("among")) {
          rank.among(ask.strings("among"));
        }
        return model.rank(rank);
      case "what_may":
        WhatMayOptions options =
            new WhatMayOptions().powers(ask.strings("powers")).kinds(ask.strings("kinds"));
        if (ask.has("by")) {
          options.by(ask.string("by"));
        }
        return question(model, ask).whatMay(ask.string("actor"), options);
      default:
        throw new AssertionError("no typed call for " + ask);
    }
  }

  private static Change change(Detail ask) {
    Change change = new Change().within(ask.string("within")).date(ask.date("date"));
    change.remove(ask.strings("remove").toArray(String[]::new));
    ask.details("add").forEach(element -> change.add(element.toMap()));
    if (ask.has("change")) {
      Detail changes = ask.detail("change");
      for (String id : changes.toMap().keySet()) {
        change.change(id, changes.detail(id).toMap());
      }
    }
    return change;
  }

  private static Question question(Model model, Detail ask) {
    Question question;
    if (!ask.has("target")) {
      question = model.question();
    } else if (ask.toMap().get("target") instanceof String id) {
      question = model.question(ask.string("power"), id);
    } else {
      Detail kle = ask.detail("target");
      question =
          model.question(ask.string("power"), new Kle(kle.string("kle"), kle.string("facet")));
    }
    question.unit(ask.string("unit")).date(ask.date("date"));
    if (ask.has("facts")) {
      ask.detail("facts")
          .toMap()
          .forEach(
              (name, value) -> {
                if (value instanceof Number number) {
                  question.fact(name, number.doubleValue());
                } else if (value instanceof Boolean yes) {
                  question.fact(name, yes);
                } else {
                  question.fact(name, (String) value);
                }
              });
    }
    question.disqualified(ask.strings("disqualified").toArray(String[]::new));
    return question.absent(ask.strings("absent").toArray(String[]::new));
  }

  @Test
  void aPlantedDifferenceIsSeen() {
    List<String> planted =
        List.of(
            "[{\"a\": 1}, {\"a\": 2}]",
            "[{\"a\": 1}, {}]",
            "[{\"a\": {}}, {\"a\": []}]",
            "[[1], [1, 2]]",
            "[[1], [2]]",
            "[[], null]",
            "[true, 1]",
            "[1, true]",
            "[\"a\", \"b\"]",
            "[[{\"a\": [1]}], [{\"a\": [1, 1]}]]");
    for (String two : planted) {
      List<?> pair = (List<?>) Json.read(two);
      assertEquals(1, Shared.differences(pair.get(0), pair.get(1)).size(), two);
    }
    List<?> part =
        (List<?>) Json.read("[{\"a\": [{\"b\": 1}]}, {\"a\": [{\"b\": 1.0, \"c\": 2}], \"d\": 3}]");
    assertEquals(List.of(), Shared.differences(part.get(0), part.get(1)));
  }

  @Test
  void theFilesOfCasesAreTested() {
    List<String> reports = new ArrayList<>();
    for (String name : FILES) {
      String cases = Shared.read(Shared.ROOT.resolve(name));
      Path file = Shared.ROOT.resolve(name);
      try (Model model = Model.open(file.resolveSibling(Detail.of(cases).string("model")))) {
        PlanTestReport report = model.test(cases);
        assertEquals(Detail.of(cases).details("cases").size(), report.cases().size());
        report.cases().stream()
            .filter(one -> !one.passed())
            .forEach(one -> reports.add(name + ": " + one.name() + " " + one.differences()));
        assertEquals(reports.isEmpty() ? 0 : reports.size(), report.failed());
      }
    }
    assertEquals(List.of(), reports);
  }
}
