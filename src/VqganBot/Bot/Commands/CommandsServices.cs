using Microsoft.Extensions.DependencyInjection;

namespace VqganBot.Bot.Commands;

/// <summary>Registration of the commands and the way from an interaction to its handler.</summary>
internal static class CommandsServices
{
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddOptions<CommandsOptions>().BindConfiguration(CommandsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CommandRegistrar>();
        services.AddSingleton<ErrorAnswers>();
        services.AddSingleton<InteractionDispatcher>();
        return services;
    }
}
