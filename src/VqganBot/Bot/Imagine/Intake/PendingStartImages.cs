using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Bot.Imagine;

/// <summary>
/// Pictures that a menu was opened on, until its form comes back: a form has no place for a link, and without the intent for
/// message content the message cannot be read a second time.
/// </summary>
internal sealed class PendingStartImages(Database database, TimeProvider clock)
{
    // As long as Discord's links live.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public void Keep(Snowflake interaction, Snowflake user, Attachment picture) => database.Write(connection =>
    {
        connection.Execute("DELETE FROM pending_start_images WHERE created_at < @before", new { before = clock.GetUtcNow() - Kept });
        connection.Execute(
            """
            INSERT INTO pending_start_images (interaction, user, attachment, url, content_type, size, created_at)
            VALUES (@interaction, @user, @Id, @Url, @ContentType, @Size, @now)
            """,
            new { interaction, user, picture.Id, picture.Url, picture.ContentType, picture.Size, now = clock.GetUtcNow() });
    });

    /// <summary>Null when there is none of that person.</summary>
    public Attachment? Find(Snowflake interaction, Snowflake user) => database.Read(connection =>
        connection.QuerySingleOrDefault<Row>(
            "SELECT attachment, url, content_type AS ContentType, size FROM pending_start_images WHERE interaction = @interaction AND user = @user",
            new { interaction, user })?.ToAttachment());

    public void Forget(Snowflake user) => database.Write(connection =>
    {
        connection.Execute("DELETE FROM pending_start_images WHERE user = @user", new { user });
    });

    private sealed class Row
    {
        public Snowflake Attachment { get; set; }

        public string Url { get; set; } = "";

        public string? ContentType { get; set; }

        public long Size { get; set; }

        public Attachment ToAttachment() => new() { Id = Attachment, Filename = "start", Url = Url, ContentType = ContentType, Size = Size };
    }
}
