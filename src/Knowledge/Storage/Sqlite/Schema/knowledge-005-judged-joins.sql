-- What a person decided on a proposed pair. Rows are only added, and the newest on a pair counts. Their versions are data versions, as an import's are.
CREATE TABLE join_judgement (
    version INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, decision TEXT NOT NULL, why TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL);
