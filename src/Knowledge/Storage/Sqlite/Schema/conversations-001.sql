CREATE TABLE conversation (
    id            INTEGER PRIMARY KEY,
    key           TEXT    NOT NULL UNIQUE,
    version       INTEGER NOT NULL,
    last_position INTEGER NOT NULL,
    touched_at    INTEGER NOT NULL,
    state         TEXT    NOT NULL
);

CREATE INDEX conversation_by_touch ON conversation (touched_at);

-- One row a turn: both sides' activities, one line of JSON each. Appending is all a turn does here.
CREATE TABLE turn (
    id             INTEGER PRIMARY KEY,
    conversation   INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    last_position  INTEGER NOT NULL,
    key            TEXT    NOT NULL,
    delivery       INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    activities     TEXT    NOT NULL
);

CREATE UNIQUE INDEX turn_by_position ON turn (conversation, last_position);
CREATE UNIQUE INDEX turn_by_key ON turn (conversation, key);

CREATE TABLE record (
    kind       TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    expires_at INTEGER,
    body       TEXT    NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

CREATE INDEX record_by_expiry ON record (expires_at) WHERE expires_at IS NOT NULL;
