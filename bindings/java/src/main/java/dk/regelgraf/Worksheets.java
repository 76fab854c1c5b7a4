package dk.regelgraf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sheets for the table of a working group.
 *
 * @param sheets in the order of the steps
 */
public record Worksheets(List<Worksheet> sheets) {
  static Worksheets of(String json) {
    return new Worksheets(
        Detail.ofAll(json).stream().map(Worksheet::of).toList());
  }

  /** Write each into a folder, which is made where it is missing; the paths, in their order. */
  public List<Path> save(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> paths = new ArrayList<>();
    for (Worksheet sheet : sheets) {
      paths.add(Files.writeString(folder.resolve(sheet.file()), sheet.html()));
    }
    return paths;
  }
}
