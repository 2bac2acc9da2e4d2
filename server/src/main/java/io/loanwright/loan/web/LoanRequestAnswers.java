package io.loanwright.loan.web;

import io.loanwright.access.Caller;
import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanActions;
import io.loanwright.loan.LoanChanges;
import io.loanwright.loan.LoanRequest;
import io.loanwright.loan.Loans;
import io.loanwright.loan.WriteOffs;
import io.loanwright.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of requests what else is known of them: who borrows, what it is about now, and by whom. */
@Component
class LoanRequestAnswers {

  private final Loans loans;
  private final WriteOffs writeOffs;
  private final LoanChanges changes;
  private final LoanActions actions;
  private final Borrowers borrowers;
  private final LenderWallets wallets;

  LoanRequestAnswers(
      Loans loans,
      WriteOffs writeOffs,
      LoanChanges changes,
      LoanActions actions,
      Borrowers borrowers,
      LenderWallets wallets) {
    this.loans = loans;
    this.writeOffs = writeOffs;
    this.changes = changes;
    this.actions = actions;
    this.borrowers = borrowers;
    this.wallets = wallets;
  }

  /** Says what became of a loan. */
  LoanResponse ofLoan(Loan loan) {
    return LoanResponse.of(loans.view(loan));
  }

  Page<LoanRequestResponse> of(Page<LoanRequest> page) {
    Map<UUID, String> names =
        borrowers.names(
            page.items().stream()
                .map(request -> request.loan().borrowerId())
                .collect(Collectors.toSet()));
    return page.map(request ->
        LoanRequestResponse.of(
            request,
            names.getOrDefault(request.loan().borrowerId(), ""),
            LoanRequestResponse.Details.NONE));
  }

  /** Says it without what whoever asks may do about it. */
  LoanRequestResponse of(LoanRequest request) {
    return of(request, null);
  }

  LoanRequestResponse of(Caller caller, LoanRequest request) {
    boolean waits = request.status() == LoanRequest.Status.WAITING;
    return of(request, waits ? LoanActionResponse.of(actions.of(caller, request)) : null);
  }

  private LoanRequestResponse of(LoanRequest request, @Nullable List<LoanActionResponse> allowed) {
    UUID borrower = request.loan().borrowerId();
    UUID wallet = request.wanted().walletId();
    return LoanRequestResponse.of(
        request,
        borrowers.names(List.of(borrower)).getOrDefault(borrower, ""),
        new LoanRequestResponse.Details(
            now(request).map(Money::toDecimalString).orElse(null),
            wallet == null ? null : wallets.find(wallet).map(LenderWallet::name).orElse(null),
            allowed));
  }

  private Optional<Money> now(LoanRequest request) {
    return switch (request.wanted().kind()) {
      case WRITE_OFF -> writeOffs.owed(request);
      case CHANGE -> changes.takenOff(request);
      case TOP_UP ->
          request.status() == LoanRequest.Status.WAITING
              ? Optional.of(request.wanted().amount())
              : Optional.empty();
    };
  }
}
