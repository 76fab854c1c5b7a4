package dk.regelgraf;

/**
 * What became of one thing in an entry of a store.
 *
 * @param sort "element", "head", "layer" or "review"
 * @param id its id; "" for the head
 * @param digest SHA-256 of its text; null: it ended
 * @param value as it is since; null: it ended, or is a layer
 */
public record StoredChange(String sort, String id, String digest, Detail value) {
  static StoredChange of(Detail said) {
    return new StoredChange(
        said.string("sort"),
        said.string("id"),
        said.string("digest"),
        said.detail("value"));
  }
}
