package dk.regelgraf;

/**
 * A target by its KLE number: the matters with that code, else the nearest broader code.
 *
 * @param kle as "27.36.04"
 * @param facet as "G01", which gives the power where none is given; null: none
 */
public record Kle(String kle, String facet) {
  public Kle(String kle) {
    this(kle, null);
  }
}
