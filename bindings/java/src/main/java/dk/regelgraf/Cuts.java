package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * What an element hangs on: sets of elements, smallest first, none part of another.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param element the element asked about
 * @param to "break" or "restore"
 * @param stands whether the element stands as things are
 * @param sets a set of one is a single point of failure; the one empty set: nothing need be
 *     done
 * @param complete false: the limit or the time cut the list; there may be more
 * @param text the answer in words
 */
public record Cuts(
    String json,
    LocalDate date,
    String element,
    String to,
    boolean stands,
    List<List<String>> sets,
    boolean complete,
    Text text)
    implements Answer {
  static Cuts of(String json) {
    Detail said = Detail.of(json);
    return new Cuts(
        json,
        said.date("date"),
        said.string("element"),
        said.string("to"),
        said.is("stands"),
        said.lists("sets"),
        said.is("complete"),
        said.text("text"));
  }
}
