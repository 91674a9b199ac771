namespace VqganBot.Hosting.Settings;

/// <summary>
/// The bot's token: from the file that <c>DISCORD_TOKEN_FILE</c> names (a container's secret), else from <c>DISCORD_TOKEN</c>.
/// It is read once, is never a configuration value, and no message says any part of it.
/// </summary>
internal static class DiscordToken
{
    private const string Where = "A token comes from https://discord.com/developers/applications, page Bot.";

    /// <summary>Null when neither is set.</summary>
    /// <exception cref="SettingsException">The file cannot be read, or what is there is no token.</exception>
    public static string? Read(Func<string, string?> environment)
    {
        if (environment(EnvironmentNames.TokenFile) is { Length: > 0 } file)
            return Clean(ReadFile(file), $"The file that {EnvironmentNames.TokenFile} names, '{file}',");
        return environment(EnvironmentNames.Token) is { Length: > 0 } token ? Clean(token, EnvironmentNames.Token) : null;
    }

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{EnvironmentNames.TokenFile} names '{file}', which cannot be read: {exception.Message}"]);
        }
    }

    private static string Clean(string text, string source)
    {
        var token = text.Trim();
        if (token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase)) token = token[4..].Trim();
        if (token.Length == 0) throw new SettingsException([$"{source} is empty. {Where}"]);
        return token.Length <= 200 && token.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')
            ? token
            : throw new SettingsException([$"{source} holds no Discord token: one is a single line of letters, digits, dots, dashes and underscores. {Where}"]);
    }
}
