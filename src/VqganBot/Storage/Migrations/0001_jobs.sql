-- Jobs: see Jobs/Store/JobStore.cs. Times are milliseconds since 1970.
CREATE TABLE jobs (
    -- AUTOINCREMENT: the id of a deleted job never comes back, since old buttons still carry it.
    id                    INTEGER PRIMARY KEY AUTOINCREMENT,
    interaction           INTEGER NOT NULL UNIQUE,
    state                 TEXT    NOT NULL CHECK (state IN ('Queued', 'Painting', 'Painted', 'Delivered', 'Cancelled', 'Failed')),
    reason                TEXT,

    user                  INTEGER NOT NULL,
    user_name             TEXT    NOT NULL,
    guild                 INTEGER,
    channel               INTEGER NOT NULL,
    roles                 TEXT    NOT NULL,   -- JSON

    painting              TEXT    NOT NULL,   -- the order, as JSON
    parent                INTEGER,            -- the order's, so that its files are kept while they are needed
    tier                  INTEGER NOT NULL,

    created_at            INTEGER NOT NULL,
    started_at            INTEGER,
    painted_at            INTEGER,
    ended_at              INTEGER,
    steps_done            INTEGER NOT NULL DEFAULT 0,
    gpu_ms                INTEGER NOT NULL DEFAULT 0,
    reductions            INTEGER NOT NULL DEFAULT 0,
    crashes               INTEGER NOT NULL DEFAULT 0,   -- deaths of the process while it was painted, since it last got on
    note                  TEXT,

    application           INTEGER NOT NULL,
    token                 TEXT,               -- empty once it is dead, null once nobody needs it any more
    token_expires_at      INTEGER NOT NULL,
    reply_channel         INTEGER NOT NULL,
    message               INTEGER,
    is_followup           INTEGER NOT NULL,
    is_private            INTEGER NOT NULL,
    is_bot_in_guild       INTEGER NOT NULL,
    attachment_size_limit INTEGER NOT NULL
);

CREATE INDEX jobs_by_state ON jobs (state);
CREATE INDEX jobs_by_user ON jobs (user, id);
CREATE INDEX jobs_by_place ON jobs (reply_channel, id);
CREATE INDEX jobs_by_message ON jobs (message) WHERE message IS NOT NULL;
CREATE INDEX jobs_with_token ON jobs (token_expires_at) WHERE token IS NOT NULL;

-- Who had the GPU when, to the minute: for fair shares and for limits of a day. Outlives the jobs, so that deleting them buys no time.
CREATE TABLE gpu_use (
    user         INTEGER NOT NULL,
    minute       INTEGER NOT NULL,            -- since 1970
    milliseconds INTEGER NOT NULL,
    PRIMARY KEY (user, minute)
) WITHOUT ROWID;

CREATE INDEX gpu_use_by_minute ON gpu_use (minute);

-- How fast each model was seen to paint.
CREATE TABLE painting_speed (
    model                  TEXT PRIMARY KEY,
    steps_per_second       REAL NOT NULL,
    pixel_steps_per_second REAL NOT NULL,     -- width times height times steps
    measured_at            INTEGER NOT NULL
);

-- What the queue remembers of itself: whether it is paused.
CREATE TABLE queue_memory (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
