using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VqganBot.Bot.Http;
using VqganBot.CommandLine;
using VqganBot.Discord;
using VqganBot.Health;
using VqganBot.Hosting.Settings;
using VqganBot.Models;
using VqganBot.Storage;

namespace VqganBot.Hosting;

/// <summary>The running bot: its settings, its services, its small web server, from start to stop.</summary>
internal static class BotHost
{
    /// <summary>Runs until it is told to stop, or Discord ends it for good.</summary>
    /// <returns>An exit code.</returns>
    public static async Task<int> RunAsync(Func<string, string?> environment, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            await using var app = Build(environment);
            // Before the host does, which would log what a person is to correct as a failure of the program.
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.Services.GetRequiredService<Database>();
            await app.StartAsync(cancellation);
            await app.WaitForShutdownAsync(cancellation);
            return app.Services.GetRequiredService<ExitReason>().Code;
        }
        catch (Exception exception) when (StartupErrors.Of(exception) is { } errors)
        {
            error.WriteLine(new SettingsException(errors).Message);
            return ExitCodes.Usage;
        }
    }

    /// <param name="environment">The environment's variables, by name.</param>
    /// <param name="change">What a test puts in place of a service: a generator without a GPU.</param>
    public static WebApplication Build(Func<string, string?> environment, Action<IServiceCollection>? change = null)
    {
        var paths = Paths(environment);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var settings = SettingsReader.Read(builder.Configuration, paths, environment);

        builder.Logging.AddBotLogging(builder.Configuration, settings.Logs);
        builder.WebHost.UseKestrelCore().UseUrls(settings.Http.Url);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.AddSingleton(paths);
        builder.Services.AddSingleton(new DiscordClientOptions
        {
            Token = settings.Token,
            ApiUrl = new Uri(settings.Discord.ApiUrl),
            RequestTimeout = settings.Discord.RequestTimeout,
        });
        builder.Services.AddBot();
        builder.Services.AddHealth(settings.Otlp);
        change?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseRouting();
        app.MapHealth();
        app.MapInteractions();
        return app;
    }

    private static BotPaths Paths(Func<string, string?> environment)
    {
        string Folder(string variable, string standard) => environment(variable) is { Length: > 0 } folder ? Path.GetFullPath(folder, ModelFolders.Home) : Path.Combine(ModelFolders.Home, standard);
        return new BotPaths(Folder(EnvironmentNames.Data, "data"), Folder(EnvironmentNames.Config, "config"));
    }
}
