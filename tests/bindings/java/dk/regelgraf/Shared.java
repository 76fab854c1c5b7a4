package dk.regelgraf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the tests share. */
final class Shared {
  private Shared() {}

  /** The project. */
  static final Path ROOT = Path.of(System.getProperty("regelgraf.root")).toAbsolutePath();

  static final Path ODDER = ROOT.resolve("examples/odder/odder.json");

  /** The small model of the Python binding's tests. */
  static final String SMALL =
      """
      {"regelgraf": 1, "model": {"id": "lille", "name": {"da": "Lille Sogn"}, "facts": [
        {"name": "amount", "type": "number", "unit": "DKK", "aliases": ["beløb"]},
        {"name": "halted", "type": "boolean", "default": false},
        {"name": "reason", "type": "text"}, {"name": "born", "type": "date"}]},
       "elements": [
        {"id": "råd", "kind": "actor", "tier": "council", "form": "body", "name": "Rådet på Ærø"},
        {"id": "chef", "kind": "actor", "tier": "management", "form": "post", "part_of": "råd"},
        {"id": "sted", "kind": "actor", "tier": "workplace", "form": "unit"},
        {"id": "sag", "kind": "matter", "code": "27.36"},
        {"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "chef",
         "binds": ["sted"]},
        {"id": "pligt", "kind": "duty", "needs": ["skema"], "name": "Pligt på æøå"},
        {"id": "g", "kind": "grant", "by": "plan", "to": ["chef"], "powers": ["decide"],
         "over": ["sag"], "conditions": [{"fact": "amount", "op": "<=", "value": 1000},
          {"fact": "halted", "op": "==", "value": false},
          {"fact": "born", "op": ">=", "value": "2000-01-01"}]},
        {"id": "g2", "kind": "grant", "by": "statute", "to": ["råd"], "powers": ["decide"],
         "over": ["sag"]}]}""";

  static Model small() {
    return Model.fromText(SMALL);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where {@code got} does not hold what is expected, each as one line; none: it does. */
  static List<String> differences(Object expected, Object got) {
    List<String> found = new ArrayList<>();
    differences(expected, got, "answer", found);
    return found;
  }

  private static void differences(Object expected, Object got, String at, List<String> found) {
    if (expected instanceof Map<?, ?> fields && got instanceof Map<?, ?> given) {
      fields.forEach(
          (key, value) -> {
            if (given.containsKey(key)) {
              differences(value, given.get(key), at + "." + key, found);
            } else {
              found.add(at + "." + key + " is missing");
            }
          });
    } else if (expected instanceof List<?> list
        && got instanceof List<?> given
        && list.size() == given.size()) {
      for (int i = 0; i < list.size(); ++i) {
        differences(list.get(i), given.get(i), at + "[" + i + "]", found);
      }
    } else if (!same(expected, got)) {
      found.add(at + " is " + got + ", not " + expected);
    }
  }

  private static boolean same(Object expected, Object got) {
    if (expected instanceof Number one && got instanceof Number other) {
      return one.doubleValue() == other.doubleValue();
    }
    return java.util.Objects.equals(expected, got)
        && !(expected instanceof Map)
        && !(expected instanceof List);
  }
}
