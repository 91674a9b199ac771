using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VqganBot.Bot.Imagine.Earlier;
using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Imagine.Styles;
using VqganBot.Models;

namespace VqganBot.Bot.Imagine;

/// <summary>Registration of all that queues jobs.</summary>
internal static class ImagineServices
{
    public static IServiceCollection AddImagine(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => InstalledModels.Open());
        return services
            .AddSingleton<StyleCatalog>()
            .AddSingleton<PaintableModels>()
            .AddSingleton<RequestReader>()
            .AddSingleton<StartImages>()
            .AddSingleton<PendingStartImages>()
            .AddSingleton<EarlierPictures>()
            .AddSingleton<JobSuggestions>()
            .AddSingleton<JobIntake>()
            .AddSingleton<ImagineHandler>()
            .AddSingleton<VariationHandler>()
            .AddSingleton<RerollHandler>()
            .AddSingleton<RemixHandler>()
            .AddSingleton<MoreStepsHandler>()
            .AddSingleton<RefineHandler>()
            .AddSingleton<BlendHandler>()
            .AddSingleton<MessageMenuHandler>();
    }
}
