-- Entries are sealed into the chain of hashes. The trigger first: an older instance that still writes
-- waits for it.
CREATE TRIGGER await_seal
  AFTER INSERT ON ledger.journal_entry
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION audit.await_seal('journal');

DO $$
BEGIN
  PERFORM audit.enqueue('journal', id) FROM ledger.journal_entry;
END $$;
