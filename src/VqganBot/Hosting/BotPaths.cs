namespace VqganBot.Hosting;

/// <summary>Where the bot keeps what it makes, and where its files of settings lie.</summary>
internal sealed record BotPaths(string DataFolder, string ConfigFolder)
{
    public string Database => Path.Combine(DataFolder, "vqganbot.db");
}
