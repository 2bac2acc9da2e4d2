-- Classes of arrears, and what each close saw and left to do.
CREATE SCHEMA arrears;

-- From which day past due a class begins; it ends where the next one begins.
CREATE TABLE arrears.class (
  code              text         PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'),
  name              text         NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  from_day          integer      NOT NULL UNIQUE CHECK (from_day BETWEEN 0 AND 3650),
  non_performing    boolean      NOT NULL,
  marks_default     boolean      NOT NULL,
  provision_percent numeric(7,4) NOT NULL CHECK (provision_percent BETWEEN 0 AND 100)
);

-- One row: counts the changes of the table above, which is changed as a whole.
CREATE TABLE arrears.class_version (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  version bigint  NOT NULL DEFAULT 1
);

INSERT INTO arrears.class_version DEFAULT VALUES;

-- Nothing is set aside until somebody says how much.
INSERT INTO arrears.class
       (code, name, from_day, non_performing, marks_default, provision_percent)
VALUES ('current', 'Current', 0, false, false, 0),
       ('1-30', '1 to 30 days', 1, false, false, 0),
       ('31-60', '31 to 60 days', 31, false, false, 0),
       ('61-90', '61 to 90 days', 61, false, false, 0),
       ('91-180', '91 to 180 days', 91, true, false, 0),
       ('181-360', '181 to 360 days', 181, true, false, 0),
       ('over-360', 'Over 360 days', 361, true, false, 0);

-- What a close saw: with the date, a loan entered a class. Never changed, so classes are named here
-- as they were called.
CREATE TABLE arrears.crossing (
  on_day     date NOT NULL,
  loan_id    uuid NOT NULL REFERENCES loan.loan,
  from_class text NOT NULL,
  to_class   text NOT NULL,
  PRIMARY KEY (on_day, loan_id)
);

CREATE INDEX crossing_loan_idx ON arrears.crossing (loan_id, on_day);

REVOKE UPDATE, DELETE, TRUNCATE ON arrears.crossing FROM loanwright_app;

-- Loans that entered a class that marks default, until they are marked or found paid.
CREATE TABLE arrears.default_due (
  loan_id    uuid PRIMARY KEY REFERENCES loan.loan,
  class_name text NOT NULL,
  -- It stays in the class as long as its oldest unpaid due date is not after this.
  due_until  date NOT NULL
);

-- The days that were closed, and how far their work is. Loans are counted with the last one of the
-- days that were closed together.
CREATE TABLE arrears.closed_day (
  day         date        PRIMARY KEY,
  closed_at   timestamptz NOT NULL DEFAULT now(),
  crossings   bigint      NOT NULL,
  provisions  bigint      NOT NULL,
  note        text,
  loans       bigint      NOT NULL DEFAULT 0,
  marked      bigint      NOT NULL DEFAULT 0,
  finished_at timestamptz
);

CREATE INDEX closed_day_waiting_idx ON arrears.closed_day (day) WHERE finished_at IS NULL;

REVOKE DELETE, TRUNCATE ON arrears.closed_day FROM loanwright_app;
