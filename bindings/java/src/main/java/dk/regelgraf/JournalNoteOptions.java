package dk.regelgraf;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** What a note says besides; see {@link Question#journalNote(JournalNoteOptions)}. */
public final class JournalNoteOptions {
  String actor;
  String caseNo;
  String made;
  Language language = Language.DANISH;
  boolean internal;

  /** May this actor, too? */
  public JournalNoteOptions actor(String actor) {
    this.actor = actor;
    return this;
  }

  /** The host's number of the case. */
  public JournalNoteOptions caseNo(String caseNo) {
    this.caseNo = caseNo;
    return this;
  }

  /** When the note is made, since the library reads no clock. */
  public JournalNoteOptions made(LocalDate made) {
    this.made = made.toString();
    return this;
  }

  /** When the note is made, to the second. */
  public JournalNoteOptions made(LocalDateTime made) {
    LocalDateTime second = made.truncatedTo(ChronoUnit.SECONDS);
    this.made = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(second);
    return this;
  }

  /** Of the words; Danish if not said. */
  public JournalNoteOptions language(Language language) {
    this.language = language;
    return this;
  }

  /** Name internal elements too; else they are counted only. */
  public JournalNoteOptions internal(boolean internal) {
    this.internal = internal;
    return this;
  }
}
