-- What the application's role may do in every schema that a module creates: read and write rows.
-- It may not truncate, may not create anything, and cannot see Flyway's histories. A module takes
-- UPDATE and DELETE away again from its append-only tables.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO loanwright_app;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO loanwright_app;
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO loanwright_app;

-- Search by parts of names and numbers.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
