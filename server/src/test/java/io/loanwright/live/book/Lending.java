package io.loanwright.live.book;

import io.loanwright.access.Caller;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.product.ProductDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who lends what in a book.
 *
 * @param name of the organization
 * @param accounts by their codes
 * @param today the business date
 */
record Lending(
    String name,
    String timeZone,
    List<Desk> desks,
    List<Offer> offers,
    Map<String, UUID> accounts,
    LocalDate today) {

  /**
   * The people of a branch.
   *
   * @param officers who register borrowers and apply for them
   * @param manager who approves
   * @param teller who pays out and takes payments
   */
  record Desk(UUID id, String name, List<Caller> officers, Caller manager, Caller teller) {}

  /**
   * A product, and how people ask for it.
   *
   * @param percent so many of a hundred loans are of it
   * @param least the least whole amount that is asked for
   * @param most the most
   * @param terms one for each number of installments
   */
  record Offer(
      UUID productId,
      ProductDefinition definition,
      int percent,
      int least,
      int most,
      List<LoanTerms> terms) {}
}
