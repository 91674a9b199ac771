-- What admins blocked: see Moderation/Blocks/BlockStore.cs and Moderation/Terms/TermStore.cs.
CREATE TABLE blocked_users
(
    guild  INTEGER NOT NULL,
    user   INTEGER NOT NULL,
    reason TEXT,
    PRIMARY KEY (guild, user)
);

CREATE INDEX blocked_users_by_user ON blocked_users (user);

CREATE TABLE blocked_channels
(
    guild   INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    PRIMARY KEY (guild, channel)
);

CREATE TABLE blocked_terms
(
    guild     INTEGER NOT NULL,
    term      TEXT    NOT NULL,
    is_regex  INTEGER NOT NULL,
    nsfw_only INTEGER NOT NULL,
    PRIMARY KEY (guild, term, is_regex)
);
