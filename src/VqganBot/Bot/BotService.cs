using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Commands;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Health;
using VqganBot.Hosting;

namespace VqganBot.Bot;

/// <summary>Connects the bot: registers the commands, keeps the gateway up, and hands each interaction to the dispatcher.</summary>
internal sealed partial class BotService(
    DiscordRestClient rest,
    GatewayClient gateway,
    CommandRegistrar registrar,
    InteractionDispatcher dispatcher,
    HealthState health,
    ExitReason exit,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<BotService> logger) : BackgroundService
{
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var reading = ReadAsync(stoppingToken);
            await RegisterAsync(stoppingToken);
            await gateway.RunAsync(stoppingToken);
            await reading;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await dispatcher.InFlight.WhenEmptyAsync().WaitAsync(LastAnswers, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (GatewayClosedException exception)
        {
            GiveUp(exception.Message);
        }
        catch (DiscordApiException exception) when (exception.Status == HttpStatusCode.Unauthorized)
        {
            GiveUp("Discord does not accept the bot's token. Make a new one at https://discord.com/developers/applications, page Bot, and set DISCORD_TOKEN.");
        }
    }

    // Discord may be down when we start; that is no reason to give up.
    private async Task RegisterAsync(CancellationToken cancellation)
    {
        for (var wait = FirstRetry; ; wait = wait * 2 < LongestRetry ? wait * 2 : LongestRetry)
        {
            try
            {
                var application = await rest.GetCurrentApplicationAsync(cancellation);
                Log.Invite(logger, InviteLink.For(application.Id));
                await registrar.RegisterAsync(application.Id, cancellation);
                health.Registered();
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or TimeoutException
                || exception is DiscordApiException { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests })
            {
                Log.Unreachable(logger, exception.Message, wait);
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await foreach (var dispatch in gateway.Dispatches.ReadAllAsync(cancellation))
        {
            if (dispatch.EventName != "INTERACTION_CREATE") continue;
            try
            {
                var interaction = dispatch.Data.Deserialize(DiscordJson.Default.Interaction)!;
                // Not awaited: the dispatcher counts it and never throws, and a slow one must not hold up the next.
                _ = Task.Run(() => dispatcher.DispatchAsync(new InteractionContext(interaction, rest, clock, dispatch.ReceivedAt), lifetime.ApplicationStopped), CancellationToken.None);
            }
            catch (JsonException exception)
            {
                Log.Unreadable(logger, exception.Message);
            }
        }
    }

    private void GiveUp(string reason)
    {
        Log.GaveUp(logger, reason);
        exit.Fail();
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "To add the bot to a server: {Link}")]
        public static partial void Invite(ILogger logger, string link);

        [LoggerMessage(2, LogLevel.Warning, "Discord could not be reached to register the commands ({Reason}); trying again in {Wait}.")]
        public static partial void Unreachable(ILogger logger, string reason, TimeSpan wait);

        [LoggerMessage(3, LogLevel.Warning, "An interaction could not be read and is left unanswered: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Critical, "The bot stops: {Reason}")]
        public static partial void GaveUp(ILogger logger, string reason);
    }
}
