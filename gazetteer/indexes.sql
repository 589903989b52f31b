-- Made after the rows are in: that is faster, and leaves the file smaller.
CREATE UNIQUE INDEX IF NOT EXISTS places_by_id ON places (id);
CREATE INDEX divisions_by_name ON places (country, level, name) WHERE level IN ('country', 'province', 'district');
