using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VqganBot.Hosting;
using VqganBot.Jobs;
using VqganBot.Models;

namespace VqganBot.Bot.Sight;

/// <summary>All that looks at pictures. The reader (<see cref="Func{T}"/> of <see cref="IPictureReader"/>) may be replaced.</summary>
internal static class SightServices
{
    public static IServiceCollection AddSight(this IServiceCollection services)
    {
        services.AddOptions<SightOptions>().BindConfiguration(SightOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SightOptions>>().Value);
        services.TryAddSingleton<Func<IPictureReader>>(provider => () => ClipReader.Load(
            provider.GetRequiredService<InstalledModels>(), provider.GetRequiredService<JobOptions>(), provider.GetRequiredService<BotPaths>()));
        services.AddSingleton<PictureDesk>();
        services.AddSingleton<EmbeddingStore>();
        services.AddSingleton<PictureFinder>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<PictureMemory>();
        services.AddSingleton<IJobReporter>(provider => provider.GetRequiredService<PictureMemory>());
        services.AddHostedService(provider => provider.GetRequiredService<PictureMemory>());
        services.AddTransient<SearchHandler>();
        services.AddTransient<DescribeHandler>();
        return services;
    }
}
