-- Whether somebody has a role, or was invited to it, is asked of each role that is listed.
CREATE INDEX user_account_role_idx ON identity.user_account (role);
CREATE INDEX invitation_role_idx ON identity.invitation (role);
