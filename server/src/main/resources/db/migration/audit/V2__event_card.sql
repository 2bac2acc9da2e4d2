-- Published: the trail as a file shows it.
CREATE VIEW audit.event_card AS
SELECT id, recorded_at, actor_id, actor_name, actor_role, branch_id, address, device, action, result,
       subject_type, subject_id, subject_label, before, after, reason
  FROM audit.event;

REVOKE INSERT, UPDATE, DELETE ON audit.event_card FROM loanwright_app;
