using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VqganBot.Bot.Replies.Live;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies;

/// <summary>Replies that move, and the delivery of what was painted.</summary>
internal static class RepliesServices
{
    public static IServiceCollection AddReplies(this IServiceCollection services)
    {
        services.AddOptions<ReplyOptions>().BindConfiguration(ReplyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ReplyOptions>>().Value);
        services.AddSingleton<ReplySender>();
        services.AddSingleton<ReplyPictures>();
        services.AddSingleton<LaneTools>();
        services.AddSingleton<ReplyUpdater>();
        services.AddSingleton<Deliverer>();
        services.AddSingleton<WaitingReplies>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<IJobReporter, ReplyReporter>();
        services.AddHostedService(provider => provider.GetRequiredService<WaitingReplies>());
        services.AddHostedService(provider => provider.GetRequiredService<Delivery>());
        return services;
    }
}
