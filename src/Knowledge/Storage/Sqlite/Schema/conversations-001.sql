-- A turn appends one row, which holds everything that was said and the state after it. The conversation's own row changes on the first turn
-- of a day only; docs/decisions/0005 says why.
CREATE TABLE conversation (
    id          INTEGER PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,
    touched_day INTEGER NOT NULL
);

CREATE INDEX conversation_by_day ON conversation (touched_day);

CREATE TABLE turn (
    id             INTEGER PRIMARY KEY,
    conversation   INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    last_position  INTEGER NOT NULL,
    key            TEXT    NOT NULL,
    delivery       INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    state          TEXT    NOT NULL,
    activities     TEXT    NOT NULL
);

-- The newest turn, the turns after a position and the turn of a key are all found in this one index.
CREATE UNIQUE INDEX turn_by_position ON turn (conversation, last_position, version, key);

CREATE TABLE record (
    row         INTEGER PRIMARY KEY,
    kind        TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    expires_day INTEGER,
    body        TEXT    NOT NULL,
    UNIQUE (kind, id)
);

CREATE INDEX record_by_expiry ON record (expires_day) WHERE expires_day IS NOT NULL;
