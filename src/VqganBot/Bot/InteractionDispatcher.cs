using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Admin;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine;
using VqganBot.Bot.Results;
using VqganBot.Bot.Settings;
using VqganBot.Bot.Sight;
using VqganBot.Discord.Wire;
using VqganBot.Health;

namespace VqganBot.Bot;

/// <summary>From an interaction to its handler: a switch one can read. Every error of every handler ends here.</summary>
internal sealed partial class InteractionDispatcher(IServiceProvider services, ErrorAnswers errors, BotMeter meter, ILogger<InteractionDispatcher> logger)
{
    /// <value>What is being handled: a shutdown waits for it, once nothing new comes in.</value>
    public InFlight InFlight { get; } = new();

    /// <summary>Handles an interaction to its end. Never throws.</summary>
    public async Task DispatchAsync(InteractionContext context, CancellationToken cancellation)
    {
        InFlight.Enter();
        context.Acknowledged += meter.Acknowledged;
        using var scope = logger.BeginScope("interaction {Interaction} of user {User}", context.Interaction.Id, UserOf(context.Interaction));
        try
        {
            await HandleAsync(context, cancellation);
            if (!context.IsAnswered) Log.Unanswered(logger, context.Interaction.Id, context.Interaction.Type);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.Cancelled(logger, context.Interaction.Id);
            await errors.AnswerAsync(context, new UserFacingException("I am being restarted and could not finish this. Please ask again in a minute."), CancellationToken.None);
        }
        catch (Exception exception)
        {
            await errors.AnswerAsync(context, exception, cancellation);
        }
        finally
        {
            InFlight.Leave();
        }
    }

    // A peer that names nobody is refused later, where it can be answered.
    private static Snowflake? UserOf(Interaction interaction) => (interaction.Member?.User ?? interaction.DirectUser)?.Id;

    private async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        await using var handlers = services.CreateAsyncScope();
        await (context.Interaction.Type switch
        {
            InteractionType.ApplicationCommand => RunCommandAsync(context, handlers.ServiceProvider, cancellation),
            InteractionType.ApplicationCommandAutocomplete => SuggestAsync(context, handlers.ServiceProvider, cancellation),
            InteractionType.MessageComponent => PressAsync(context, handlers.ServiceProvider, cancellation),
            InteractionType.ModalSubmit => SubmitAsync(context, handlers.ServiceProvider, cancellation),
            _ => throw new UserFacingException("This kind of interaction is not known to this version of the bot."),
        });
    }

    private static Task RunCommandAsync(InteractionContext context, IServiceProvider handlers, CancellationToken cancellation) =>
        context.Interaction.Data?.Name switch
        {
            "imagine" => handlers.GetRequiredService<ImagineHandler>().HandleAsync(context, cancellation),
            "variation" => handlers.GetRequiredService<VariationHandler>().HandleAsync(context, cancellation),
            "blend" => handlers.GetRequiredService<BlendHandler>().HandleAsync(context, cancellation),
            "status" => handlers.GetRequiredService<StatusHandler>().HandleAsync(context, cancellation),
            "cancel" => handlers.GetRequiredService<CancelHandler>().HandleAsync(context, cancellation),
            "history" => handlers.GetRequiredService<HistoryHandler>().HandleAsync(context, cancellation),
            "gallery" => handlers.GetRequiredService<GalleryHandler>().HandleAsync(context, cancellation),
            "search" => handlers.GetRequiredService<SearchHandler>().HandleAsync(context, cancellation),
            "describe" or CommandDefinitions.DescribePicture => handlers.GetRequiredService<DescribeHandler>().HandleAsync(context, cancellation),
            "info" or CommandDefinitions.PictureInfo => handlers.GetRequiredService<InfoHandler>().HandleAsync(context, cancellation),
            "settings" => handlers.GetRequiredService<SettingsHandler>().HandleAsync(context, cancellation),
            "help" => handlers.GetRequiredService<HelpHandler>().HandleAsync(context, cancellation),
            "privacy" => handlers.GetRequiredService<PrivacyHandler>().HandleAsync(context, cancellation),
            "forget-me" => handlers.GetRequiredService<ForgetMeHandler>().HandleAsync(context, cancellation),
            "limits" => handlers.GetRequiredService<LimitsHandler>().HandleAsync(context, cancellation),
            "queue" => handlers.GetRequiredService<QueueHandler>().HandleAsync(context, cancellation),
            "block" => handlers.GetRequiredService<BlockHandler>().HandleAsync(context, cancellation),
            "audit" => handlers.GetRequiredService<AuditHandler>().HandleAsync(context, cancellation),
            CommandDefinitions.UseAsStartImage or CommandDefinitions.MakeVariations => handlers.GetRequiredService<MessageMenuHandler>().HandleAsync(context, cancellation),
            _ => throw new UserFacingException("This command is not known to this version of the bot. Discord may still show one of an older version; it goes away by itself."),
        };

    private static Task SuggestAsync(InteractionContext context, IServiceProvider handlers, CancellationToken cancellation) =>
        context.Interaction.Data?.Name switch
        {
            "variation" => handlers.GetRequiredService<VariationHandler>().SuggestAsync(context, cancellation),
            "status" => handlers.GetRequiredService<StatusHandler>().SuggestAsync(context, cancellation),
            "cancel" => handlers.GetRequiredService<CancelHandler>().SuggestAsync(context, cancellation),
            "info" => handlers.GetRequiredService<InfoHandler>().SuggestAsync(context, cancellation),
            // Sizes of /settings too.
            _ => handlers.GetRequiredService<ImagineHandler>().SuggestAsync(context, cancellation),
        };

    private static Task PressAsync(InteractionContext context, IServiceProvider handlers, CancellationToken cancellation) =>
        ButtonId.Parse(context.Interaction.Data?.CustomId) switch
        {
            { Action: ButtonActions.Variation } button => handlers.GetRequiredService<VariationHandler>().PressAsync(context, button, cancellation),
            { Action: ButtonActions.Reroll } button => handlers.GetRequiredService<RerollHandler>().PressAsync(context, button, cancellation),
            { Action: ButtonActions.Remix } button => handlers.GetRequiredService<RemixHandler>().PressAsync(context, button, cancellation),
            { Action: ButtonActions.MoreSteps } button => handlers.GetRequiredService<MoreStepsHandler>().PressAsync(context, button, cancellation),
            { Action: ButtonActions.Refine } button => handlers.GetRequiredService<RefineHandler>().PressAsync(context, button, cancellation),
            { Action: ButtonActions.Upscale } => handlers.GetRequiredService<UpscaleHandler>().HandleAsync(context, cancellation),
            { Action: ButtonActions.Timelapse } => handlers.GetRequiredService<TimelapseHandler>().HandleAsync(context, cancellation),
            { Action: ButtonActions.Info } => handlers.GetRequiredService<InfoHandler>().HandleAsync(context, cancellation),
            { Action: ButtonActions.Delete } => handlers.GetRequiredService<DeleteHandler>().HandleAsync(context, cancellation),
            { Action: ButtonActions.Stop } => handlers.GetRequiredService<StopHandler>().HandleAsync(context, cancellation),
            { Action: ButtonActions.Keep } => handlers.GetRequiredService<KeepHandler>().HandleAsync(context, cancellation),
            { Action: ButtonActions.Gallery } => handlers.GetRequiredService<GalleryHandler>().HandleAsync(context, cancellation),
            { Action: ButtonActions.History } => handlers.GetRequiredService<HistoryHandler>().HandleAsync(context, cancellation),
            { Action: ButtonActions.Search } button => handlers.GetRequiredService<SearchHandler>().PressAsync(context, button, cancellation),
            { Action: ButtonActions.Suggested } button => handlers.GetRequiredService<DescribeHandler>().PressAsync(context, button, cancellation),
            { Action: ButtonActions.Forget } => handlers.GetRequiredService<ForgetMeHandler>().HandleAsync(context, cancellation),
            _ => throw new UserFacingException("This button is of another version of the bot. Use `/info` with the number of the picture for buttons that work."),
        };

    private static Task SubmitAsync(InteractionContext context, IServiceProvider handlers, CancellationToken cancellation) =>
        ButtonId.Parse(context.Interaction.Data?.CustomId) switch
        {
            { Action: ButtonActions.Remix } form => handlers.GetRequiredService<RemixHandler>().SubmitAsync(context, form, cancellation),
            { Action: ButtonActions.StartImage } form => handlers.GetRequiredService<MessageMenuHandler>().SubmitAsync(context, form, cancellation),
            { Action: ButtonActions.Suggested } => handlers.GetRequiredService<DescribeHandler>().SubmitAsync(context, cancellation),
            _ => throw new UserFacingException("This form is of another version of the bot. Open it again from its button or menu."),
        };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The interaction {Interaction} of type {Type} was handled without an answer.")]
        public static partial void Unanswered(ILogger logger, Snowflake interaction, InteractionType type);

        [LoggerMessage(2, LogLevel.Information, "The interaction {Interaction} was given up, because the bot stops.")]
        public static partial void Cancelled(ILogger logger, Snowflake interaction);
    }
}
