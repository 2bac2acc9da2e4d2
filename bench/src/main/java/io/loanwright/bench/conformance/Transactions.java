package io.loanwright.bench.conformance;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Entry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The transactions of a case that were entered so far, and how later ones refer to them. */
final class Transactions {

  /**
   * A transaction that was entered.
   *
   * @param event what came of it
   * @param type its type in the case
   * @param name its name in the list of transactions
   */
  record Entered(LoanEvent event, String type, String name) {}

  private final Numbering numbering;
  private final Map<UUID, Entered> entered = new LinkedHashMap<>();
  private final Set<UUID> undone = new HashSet<>();

  Transactions(Numbering numbering) {
    this.numbering = numbering;
  }

  void add(LoanEvent event, String type, String name) {
    entered.put(event.id(), new Entered(event, type, name));
  }

  void clear() {
    entered.clear();
  }

  void markUndone(Entered transaction) {
    undone.add(transaction.event().id());
  }

  /** Returns the name that an entry has in the list of transactions. */
  String nameOf(Entry entry) {
    return switch (entry.kind()) {
      case INTEREST_REFUND -> "Interest Refund";
      case CHARGES_AT_DISBURSEMENT -> "Repayment (at time of disbursement)";
      default -> {
        Entered of = entered.get(entry.event());
        yield of == null ? entry.kind().toString() : of.name();
      }
    };
  }

  /** What the cases call the last charge stands first in the source's list: by day, fees first. */
  Entered firstCharge() {
    Comparator<LoanEvent.ChargeAdded> order =
        Comparator.comparing(LoanEvent.ChargeAdded::dueOn)
            .thenComparing(LoanEvent.ChargeAdded::kind)
            .thenComparingLong(LoanEvent.ChargeAdded::sequence);
    return entered.values().stream()
        .filter(e -> e.type().equals("ADD_CHARGE") && !isWaived(e))
        .min(Comparator.comparing(e -> (LoanEvent.ChargeAdded) e.event(), order))
        .orElseThrow(() -> new Unsupported("no charge to waive"));
  }

  private boolean isWaived(Entered charge) {
    return entered.values().stream()
        .anyMatch(e ->
            e.event() instanceof LoanEvent.ChargeWaived waiver
                && waiver.charge().equals(charge.event().id())
                && !undone.contains(waiver.id()));
  }

  /** Returns the first transaction of a type after another one that stands; null for none. */
  @Nullable Entered nextStanding(Entered after, String type) {
    boolean reached = false;
    for (Entered each : entered.values()) {
      reached |= each.equals(after);
      if (reached && each.type().equals(type) && !undone.contains(each.event().id())) {
        return each;
      }
    }
    return null;
  }

  /** Returns the transaction that a case names by its type and number. */
  Entered find(JsonNode node, String type) {
    if (type.equals("LAST_TRANSACTION") || type.equals("ANY")) {
      return lastMoneyIn();
    }
    String wanted = type.startsWith("LAST_") ? type.substring("LAST_".length()) : type;
    int nr = node.path("target_nr").asInt(0);
    if (nr == 0) {
      return last(wanted);
    }
    return candidates(node, wanted)
        .skip(nr - 1L)
        .findFirst()
        .orElseThrow(() -> new Unsupported("undoing " + type));
  }

  /** Returns the transactions of a type among which a number counts. */
  private Stream<Entered> candidates(JsonNode node, String type) {
    Stream<Entered> ofType = entered.values().stream().filter(e -> e.type().equals(type));
    if (!node.has("target_date")) {
      return ofType;
    }
    LocalDate day = TermsReader.date(node.path("target_date"));
    return switch (numbering) {
      case OF_THE_DAY -> ofType.filter(e -> e.event().on().equals(day));
      case OF_THE_LOAN -> ofType.sorted(Comparator.comparing(e -> e.event().on()));
    };
  }

  private Entered lastMoneyIn() {
    return entered.values().stream()
        .filter(
            e -> e.event() instanceof LoanEvent.Repaid || e.event() instanceof LoanEvent.Credited)
        .filter(e -> !undone.contains(e.event().id()))
        .reduce((a, b) -> b)
        .orElseThrow(() -> new Unsupported("no transaction to find"));
  }

  /** Returns the last transaction of a type that stands. */
  Entered last(String type) {
    return entered.values().stream()
        .filter(e -> e.type().equals(type) && !undone.contains(e.event().id()))
        .reduce((a, b) -> b)
        .orElseThrow(() -> new Unsupported("undoing " + type));
  }
}
