using Microsoft.Extensions.DependencyInjection;
using VqganBot.Bot;
using VqganBot.Bot.Admin;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Http;
using VqganBot.Bot.Imagine;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Results;
using VqganBot.Bot.Settings;
using VqganBot.Bot.Sight;
using VqganBot.Discord;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Rest;
using VqganBot.Jobs;
using VqganBot.Limits;
using VqganBot.Moderation;
using VqganBot.Storage;

namespace VqganBot.Hosting;

/// <summary>The whole composition. Hosted services stop in the reverse of this order: first no more is taken in, then the
/// painting is laid down, then the replies say so.</summary>
internal static class BotServices
{
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ExitReason>();
        services.AddSingleton(provider => InstanceLock.Take(provider.GetRequiredService<BotPaths>().DataFolder));
        services.AddSingleton(provider =>
        {
            provider.GetRequiredService<InstanceLock>();
            return Database.Open(provider.GetRequiredService<BotPaths>().Database);
        });
        services.AddSingleton(provider => new JobFiles(provider.GetRequiredService<BotPaths>().DataFolder));
        services.AddOptions<HttpInteractionsOptions>().BindConfiguration(HttpInteractionsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DiscordRestClient>();
        services.AddSingleton(provider => new GatewayOptions
        {
            IdentifyBudgetPath = Path.Combine(provider.GetRequiredService<BotPaths>().DataFolder, "identify-budget.txt"),
            Presence = PresenceText.Of(0, isPainting: false),
        });
        services.AddSingleton<GatewayClient>();
        services.AddSingleton<IJobReporter, PresenceReporter>();
        services.AddLimits();
        services.AddModeration();
        services.AddReplies();
        services.AddJobs();
        services.AddCommands();
        services.AddImagine();
        services.AddResults();
        services.AddSettings();
        services.AddSight();
        services.AddAdmin();
        services.AddIncomingInteractions();
        services.AddHostedService<BotService>();
        return services;
    }
}
