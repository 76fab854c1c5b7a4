package dk.regelgraf;

import java.time.Instant;
import java.util.List;

/**
 * Who recorded what, when and why.
 *
 * @param state the number of the state that it made, from 1
 * @param at when, as the caller said
 * @param by who: a post, a unit or a system
 * @param why why
 * @param decision what it rests on: "text", "element", "document", any of them; null: not said
 * @param added how many elements were new
 * @param changed how many were put in place of themselves
 * @param ended how many were ended
 * @param model digest of the model; null: there is none yet
 * @param modelState the state that last changed the model; 0: there is none yet
 * @param library version of the library that recorded it
 * @param hash SHA-256 of the entry; note it elsewhere for {@link Store#verify(long, String)}
 * @param changes what became of each thing, for {@link Store#entry(long)} alone; else empty
 */
public record StoreEntry(
    long state,
    Instant at,
    String by,
    String why,
    Detail decision,
    long added,
    long changed,
    long ended,
    String model,
    long modelState,
    String library,
    String hash,
    List<StoredChange> changes) {
  static StoreEntry of(Detail said) {
    return new StoreEntry(
        said.count("state"),
        Instant.parse(said.string("at")),
        said.string("by"),
        said.string("why"),
        said.detail("decision"),
        said.count("added"),
        said.count("changed"),
        said.count("ended"),
        said.string("model"),
        said.count("model_state"),
        said.string("library"),
        said.string("hash"),
        said.details("changes").stream().map(StoredChange::of).toList());
  }
}
