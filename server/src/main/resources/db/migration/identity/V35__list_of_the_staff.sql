-- The staff in the order of their names: of those who borrow there may be a million.
CREATE INDEX user_account_staff_idx ON identity.user_account (lower(name), id)
  WHERE role <> 'BORROWER';
