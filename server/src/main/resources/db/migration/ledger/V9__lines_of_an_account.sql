-- The lines of an account in the order of days, with all that a balance needs: the general ledger of an
-- account reads its page here and its opening balance without the table.
CREATE INDEX journal_line_of_account_idx
    ON ledger.journal_line (account_id, business_date, entry_id, line)
       INCLUDE (side, currency, amount_minor);

DROP INDEX ledger.journal_line_account_idx;
