package io.loanwright.engine.terms;

/** One place that a payment's money may go to: how due it is, and which part. */
public enum AllocationStep {
  /** Penalties of installments due before the payment. */
  PAST_DUE_PENALTY(Dueness.PAST_DUE, Part.PENALTY),
  /** Fees of installments due before the payment. */
  PAST_DUE_FEE(Dueness.PAST_DUE, Part.FEE),
  /** Interest of installments due before the payment. */
  PAST_DUE_INTEREST(Dueness.PAST_DUE, Part.INTEREST),
  /** Principal of installments due before the payment. */
  PAST_DUE_PRINCIPAL(Dueness.PAST_DUE, Part.PRINCIPAL),
  /** Penalties of the installment due on the day of payment. */
  DUE_PENALTY(Dueness.DUE, Part.PENALTY),
  /** Fees of the installment due on the day of payment. */
  DUE_FEE(Dueness.DUE, Part.FEE),
  /** Interest of the installment due on the day of payment. */
  DUE_INTEREST(Dueness.DUE, Part.INTEREST),
  /** Principal of the installment due on the day of payment. */
  DUE_PRINCIPAL(Dueness.DUE, Part.PRINCIPAL),
  /** Penalties of installments due after the payment. */
  IN_ADVANCE_PENALTY(Dueness.IN_ADVANCE, Part.PENALTY),
  /** Fees of installments due after the payment. */
  IN_ADVANCE_FEE(Dueness.IN_ADVANCE, Part.FEE),
  /** Interest of installments due after the payment. */
  IN_ADVANCE_INTEREST(Dueness.IN_ADVANCE, Part.INTEREST),
  /** Principal of installments due after the payment. */
  IN_ADVANCE_PRINCIPAL(Dueness.IN_ADVANCE, Part.PRINCIPAL);

  /** How an installment's due date lies to the day of payment. */
  public enum Dueness {
    /** Due before that day. */
    PAST_DUE,
    /** Due on that day. */
    DUE,
    /** Due after that day. */
    IN_ADVANCE
  }

  /** The part of an installment that is paid. */
  public enum Part {
    /** Charges for being late. */
    PENALTY,
    /** Charges for a service. */
    FEE,
    /** The price of the money. */
    INTEREST,
    /** The money itself. */
    PRINCIPAL
  }

  private final Dueness dueness;
  private final Part part;

  AllocationStep(Dueness dueness, Part part) {
    this.dueness = dueness;
    this.part = part;
  }

  /** Returns how due the installments are that this step pays. */
  public Dueness dueness() {
    return dueness;
  }

  /** Returns the part that this step pays. */
  public Part part() {
    return part;
  }

  /** Returns the step for a part at a dueness. */
  public static AllocationStep of(Dueness dueness, Part part) {
    for (AllocationStep step : values()) {
      if (step.dueness == dueness && step.part == part) {
        return step;
      }
    }
    throw new IllegalStateException("No step for " + dueness + " " + part);
  }
}
