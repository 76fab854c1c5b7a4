package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * Who decides, as a note for a case file. It states authority, never lawfulness.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param text the note itself: plain text, lines of at most 80 characters
 * @param agendaLine the line that agendas print
 * @param verdict what the answer comes to
 * @param earliest the first day on which all before the decision can be over; null: no date, or
 *     nothing to wait for
 * @param toAsk what to ask, in the model's own words
 * @param warnings what to mind
 * @param withheld how many internal elements the note does not name
 */
public record JournalNote(
    String json,
    LocalDate date,
    String text,
    String agendaLine,
    Verdict verdict,
    LocalDate earliest,
    List<String> toAsk,
    List<String> warnings,
    int withheld)
    implements Answer {
  static JournalNote of(String json) {
    Detail said = Detail.of(json);
    Detail note = said.detail("note");
    return new JournalNote(
        json,
        said.date("date"),
        note.string("text"),
        note.string("agenda_line"),
        Verdict.of(note.string("verdict")),
        note.date("earliest"),
        note.strings("to_ask"),
        note.strings("warnings"),
        note.whole("withheld"));
  }
}
