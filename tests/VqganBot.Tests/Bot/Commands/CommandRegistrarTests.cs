using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Results;
using VqganBot.Discord;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Tests.Discord.Rest;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Commands;

public sealed class CommandRegistrarTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_OnAFreshApplication_PutsAllAndNothingTheSecondTime()
    {
        var known = "[]";
        await using var peer = await LoopbackPeer.StartAsync((context, call) =>
        {
            if (call.Method == "PUT") known = AsDiscordKeepsIt(call.Text, isGuild: false);
            return context.Json(200, known);
        });
        var logs = new CapturedLogs();
        using var rest = new DiscordRestClient(new DiscordClientOptions { Token = "t", ApiUrl = peer.Api }, TimeProvider.System, logs);
        var registrar = Registrar(rest, logs, guild: null);

        Assert.Equal(CommandDefinitions.All.Count, (await registrar.RegisterAsync(new Snowflake(41), Cancellation)).Count);
        await registrar.RegisterAsync(new Snowflake(41), Cancellation);

        Assert.Equal(["GET", "PUT", "GET"], peer.Calls.Select(call => call.Method));
        Assert.Equal("/api/v10/applications/41/commands?with_localizations=true", peer.Calls[0].Target);
        Assert.True(logs.Contains(LogLevel.Information, "imagine 1000"));
    }

    [Fact]
    public async Task Register_InAGuild_SendsNoContextsAndSeesThatNothingChanged()
    {
        var known = "[]";
        await using var peer = await LoopbackPeer.StartAsync((context, call) =>
        {
            if (call.Method == "PUT") known = AsDiscordKeepsIt(call.Text, isGuild: true);
            return context.Json(200, known);
        });
        var logs = new CapturedLogs();
        using var rest = new DiscordRestClient(new DiscordClientOptions { Token = "t", ApiUrl = peer.Api }, TimeProvider.System, logs);
        var registrar = Registrar(rest, logs, guild: "5");
        await registrar.RegisterAsync(new Snowflake(41), Cancellation);
        await registrar.RegisterAsync(new Snowflake(41), Cancellation);

        Assert.Equal(["GET", "PUT", "GET"], peer.Calls.Select(call => call.Method));
        Assert.Equal("/api/v10/applications/41/guilds/5/commands", peer.Calls[1].Target);
        Assert.DoesNotContain("contexts", peer.Calls[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("integration_types", peer.Calls[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_WhenOneTextDiffers_PutsAgain()
    {
        ApplicationCommand[] older = [.. CommandDefinitions.All.Skip(1), CommandDefinitions.All[0] with { Description = "Something else." }];
        await using var peer = await LoopbackPeer.StartAsync((context, call) => context.Json(200, JsonSerializer.Serialize(older, DiscordJson.Default.IReadOnlyListApplicationCommand)));
        using var rest = new DiscordRestClient(new DiscordClientOptions { Token = "t", ApiUrl = peer.Api }, TimeProvider.System, new CapturedLogs());
        await Registrar(rest, new CapturedLogs(), guild: null).RegisterAsync(new Snowflake(41), Cancellation);
        Assert.Equal(["GET", "PUT"], peer.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task Register_WhenTheDayIsSpent_KeepsWhatIsThereWithAWarning()
    {
        await using var peer = await LoopbackPeer.StartAsync((context, call) => call.Method == "GET" ? context.Json(200, "[]") : context.Refused(400, 30034));
        var logs = new CapturedLogs();
        using var rest = new DiscordRestClient(new DiscordClientOptions { Token = "t", ApiUrl = peer.Api }, TimeProvider.System, logs);
        Assert.Empty(await Registrar(rest, logs, guild: null).RegisterAsync(new Snowflake(41), Cancellation));
        Assert.True(logs.Contains(LogLevel.Warning, "200 a day"));
    }

    private static CommandRegistrar Registrar(DiscordRestClient rest, CapturedLogs logs, string? guild) =>
        new(rest, new CommandMentions(), Options.Create(new CommandsOptions { Guild = guild }), new Logger<CommandRegistrar>(logs));

    // Ids, versions, texts for menus, and every default spelled out, in another order than it came.
    private static string AsDiscordKeepsIt(string commands, bool isGuild)
    {
        var id = 1000UL;
        return JsonSerializer.Serialize(
            JsonSerializer.Deserialize(commands, DiscordJson.Default.IReadOnlyListApplicationCommand)!
                .Select(command => command with
                {
                    Id = new Snowflake(id++),
                    ApplicationId = new Snowflake(41),
                    GuildId = isGuild ? new Snowflake(5) : null,
                    Version = new Snowflake(id),
                    Description = command.Description ?? "",
                    Nsfw = false,
                    NameLocalizations = command.NameLocalizations!.Reverse().ToDictionary(),
                    IntegrationTypes = [0],
                    Contexts = isGuild ? null : command.Contexts?.Reverse().ToArray(),
                    Options = command.Options?.Select(option => option with { IsRequired = option.IsRequired ?? false }).ToArray(),
                })
                .Reverse().ToArray(),
            DiscordJson.Default.IReadOnlyListApplicationCommand);
    }
}
