using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VqganBot.Bot.Admin;

internal static class AdminServices
{
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section);
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<AdminOptions>>().Value)
            .AddSingleton<AuditStore>()
            .AddSingleton<LimitsOverview>()
            .AddSingleton<LimitsHandler>()
            .AddSingleton<QueueHandler>()
            .AddSingleton<BlockHandler>()
            .AddSingleton<AuditHandler>();
    }
}
