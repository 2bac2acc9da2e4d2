-- Loans that could not be worked out when the work of a day was finished; the note has their numbers.
ALTER TABLE arrears.closed_day ADD COLUMN left_out bigint NOT NULL DEFAULT 0;
