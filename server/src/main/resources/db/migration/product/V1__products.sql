-- What the lender offers. A version is never changed: loans are made from it.
CREATE SCHEMA product;

CREATE TABLE product.product (
  id              uuid    PRIMARY KEY,
  name            text    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  active          boolean NOT NULL DEFAULT true,
  current_version integer NOT NULL CHECK (current_version > 0)
);

CREATE UNIQUE INDEX product_name_key ON product.product (lower(name));

CREATE TABLE product.version (
  product_id uuid        NOT NULL REFERENCES product.product,
  version    integer     NOT NULL CHECK (version > 0),
  currency   text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  definition jsonb       NOT NULL,                 -- terms, limits, approval policy, accounts
  made_at    timestamptz NOT NULL DEFAULT now(),
  made_by    uuid        NOT NULL,
  PRIMARY KEY (product_id, version)
);

REVOKE UPDATE, DELETE ON product.version FROM loanwright_app;
REVOKE DELETE ON product.product FROM loanwright_app;
