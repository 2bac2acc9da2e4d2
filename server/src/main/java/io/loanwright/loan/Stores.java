package io.loanwright.loan;

import io.loanwright.loan.store.AccrualStore;
import io.loanwright.loan.store.ApprovalStore;
import io.loanwright.loan.store.DefaultMarkStore;
import io.loanwright.loan.store.EventStore;
import io.loanwright.loan.store.LoanBatches;
import io.loanwright.loan.store.LoanRequestStore;
import io.loanwright.loan.store.LoanStore;
import io.loanwright.loan.store.ProjectionStore;
import io.loanwright.loan.store.ScheduleVersionStore;
import io.loanwright.loan.store.SeenLoanStore;
import org.springframework.stereotype.Component;

/** The tables of loans, together. */
@Component
record Stores(
    LoanStore loans,
    ApprovalStore approvals,
    EventStore events,
    ProjectionStore projections,
    ScheduleVersionStore schedules,
    DefaultMarkStore defaults,
    AccrualStore accruals,
    LoanBatches batches,
    LoanRequestStore requests,
    SeenLoanStore seen) {}
