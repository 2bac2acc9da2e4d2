package io.loanwright.bench.conformance;

import io.loanwright.engine.Refused;
import java.time.DateTimeException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Runs one case through the engine and judges it. */
public final class CaseRunner {

  /**
   * Runs a case.
   *
   * @param node the case as it stands in its file
   */
  public Verdict run(JsonNode node) {
    ReadOver over = new ReadOver();
    try {
      return new Verdict.Passed(follow(node, over));
    } catch (Unsupported e) {
      return new Verdict.NotSupported(e.feature());
    } catch (UnsupportedOperationException e) {
      return new Verdict.NotSupported(String.valueOf(e.getMessage()));
    } catch (Difference e) {
      return failed(e.verdict(), over);
    } catch (Refused e) {
      return failed(new Verdict.Failed("terms", "accepted", e.refusal().toString()), over);
    } catch (JacksonException
        | DateTimeException
        | IllegalArgumentException
        | ArithmeticException e) {
      return failed(new Verdict.Failed("case", "one that can be read", e.toString()), over);
    }
  }

  /** Returns how the case was read, where that is not the usual way. */
  private static String follow(JsonNode node, ReadOver over) {
    if (node.has("expected")) {
      ScheduleCase.check(node, over);
      return over.reading();
    }
    if (node.has("snapshots")) {
      String numbering = reading(HistoryCase.check(node, over));
      return Stream.of(numbering, over.reading())
          .filter(each -> !each.isEmpty())
          .collect(Collectors.joining("; "));
    }
    throw new Unsupported("a case without expected figures");
  }

  /** What was read over is what a case needs whose figures differ without it. */
  private static Verdict failed(Verdict.Failed failed, ReadOver over) {
    return over.hasFeatures()
        ? new Verdict.NotSupported(
            "%s (without: %s expected %s got %s)"
                .formatted(over.features(), failed.figure(), failed.expected(), failed.got()))
        : failed;
  }

  private static String reading(Numbering numbering) {
    return switch (numbering) {
      case OF_THE_DAY -> "";
      case OF_THE_LOAN -> "the number of what is undone counts in the whole loan";
    };
  }
}
