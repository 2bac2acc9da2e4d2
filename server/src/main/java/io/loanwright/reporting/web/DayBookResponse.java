package io.loanwright.reporting.web;

import io.loanwright.arrears.ClosedDay;
import io.loanwright.ledger.CashFlow.Held;
import io.loanwright.ledger.DayBook;
import io.loanwright.reporting.DailyMoney;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A day book as the API writes it; amounts are in its currency. */
@Schema(name = "DayBook")
record DayBookResponse(
    LocalDate on,
    String currency,
    @Nullable UUID branchId,
    List<Account> accounts,
    List<Kind> kinds,
    List<Person> people,
    Sums total,
    List<Channel> channels,
    @Schema(description = "Entries of the day that take others back or put them right")
        Noted reversals,
    @Schema(description = "Recorded while this was the business date, counting from an earlier day")
        Noted late,
    @Schema(description = "What its close said; null while the day is not closed")
        @Nullable Close close) {

  /** An account of money at hand on the day. */
  @Schema(name = "DayBookAccount")
  record Account(String code, String name, String opening, String in, String out, String closing) {

    static Account of(Held held) {
      return new Account(
          held.code(),
          held.name(),
          held.opening().toDecimalString(),
          held.in().toDecimalString(),
          held.out().toDecimalString(),
          held.closing().toDecimalString());
    }
  }

  /** What entries add up to. */
  @Schema(name = "DayBookSums")
  record Sums(
      long entries,
      @Schema(description = "The sum of the debits") String amount,
      @Schema(description = "What came to accounts of money") String in,
      @Schema(description = "What went from them") String out) {

    static Sums of(DayBook.Sums sums) {
      return new Sums(
          sums.entries(),
          sums.amount().toDecimalString(),
          sums.in().toDecimalString(),
          sums.out().toDecimalString());
    }
  }

  /** Entries of a kind. */
  @Schema(name = "DayBookKind")
  record Kind(
      @Schema(description = "What made them", example = "loan") String source,
      @Schema(description = "Of loans what happened, as the journal says", example = "Repayment")
          @Nullable String what,
      Sums sums) {}

  /** Entries of a person. */
  @Schema(name = "DayBookPerson")
  record Person(UUID id, String name, Sums sums) {}

  /** Payments by a channel. */
  @Schema(name = "DayBookChannel")
  record Channel(
      String channel, long payments, String amount, long reversed, String reversedAmount) {}

  /** Entries that somebody should look at. */
  @Schema(name = "DayBookNoted")
  record Noted(
      long count, @Schema(description = "The first 200 of them") List<NotedEntry> entries) {

    static Noted of(DailyMoney day, DayBook.Noted noted) {
      return new Noted(
          noted.count(),
          noted.entries().stream()
              .map(entry ->
                  new NotedEntry(
                      entry.id(),
                      entry.number(),
                      entry.on(),
                      entry.description(),
                      entry.corrects(),
                      entry.amount().toDecimalString(),
                      day.nameOf(entry.recordedBy()),
                      entry.recordedAt()))
              .toList());
    }
  }

  /** An entry that somebody should look at. */
  @Schema(name = "DayBookEntry")
  record NotedEntry(
      UUID id,
      long number,
      LocalDate on,
      String description,
      @Schema(description = "The number of the entry that it puts right") @Nullable Long corrects,
      String amount,
      String recordedBy,
      Instant recordedAt) {}

  /** What the close of the day said. */
  @Schema(name = "DayBookClose")
  record Close(
      Instant closedAt,
      @Nullable Instant finishedAt,
      long crossings,
      long loans,
      long marked,
      long leftOut,
      @Nullable String note) {

    static @Nullable Close of(@Nullable ClosedDay closed) {
      return closed == null
          ? null
          : new Close(
              closed.closedAt(),
              closed.finishedAt(),
              closed.crossings(),
              closed.loans(),
              closed.marked(),
              closed.leftOut(),
              closed.note());
    }
  }

  static DayBookResponse of(DailyMoney day) {
    return new DayBookResponse(
        day.span().to(),
        day.span().currency().code(),
        day.branchId(),
        day.held().stream().map(Account::of).toList(),
        day.book().kinds().stream()
            .map(kind -> new Kind(kind.source(), kind.what(), Sums.of(kind.sums())))
            .toList(),
        day.book().people().stream()
            .map(person ->
                new Person(person.userId(), day.nameOf(person.userId()), Sums.of(person.sums())))
            .toList(),
        Sums.of(day.total()),
        day.channels().stream()
            .map(each ->
                new Channel(
                    each.channel(),
                    each.payments(),
                    each.amount().toDecimalString(),
                    each.reversed(),
                    each.reversedAmount().toDecimalString()))
            .toList(),
        Noted.of(day, day.book().reversals()),
        Noted.of(day, day.book().late()),
        Close.of(day.closed()));
  }
}
