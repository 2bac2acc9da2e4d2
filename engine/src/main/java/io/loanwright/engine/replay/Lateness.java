package io.loanwright.engine.replay;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Book.Standing;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lays penalties on installments that were not paid in time.
 *
 * <p>Every installment but a down payment has its days of penalty: the day after the last one of
 * tolerance, and where penalties repeat every so many days after it. What is unpaid of it when such
 * a day begins, penalties aside, is the reason for a penalty. Days pass with the events that are
 * followed and, at the end, up to the date asked for; a day that has passed is not looked at again,
 * so that an installment owed anew gets penalties only from then on.
 *
 * <p>Nothing is laid on days of an agreed pause, and after the lender gave the loan up or ended it.
 */
final class Lateness {

  private final Book book;
  private final LatePenaltyTerms agreed;
  private final List<Laid> laid = new ArrayList<>();
  private final List<LoanEvent.InterestPaused> pauses = new ArrayList<>();
  private long total;
  private @Nullable LocalDate until;

  /** A penalty that was laid. */
  static final class Laid {

    private final UUID id;
    private final InstallmentAccount account;
    private final LocalDate dueOn;
    private final LocalDate on;
    private final long overdue;
    private final long minor;
    private long waived;

    private Laid(InstallmentAccount account, int number, LocalDate on, long overdue, long minor) {
      this.id = LatePenalty.idOf(number, on);
      this.account = account;
      this.dueOn = account.dueOn;
      this.on = on;
      this.overdue = overdue;
      this.minor = minor;
    }

    InstallmentAccount account() {
      return account;
    }

    /** Gives up what is unpaid of it; returns how much that is. */
    long waive() {
      long unpaid = Math.min(minor - waived, account.owed(Part.PENALTY));
      account.waive(Part.PENALTY, unpaid);
      waived += unpaid;
      return unpaid;
    }
  }

  Lateness(Book book, LatePenaltyTerms agreed) {
    this.book = book;
    this.agreed = agreed;
  }

  void pause(LoanEvent.InterestPaused event) {
    pauses.add(event);
  }

  /** Lets days pass until the beginning of one; before the money went out none counts. */
  void passUntil(LocalDate day) {
    LocalDate passed = until;
    if (!book.isDisbursed() || passed == null) {
      until = day;
      return;
    }
    if (!day.isAfter(passed)) {
      return;
    }
    for (LocalDate next = nextDay(); next != null && !next.isAfter(day); next = nextDay()) {
      layOn(next);
      until = next;
    }
    until = day;
  }

  /** Tells whether an event would change no penalty if it were followed now. */
  boolean isStillTimeFor(LoanEvent event) {
    LocalDate passed = until;
    return !History.isAgreedForWholeDay(event)
        && (passed == null || !event.countsOn().isBefore(passed));
  }

  /** Returns the next day on which an installment gets a penalty if nothing is paid. */
  @Nullable LocalDate nextDay() {
    if (book.standing != Standing.ORDINARY || book.closedOn != null || roomOfLoan() <= 0) {
      return null;
    }
    LocalDate first = null;
    for (InstallmentAccount account : book.accounts) {
      LocalDate day = nextDay(account);
      first = first == null || (day != null && day.isBefore(first)) ? day : first;
    }
    return first;
  }

  private @Nullable LocalDate nextDay(InstallmentAccount account) {
    LocalDate passed = until;
    if (passed == null || account.isDownPayment() || unpaid(account) <= 0 || roomOf(account) <= 0) {
      return null;
    }
    LocalDate first = account.dueOn.plusDays(agreed.toleranceDays() + 1L);
    Integer every = agreed.repeatEveryDays();
    if (every == null) {
      return first.isAfter(passed) && account.latePenalties == 0 ? first : null;
    }
    if (first.isAfter(passed)) {
      return first;
    }
    long times = ChronoUnit.DAYS.between(first, passed) / every + 1;
    return times < LatePenaltyTerms.MOST_DAYS ? first.plusDays(times * every) : null;
  }

  private void layOn(LocalDate day) {
    if (isPaused(day)) {
      return;
    }
    book.countOverdue(day.minusDays(1));
    for (int i = 0; i < book.accounts.size(); i++) {
      InstallmentAccount account = book.accounts.get(i);
      if (day.equals(nextDay(account))) {
        lay(account, i + 1, day);
      }
    }
    if (book.excess > 0) {
      new Receiving(book).useExcess(day);
    }
  }

  private boolean isPaused(LocalDate day) {
    for (LoanEvent.InterestPaused pause : pauses) {
      if (!day.isBefore(pause.from()) && !day.isAfter(pause.to())) {
        return true;
      }
    }
    return false;
  }

  private void lay(InstallmentAccount account, int number, LocalDate day) {
    long overdue =
        agreed.basis() == PenaltyBasis.PERCENT_OF_OVERDUE_PRINCIPAL
            ? account.owed(Part.PRINCIPAL)
            : unpaid(account);
    long minor = Math.min(uncapped(overdue), Math.min(roomOf(account), roomOfLoan()));
    if (minor <= 0) {
      return;
    }
    laid.add(new Laid(account, number, day, overdue, minor));
    total = Math.addExact(total, minor);
    account.latePenalties = Math.addExact(account.latePenalties, minor);
    account.askMore(Part.PENALTY, minor);
    account.noteCompletion(day);
  }

  private static long unpaid(InstallmentAccount account) {
    return account.owed() - account.owed(Part.PENALTY);
  }

  /** Returns the amount or percentage agreed, rounded half to even. */
  private long uncapped(long overdue) {
    BigDecimal exact =
        agreed.basis() == PenaltyBasis.FIXED
            ? agreed.value().movePointRight(book.currency.minorDigits())
            : Arithmetic.fraction(agreed.value()).multiply(BigDecimal.valueOf(overdue), PRECISION);
    return Arithmetic.toMinor(exact, RoundingMode.HALF_EVEN);
  }

  /** Returns what the cap of an installment leaves; what was waived counts as laid. */
  private long roomOf(InstallmentAccount account) {
    BigDecimal cap = agreed.capPerInstallment();
    return cap == null
        ? Long.MAX_VALUE
        : Arithmetic.toMinor(cap.movePointRight(book.currency.minorDigits()), RoundingMode.DOWN)
            - account.latePenalties;
  }

  private long roomOfLoan() {
    BigDecimal cap = agreed.capPercentOfPrincipal();
    return cap == null
        ? Long.MAX_VALUE
        : Arithmetic.toMinor(
                Arithmetic.fraction(cap).multiply(BigDecimal.valueOf(book.disbursed()), PRECISION),
                RoundingMode.DOWN)
            - total;
  }

  @Nullable Laid find(UUID id) {
    for (Laid penalty : laid) {
      if (penalty.id.equals(id)) {
        return penalty;
      }
    }
    return null;
  }

  /** Returns all that were laid; installments know their numbers. */
  List<LatePenalty> laid(Mint mint) {
    List<LatePenalty> all = new ArrayList<>(laid.size());
    for (Laid penalty : laid) {
      int number = penalty.account.number();
      boolean isThere =
          number > 0
              && number <= book.accounts.size()
              && book.accounts.get(number - 1) == penalty.account;
      all.add(
          new LatePenalty(
              penalty.id,
              isThere ? number : null,
              penalty.dueOn,
              penalty.on,
              mint.money(penalty.overdue),
              mint.money(penalty.minor),
              mint.money(penalty.waived)));
    }
    return all;
  }
}
