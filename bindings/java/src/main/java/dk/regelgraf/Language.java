package dk.regelgraf;

/** The language of a text. */
public enum Language {
  DANISH(Native.RG_DANISH, "da"),
  ENGLISH(Native.RG_ENGLISH, "en");

  final int number;
  final String code;

  Language(int number, String code) {
    this.number = number;
    this.code = code;
  }
}
