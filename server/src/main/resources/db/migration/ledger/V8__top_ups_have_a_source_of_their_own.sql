-- Entries of top-ups come from 'wallet-top-up'; older ones are sealed with 'wallet' and keep it. Both are
-- taken back once.
CREATE UNIQUE INDEX journal_entry_top_up_taken_back_key ON ledger.journal_entry (corrects)
 WHERE source_type IN ('wallet', 'wallet-top-up') AND corrects IS NOT NULL;

DROP INDEX ledger.journal_entry_top_up_corrected_key;
