package io.loanwright.bench.conformance;

import io.loanwright.engine.Refused;
import tools.jackson.databind.JsonNode;

/** Runs one case through the engine and judges it. */
public final class CaseRunner {

  /**
   * Runs a case.
   *
   * @param node the case as it stands in its file
   */
  public Verdict run(JsonNode node) {
    try {
      if (node.has("expected")) {
        ScheduleCase.check(node);
      } else if (node.has("snapshots")) {
        return new Verdict.Passed(reading(HistoryCase.check(node)));
      } else {
        throw new Unsupported("a case without expected figures");
      }
      return new Verdict.Passed("");
    } catch (Unsupported e) {
      return new Verdict.NotSupported(e.feature());
    } catch (UnsupportedOperationException e) {
      return new Verdict.NotSupported(String.valueOf(e.getMessage()));
    } catch (Difference e) {
      return e.verdict();
    } catch (Refused e) {
      return new Verdict.Failed("terms", "accepted", e.refusal().toString());
    }
  }

  private static String reading(Numbering numbering) {
    return switch (numbering) {
      case OF_THE_DAY -> "";
      case OF_THE_LOAN -> "the number of what is undone counts in the whole loan";
    };
  }
}
