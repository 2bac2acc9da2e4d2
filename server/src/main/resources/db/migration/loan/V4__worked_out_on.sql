-- The business date on which the projections of a loan were worked out: where late principal bears
-- interest, they are of that day.
ALTER TABLE loan.loan ADD COLUMN worked_out_on date;

UPDATE loan.loan l
   SET worked_out_on = (SELECT max(e.value_date) FROM loan.event e WHERE e.loan_id = l.id)
 WHERE event_count > 0;
