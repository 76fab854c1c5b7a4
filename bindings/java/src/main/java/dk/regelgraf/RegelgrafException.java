package dk.regelgraf;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * What can go wrong, by kind. A fact about the data ("nobody decides") is an answer, not an
 * exception.
 */
public abstract class RegelgrafException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Status status;
  private final String message;
  private final String at;
  private final String advice;
  private final transient List<SourceFinding> findings;

  /** What is said of a failure. */
  record Said(String message, String at, String advice, List<SourceFinding> findings) {}

  RegelgrafException(Status status, Said said) {
    super(said.at.isEmpty() ? said.message : said.at + ": " + said.message);
    this.status = status;
    this.message = said.message;
    this.at = said.at;
    this.advice = said.advice;
    this.findings = said.findings;
  }

  /** The status in the C ABI. */
  public final Status status() {
    return status;
  }

  /** One English line, without a full stop; {@link #getMessage} has {@link #at} before it. */
  public final String message() {
    return message;
  }

  /** Which part of the question is meant, as "remove[0]"; "" where none is. */
  public final String at() {
    return at;
  }

  /** What to do about it, one English line; "" where the library says nothing. */
  public final String advice() {
    return advice;
  }

  /** Everything that is wrong with a model; empty for questions, and once serialized. */
  public final List<SourceFinding> findings() {
    return findings == null ? List.of() : findings;
  }

  /** The exception for a failed call; frees its rg_error. */
  static RegelgrafException take(int status, long[] held) {
    Pointer error = Calls.pointer(held);
    if (error == null) {
      return of(Status.of(status), new Said("the library says no more", "", "", List.of()));
    }
    try {
      List<SourceFinding> findings = new ArrayList<>();
      for (long i = 0; i < Native.rg_error_finding_count(error); ++i) {
        findings.add(SourceFinding.of(Detail.of(Calls.text(Native.rg_error_finding(error, i)))));
      }
      return of(
          Status.of(status),
          new Said(
              Calls.text(Native.rg_error_message(error)),
              Calls.text(Native.rg_error_at(error)),
              Calls.text(Native.rg_error_advice(error)),
              List.copyOf(findings)));
    } finally {
      Native.rg_error_free(held);
    }
  }

  /** Throws the {@code error} of an answer, if it has one. */
  static String checked(String answer) {
    Detail error = Detail.of(answer).detail("error");
    if (error != null) {
      String at = error.string("at");
      throw of(
          Status.of(error.string("code")),
          new Said(error.string("message"), at == null ? "" : at, "", List.of()));
    }
    return answer;
  }

  private static RegelgrafException of(Status status, Said said) {
    switch (status) {
      case INVALID_ARGUMENT:
        return new InvalidArgumentException(said);
      case INVALID_QUESTION:
        return new InvalidQuestionException(said);
      case UNKNOWN_ELEMENT:
        return new UnknownElementException(said);
      case WRONG_TYPE:
        return new WrongTypeException(said);
      case INVALID_MODEL:
        return new InvalidModelException(said);
      case UNREADABLE:
        return new UnreadableException(said);
      case PERSONAL_DATA:
        return new PersonalDataException(said);
      case TOO_LARGE:
        return new TooLargeException(said);
      case CANCELLED:
        return new CancelledException(said);
      case OUT_OF_MEMORY:
        return new OutOfMemoryException(said);
      default:
        return new InternalException(said);
    }
  }
}
