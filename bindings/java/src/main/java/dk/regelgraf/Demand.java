package dk.regelgraf;

import java.util.List;

/**
 * What a new rule is asked for, held against the proposal.
 *
 * @param demand "ground", "purpose", "adopter", "hours", "overlap", "conflicts" or "end"
 * @param met whether the proposal meets it
 * @param elements what shows it, or what is in the way
 * @param text why it is met or not
 */
public record Demand(String demand, boolean met, List<String> elements, Text text) {
  static Demand of(Detail said) {
    return new Demand(
        said.string("demand"),
        said.is("met"),
        said.strings("elements"),
        said.text("text"));
  }
}
