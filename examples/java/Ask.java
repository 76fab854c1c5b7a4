import dk.regelgraf.Breaks;
import dk.regelgraf.Decision;
import dk.regelgraf.Model;
import dk.regelgraf.Option;
import dk.regelgraf.RegelgrafException;
import dk.regelgraf.SourceFinding;
import dk.regelgraf.Text;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Who may repeal a rule, and what breaks if it goes? Ask MODEL RULE */
public final class Ask {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static void whoMayRepeal(Model model, String rule) {
    Decision decision = model.whoDecides("repeal", rule);
    OUT.println("who may repeal " + rule + ": " + decision.verdict());
    for (Option option : decision.options()) {
      String line = String.join(" ", option.holders());
      if (option.jointly() > 1) {
        line += ", " + option.jointly() + " together";
      }
      if (option.grant() != null) {
        line += ", by " + option.grant();
      }
      if (!option.dependsOn().isEmpty()) {
        line += ", on conditions";
      }
      OUT.println("  " + line);
    }
    print(decision.text());
  }

  private static void whatBreaks(Model model, String rule) {
    Breaks breaks = model.whatBreaks(rule);
    OUT.println("what breaks without " + rule);
    print("lapsed", breaks.lapsed());
    print("broken", breaks.broken());
    print("unmet duties", breaks.unmetDuties());
    print("redundant", breaks.redundant());
    print("not examined", breaks.unexamined());
    print(breaks.text());
  }

  private static void print(String name, List<String> ids) {
    OUT.println("  " + name + ":" + (ids.isEmpty() ? "" : " " + String.join(" ", ids)));
  }

  private static void print(Text text) {
    OUT.println("da: " + text.da());
    OUT.println("en: " + text.en());
  }

  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: java Ask MODEL RULE");
      System.exit(2);
    }
    try (Model model = Model.open(args[0])) {
      whoMayRepeal(model, args[1]);
      whatBreaks(model, args[1]);
    } catch (RegelgrafException failed) {
      System.err.println(failed.getMessage());
      for (SourceFinding finding : failed.findings()) {
        System.err.println(finding);
      }
      System.exit(1);
    }
  }
}
