-- Completeness and balance of an entry in one query: the check runs for every entry at commit.
CREATE OR REPLACE FUNCTION ledger.assert_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry record;
BEGIN
  SELECT sum(c.lines) AS lines, max(c.last) AS last, bool_and(c.sum = 0) AS balances
    INTO entry
    FROM (SELECT count(*) AS lines, max(line) AS last,
                 sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END) AS sum
            FROM ledger.journal_line
           WHERE entry_id = NEW.id
           GROUP BY currency) c;
  IF (entry.lines = NEW.lines AND entry.last = NEW.lines) IS NOT TRUE THEN
    RAISE EXCEPTION 'journal entry % has other lines than it says', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  IF NOT entry.balances THEN
    RAISE EXCEPTION 'journal entry % does not balance', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
