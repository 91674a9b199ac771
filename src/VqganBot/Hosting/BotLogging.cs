using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using VqganBot.Hosting.Settings;

namespace VqganBot.Hosting;

internal static class BotLogging
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ ";

    /// <summary>To the error stream: a line for people, or an object for machines, with the ids of job and interaction beside it.</summary>
    public static void AddBotLogging(this ILoggingBuilder logging, IConfiguration configuration, LogsOptions options)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (options.Format == "json")
        {
            logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, Time.TrimEnd()));
            return;
        }

        logging.AddSimpleConsole(text =>
        {
            (text.SingleLine, text.IncludeScopes, text.UseUtcTimestamp, text.TimestampFormat) = (true, true, true, Time);
            text.ColorBehavior = Console.IsErrorRedirected ? LoggerColorBehavior.Disabled : LoggerColorBehavior.Default;
        });
    }
}
