package dk.regelgraf;

/**
 * The authority of a model as the table people know.
 *
 * @param text CSV with semicolons
 * @param findings what the table cannot say
 */
public record PlanTable(String text, PlanFindings findings) {
}
