-- What each data set says is kept beside what all of them come to, so that a file imported again replaces its own words and nobody else's.
CREATE TABLE data_set (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
ALTER TABLE import ADD COLUMN gone_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN joined_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN proposed_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN opportunity_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE provider ADD COLUMN authority INTEGER NOT NULL DEFAULT 1;
ALTER TABLE provider ADD COLUMN gone_since TEXT;
ALTER TABLE provider_text ADD COLUMN data_set INTEGER;
ALTER TABLE provider_text ADD COLUMN met INTEGER;
ALTER TABLE provider_text ADD COLUMN gone_since TEXT;
-- "met" is the import that last met the row; "facts" is JSON.
CREATE TABLE provider_source (
    provider TEXT NOT NULL, data_set INTEGER NOT NULL, met INTEGER NOT NULL, last_seen TEXT NOT NULL, gone_since TEXT, facts TEXT,
    PRIMARY KEY (provider, data_set));
-- Every further identifier of a provider. An identifier belongs to one provider alone: that is how two are known to be one.
CREATE TABLE provider_identifier (id TEXT PRIMARY KEY, provider TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX provider_identifier_of ON provider_identifier (provider);
CREATE TABLE provider_proposal (one TEXT NOT NULL, other TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE opportunity (
    ocid TEXT PRIMARY KEY, data_set INTEGER NOT NULL, met INTEGER NOT NULL, last_seen TEXT NOT NULL, gone_since TEXT, body TEXT NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO data_set (name) SELECT data_set FROM import ORDER BY version;
INSERT INTO provider_source SELECT provider.id, data_set.number, 0, provider.last_seen, NULL, NULL FROM provider JOIN data_set ON data_set.name = provider.data_set;
