using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace VqganBot.Hosting.Settings;

/// <summary>
/// From <c>config/appsettings.json</c> and the environment, which wins, to checked settings. Whatever is wrong is told at
/// once, before anything is opened.
/// </summary>
internal sealed record SettingsReader(string Token, DiscordOptions Discord, HttpOptions Http, LogsOptions Logs, OtlpOptions Otlp)
{
    private const string NoToken = $"""
        There is no token, so there is no Discord to connect to. Set {EnvironmentNames.TokenFile} (a file that holds it) or {EnvironmentNames.Token};
        .env.example explains every setting. To try the bot without Discord: ./run.sh playground
        """;

    /// <exception cref="SettingsException">All that is wrong.</exception>
    public static SettingsReader Read(IConfigurationManager configuration, BotPaths paths, Func<string, string?> environment)
    {
        List<string> errors = [];
        Try(errors, () => AddSources(configuration, paths, environment));
        string? token = null;
        Try(errors, () => token = DiscordToken.Read(environment) ?? throw new SettingsException([NoToken]));
        var read = new SettingsReader(
            token ?? "",
            Bind<DiscordOptions>(configuration, DiscordOptions.Section, errors),
            Bind<HttpOptions>(configuration, HttpOptions.Section, errors),
            Bind<LogsOptions>(configuration, LogsOptions.Section, errors),
            Bind<OtlpOptions>(configuration, OtlpOptions.Section, errors));
        return errors.Count == 0 ? read : throw new SettingsException(errors);
    }

    private static void AddSources(IConfigurationManager configuration, BotPaths paths, Func<string, string?> environment)
    {
        try
        {
            configuration.AddJsonFile(Path.Combine(paths.ConfigFolder, "appsettings.json"), optional: true, reloadOnChange: false);
        }
        catch (InvalidDataException exception)
        {
            throw new SettingsException([$"{exception.Message} {exception.InnerException?.Message}".TrimEnd()]);
        }

        configuration.AddEnvironmentVariables(EnvironmentNames.Prefix);
        configuration.AddInMemoryCollection(EnvironmentNames.Options
            .Select(pair => KeyValuePair.Create(pair.Value, environment(pair.Key)))
            .Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    private static T Bind<T>(IConfiguration configuration, string section, List<string> errors)
        where T : new()
    {
        T options = new();
        Try(errors, () =>
        {
            configuration.GetSection(section).Bind(options);
            List<ValidationResult> results = [];
            Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
            errors.AddRange(results.Select(result => result.ErrorMessage ?? $"{section} is not valid."));
        });
        return options;
    }

    private static void Try(List<string> errors, Action read)
    {
        try
        {
            read();
        }
        catch (SettingsException exception)
        {
            errors.Add(exception.Message);
        }
        catch (InvalidOperationException exception)
        {
            // The binder's: a value that is no number, no time span.
            errors.Add($"{exception.Message} {exception.InnerException?.Message}".TrimEnd());
        }
    }
}
