package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was booked for a day.
 *
 * @param kinds the entries of its value date by what made them
 * @param people the same by who recorded them
 * @param reversals those of them that take another entry back or put it right
 * @param late entries that count from an earlier day and were recorded while this one ran
 */
public record DayBook(
    LocalDate on, List<OfKind> kinds, List<OfPerson> people, Noted reversals, Noted late) {

  /** Keeps its own copies. */
  public DayBook {
    kinds = List.copyOf(kinds);
    people = List.copyOf(people);
  }

  /**
   * When a day was the business date.
   *
   * @param since when it began to be; null if no day was closed before
   * @param until when it was closed; null if it was not
   */
  public record Ran(@Nullable Instant since, @Nullable Instant until) {}

  /**
   * What entries add up to.
   *
   * @param amount the sum of their debits
   * @param in what came to accounts of money at hand
   * @param out what went from them
   */
  public record Sums(long entries, Money amount, Money in, Money out) {

    /** Returns the sums of both. */
    public Sums plus(Sums other) {
      return new Sums(
          entries + other.entries,
          amount.plus(other.amount),
          in.plus(other.in),
          out.plus(other.out));
    }
  }

  /**
   * Entries of a kind.
   *
   * @param source the kind of thing that made them, such as {@code loan}
   * @param what what happened to it, as the journal says; null where the source says it
   */
  public record OfKind(String source, @Nullable String what, Sums sums) {}

  /** Entries of a person. */
  public record OfPerson(UUID userId, Sums sums) {}

  /**
   * Entries that somebody should look at.
   *
   * @param count how many there are
   * @param entries the first of them
   */
  public record Noted(long count, List<NotedEntry> entries) {

    /** The most entries that are listed. */
    public static final int MOST = 200;

    /** No entries. */
    public static final Noted NONE = new Noted(0, List.of());

    /** Keeps its own copy. */
    public Noted {
      entries = List.copyOf(entries);
    }
  }

  /**
   * An entry that somebody should look at.
   *
   * @param corrects the number of the entry that it puts right, if any
   */
  public record NotedEntry(
      UUID id,
      long number,
      LocalDate on,
      String description,
      @Nullable Long corrects,
      Money amount,
      UUID recordedBy,
      Instant recordedAt) {}
}
