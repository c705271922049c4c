CREATE TABLE import (
    version INTEGER PRIMARY KEY, format TEXT NOT NULL, data_set TEXT NOT NULL, licence TEXT NOT NULL, digest TEXT NOT NULL,
    sample INTEGER NOT NULL, at TEXT NOT NULL, row_count INTEGER NOT NULL, provider_count INTEGER NOT NULL, refused_count INTEGER NOT NULL);
CREATE TABLE refusal (
    version INTEGER NOT NULL REFERENCES import, number INTEGER NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL, whole_row INTEGER NOT NULL,
    PRIMARY KEY (version, number)) WITHOUT ROWID;
CREATE TABLE provider (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, locality TEXT, outward TEXT, postcode TEXT, website TEXT, legal_form TEXT, income_band TEXT,
    data_set TEXT NOT NULL, licence TEXT NOT NULL, last_seen TEXT NOT NULL, sample INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE provider_text (
    provider TEXT NOT NULL REFERENCES provider ON DELETE CASCADE, reference TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, date TEXT, amount TEXT,
    PRIMARY KEY (provider, reference)) WITHOUT ROWID;
