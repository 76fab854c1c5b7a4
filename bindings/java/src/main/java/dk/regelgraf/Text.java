package dk.regelgraf;

/** The same in Danish and in English. */
public record Text(String da, String en) {}
