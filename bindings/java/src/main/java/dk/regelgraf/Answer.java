package dk.regelgraf;

import java.time.LocalDate;
import java.util.Map;

/**
 * What all answers have. Answers are values: they never change, outlive their model, and are equal
 * where the library said the same, byte for byte.
 */
public interface Answer {
  /** The answer as the library gave it. */
  String json();

  /** The day asked about; null: the model's last state. */
  LocalDate date();

  /** The whole answer as FORMATS section 2 has it, causes and derivations included. */
  default Map<String, Object> toMap() {
    return Json.readObject(json());
  }
}
