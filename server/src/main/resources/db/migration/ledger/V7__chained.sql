-- Entries are sealed into the chain of hashes.
SELECT audit.enqueue('journal', array_agg(id)) FROM ledger.journal_entry;

CREATE TRIGGER await_seal
  AFTER INSERT ON ledger.journal_entry
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION audit.await_seal('journal');
