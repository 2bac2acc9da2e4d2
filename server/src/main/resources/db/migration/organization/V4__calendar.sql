-- On which weekdays the organization works, and the days on which it does not all the same. One row.
CREATE TABLE organization.calendar (
  only_one     boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
  working_week text[]      NOT NULL DEFAULT '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}'
                           CHECK (cardinality(working_week) BETWEEN 1 AND 7),
  version      bigint      NOT NULL DEFAULT 1,
  changed_at   timestamptz NOT NULL DEFAULT now()
);

INSERT INTO organization.calendar DEFAULT VALUES;

CREATE TABLE organization.holiday (
  holiday_on date PRIMARY KEY,
  name       text NOT NULL CHECK (name <> '')
);
