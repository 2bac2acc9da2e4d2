-- Money that was put into a wallet is taken back once; the lock on the wallet sees to it before.
CREATE UNIQUE INDEX journal_entry_top_up_corrected_key ON ledger.journal_entry (corrects)
 WHERE source_type = 'wallet' AND corrects IS NOT NULL;
