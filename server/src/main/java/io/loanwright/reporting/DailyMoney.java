package io.loanwright.reporting;

import io.loanwright.arrears.ClosedDay;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.CashFlow.Held;
import io.loanwright.ledger.DayBook;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The day book: what was booked for a day, where money came and went, and what its close said.
 *
 * @param span the day and the currency
 * @param branchId the branch; null for all
 * @param held the accounts of money at hand
 * @param channels the payments of its value date by channel
 * @param closed what its close left; null while it is not closed
 * @param names what people are called, by their ids
 */
public record DailyMoney(
    BooksSpan span,
    @Nullable UUID branchId,
    List<Held> held,
    List<OfChannel> channels,
    DayBook book,
    @Nullable ClosedDay closed,
    Map<UUID, String> names) {

  /** Keeps its own copies. */
  public DailyMoney {
    held = List.copyOf(held);
    channels = List.copyOf(channels);
    names = Map.copyOf(names);
  }

  /**
   * Payments by a channel.
   *
   * @param payments those that count
   * @param reversed those that were taken back
   */
  public record OfChannel(
      String channel, long payments, Money amount, long reversed, Money reversedAmount) {}

  /** Returns what somebody is called. */
  public String nameOf(UUID userId) {
    return names.getOrDefault(userId, "Loanwright");
  }

  /** Returns what all entries of the day add up to. */
  public DayBook.Sums total() {
    Money zero = Money.zero(span.currency());
    return book.kinds().stream()
        .map(DayBook.OfKind::sums)
        .reduce(new DayBook.Sums(0, zero, zero, zero), DayBook.Sums::plus);
  }
}
