package dk.regelgraf;

/** What NativeTest runs on its own. */
final class SayVersion {
  private SayVersion() {}

  public static void main(String[] arguments) {
    System.out.println(Regelgraf.version());
  }
}
