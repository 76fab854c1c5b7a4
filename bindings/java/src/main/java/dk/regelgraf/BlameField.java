package dk.regelgraf;

/**
 * Who set one field of an element.
 *
 * @param field its name
 * @param value Map, List, String, Long, Double or Boolean
 * @param state the state that first had this value
 */
public record BlameField(String field, Object value, long state) {
  static BlameField of(Detail said) {
    return new BlameField(said.string("field"), said.toMap().get("value"), said.count("state"));
  }
}
