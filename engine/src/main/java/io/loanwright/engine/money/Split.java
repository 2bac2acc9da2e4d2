package io.loanwright.engine.money;

/**
 * An amount parted into what it is for.
 *
 * <p>The same four parts recur everywhere: what an installment asks for, what a payment was used
 * for, what is still owed.
 *
 * @param principal the money lent
 * @param interest the price of lending it
 * @param fees charges for a service
 * @param penalties charges for being late
 */
public record Split(Money principal, Money interest, Money fees, Money penalties) {

  /** Returns nothing of anything. */
  public static Split zero(Currency currency) {
    Money none = Money.zero(currency);
    return new Split(none, none, none, none);
  }

  /**
   * Returns a split given in minor units.
   *
   * @param currency the currency of all parts
   */
  public static Split ofMinor(
      long principal, long interest, long fees, long penalties, Currency currency) {
    Money fee = new Money(fees, currency);
    Money penalty = penalties == fees ? fee : new Money(penalties, currency);
    return new Split(new Money(principal, currency), new Money(interest, currency), fee, penalty);
  }

  /** Returns all parts together. */
  public Money total() {
    return principal.plus(interest).plus(fees).plus(penalties);
  }

  /** Returns the sum of both, part by part. */
  public Split plus(Split other) {
    return new Split(
        principal.plus(other.principal),
        interest.plus(other.interest),
        fees.plus(other.fees),
        penalties.plus(other.penalties));
  }

  /** Returns this less the other, part by part. */
  public Split minus(Split other) {
    return new Split(
        principal.minus(other.principal),
        interest.minus(other.interest),
        fees.minus(other.fees),
        penalties.minus(other.penalties));
  }

  /** Tells whether every part is nothing. */
  public boolean isZero() {
    return principal.isZero() && interest.isZero() && fees.isZero() && penalties.isZero();
  }
}
