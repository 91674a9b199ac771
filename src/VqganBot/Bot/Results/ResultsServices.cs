using Microsoft.Extensions.DependencyInjection;
using VqganBot.Bot.Results.Films;
using VqganBot.Bot.Results.Pages;

namespace VqganBot.Bot.Results;

/// <summary>What one can ask about jobs and do with finished pictures.</summary>
internal static class ResultsServices
{
    public static IServiceCollection AddResults(this IServiceCollection services)
    {
        services.AddSingleton<CommandMentions>();
        services.AddSingleton<ResultJobs>();
        services.AddSingleton<QueueStatus>();
        services.AddSingleton<PicturePages>();
        services.AddSingleton<Workshop>();
        services.AddSingleton<FilmMaker>();
        services.AddTransient<StatusHandler>();
        services.AddTransient<CancelHandler>();
        services.AddTransient<HistoryHandler>();
        services.AddTransient<GalleryHandler>();
        services.AddTransient<InfoHandler>();
        services.AddTransient<HelpHandler>();
        services.AddTransient<StopHandler>();
        services.AddTransient<KeepHandler>();
        services.AddTransient<UpscaleHandler>();
        services.AddTransient<TimelapseHandler>();
        services.AddTransient<DeleteHandler>();
        return services;
    }
}
