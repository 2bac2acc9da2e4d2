-- With the right to execute it, anybody who may make a temporary table could give that the trigger, and say
-- so of any id that it waits for a seal.
REVOKE EXECUTE ON FUNCTION audit.await_seal FROM PUBLIC;
