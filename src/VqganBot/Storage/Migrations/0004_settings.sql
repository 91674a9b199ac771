-- People's own defaults: see Bot/Settings/UserSettingsStore.cs.
CREATE TABLE user_settings
(
    user         INTEGER NOT NULL PRIMARY KEY,
    width        INTEGER,
    height       INTEGER,
    preset       TEXT,
    style_suffix TEXT,
    is_private   INTEGER
);
