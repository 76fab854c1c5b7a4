package dk.regelgraf;

/**
 * Whether everything in a store fits together.
 *
 * @param whole it does
 * @param entries how many fit, from the first on
 * @param hash of the last of these; note it elsewhere
 * @param what what does not fit; null: all does
 * @param state the first entry that does not fit; 0: all do
 */
public record StoreVerified(boolean whole, long entries, String hash, String what, long state) {
  static StoreVerified of(Detail said) {
    return new StoreVerified(
        said.is("whole"),
        said.count("entries"),
        said.string("hash"),
        said.string("what"),
        said.count("state"));
  }
}
