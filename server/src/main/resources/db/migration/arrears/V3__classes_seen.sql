-- The classes as the last close saw them: where they differ from those of now, the next close looks
-- at all loans that are behind.
CREATE TABLE arrears.class_seen (
  code          text    PRIMARY KEY,
  from_day      integer NOT NULL,
  marks_default boolean NOT NULL
);

INSERT INTO arrears.class_seen (code, from_day, marks_default)
SELECT code, from_day, marks_default
  FROM arrears.class;
