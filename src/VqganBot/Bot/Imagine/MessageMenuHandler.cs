using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine.Earlier;
using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Bot.Settings;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary>The menu of a message: paint on from the picture in it, whoever posted it.</summary>
internal sealed class MessageMenuHandler(
    JobStore store, EarlierPictures earlier, VariationHandler variations, PendingStartImages pending, StartImages startImages,
    RequestReader requests, UserSettingsStore settings, JobIntake intake)
{
    private const string Prompt = "prompt";

    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var message = Target(context.Interaction);
        return context.Interaction.Data!.Name == CommandDefinitions.MakeVariations && store.OfMessage(message.Id) is { } job
            ? VaryAsync(context, earlier.Require(context, job.Id), cancellation)
            : AskForPromptAsync(context, message, cancellation);
    }

    /// <summary>The form of "Use as start image".</summary>
    public Task SubmitAsync(InteractionContext context, ButtonId form, CancellationToken cancellation)
    {
        var picture = pending.Find(new Snowflake((ulong)form.Job), context.User.Id)
            ?? throw new UserFacingException("I no longer know which picture this form was for. Open the menu on the message again.");
        var own = settings.Of(context.User.Id);
        var order = requests.ReadWithImage(ModalFields.Text(context.Interaction, Prompt), own);
        return intake.SubmitAsync(context, new JobWish(order, own.IsPrivate ?? false, async token => new JobPictures(await startImages.FetchAsync(picture, token), [])), cancellation);
    }

    private Task VaryAsync(InteractionContext context, Job job, CancellationToken cancellation) => FinishedTiles.Of(job) > 1
        ? TileQuestion.AskAsync(context, job, ButtonActions.Variation, cancellation)
        : variations.VaryAsync(context, job, tile: 1, order => order, cancellation);

    private Task AskForPromptAsync(InteractionContext context, Message message, CancellationToken cancellation)
    {
        var picture = message.Attachments?.FirstOrDefault(StartImages.IsPicture)
            ?? throw new UserFacingException("There is no picture attached to that message. PNG, JPEG, WebP and GIF pictures can be used.");
        startImages.Check(picture);
        pending.Keep(context.Interaction.Id, context.User.Id, picture);
        return context.ShowModalAsync(
            new ButtonId(ButtonActions.StartImage, (long)context.Interaction.Id.Value).ToString(),
            "Paint from this picture",
            [Component.Labelled("What to paint", Component.TextInput(Prompt, TextInputStyle.Paragraph, placeholder: "chicken surf", maxLength: CommandDefinitions.LongestPrompt))],
            cancellation);
    }

    private static Message Target(Interaction interaction) =>
        interaction.Data?.TargetId is { } id && interaction.Data.Resolved?.Messages?.TryGetValue(id, out var message) == true
            ? message
            : throw new UserFacingException("Discord did not send the message that this menu was opened on. Please try again.");
}
