-- What people say of a loan beside its state: no effect on its money. A row is a flag from when it was
-- set until it was lifted; set and lifted again, it has two.
CREATE TABLE loan.flag (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  loan_id        uuid        NOT NULL REFERENCES loan.loan,
  flag           text        NOT NULL
                             CHECK (flag IN ('LEGAL', 'DISPUTED', 'DECEASED', 'INSURED', 'WATCH')),
  reason         text        NOT NULL CHECK (length(reason) <= 2000),
  -- The business date.
  set_on         date        NOT NULL,
  set_by         uuid        NOT NULL,
  set_by_name    text        NOT NULL,
  set_at         timestamptz NOT NULL,
  lifted_reason  text        CHECK (length(lifted_reason) <= 2000),
  lifted_on      date,
  lifted_by      uuid,
  lifted_by_name text,
  lifted_at      timestamptz,
  CHECK (num_nulls(lifted_reason, lifted_on, lifted_by, lifted_by_name, lifted_at) IN (0, 5))
);

CREATE INDEX flag_loan_idx ON loan.flag (loan_id, id);
-- Each stands once, and lists ask for the loans that have it.
CREATE UNIQUE INDEX flag_standing_idx ON loan.flag (flag, loan_id) WHERE lifted_at IS NULL;

-- What was said stays; it is lifted once.
REVOKE UPDATE, DELETE ON loan.flag FROM loanwright_app;
GRANT UPDATE (lifted_reason, lifted_on, lifted_by, lifted_by_name, lifted_at)
   ON loan.flag TO loanwright_app;

CREATE VIEW loan.standing_flag AS
SELECT loan_id, flag
  FROM loan.flag
 WHERE lifted_at IS NULL;

-- As before, with the reasons of flags.
CREATE OR REPLACE FUNCTION loan.forget_words(borrower uuid, person uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1
               FROM loan.loan l
              WHERE l.borrower_id = borrower
                AND l.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED')) THEN
    RAISE EXCEPTION 'A loan of borrower % is open', borrower;
  END IF;
  UPDATE loan.loan l
     SET purpose         = NULL,
         ended_reason    = CASE WHEN l.ended_reason IS NOT NULL THEN 'erased' END,
         applied_by_name = CASE WHEN l.applied_by = person THEN 'erased' ELSE l.applied_by_name END
   WHERE l.borrower_id = borrower;
  UPDATE loan.approval a
     SET note = NULL
    FROM loan.loan l
   WHERE l.borrower_id = borrower
     AND a.loan_id = l.id
     AND a.note IS NOT NULL;
  UPDATE loan.event e
     SET payload = CASE WHEN e.payload -> 'reason' IS NOT NULL
                          THEN e.payload || jsonb_build_object('reason', 'erased')
                        ELSE e.payload - 'reference'
                   END,
         recorded_by_name = CASE WHEN e.recorded_by = person THEN 'erased' ELSE e.recorded_by_name END
    FROM loan.loan l
   WHERE l.borrower_id = borrower
     AND e.loan_id = l.id
     AND (e.payload -> 'reason' IS NOT NULL
          OR e.payload -> 'reference' IS NOT NULL
          OR e.recorded_by = person);
  UPDATE loan.request r
     SET reason          = 'erased',
         decision_reason = CASE WHEN r.decision_reason IS NOT NULL THEN 'erased' END
    FROM loan.loan l
   WHERE l.borrower_id = borrower
     AND r.loan_id = l.id;
  UPDATE loan.flag f
     SET reason        = 'erased',
         lifted_reason = CASE WHEN f.lifted_reason IS NOT NULL THEN 'erased' END
    FROM loan.loan l
   WHERE l.borrower_id = borrower
     AND f.loan_id = l.id;
END $$;
