-- What was typed on payments of a borrower, and his name on their receipts, is blanked when he is
-- erased. Numbers, amounts, days and who of the staff took the money stay, so a receipt can be printed
-- as before. Payments and receipts are append-only for the application: this is the one exception, and
-- not while anything is open.
CREATE FUNCTION payment.forget_words(borrower uuid, person uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1
               FROM loan.loan_card l
              WHERE l.borrower_id = borrower
                AND l.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED')) THEN
    RAISE EXCEPTION 'A loan of borrower % is open', borrower;
  END IF;
  UPDATE payment.receipt r
     SET facts = r.facts
                 || jsonb_build_object(
                      'borrower', 'erased',
                      'money', r.facts -> 'money' || '{"reference": null}',
                      'takenBy', CASE WHEN p.recorded_by = person THEN 'erased'
                                      ELSE r.facts ->> 'takenBy'
                                 END)
    FROM payment.payment p
   WHERE p.borrower_id = borrower
     AND r.payment_id = p.id;
  UPDATE payment.payment p
     SET reference        = NULL,
         reversal_reason  = CASE WHEN p.reversal_reason IS NOT NULL THEN 'erased' END,
         recorded_by_name = CASE WHEN p.recorded_by = person THEN 'erased'
                                 ELSE p.recorded_by_name
                            END,
         reversed_by_name = CASE WHEN p.reversed_by = person THEN 'erased'
                                 ELSE p.reversed_by_name
                            END
   WHERE p.borrower_id = borrower;
END $$;

REVOKE EXECUTE ON FUNCTION payment.forget_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.forget_words TO loanwright_app;

-- Who was erased before keeps nothing on his receipts either.
SELECT payment.forget_words(b.id, b.user_id)
  FROM borrower.borrower_card b
 WHERE b.name = 'erased'
   AND b.status = 'BLOCKED'
   AND NOT EXISTS (SELECT 1
                     FROM loan.loan_card l
                    WHERE l.borrower_id = b.id
                      AND l.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED'));
