using Microsoft.Extensions.DependencyInjection;

namespace VqganBot.Bot.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSingleton<UserSettingsStore>()
        .AddSingleton<SettingsHandler>()
        .AddSingleton<PrivacyHandler>()
        .AddSingleton<ForgetMeHandler>();
}
