-- Interest that accrues, as each close left it, by what is posted together: interest that arose with the day,
-- paid or not, what of it is income, and how much has arisen, is not paid and is receivable or suspended.
CREATE TABLE arrears.accrual (
  day                date   NOT NULL,
  branch_id          uuid   NOT NULL,
  product_id         uuid   NOT NULL,
  currency           text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  receivable_account text   NOT NULL,
  income_account     text   NOT NULL,
  accrued_minor      bigint NOT NULL,
  income_minor       bigint NOT NULL,
  receivable_minor   bigint NOT NULL CHECK (receivable_minor >= 0),
  suspended_minor    bigint NOT NULL CHECK (suspended_minor >= 0),
  PRIMARY KEY (day, branch_id, product_id, currency, receivable_account, income_account)
);

REVOKE UPDATE, DELETE, TRUNCATE ON arrears.accrual FROM loanwright_app;

-- A close looks by it whether interest is suspended.
ALTER TABLE arrears.class_seen ADD COLUMN non_performing boolean NOT NULL DEFAULT false;

UPDATE arrears.class_seen s
   SET non_performing = c.non_performing
  FROM arrears.class c
 WHERE c.code = s.code;

ALTER TABLE arrears.class_seen ALTER COLUMN non_performing DROP DEFAULT;
