-- Pictures that a message menu was opened on, for a day or until the form comes back.
CREATE TABLE pending_start_images (
    interaction INTEGER PRIMARY KEY,
    user INTEGER NOT NULL,
    attachment INTEGER NOT NULL,
    url TEXT NOT NULL,
    content_type TEXT,
    size INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);
