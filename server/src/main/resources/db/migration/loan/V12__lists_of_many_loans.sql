-- Whoever approves reads the oldest of what waits, and nothing of all that was decided.
CREATE INDEX loan_in_review_idx ON loan.loan (id) WHERE status IN ('SUBMITTED', 'UNDER_REVIEW');

-- The loans of a product in a state, in the order of the list.
CREATE INDEX loan_product_status_idx ON loan.loan (product_id, status, id);
