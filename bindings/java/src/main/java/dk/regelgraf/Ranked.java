package dk.regelgraf;

/**
 * One element, and what would come of removing it alone.
 *
 * @param id the element
 * @param breaks how many others would fall
 * @param duties how many duties would be unmet
 * @param hours hours a year of itself and of what would fall
 */
public record Ranked(String id, int breaks, int duties, Hours hours) {
  static Ranked of(Detail said) {
    return new Ranked(
        said.string("id"),
        said.whole("breaks"),
        said.whole("duties"),
        said.hours("hours"));
  }
}
