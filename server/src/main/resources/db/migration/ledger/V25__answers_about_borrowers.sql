-- Which kept answers name a borrower, so that his name can be taken out of them when he is erased.
CREATE TABLE ledger.answer_about (
  borrower_id uuid NOT NULL,
  key         text NOT NULL REFERENCES ledger.idempotency_key,
  PRIMARY KEY (borrower_id, key)
);

INSERT INTO ledger.answer_about (borrower_id, key)
SELECT (k.body::jsonb ->> 'borrowerId')::uuid, k.key
  FROM ledger.idempotency_key k
 WHERE k.body LIKE '%"borrowerName"%'
   AND k.body::jsonb ->> 'borrowerId' IS NOT NULL;

REVOKE UPDATE, DELETE, TRUNCATE ON ledger.answer_about FROM loanwright_app;
