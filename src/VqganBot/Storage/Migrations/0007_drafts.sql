-- Drafts take seconds, so they take less of what limits allow: see JobOrder.Weight.
ALTER TABLE jobs ADD COLUMN weight REAL NOT NULL DEFAULT 1;
ALTER TABLE deleted_jobs ADD COLUMN weight REAL NOT NULL DEFAULT 1;

DROP TRIGGER job_deleted;
CREATE TRIGGER job_deleted AFTER DELETE ON jobs
BEGIN
    INSERT INTO deleted_jobs (user, channel, state, weight, created_at, started_at, over_at, gpu_ms)
    VALUES (
        OLD.user, OLD.channel,
        CASE WHEN OLD.state IN ('Queued', 'Painting', 'Painted') THEN 'Cancelled' ELSE OLD.state END,
        OLD.weight, OLD.created_at, OLD.started_at, COALESCE(OLD.painted_at, OLD.ended_at, OLD.started_at, OLD.created_at), OLD.gpu_ms);
END;

DROP VIEW job_use;
CREATE VIEW job_use AS
SELECT id, user, channel, state, weight, created_at, started_at, COALESCE(painted_at, ended_at) AS over_at, gpu_ms FROM jobs
UNION ALL
SELECT NULL, user, channel, state, weight, created_at, started_at, over_at, gpu_ms FROM deleted_jobs;
