package dk.regelgraf;

import com.sun.jna.Pointer;

/**
 * What a call of rg_may costs through JNA: Overhead MODEL ACTOR POWER TARGET [SECONDS]. In this
 * package, because the low layer is for it alone.
 */
final class Overhead {
  private static final int AT_ONCE = 1000;

  private Overhead() {}

  public static void main(String[] arguments) {
    if (arguments.length < 4) {
      System.err.println("usage: Overhead MODEL ACTOR POWER TARGET [SECONDS]");
      System.exit(2);
    }
    double seconds = arguments.length > 4 ? Double.parseDouble(arguments[4]) : 0.5;
    try (Model model = Model.open(arguments[0]);
        Handle.Use use = model.handle.use()) {
      byte[] power = Calls.utf8(arguments[2], "power");
      byte[] target = Calls.utf8(arguments[3], "target");
      long[] held =
          Calls.held(
              (out, error) -> Native.rg_question_new(use.pointer(), power, target, out, error));
      double best = Double.MAX_VALUE;
      long calls = 0;
      for (int pass = 0; pass < 5; ++pass) { // the least of five, as overhead.c; warm from the second
        long[] measured = measure(Calls.pointer(held), arguments[1], seconds / 5);
        best = Math.min(best, (double) measured[0] / measured[1]);
        calls += measured[1];
      }
      System.out.println("java: " + Math.round(best) + " ns a call, " + calls + " calls");
      Native.rg_question_free(held);
    }
  }

  /** Nanoseconds and calls. */
  private static long[] measure(Pointer question, String actor, double seconds) {
    byte[] who = Calls.utf8(actor, "actor");
    int[] may = new int[1];
    long[] error = new long[1];
    long calls = 0;
    long began = System.nanoTime();
    long took = 0;
    while (took < seconds * 1e9) {
      for (int i = 0; i < AT_ONCE; ++i) {
        int status = Native.rg_may(question, who, may, error);
        if (status != 0) {
          throw RegelgrafException.take(status, error);
        }
      }
      calls += AT_ONCE;
      took = System.nanoTime() - began;
    }
    return new long[] {took, calls};
  }
}
