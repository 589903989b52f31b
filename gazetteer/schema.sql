-- The index of place names: one file, written once, then only read.
CREATE TABLE places (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    radius_km REAL NOT NULL,
    country TEXT NOT NULL,
    country_name TEXT NOT NULL,
    admin1 TEXT,
    admin2 TEXT,
    population INTEGER NOT NULL,
    origin TEXT NOT NULL,
    -- orders the places of one name: people, those of its towns for a division, far above all for a country
    prominence INTEGER NOT NULL
);
-- normal_form of every name -> place
CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
-- loose_form of every name -> place
CREATE TABLE loose_names (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
-- consonants of the loose forms of places whose countries write Arabic or Hebrew -> place
CREATE TABLE skeletons (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
-- all other names of a place as its sources write them, parted by |: only to tell which one matched
CREATE TABLE spellings (place INTEGER PRIMARY KEY, names TEXT NOT NULL);
CREATE TABLE demonyms (word TEXT PRIMARY KEY, country TEXT NOT NULL) WITHOUT ROWID;
-- of provinces, regions and cities, by the id of the place
CREATE TABLE adjectives (word TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID;
-- who claims a place or what it was called, as JSON; a place may have several
CREATE TABLE territories (place TEXT NOT NULL, facts TEXT NOT NULL);
-- the id of a place: which is not here in a list of one's own
CREATE TABLE capitals (country TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID;
-- one row: a bit for the hash of every key of names, so that most misses need no probe
CREATE TABLE key_filter (bits BLOB NOT NULL);
-- digest of the sources, longest name in tokens, where the places come from, as JSON values
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- further ids of a place: those of other sources, and of rows that were joined with it
CREATE TABLE other_ids (id TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
-- outlines as WKB in WGS 84, simplified; only of places from boundary files
CREATE TABLE areas (place INTEGER PRIMARY KEY, wkb BLOB NOT NULL);
