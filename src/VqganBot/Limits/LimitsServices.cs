using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VqganBot.Configuration;
using VqganBot.Hosting;

namespace VqganBot.Limits;

internal static class LimitsServices
{
    public const string FileName = "limits.json";

    public static IServiceCollection AddLimits(this IServiceCollection services) => services
        .AddSingleton(provider => new WatchedFile<LimitDefaults>(
            Path.Combine(provider.GetRequiredService<BotPaths>().ConfigFolder, FileName),
            LimitDefaultsReader.Read,
            LimitDefaults.BuiltIn,
            provider.GetRequiredService<ILogger<LimitDefaults>>()))
        .AddSingleton<LimitStore>()
        .AddSingleton<UsageCounter>()
        .AddSingleton<RoleNames>()
        .AddSingleton<LimitPolicy>();
}
