using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Bot.Settings;

/// <summary>People's own defaults.</summary>
internal sealed class UserSettingsStore(Database database)
{
    public UserSettings Of(Snowflake user) => database.Read(connection => connection.QuerySingleOrDefault<UserSettings>(
        """
        SELECT width AS Width, height AS Height, preset AS Preset, style_suffix AS StyleSuffix, is_private AS IsPrivate
        FROM user_settings WHERE user = @user
        """,
        new { user })) ?? UserSettings.None;

    public void Set(Snowflake user, UserSettings settings) => database.Write(connection => connection.Execute(
        """
        INSERT OR REPLACE INTO user_settings (user, width, height, preset, style_suffix, is_private)
        VALUES (@user, @Width, @Height, @Preset, @StyleSuffix, @IsPrivate)
        """,
        new { user, settings.Width, settings.Height, settings.Preset, settings.StyleSuffix, settings.IsPrivate }));

    /// <summary>Takes all of a person's settings away. False when there were none.</summary>
    public bool Reset(Snowflake user) => database.Write(connection =>
        connection.Execute("DELETE FROM user_settings WHERE user = @user", new { user })) > 0;
}
