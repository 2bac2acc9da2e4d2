-- The most that one person takes at once, in the organization's currency; null: no limit is set.
ALTER TABLE organization.profile
  ADD COLUMN cash_limit_minor bigint CHECK (cash_limit_minor > 0);
