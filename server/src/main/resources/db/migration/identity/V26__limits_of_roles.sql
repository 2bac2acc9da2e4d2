-- Up to which amounts a role approves loans, writes off and waives; a list of
-- {"permission", "currency", "minor"}. A permission without an entry has no limit; one with entries
-- counts in their currencies only.
ALTER TABLE identity.role
  ADD COLUMN limits jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(limits) = 'array');
