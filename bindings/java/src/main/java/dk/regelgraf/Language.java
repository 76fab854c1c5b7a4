package dk.regelgraf;

/** The language of a text. */
public enum Language {
  DANISH(Native.Language.DANISH, "da"),
  ENGLISH(Native.Language.ENGLISH, "en");

  final int number;
  final String code;

  Language(Native.Language number, String code) {
    this.number = number.value();
    this.code = code;
  }
}
