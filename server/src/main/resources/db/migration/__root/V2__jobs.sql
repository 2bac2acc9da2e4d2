-- The table of db-scheduler, which runs what happens by the clock. Its columns are the library's.
CREATE SCHEMA job;

CREATE TABLE job.scheduled_task (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  state                text,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_task_execution_time_idx ON job.scheduled_task (execution_time);
CREATE INDEX scheduled_task_last_heartbeat_idx ON job.scheduled_task (last_heartbeat);
