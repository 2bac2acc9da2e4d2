package io.loanwright.bench.conformance;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/**
 * A case of ordered transactions with the state expected after some of them.
 *
 * <p>After each transaction that has a check point the loan is replayed from what is known by then,
 * as of the day on which the transaction was entered.
 */
final class HistoryCase {

  private HistoryCase() {}

  /** Follows the transactions and compares every check point. */
  static void check(JsonNode node) {
    Script script = new Script(TermsReader.read(node.path("loan")), node);
    int next = 0;
    JsonNode snapshots = node.path("snapshots");
    for (JsonNode transaction : node.path("transactions")) {
      script.enter(transaction);
      int seq = transaction.path("seq").asInt();
      while (next < snapshots.size() && snapshots.get(next).path("after_seq").asInt() == seq) {
        compare(snapshots.get(next), script, seq);
        next++;
      }
    }
  }

  private static void compare(JsonNode snapshot, Script script, int seq) {
    String at = "after " + seq + ": ";
    LocalDate asOf = script.latest();
    boolean isPreview = snapshot.has("periods") && !snapshot.has("checks");
    Shown shown = isPreview ? script.preview(asOf) : Shown.of(script.position(asOf));
    new SnapshotCheck(at, snapshot, shown).compare(script);
  }
}
