-- What was refused is looked for by itself, and is little among much that was done.
CREATE INDEX event_refused_idx ON audit.event (id) WHERE result = 'REFUSED';
