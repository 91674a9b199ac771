using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine;
using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Settings;
using VqganBot.Discord.Wire;
using VqganBot.Imaging;
using VqganBot.Moderation;

namespace VqganBot.Bot.Sight;

/// <summary><c>/describe</c> and the menu of a message: what a picture seems to show, in words to paint from, which a form lets one change first.</summary>
internal sealed class DescribeHandler(
    PictureDesk desk, KeptAnswers answers, StartImages images, ContentPolicy policy, RequestReader requests, UserSettingsStore settings, JobIntake intake)
{
    private const string Prompt = "prompt";

    public async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        policy.CheckRequester(Requesters.Of(context.Interaction));
        var image = Asked(context.Interaction);
        images.Check(image);
        await context.DeferAsync(isPrivate: true, cancellation);
        var picture = await images.FetchAsync(image, cancellation);
        var suggestions = await desk.AskAsync(reader => reader.Describe(ImageCodec.Decode(picture)), cancellation);
        answers.Keep(context.Interaction.Id, context.User.Id, suggestions);
        await context.AnswerAsync(Answer(context.Interaction.Id, suggestions), isPrivate: true, cancellation);
    }

    /// <summary>A suggestion was chosen: a form with its words.</summary>
    public Task PressAsync(InteractionContext context, ButtonId button, CancellationToken cancellation)
    {
        var suggestions = answers.Find(new Snowflake((ulong)button.Job), context.User.Id);
        if (suggestions is null || button.Number < 1 || button.Number > suggestions.Count)
            throw new UserFacingException("I no longer know what I suggested there. Use `/describe` again.");
        return context.ShowModalAsync(
            button.ToString(),
            "Paint this",
            [Component.Labelled("Prompt", Component.TextInput(Prompt, TextInputStyle.Paragraph, suggestions[button.Number - 1], maxLength: CommandDefinitions.LongestPrompt), "Change what you like.")],
            cancellation);
    }

    public Task SubmitAsync(InteractionContext context, CancellationToken cancellation)
    {
        var own = settings.Of(context.User.Id);
        var order = requests.Read(ModalFields.Text(context.Interaction, Prompt), own);
        return intake.SubmitAsync(context, new JobWish(order, own.IsPrivate ?? false), cancellation);
    }

    private static Attachment Asked(Interaction interaction)
    {
        if (interaction.Data?.Type != ApplicationCommandType.Message)
            return OptionReader.Of(interaction).Attachment("image") ?? throw new UserFacingException("Attach the picture that I shall describe as `image`.");
        return interaction.Data is { TargetId: { } id, Resolved.Messages: { } messages } && messages.TryGetValue(id, out var message)
            ? message.Attachments?.FirstOrDefault(StartImages.IsPicture)
                ?? throw new UserFacingException("There is no picture attached to that message. PNG, JPEG, WebP and GIF pictures can be described.")
            : throw new UserFacingException("Discord did not send the message that this menu was opened on. Please try again.");
    }

    private static MessageBody Answer(Snowflake interaction, IReadOnlyList<string> suggestions) => new()
    {
        Content = string.Join('\n', suggestions.Select((words, at) => $"**{at + 1}** {Echo.Prompt(words)}").Prepend("👀 If I were to paint this, I would ask for").Append("-# Press a number, change the words if you like, and I paint it.")),
        Components =
        [
            Component.Row([.. suggestions.Select((_, at) => Component.Button(
                new ButtonId(ButtonActions.Suggested, (long)interaction.Value, at + 1).ToString(), $"Imagine {at + 1}", ButtonStyle.Primary, "🎨"))]),
        ],
    };
}
