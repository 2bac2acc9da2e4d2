package io.loanwright.payment;

import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.EventSplit;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what stands on a receipt at the moment in which a payment is taken. */
@Component
class ReceiptWriting {

  private final Organization organization;
  private final Branches branches;
  private final Borrowers borrowers;

  ReceiptWriting(Organization organization, Branches branches, Borrowers borrowers) {
    this.organization = organization;
    this.branches = branches;
    this.borrowers = borrowers;
  }

  /**
   * Returns the facts of a payment's receipt.
   *
   * @param outstanding what pays the loan off after the payment
   */
  ReceiptFacts facts(Payment payment, Money outstanding) {
    OrganizationProfile profile = organization.current();
    UUID borrowerId = payment.loan().parties().borrowerId();
    Payment.Tender money = payment.money();
    return new ReceiptFacts(
        payment.receipt().text(),
        payment.id(),
        profile.name(),
        branches.find(payment.loan().parties().branchId()).map(Branch::name).orElse(""),
        borrowers.names(Set.of(borrowerId)).getOrDefault(borrowerId, ""),
        payment.loan().number(),
        new ReceiptFacts.Paid(
            money.amount().toDecimalString(),
            money.amount().currency().code(),
            money.on(),
            money.channel(),
            money.reference(),
            money.targetInstallment()),
        parts(payment.split()),
        outstanding.toDecimalString(),
        payment.taken().by().name(),
        payment.taken().at(),
        profile.timeZone().getId());
  }

  private static ReceiptFacts.Parts parts(EventSplit split) {
    return new ReceiptFacts.Parts(
        split.split().principal().toDecimalString(),
        split.split().interest().toDecimalString(),
        split.split().fees().toDecimalString(),
        split.split().penalties().toDecimalString(),
        split.excess().toDecimalString());
  }
}
