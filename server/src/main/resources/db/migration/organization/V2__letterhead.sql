-- Published: what stands at the head of a paper that a branch gives out.
CREATE VIEW organization.letterhead AS
SELECT b.id AS branch_id, b.name AS branch, p.name AS organization, p.time_zone
  FROM organization.branch b
 CROSS JOIN organization.profile p;
