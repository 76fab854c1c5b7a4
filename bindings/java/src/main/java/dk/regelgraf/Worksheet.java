package dk.regelgraf;

/**
 * One sheet of A4 paper, or several.
 *
 * @param sheet which, as "dialogue_cards"
 * @param step of co-created steering, from 1 to 6
 * @param file a name for it, as "01-dialogkort.html"
 * @param title as printed
 * @param pages of A4
 * @param html a page that stands alone
 */
public record Worksheet(
    String sheet, int step, String file, String title, int pages, String html) {
  static Worksheet of(Detail said) {
    return new Worksheet(
        said.string("sheet"),
        said.whole("step"),
        said.string("file"),
        said.string("title"),
        said.whole("pages"),
        said.string("html"));
  }
}
