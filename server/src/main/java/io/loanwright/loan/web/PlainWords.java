package io.loanwright.loan.web;

import io.loanwright.engine.explain.InstallmentFigure;
import io.loanwright.engine.explain.LoanFigure;
import io.loanwright.engine.explain.PaymentFigure;
import io.loanwright.engine.explain.SizeChange;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Amounts, days and names as a borrower reads them.
 *
 * @param currency the currency of amounts
 */
record PlainWords(Currency currency) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final int MOST_DECIMALS = 6;

  /** Returns an amount with its currency. */
  String money(BigDecimal amount) {
    return exact(amount.setScale(currency.minorDigits(), RoundingMode.HALF_EVEN))
        + " "
        + currency.code();
  }

  /** Returns an amount that may not be rounded: with its currency if it is, or else as a number. */
  String amount(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > currency.minorDigits()
        ? number(amount)
        : money(amount);
  }

  /** Returns a number with at most six decimals. */
  String number(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() > MOST_DECIMALS
        ? stripped.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN).toPlainString()
        : stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
  }

  /** Returns all digits of an amount, at least those of the currency. */
  String exact(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.setScale(Math.max(currency.minorDigits(), stripped.scale())).toPlainString();
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }

  static String of(InstallmentFigure figure) {
    return switch (figure) {
      case PRINCIPAL -> "Principal";
      case INTEREST -> "Interest";
      case FEES -> "Fees";
      case PENALTIES -> "Penalties";
      case DUE -> "Amount due";
      case PAID -> "Amount paid";
      case OUTSTANDING -> "Amount left";
      case BALANCE -> "Balance";
    };
  }

  static String of(PaymentFigure figure) {
    return switch (figure) {
      case AMOUNT -> "Amount";
      case PRINCIPAL -> "Principal";
      case INTEREST -> "Interest";
      case FEES -> "Fees";
      case PENALTIES -> "Penalties";
      case EXCESS -> "Excess";
    };
  }

  static String of(LoanFigure figure, LocalDate on) {
    return switch (figure) {
      case INSTALLMENT -> "Installment, as worked out on " + day(on);
      case PAYOFF -> "What pays the loan off on " + day(on);
      case ARREARS -> "What is past due on " + day(on);
      case APR -> "Nominal yearly rate, fees included";
      case EFFECTIVE_RATE -> "Effective yearly rate, fees included";
    };
  }

  static String of(SizeChange change) {
    return switch (change) {
      case ANOTHER_RATE -> "another rate counts";
      case MORE_TIME -> "there are more installments";
      case MORE_MONEY -> "more money was paid out";
      case ADDED_INCOME -> "income was added to the principal";
    };
  }

  static String of(Part part) {
    return switch (part) {
      case PRINCIPAL -> "Principal";
      case INTEREST -> "Interest";
      case FEE -> "Fees";
      case PENALTY -> "Penalties";
    };
  }

  static String of(ChargeKind kind) {
    return switch (kind) {
      case FEE -> "fee";
      case PENALTY -> "penalty";
    };
  }

  static String of(ChargeBasis basis) {
    return switch (basis) {
      case FIXED -> "an amount";
      case PERCENT_OF_PRINCIPAL -> "the principal";
      case PERCENT_OF_INTEREST -> "the interest";
      case PERCENT_OF_PRINCIPAL_AND_INTEREST -> "principal and interest";
    };
  }
}
