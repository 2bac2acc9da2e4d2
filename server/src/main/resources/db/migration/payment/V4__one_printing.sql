-- Who looks at a receipt and saves it a moment later prints it once.
ALTER TABLE payment.receipt
  ADD COLUMN printed_by uuid,
  ADD COLUMN printed_at timestamptz;

GRANT UPDATE (printed_by, printed_at) ON payment.receipt TO loanwright_app;
