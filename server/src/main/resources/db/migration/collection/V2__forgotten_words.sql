-- What was noted of talks with a borrower is blanked when he is erased; when, how and by whom he was
-- reached and what he promised stays. Contacts are append-only for the application: this is the one
-- exception, and not while anything is open.
CREATE FUNCTION collection.forget_words(borrower uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1
               FROM loan.loan_card l
              WHERE l.borrower_id = borrower
                AND l.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED')) THEN
    RAISE EXCEPTION 'A loan of borrower % is open', borrower;
  END IF;
  UPDATE collection.contact c
     SET person = NULL, note = NULL
   WHERE c.borrower_id = borrower
     AND (c.person IS NOT NULL OR c.note IS NOT NULL);
  UPDATE collection.promise p
     SET reason = 'erased'
    FROM loan.loan_card l
   WHERE l.borrower_id = borrower
     AND p.loan_id = l.id
     AND p.reason IS NOT NULL;
  UPDATE collection.follow_up f
     SET action_note = NULL
    FROM loan.loan_card l
   WHERE l.borrower_id = borrower
     AND f.loan_id = l.id
     AND f.action_note IS NOT NULL;
END $$;

REVOKE EXECUTE ON FUNCTION collection.forget_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.forget_words TO loanwright_app;
