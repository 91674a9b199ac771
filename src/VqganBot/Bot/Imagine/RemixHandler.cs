using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine.Earlier;
using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Settings;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Imagine;

/// <summary>Remix: the same order, the same seed, other words. The button opens a form with the old ones.</summary>
internal sealed class RemixHandler(EarlierPictures earlier, UserSettingsStore settings, JobIntake intake)
{
    private const string Prompt = "prompt";
    private const string Negative = "negative";

    public Task PressAsync(InteractionContext context, ButtonId button, CancellationToken cancellation)
    {
        var (order, _) = earlier.Anew(earlier.Require(context, button.Job));
        return context.ShowModalAsync(
            new ButtonId(ButtonActions.Remix, button.Job).ToString(),
            $"Remix picture #{button.Job}",
            [
                Component.Labelled("Prompt", Component.TextInput(Prompt, TextInputStyle.Paragraph, order.Prompt, maxLength: CommandDefinitions.LongestPrompt)),
                Component.Labelled("What it shall not show", Component.TextInput(Negative, TextInputStyle.Short, order.Negative, maxLength: CommandDefinitions.LongestNegative, required: false)),
            ],
            cancellation);
    }

    public Task SubmitAsync(InteractionContext context, ButtonId form, CancellationToken cancellation)
    {
        var job = earlier.Require(context, form.Job);
        var (order, root) = earlier.Anew(job);
        var remixed = order with
        {
            Prompt = PromptText.Require(ModalFields.Text(context.Interaction, Prompt), "prompt", CommandDefinitions.LongestPrompt),
            Negative = PromptText.Check(ModalFields.Text(context.Interaction, Negative), "negative prompt", CommandDefinitions.LongestNegative),
        };
        var isPrivate = job.Reply.IsPrivate || settings.Of(context.User.Id).IsPrivate == true;
        return intake.SubmitAsync(context, earlier.Wish(remixed, root, isPrivate), cancellation);
    }
}
