using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace VqganBot.Discord.Rest.Sending;

/// <summary>How often and when a request is sent again, for each kind of <see cref="Retries"/>.</summary>
internal sealed partial class RetryPipelines
{
    /// <summary>The timestamp at which the request was first tried.</summary>
    public static readonly ResiliencePropertyKey<long> Start = new("start");

    private const int MostRetries = 5;
    private const int MostConnects = 12;
    private static readonly TimeSpan ConnectAgainAfter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AnswerDue = TimeSpan.FromSeconds(3);

    private readonly ResiliencePipeline _always;
    private readonly ResiliencePipeline _untilAccepted;
    private readonly ResiliencePipeline _untilConnected;

    public RetryPipelines(TimeProvider clock, TimeSpan longestWait, ILogger log)
    {
        // A rate limit is waited for where the next attempt asks the limiter; a longer one than that is given up at once.
        bool IsShortLimit(DiscordApiException exception) => exception.IsRateLimited && exception.RetryAfter <= longestWait;

        ResiliencePipeline Build(Func<DiscordApiException, TimeSpan, bool> again, RetryStrategyOptions options)
        {
            options.ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is DiscordApiException exception
                && again(exception, clock.GetElapsedTime(arguments.Context.Properties.GetValue(Start, 0))));
            options.DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(arguments.Outcome.Exception is DiscordApiException { IsRateLimited: true } ? TimeSpan.Zero : null);
            options.OnRetry = arguments =>
            {
                if (arguments.Outcome.Exception is DiscordApiException exception)
                    Log.Retrying(log, exception.Route, arguments.AttemptNumber + 1, exception.Message);
                return ValueTask.CompletedTask;
            };
            return new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(options).Build();
        }

        RetryStrategyOptions Slowly() => new()
        {
            MaxRetryAttempts = MostRetries,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(10),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        };

        _always = Build((exception, _) => IsShortLimit(exception) || (exception.IsTransient && !exception.IsRateLimited), Slowly());
        _untilAccepted = Build((exception, _) => IsShortLimit(exception) || exception.IsConnectFailure, Slowly());
        _untilConnected = Build((exception, elapsed) => exception.IsConnectFailure && elapsed + ConnectAgainAfter < AnswerDue, new RetryStrategyOptions { MaxRetryAttempts = MostConnects, Delay = ConnectAgainAfter });
    }

    public ResiliencePipeline For(Retries retries) => retries switch
    {
        Retries.Always => _always,
        Retries.UntilAccepted => _untilAccepted,
        _ => _untilConnected,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Route}: attempt {Attempt} failed and is repeated. {Reason}")]
        public static partial void Retrying(ILogger log, string route, int attempt, string reason);
    }
}
