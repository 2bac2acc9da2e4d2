-- What the staff typed about a borrower, and his name where he did something himself, is blanked when
-- he is erased. Amounts, days and who of the staff did what stay, so the books follow from the events
-- as before. Events and write-offs are append-only for the application: this is the one exception, and
-- not while anything is open.
CREATE FUNCTION loan.forget_words(borrower uuid, person uuid) RETURNS void
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
  UPDATE loan.write_off w
     SET reason          = 'erased',
         decision_reason = CASE WHEN w.decision_reason IS NOT NULL THEN 'erased' END
    FROM loan.loan l
   WHERE l.borrower_id = borrower
     AND w.loan_id = l.id;
END $$;

REVOKE EXECUTE ON FUNCTION loan.forget_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION loan.forget_words TO loanwright_app;
