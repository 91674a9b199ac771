using Microsoft.Extensions.Logging;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Limits;

namespace VqganBot.Bot;

/// <summary>What a person is told, and what the log is, when the handling of an interaction failed.</summary>
internal sealed partial class ErrorAnswers(ILogger<ErrorAnswers> logger)
{
    /// <summary>Never throws: this is the end of the line.</summary>
    public async Task AnswerAsync(InteractionContext context, Exception exception, CancellationToken cancellation)
    {
        if (Judge(context, exception) is not { } text) return;
        try
        {
            if (context.Interaction.Type == InteractionType.ApplicationCommandAutocomplete)
                await SuggestNothingAsync(context, cancellation);
            else
                await context.TellPrivatelyAsync(text, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.NotTold(logger, context.Interaction.Id, "the bot stops");
        }
        catch (Exception failure)
        {
            Log.NotTold(logger, context.Interaction.Id, failure.Message);
        }
    }

    /// <summary>Logs what is worth it; null where nothing can be said any more.</summary>
    private string? Judge(InteractionContext context, Exception exception)
    {
        var id = context.Interaction.Id;
        switch (exception)
        {
            case UserFacingException or LimitExceededException:
                Log.Refused(logger, id, exception.GetType().Name);
                return exception.Message;

            case DiscordApiException { IsInteractionGone: true }:
                Log.TooLate(logger, id, context.Age, context.Clock.GetUtcNow() - id.CreatedAt);
                return null;

            case DiscordApiException { IsAlreadyAcknowledged: true }:
                Log.AnsweredTwice(logger, id);
                return null;

            case DiscordApiException { IsTokenExpired: true } expired:
                Log.Expired(logger, id, expired.Route);
                return null;

            case DiscordApiException { IsMessageGone: true } or DiscordApiException { IsChannelGone: true }:
                Log.Gone(logger, id);
                return "The message or channel this was about is gone.";

            case DiscordApiException { IsForbidden: true } denied:
                Log.Denied(logger, id, denied.Code, denied.Route);
                return "Discord does not let me do that here: I lack a permission in this channel. Ask an admin of the server for View Channel, Send Messages and Attach Files.";

            case DiscordApiException { IsTransient: true } transient:
                Log.Unreached(logger, id, transient.Message);
                return "Discord did not take my answer just now. Please try again in a moment.";

            default:
                Log.Failed(logger, exception, id);
                return $"Something went wrong on my side; it is noted as {id}.";
        }
    }

    private static Task SuggestNothingAsync(InteractionContext context, CancellationToken cancellation) =>
        context.IsAnswered ? Task.CompletedTask : context.SuggestAsync([], cancellation);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The interaction {Interaction} was refused: {Kind}.")]
        public static partial void Refused(ILogger logger, Snowflake interaction, string kind);

        [LoggerMessage(2, LogLevel.Warning, "Discord no longer knew the interaction {Interaction}: the answer came {Age} after its arrival here and {Skewed} after its making by Discord's clock. A slow network, a clock that is off, or a second bot with the same token.")]
        public static partial void TooLate(ILogger logger, Snowflake interaction, TimeSpan age, TimeSpan skewed);

        [LoggerMessage(3, LogLevel.Warning, "The interaction {Interaction} had been answered already: a second bot runs with the same token.")]
        public static partial void AnsweredTwice(ILogger logger, Snowflake interaction);

        [LoggerMessage(4, LogLevel.Information, "The token of the interaction {Interaction} was dead at {Route}.")]
        public static partial void Expired(ILogger logger, Snowflake interaction, string route);

        [LoggerMessage(5, LogLevel.Information, "What the interaction {Interaction} was about is gone.")]
        public static partial void Gone(ILogger logger, Snowflake interaction);

        [LoggerMessage(6, LogLevel.Warning, "Discord refused the bot with {Code} at {Route} for the interaction {Interaction}.")]
        public static partial void Denied(ILogger logger, Snowflake interaction, int code, string route);

        [LoggerMessage(7, LogLevel.Error, "The interaction {Interaction} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, Snowflake interaction);

        [LoggerMessage(8, LogLevel.Warning, "The person behind the interaction {Interaction} could not be told: {Reason}")]
        public static partial void NotTold(ILogger logger, Snowflake interaction, string reason);

        [LoggerMessage(9, LogLevel.Warning, "Discord did not take an answer to the interaction {Interaction}: {Reason}")]
        public static partial void Unreached(ILogger logger, Snowflake interaction, string reason);
    }
}
