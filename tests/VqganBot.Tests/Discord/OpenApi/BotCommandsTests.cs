using System.Text.Json;
using VqganBot.Bot.Commands;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>The bot's own commands, as Discord would look at them.</summary>
public sealed class BotCommandsTests
{
    [Theory]
    [InlineData("/applications/41/commands")]
    [InlineData("/applications/41/guilds/5/commands")]
    public void Commands_OfTheBot_AreAsDiscordWantsThem(string path)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(CommandDefinitions.All, DiscordJson.Default.IReadOnlyListApplicationCommand);

        Assert.Empty(OpenApiJudge.Load().Check(HttpMethod.Put, path, "application/json", body));
    }
}
