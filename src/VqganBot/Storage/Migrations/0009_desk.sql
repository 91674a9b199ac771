-- How many finished pictures a job has: fewer than were asked for when it was kept as it was. Null for jobs of before.
ALTER TABLE jobs ADD COLUMN pictures INTEGER;

-- 1 once a shorter job was let past it, until the bot is restarted.
ALTER TABLE jobs ADD COLUMN is_aside INTEGER NOT NULL DEFAULT 0;
