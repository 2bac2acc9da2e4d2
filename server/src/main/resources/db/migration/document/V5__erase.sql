-- What was filed is never deleted, but for one reason: its owner asked to be forgotten. The rows are those of
-- one owner, whole, and the keys of the contents that nobody else has; what is returned is where their files lie.
-- Whoever files or erases the same content at this moment comes before or after: both lock the row of the content,
-- and who comes after sees what the other has done.
CREATE FUNCTION document.erase(owner uuid) RETURNS TABLE (store text, place text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  PERFORM
     FROM document.content c
    WHERE c.sha256 IN (SELECT d.sha256 FROM document.document d WHERE d.owner_id = owner)
    ORDER BY c.sha256
      FOR UPDATE;
  RETURN QUERY
  WITH gone AS (
    DELETE FROM document.document d WHERE d.owner_id = owner RETURNING d.sha256),
  orphan AS (
    SELECT g.sha256
      FROM gone g
     WHERE NOT EXISTS (SELECT FROM document.document o WHERE o.sha256 = g.sha256 AND o.owner_id <> owner)),
  content AS (
    DELETE FROM document.content c USING orphan o WHERE c.sha256 = o.sha256 RETURNING c.sha256, c.store, c.place)
  -- What was filed before contents were sealed has no row and lies under its SHA-256.
  SELECT coalesce(c.store, 'FOLDER'), coalesce(c.place, o.sha256)
    FROM orphan o
    LEFT JOIN content c ON c.sha256 = o.sha256;
END $$;

REVOKE EXECUTE ON FUNCTION document.erase FROM PUBLIC;
GRANT EXECUTE ON FUNCTION document.erase TO loanwright_app;
