-- One row for each turn whose replies the channel has not all taken; none for a turn that is delivered. It stands apart from the log and
-- names the conversation by its key, so that the log is appended to and never changed.
CREATE TABLE delivery (
    conversation   TEXT    NOT NULL,
    first_position INTEGER NOT NULL,
    taken          INTEGER NOT NULL,
    in_doubt       INTEGER NOT NULL DEFAULT 0,
    attempts       INTEGER NOT NULL DEFAULT 0,
    not_before     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation, first_position)
) WITHOUT ROWID;
