package dk.regelgraf;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.File;

/** Finds the library and refuses one that does not fit. */
final class NativeLibraries {
  private NativeLibraries() {}

  /** The library, if it speaks the ABI {@code abi}. */
  static NativeLibrary open(int abi) {
    if (com.sun.jna.Native.SIZE_T_SIZE != 8) {
      throw new UnsatisfiedLinkError("regelgraf: this package needs a 64-bit Java");
    }
    String told = told();
    NativeLibrary library;
    try {
      library = NativeLibrary.getInstance(told != null ? told : "regelgraf");
    } catch (UnsatisfiedLinkError failed) {
      throw refused(
          told != null
              ? "cannot load the library " + told
              : "cannot find the library: say where it is, with -Dregelgraf.library=PATH or in"
                  + " REGELGRAF_LIBRARY",
          failed);
    }
    try {
      int spoken = library.getFunction("rg_abi_version").invokeInt(null);
      if (spoken != abi) {
        Pointer version = library.getFunction("rg_version").invokePointer(null);
        throw new UnsatisfiedLinkError(
            "regelgraf: this package speaks ABI "
                + abi
                + ", but the library "
                + library.getFile()
                + " is version "
                + version.getString(0, "UTF-8")
                + " with ABI "
                + spoken);
      }
      return library;
    } catch (UnsatisfiedLinkError failed) {
      if (failed.getMessage().startsWith("regelgraf: ")) {
        throw failed;
      }
      throw refused("the library " + library.getFile() + " lacks a function", failed);
    }
  }

  /** Where the library is, as somebody said; null: nobody did, JNA looks where it always does. */
  private static String told() {
    String told = System.getProperty("regelgraf.library");
    if (told == null || told.isEmpty()) {
      told = System.getenv("REGELGRAF_LIBRARY");
    }
    return told == null || told.isEmpty() ? null : new File(told).getAbsolutePath();
  }

  private static UnsatisfiedLinkError refused(String what, UnsatisfiedLinkError why) {
    UnsatisfiedLinkError error = new UnsatisfiedLinkError("regelgraf: " + what);
    error.initCause(why);
    return error;
  }
}
