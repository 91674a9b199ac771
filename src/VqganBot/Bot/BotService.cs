using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Http;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Rest;
using VqganBot.Health;
using VqganBot.Hosting;
using VqganBot.Limits;

namespace VqganBot.Bot;

/// <summary>Connects the bot: registers the commands, keeps the gateway up, and hands each interaction to the dispatcher.</summary>
internal sealed partial class BotService(
    DiscordRestClient rest,
    GatewayClient gateway,
    CommandRegistrar registrar,
    IncomingInteractions incoming,
    InteractionDispatcher dispatcher,
    RoleNames roles,
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
            await RegisterAsync(stoppingToken);
            var intake = Task.WhenAll(incoming.PumpAsync(gateway.Dispatches, roles, stoppingToken), HandleAsync(stoppingToken));
            var connection = gateway.RunAsync(stoppingToken);
            // If the intake broke off, the bot would be deaf and look well.
            await await Task.WhenAny(connection, intake);
            await Task.WhenAll(connection, intake);
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
        catch (Exception exception)
        {
            // The host would stop by itself, and the process end as if all had gone well.
            Log.Broke(logger, exception);
            exit.Fail();
            lifetime.StopApplication();
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
            catch (DiscordApiException exception) when (exception.IsTransient)
            {
                Log.Unreachable(logger, exception.Message, wait);
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }

    private async Task HandleAsync(CancellationToken cancellation)
    {
        await foreach (var (interaction, receivedAt) in incoming.Reader.ReadAllAsync(cancellation))
        {
            var context = new InteractionContext(interaction, rest, clock, receivedAt);
            // Not awaited: the dispatcher counts it and never throws, and a slow one must not hold up the next.
            _ = Task.Run(() => dispatcher.DispatchAsync(context, lifetime.ApplicationStopped), CancellationToken.None);
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

        [LoggerMessage(3, LogLevel.Critical, "The bot stops: {Reason}")]
        public static partial void GaveUp(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Critical, "The connection to Discord broke down; the bot stops.")]
        public static partial void Broke(ILogger logger, Exception exception);
    }
}
