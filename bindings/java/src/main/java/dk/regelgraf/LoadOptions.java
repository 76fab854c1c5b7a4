package dk.regelgraf;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a model is loaded. A layer that a model extends is looked for by name among those handed
 * over, then in the folders, then among those built into the library ({@code dk}).
 */
public final class LoadOptions {
  private final Map<String, byte[]> layers = new LinkedHashMap<>();
  private final List<String> folders = new ArrayList<>();
  private Long maxBytes;
  private boolean allowPersonalData;
  private Limits limits;
  private LogLevel least;
  private Log log;

  /** Hand over a layer: what its model file would hold. */
  public LoadOptions layer(String name, String text) {
    return layer(name, Calls.bytes(text, "layer"));
  }

  /** Hand over a layer: what its model file would hold, perhaps gzipped. */
  public LoadOptions layer(String name, byte[] content) {
    layers.put(name, content.clone());
    return this;
  }

  /** Look for layers in this folder too. */
  public LoadOptions folder(Path folder) {
    return folder(folder.toString());
  }

  /** Look for layers in this folder too. */
  public LoadOptions folder(String folder) {
    folders.add(folder);
    return this;
  }

  /** Most bytes of one file after unpacking; 1 GiB if not said. */
  public LoadOptions maxBytes(long maxBytes) {
    if (maxBytes < 0) {
      throw new InvalidArgumentException("`maxBytes` is less than 0", "maxBytes");
    }
    this.maxBytes = maxBytes;
    return this;
  }

  /** Let text pass that looks like a CPR number; else it is refused. */
  public LoadOptions allowPersonalData(boolean allow) {
    allowPersonalData = allow;
    return this;
  }

  /** How long loading may take, who may stop it, who wants to see it. */
  public LoadOptions limits(Limits limits) {
    this.limits = limits;
    return this;
  }

  /** Whom to tell what happens, from the level {@code least} on. */
  public LoadOptions log(LogLevel least, Log log) {
    this.least = least;
    this.log = log;
    return this;
  }

  /** What a call with an rg_load_options makes; that is null where nothing was said. */
  static <T> T loading(LoadOptions options, Function<Pointer, T> make) {
    return options == null
        ? make.apply(null)
        : Limits.within(options.limits, limits -> options.loading(limits, make));
  }

  private <T> T loading(Pointer limits, Function<Pointer, T> make) {
    long[] held = Calls.held(Native::rg_load_options_new);
    Writer writer = log == null ? null : new Writer(log);
    try {
      set(Calls.pointer(held), limits, writer);
      T made = make.apply(Calls.pointer(held));
      if (writer != null && writer.thrown != null && made instanceof Held mine) {
        mine.close();
      }
      return made;
    } finally {
      Native.rg_load_options_free(held);
      Reference.reachabilityFence(writer);
      if (writer != null) {
        Limits.rethrow(writer.thrown);
      }
    }
  }

  private void set(Pointer options, Pointer limits, Writer writer) {
    Native.rg_load_options_set_limits(options, limits);
    layers.forEach(
        (name, text) -> {
          byte[] key = Calls.bytes(name, "layer");
          Calls.call(
              error ->
                  Native.rg_load_options_add_layer(
                      options, key, key.length, text, text.length, error));
        });
    for (String folder : folders) {
      byte[] path = Calls.bytes(folder, "folder");
      Calls.call(
          error -> Native.rg_load_options_add_folder(options, path, path.length, error));
    }
    if (maxBytes != null) {
      Native.rg_load_options_set_max_bytes(options, maxBytes);
    }
    Native.rg_load_options_set_allow_personal_data(options, allowPersonalData ? 1 : 0);
    if (writer != null) {
      Native.rg_load_options_set_log(options, least.number, writer, null);
    }
  }

  /** A Log as the C ABI asks for it: nothing may be thrown across the border. */
  private static final class Writer implements Native.Log {
    private final Log log;
    private Throwable thrown;

    Writer(Log log) {
      this.log = log;
    }

    @Override
    public void invoke(int level, Pointer message, Pointer data) {
      if (thrown == null) {
        try {
          log.line(LogLevel.of(level), Calls.text(message));
        } catch (Throwable caught) {
          thrown = caught;
        }
      }
    }
  }
}
