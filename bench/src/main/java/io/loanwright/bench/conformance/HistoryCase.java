package io.loanwright.bench.conformance;

import io.loanwright.engine.Refused;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/**
 * A case of ordered transactions with the state expected after some of them.
 *
 * <p>After each transaction that has a check point the loan is replayed from what is known by then,
 * as of the day on which the transaction was entered.
 *
 * <p>The suite's README defines the number of an undone transaction as the nth of the day; CBR-1912
 * contradicts it. Where the figures differ as defined, the source's other way to count is tried.
 */
final class HistoryCase {

  private HistoryCase() {}

  /**
   * Follows the transactions and compares every check point.
   *
   * @param over where to note what is not followed
   * @return what the numbers of undone transactions count: of the day, unless only the other way
   *     gives every figure
   */
  static Numbering check(JsonNode node, ReadOver over) {
    try {
      check(node, Numbering.OF_THE_DAY, over);
      return Numbering.OF_THE_DAY;
    } catch (Difference difference) {
      if (!numbersAnUndoneTransaction(node)) {
        throw difference;
      }
      return checkOtherWay(node, difference, over);
    }
  }

  /** What differs by the usual way is what is told where the other way differs too. */
  private static Numbering checkOtherWay(JsonNode node, Difference usual, ReadOver over) {
    try {
      check(node, Numbering.OF_THE_LOAN, over);
      return Numbering.OF_THE_LOAN;
    } catch (Difference | Refused | Unsupported _) {
      throw usual;
    }
  }

  private static boolean numbersAnUndoneTransaction(JsonNode node) {
    for (JsonNode transaction : node.path("transactions")) {
      if (transaction.has("target_nr") && transaction.has("target_date")) {
        return true;
      }
    }
    return false;
  }

  private static void check(JsonNode node, Numbering numbering, ReadOver over) {
    LoanTerms terms = TermsReader.read(node.path("loan"), over);
    Script script = new Script(terms, node, numbering, over);
    Switches.read(node.path("global_config"), over);
    int next = 0;
    JsonNode snapshots = node.path("snapshots");
    for (JsonNode transaction : node.path("transactions")) {
      script.enter(transaction);
      int seq = transaction.path("seq").asInt();
      while (next < snapshots.size() && snapshots.get(next).path("after_seq").asInt() == seq) {
        compare(snapshots.get(next), script, seq, over);
        next++;
      }
    }
  }

  private static void compare(JsonNode snapshot, Script script, int seq, ReadOver over) {
    String at = "after " + seq + ": ";
    LocalDate asOf = script.latest();
    boolean isPreview = snapshot.has("periods") && !snapshot.has("checks");
    Shown shown = isPreview ? script.preview(asOf) : Shown.of(script.position(asOf));
    new SnapshotCheck(at, snapshot, shown, over).compare(script);
  }
}
