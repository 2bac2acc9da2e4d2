package io.loanwright.loan.store;

import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Progress;
import io.loanwright.together.Columns;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What loans have become, as the statements that store it take it. */
final class LoanColumns {

  private LoanColumns() {}

  /** Binds the states of loans; a statement takes those of their facts that it names. */
  static StatementSpec states(StatementSpec statement, List<Loan> some) {
    Columns<Loan> loans = new Columns<>(some);
    return statement
        .param("ids", loans.ids(Loan::id))
        .param("versions", loans.longs(loan -> loan.standing().version()))
        .param("statuses", loans.texts(loan -> loan.state().status()))
        .param("closedReasons", loans.texts(loan -> closedReason(loan.state())))
        .param("closedOn", loans.texts(loan -> closed(loan, LoanState.Closed::on)))
        .param("writtenOffOn", loans.texts(LoanColumns::writtenOffOn))
        .param(
            "approved", loans.longs(loan -> approved(loan, approved -> approved.amount().minor())))
        .param("approvedOn", loans.texts(loan -> approved(loan, LoanState.Approved::on)))
        .param("disbursed", loans.longs(loan -> active(loan, active -> active.principal().minor())))
        .param("disbursedOn", loans.texts(loan -> active(loan, LoanState.Active::on)))
        .param("endedReasons", loans.texts(loan -> loan.state().endedReason()))
        .param("defaulted", loans.texts(loan -> loan.standing().defaulted()));
  }

  static @Nullable String closedReason(LoanState state) {
    return state instanceof LoanState.Closed closed ? closed.reason().name() : null;
  }

  private static <V> @Nullable V closed(Loan loan, Function<LoanState.Closed, V> fact) {
    return loan.state() instanceof LoanState.Closed closed ? fact.apply(closed) : null;
  }

  private static <V> @Nullable V approved(Loan loan, Function<LoanState.Approved, V> fact) {
    LoanState.Approved approved = loan.state().approval();
    return approved == null ? null : fact.apply(approved);
  }

  private static <V> @Nullable V active(Loan loan, Function<LoanState.Active, V> fact) {
    LoanState.Active active = loan.state().disbursement();
    return active == null ? null : fact.apply(active);
  }

  private static @Nullable LocalDate writtenOffOn(Loan loan) {
    return loan.state() instanceof LoanState.WrittenOff off ? off.on() : null;
  }

  /** Binds how far loans have come. */
  static StatementSpec progress(StatementSpec statement, List<Loan> some) {
    Columns<Progress> loans = new Columns<>(some.stream().map(Loan::progress).toList());
    return statement
        .param("owedPrincipal", loans.longs(loan -> loan.outstanding().principal().minor()))
        .param("owedInterest", loans.longs(loan -> loan.outstanding().interest().minor()))
        .param("owedFees", loans.longs(loan -> loan.outstanding().fees().minor()))
        .param("owedPenalties", loans.longs(loan -> loan.outstanding().penalties().minor()))
        .param("paidPrincipal", loans.longs(loan -> loan.paid().principal().minor()))
        .param("paidInterest", loans.longs(loan -> loan.paid().interest().minor()))
        .param("paidFees", loans.longs(loan -> loan.paid().fees().minor()))
        .param("paidPenalties", loans.longs(loan -> loan.paid().penalties().minor()))
        .param("unpaidOn", loans.texts(Progress::oldestUnpaidOn))
        .param("unpaid", loans.longs(loan -> loan.oldestUnpaid().minor()))
        .param("lastDueOn", loans.texts(Progress::lastDueOn))
        .param("workedOutOn", loans.texts(Progress::asOf))
        .param("events", loans.longs(Progress::events))
        .param("nextChangeOn", loans.texts(Progress::nextChangeOn));
  }
}
