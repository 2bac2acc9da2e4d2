-- What an officer has to do: loans with a promise that is open or was broken, and with what is planned.
CREATE INDEX promise_working_idx ON collection.promise (loan_id) WHERE state IN ('OPEN', 'BROKEN');
CREATE INDEX follow_up_action_idx ON collection.follow_up (action_on, loan_id)
  WHERE action_on IS NOT NULL;
