-- A payment belongs to the branch and the officer of its loan, who change when a borrower is handed
-- over; what was paid never changes.
GRANT UPDATE (branch_id, officer_id) ON payment.payment TO loanwright_app;
