package dk.regelgraf;

import com.sun.jna.Pointer;
import java.util.List;

/**
 * What a table says too little about, or what it cannot say of a model.
 *
 * @param json "import" or "export": "delegation-plan", "model", "findings"
 * @param findings one after the other
 */
public record PlanFindings(String json, List<PlanFinding> findings) {
  /** Reads findings and frees them. */
  static PlanFindings of(Pointer findings) {
    String json = Calls.json(findings, Native::rg_findings_json, Native::rg_findings_free);
    return new PlanFindings(
        json, Detail.of(json).details("findings").stream().map(PlanFinding::of).toList());
  }
}
