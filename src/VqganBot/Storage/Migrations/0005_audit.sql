-- What admins did: see Bot/Admin/AuditStore.cs.
CREATE TABLE audit
(
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    guild      INTEGER NOT NULL,
    at         INTEGER NOT NULL, -- milliseconds since 1970
    actor      INTEGER,          -- null once that person asked to be forgotten
    actor_name TEXT    NOT NULL,
    action     TEXT    NOT NULL, -- limits set
    target     TEXT    NOT NULL, -- jobs_per_hour for <@&12>
    before     TEXT,
    after      TEXT
);

CREATE INDEX audit_by_guild ON audit (guild, id);
CREATE INDEX audit_by_actor ON audit (actor) WHERE actor IS NOT NULL;
