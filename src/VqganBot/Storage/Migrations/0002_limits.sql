-- Limits set by command: see Limits/Rules/LimitStore.cs.
CREATE TABLE limits
(
    guild  INTEGER NOT NULL,
    scope  INTEGER NOT NULL, -- 0 everyone, 1 role, 2 user, 3 channel
    target INTEGER NOT NULL, -- 0 for everyone
    name   TEXT    NOT NULL,
    value  TEXT    NOT NULL, -- a number, ids of channels, or nothing: unlimited
    PRIMARY KEY (guild, scope, target, name)
);

-- Deleting pictures, or everything by /forget-me, must not buy a fresh allowance: for a day after a job was deleted it is
-- remembered that there was one, and nothing of what it was.
CREATE TABLE deleted_jobs
(
    user       INTEGER NOT NULL,
    channel    INTEGER NOT NULL,
    state      TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    over_at    INTEGER NOT NULL,
    gpu_ms     INTEGER NOT NULL
);

CREATE INDEX deleted_jobs_by_user ON deleted_jobs (user);
CREATE INDEX deleted_jobs_by_time ON deleted_jobs (over_at);

CREATE TRIGGER job_deleted AFTER DELETE ON jobs
BEGIN
    INSERT INTO deleted_jobs (user, channel, state, created_at, started_at, over_at, gpu_ms)
    VALUES (
        OLD.user, OLD.channel,
        CASE WHEN OLD.state IN ('Queued', 'Painting', 'Painted') THEN 'Cancelled' ELSE OLD.state END,
        OLD.created_at, OLD.started_at, COALESCE(OLD.painted_at, OLD.ended_at, OLD.started_at, OLD.created_at), OLD.gpu_ms);
END;

-- What limits count; over_at is null while a job goes on.
CREATE VIEW job_use AS
SELECT id, user, channel, state, created_at, started_at, COALESCE(painted_at, ended_at) AS over_at, gpu_ms FROM jobs
UNION ALL
SELECT NULL, user, channel, state, created_at, started_at, over_at, gpu_ms FROM deleted_jobs;
