package io.loanwright.integration.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file of loans mean: one row a loan, with its borrower and where it stands.
 *
 * @param format how the file is written
 * @param reference what the other system calls the loan; unique in it
 * @param borrower who borrows
 * @param terms what was agreed
 * @param position where the loan stands; left out: nothing of it is paid
 */
public record LoanMapping(
    @Nullable FileFormat format,
    @Schema(description = "What the other system calls the loan; unique in it")
        FieldSource reference,
    BorrowerFields borrower,
    TermFields terms,
    @Nullable PositionFields position) {

  /**
   * Checks what is there.
   *
   * @throws IllegalArgumentException if a part is left out
   */
  public LoanMapping {
    Needed.part(reference, "reference");
    Needed.part(borrower, "borrower");
    Needed.part(terms, "terms");
  }

  /**
   * Who borrows.
   *
   * @param reference what the other system calls the borrower, if it has several loans; left out:
   *     every loan has a borrower of its own
   * @param name the name
   * @param organization whether the borrowers are firms or groups
   * @param branchId the branch that takes them; left out: the branch of whoever imports, or the
   *     main one
   */
  public record BorrowerFields(
      @Nullable FieldSource reference,
      FieldSource name,
      @Nullable FieldSource phone,
      @Nullable FieldSource email,
      @Nullable FieldSource address,
      @Nullable FieldSource dateOfBirth,
      @Nullable Boolean organization,
      @Nullable UUID branchId) {

    /**
     * Checks what is there.
     *
     * @throws IllegalArgumentException if the name is left out
     */
    public BorrowerFields {
      Needed.part(name, "name");
    }
  }

  /**
   * What was agreed.
   *
   * @param productId an existing product that the loans become loans of
   * @param product a product to make, or of the same name to use; one of the two is needed
   * @param amount what was lent
   * @param annualRate percent a year; left out: the product's
   * @param repayments the number of installments; left out: the product's
   * @param disbursedOn when the money went out
   */
  public record TermFields(
      @Nullable UUID productId,
      @Nullable NewProduct product,
      FieldSource amount,
      @Nullable FieldSource annualRate,
      @Nullable FieldSource repayments,
      FieldSource disbursedOn,
      @Nullable FieldSource purpose) {

    /**
     * Checks that there is one product.
     *
     * @throws IllegalArgumentException if there is none, or two, or another field is left out
     */
    public TermFields {
      Needed.part(amount, "amount");
      Needed.part(disbursedOn, "disbursedOn");
      if ((productId == null) == (product == null)) {
        throw new IllegalArgumentException("must have either a productId or a product");
      }
    }
  }

  /**
   * Where a loan stands. Each figure that is mapped gets a control total.
   *
   * @param on the day of the figures; left out: the business date
   * @param status the other system's word for its state; left out: it runs
   * @param statuses what the other system's words mean, whatever their case
   * @param balance the principal still owed; left out: what was lent less the principal paid
   * @param daysPastDue for how many days the oldest unpaid installment has been due on the day of
   *     the figures; left out: nothing is past due
   */
  public record PositionFields(
      @Nullable FieldSource on,
      @Nullable FieldSource status,
      @Nullable Map<String, LoanFate> statuses,
      @Nullable FieldSource balance,
      @Nullable FieldSource paidPrincipal,
      @Nullable FieldSource paidInterest,
      @Nullable FieldSource paidFees,
      @Nullable FieldSource paidPenalties,
      @Nullable FieldSource daysPastDue) {

    /** Says nothing: a loan runs, and nothing of it is paid. */
    public static final PositionFields NONE =
        new PositionFields(null, null, null, null, null, null, null, null, null);

    private static final int STATUSES_MAX = 200;

    /**
     * Keeps its own copy.
     *
     * @throws IllegalArgumentException if there are too many words
     */
    public PositionFields {
      statuses = statuses == null ? null : Map.copyOf(statuses);
      if (statuses != null && statuses.size() > STATUSES_MAX) {
        throw new IllegalArgumentException("must have at most " + STATUSES_MAX + " statuses");
      }
    }
  }

  /** Returns how the file is written. */
  public FileFormat fileFormat() {
    return Objects.requireNonNullElse(format, FileFormat.USUAL);
  }

  /** Returns where the loans stand. */
  public PositionFields standing() {
    return Objects.requireNonNullElse(position, PositionFields.NONE);
  }

  /** Returns the mapped fields by their place in the mapping. */
  public Map<String, FieldSource> fields() {
    PositionFields standing = standing();
    Map<String, FieldSource> fields = new LinkedHashMap<>();
    fields.put("reference", reference);
    put(fields, "borrower.reference", borrower.reference());
    fields.put("borrower.name", borrower.name());
    put(fields, "borrower.phone", borrower.phone());
    put(fields, "borrower.email", borrower.email());
    put(fields, "borrower.address", borrower.address());
    put(fields, "borrower.dateOfBirth", borrower.dateOfBirth());
    fields.put("terms.amount", terms.amount());
    put(fields, "terms.annualRate", terms.annualRate());
    put(fields, "terms.repayments", terms.repayments());
    fields.put("terms.disbursedOn", terms.disbursedOn());
    put(fields, "terms.purpose", terms.purpose());
    put(fields, "position.on", standing.on());
    put(fields, "position.status", standing.status());
    put(fields, "position.balance", standing.balance());
    put(fields, "position.paidPrincipal", standing.paidPrincipal());
    put(fields, "position.paidInterest", standing.paidInterest());
    put(fields, "position.paidFees", standing.paidFees());
    put(fields, "position.paidPenalties", standing.paidPenalties());
    put(fields, "position.daysPastDue", standing.daysPastDue());
    return fields;
  }

  private static void put(
      Map<String, FieldSource> fields, String name, @Nullable FieldSource source) {
    if (source != null) {
      fields.put(name, source);
    }
  }
}
