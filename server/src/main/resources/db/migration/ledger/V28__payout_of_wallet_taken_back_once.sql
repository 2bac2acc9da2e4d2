-- Money that was paid out of a borrower's wallet by mistake is back in it once; the lock on the wallet sees to it
-- before.
CREATE UNIQUE INDEX journal_entry_payout_taken_back_key ON ledger.journal_entry (corrects)
 WHERE source_type = 'wallet-payout' AND corrects IS NOT NULL;
