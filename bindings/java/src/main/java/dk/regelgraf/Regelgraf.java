package dk.regelgraf;

/** The library itself; start with {@link Model#open}. */
public final class Regelgraf {
  private Regelgraf() {}

  /** The library's version, as "0.1.0". */
  public static String version() {
    return Calls.text(Native.rg_version());
  }
}
