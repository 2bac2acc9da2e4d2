package io.loanwright.engine.explain;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why installments have another size since another rate, more time or more money: those that the
 * change touches repay what is owed then as if it had been lent anew.
 *
 * <p>An installment whose principal is paid already may keep it; the others repay what that leaves.
 */
final class SizeAnew {

  private static final int LEVELLING_PASSES = 3;

  private final Facts after;
  private final Why.InstallmentSince since;
  private final int touched;
  private final Amounts amounts;
  private final LoanTerms terms;
  private final List<InstallmentPosition> rows;
  private final LivingInterest interest;
  private final RoundingMode rounding;
  private final @Nullable BigDecimal multiple;

  private SizeAnew(Facts after, Why.InstallmentSince since, int touched, LivingInterest interest) {
    this.after = after;
    this.since = since;
    this.touched = touched;
    this.amounts = after.amounts();
    this.terms = after.terms();
    this.rows = after.regularRows();
    this.interest = interest;
    this.rounding = terms.repayment().installment().rounding().mode();
    this.multiple = terms.repayment().installment().multipleOf();
  }

  /** Returns the last change that gave the installment of a period another size; null for none. */
  static @Nullable SizeAnew of(Facts facts, int period) {
    Installment row = facts.regularRows().get(period).installment();
    for (int i = facts.events().size() - 1; i > 0; i--) {
      LoanEvent event = facts.events().get(i);
      Why.InstallmentSince since =
          facts.isTooLateFor(row, event) ? null : since(event, facts.terms());
      if (since != null && !isTheRateThatCounts(facts, i)) {
        Facts after = after(facts, i + 1, since);
        LivingInterest interest = new LivingInterest(after);
        LocalDate counts =
            since.change() == SizeChange.MORE_MONEY
                ? interest.days().dayThatCounts(since.on())
                : since.on().minusDays(since.change() == SizeChange.ADDED_INCOME ? 0 : 1);
        int touched = interest.days().firstTouched(counts);
        if (period >= touched && period < after.regularRows().size()) {
          return new SizeAnew(after, since, touched, interest);
        }
      }
    }
    return null;
  }

  /**
   * Where interest follows payments more money is added to what was agreed, whatever was paid;
   * after another schedule to what stands, as dates of before are no due dates of what was agreed.
   */
  private static Facts after(Facts facts, int count, Why.InstallmentSince since) {
    boolean isMoney =
        since.change() == SizeChange.MORE_MONEY || since.change() == SizeChange.ADDED_INCOME;
    boolean isAnother =
        facts.events().subList(0, count).stream()
            .anyMatch(event ->
                event instanceof LoanEvent.ReAged || event instanceof LoanEvent.ReAmortized);
    return facts.follows() && isMoney && !isAnother
        ? facts.asAgreedUntil(count, since.on())
        : facts.until(count, since.on());
  }

  private static boolean isTheRateThatCounts(Facts facts, int place) {
    if (!(facts.events().get(place) instanceof LoanEvent.RateChanged change)) {
      return false;
    }
    BigDecimal counts = facts.terms().interest().annualRatePercent();
    for (LoanEvent before : facts.events().subList(0, place)) {
      counts = before instanceof LoanEvent.RateChanged e ? e.annualRatePercent() : counts;
    }
    return counts.compareTo(change.annualRatePercent()) == 0;
  }

  /** Another rate leaves principal that was agreed apart from interest as it is. */
  private static Why.@Nullable InstallmentSince since(LoanEvent event, LoanTerms terms) {
    boolean isOneSize = terms.repayment().amortization() == Amortization.EQUAL_INSTALLMENTS;
    return switch (event) {
      case LoanEvent.RateChanged e when isOneSize ->
          new Why.InstallmentSince(SizeChange.ANOTHER_RATE, e.from());
      case LoanEvent.TermExtended e -> new Why.InstallmentSince(SizeChange.MORE_TIME, e.from());
      case LoanEvent.Disbursed e -> new Why.InstallmentSince(SizeChange.MORE_MONEY, e.on());
      case LoanEvent.Capitalized e -> new Why.InstallmentSince(SizeChange.ADDED_INCOME, e.on());
      default -> null;
    };
  }

  /**
   * Returns the size of installments that are equal: of all that the change touches, of those of
   * which the principal is not paid, or of what was not paid in advance, whichever it is.
   *
   * @param asked what the installment asks for, in minor units
   */
  Explanation equalInstallment(long asked) {
    Explanation ofAll = equalInstallment(new boolean[rows.size()], 0);
    if (isSize(ofAll, asked)) {
      return ofAll;
    }
    Explanation ofOpen = equalInstallment(keepingWhatIsPaid(), 0);
    if (isSize(ofOpen, asked)) {
      return ofOpen;
    }
    Explanation ofUnpaid = equalInstallment(new boolean[rows.size()], paidInAdvance());
    return isSize(ofUnpaid, asked) ? ofUnpaid : ofAll;
  }

  private boolean isSize(Explanation size, long asked) {
    return size.amount().compareTo(amounts.of(asked)) == 0;
  }

  private long paidInAdvance() {
    return rows.subList(firstRepaying(), rows.size()).stream()
        .mapToLong(row -> row.paid().principal().minor())
        .sum();
  }

  private Explanation equalInstallment(boolean[] keeps, long paidInAdvance) {
    BigDecimal agreed = terms.repayment().installment().fixedAmount();
    List<Explanation> parts = new ArrayList<>();
    if (agreed != null) {
      parts.addAll(agreed(agreed));
    } else {
      BigDecimal exact =
          interest.count().isFlat() ? flat(parts) : annuity(parts, keeps, paidInAdvance);
      amounts.addRounding(parts, exact, rounding);
      long minor = Arithmetic.toMinor(exact, rounding);
      long size = amounts.addMultiple(parts, minor, multiple, rounding);
      level(parts, size, keeps);
    }
    return Explanation.sum(since, parts);
  }

  private List<Explanation> agreed(BigDecimal amount) {
    return amounts.rounded(
        new Why.Agreed(),
        amount.movePointRight(terms.currency().minorDigits()),
        RoundingMode.HALF_EVEN);
  }

  /** Returns the principal of installments that repay equal parts of it. */
  Explanation equalPrincipal(int period) {
    BigDecimal asked = amounts.of(rows.get(period).installment().principal().minor());
    Explanation share = equalPrincipal(new boolean[rows.size()]);
    if (share.amount().compareTo(asked) != 0) {
      Explanation beside = equalPrincipal(keepingWhatIsPaid());
      return beside.amount().compareTo(asked) == 0 ? beside : share;
    }
    return share;
  }

  private Explanation equalPrincipal(boolean[] keeps) {
    BigDecimal agreed = terms.repayment().installment().fixedAmount();
    if (agreed != null) {
      return Explanation.sum(since, agreed(agreed));
    }
    long principal = 0;
    int repaying = 0;
    for (int i = touched; i < rows.size(); i++) {
      principal += keeps[i] ? 0 : rows.get(i).installment().principal().minor();
      repaying += keeps[i] || i < terms.grace().onPrincipal() ? 0 : 1;
    }
    BigDecimal exact =
        BigDecimal.valueOf(principal).divide(BigDecimal.valueOf(Math.max(1, repaying)), PRECISION);
    Why why = new Why.EqualShare(amounts.of(principal), repaying);
    List<Explanation> parts = amounts.rounded(why, exact, rounding);
    amounts.addMultiple(parts, Arithmetic.toMinor(exact, rounding), multiple, rounding);
    return Explanation.sum(since, parts);
  }

  /** Marks installments whose principal is all paid. */
  private boolean[] keepingWhatIsPaid() {
    boolean[] keeps = new boolean[rows.size()];
    for (int i = touched; i < keeps.length; i++) {
      InstallmentPosition row = rows.get(i);
      keeps[i] =
          row.paid().principal().isPositive()
              && row.paid().principal().equals(row.installment().principal());
    }
    return keeps;
  }

  private int firstRepaying() {
    return Math.max(touched, terms.grace().onPrincipal());
  }

  private static int repaying(boolean[] keeps, int first) {
    int count = 0;
    for (int i = first; i < keeps.length; i++) {
      count += keeps[i] ? 0 : 1;
    }
    return count;
  }

  /** Returns all that is lent beyond down payments, less what installments before repay. */
  private long owedBefore(int period) {
    long owed = interest.lent();
    for (InstallmentPosition row : rows.subList(0, period)) {
      owed -= row.installment().principal().minor();
    }
    return owed;
  }

  private BigDecimal flat(List<Explanation> parts) {
    int installments = rows.size() - touched;
    long sum = 0;
    for (int i = touched; i < rows.size(); i++) {
      sum += interest.borne(i).minor();
    }
    long owed = owedBefore(touched);
    BigDecimal exact =
        BigDecimal.valueOf(Math.addExact(owed, sum))
            .divide(BigDecimal.valueOf(installments), PRECISION);
    Why why = new Why.FlatShare(amounts.of(owed), amounts.of(sum), installments);
    parts.add(amounts.leaf(why, exact));
    return exact;
  }

  private BigDecimal annuity(List<Explanation> parts, boolean[] keeps, long paidInAdvance) {
    int first = firstRepaying();
    BigDecimal product = BigDecimal.ONE;
    BigDecimal divisor = BigDecimal.ZERO;
    BigDecimal kept = BigDecimal.ZERO;
    for (int i = first; i < keeps.length; i++) {
      if (keeps[i]) {
        kept = kept.add(BigDecimal.valueOf(rows.get(i).installment().principal().minor()));
      } else {
        BigDecimal growth = growth(i);
        product = product.multiply(growth, PRECISION);
        divisor = BigDecimal.ONE.add(divisor.multiply(growth, PRECISION), PRECISION);
        kept = kept.multiply(growth, PRECISION);
      }
    }
    if (divisor.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal owed = BigDecimal.valueOf(owedBefore(first) - paidInAdvance);
    BigDecimal exact =
        product
            .multiply(owed, PRECISION)
            .subtract(kept)
            .max(BigDecimal.ZERO)
            .divide(divisor, PRECISION);
    BigDecimal repaid = owed.subtract(kept.divide(product, PRECISION));
    Why why =
        new Why.Annuity(
            amounts.of(repaid),
            interest.days().rateOn(interest.days().get(first).to().minusDays(1)),
            repaying(keeps, first),
            product,
            divisor);
    parts.add(amounts.leaf(why, exact));
    return exact;
  }

  private BigDecimal growth(int period) {
    BigDecimal growth = BigDecimal.ONE;
    if (period < terms.grace().onInterestPayment() || period < terms.grace().interestFree()) {
      return growth;
    }
    Period whole = interest.days().get(period);
    for (PeriodDays.Days days : interest.days().of(period, whole.to())) {
      growth = growth.add(interest.count().factorOfSize(whole, days));
    }
    return growth;
  }

  /** Adds what levelling did, pass by pass, while the last installment stood out. */
  private void level(List<Explanation> parts, long start, boolean[] keeps) {
    InstallmentTerms agreed = terms.repayment().installment();
    if (interest.count().isFlat() || !agreed.rounding().levels()) {
      return;
    }
    int first = firstRepaying();
    int spread = Math.max(1, repaying(keeps, first));
    long size = start;
    for (int pass = 0; pass < LEVELLING_PASSES && spread > 1; pass++) {
      long differs = lastDiffersBy(size, keeps);
      if (isLevelEnough(differs)) {
        return;
      }
      BigDecimal share = BigDecimal.valueOf(differs).divide(BigDecimal.valueOf(spread), PRECISION);
      List<Explanation> tried =
          amounts.rounded(
              new Why.Levelled(amounts.of(differs), spread), share, RoundingMode.HALF_EVEN);
      long wanted = size + Arithmetic.toMinor(share, RoundingMode.HALF_EVEN);
      long next = amounts.addMultiple(tried, wanted, multiple, rounding);
      if (next == size || Math.abs(lastDiffersBy(next, keeps)) >= Math.abs(differs)) {
        return;
      }
      parts.addAll(tried);
      size = next;
    }
  }

  private boolean isLevelEnough(long difference) {
    BigDecimal hundredfold = amounts.of(difference).abs().movePointRight(2);
    return hundredfold.compareTo(BigDecimal.valueOf((rows.size() - touched) / 2)) <= 0;
  }

  private long lastDiffersBy(long size, boolean[] keeps) {
    return new SizeTried(after, interest, keeps, firstRepaying()).lastDiffersBy(size);
  }
}
