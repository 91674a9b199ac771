-- Where each picture lies in CLIP's space: see Bot/Sight/Memory/EmbeddingStore.cs. Whatever deletes a job deletes these.
CREATE TABLE embeddings (
    job    INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    tile   INTEGER NOT NULL,
    clip   TEXT    NOT NULL,   -- the sum of the CLIP that saw it; points of another are of another space
    vector BLOB    NOT NULL,   -- floats of 32 bits, little endian, of unit length
    PRIMARY KEY (job, tile)
);

-- What the buttons under a private answer need, for a day: see Bot/Sight/KeptAnswers.cs.
CREATE TABLE kept_answers (
    interaction INTEGER PRIMARY KEY,
    user        INTEGER NOT NULL,
    content     TEXT    NOT NULL,   -- JSON, a list of texts
    created_at  INTEGER NOT NULL
);
