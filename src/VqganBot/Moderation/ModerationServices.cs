using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VqganBot.Configuration;
using VqganBot.Hosting;

namespace VqganBot.Moderation;

internal static class ModerationServices
{
    public const string FileName = "moderation.json";

    public static IServiceCollection AddModeration(this IServiceCollection services) => services
        .AddSingleton(provider => new WatchedFile<TermList>(
            Path.Combine(provider.GetRequiredService<BotPaths>().ConfigFolder, FileName),
            TermFileReader.Read,
            TermList.Empty,
            provider.GetRequiredService<ILogger<TermList>>()))
        .AddSingleton<TermStore>()
        .AddSingleton<BlockStore>()
        .AddSingleton<ContentPolicy>();
}
