using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Imagine.Styles;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Settings;
using VqganBot.CommandLine.Options;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary><c>/imagine</c>: words, and perhaps a picture to begin from.</summary>
internal sealed class ImagineHandler(
    RequestReader requests, UserSettingsStore settings, StartImages startImages, JobIntake intake, StyleCatalog styles, PaintableModels models)
{
    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var options = OptionReader.Of(context.Interaction);
        var own = settings.Of(context.User.Id);
        var order = requests.Read(options, own);
        var isPrivate = options.Boolean("private") ?? own.IsPrivate ?? false;
        var image = options.Attachment("image");
        if (image is not null) startImages.Check(image);
        return intake.SubmitAsync(
            context,
            new JobWish(order, isPrivate, image is null ? null : async token => new JobPictures(await startImages.FetchAsync(image, token), [])),
            cancellation);
    }

    /// <summary>Styles, models and sizes; the size also for <c>/settings</c>.</summary>
    public Task SuggestAsync(InteractionContext context, CancellationToken cancellation)
    {
        var options = OptionReader.Of(context.Interaction);
        return context.SuggestAsync(
            options.Focused switch
            {
                ("style", var typed) => Styles(typed, context.Interaction.Locale),
                ("model", var typed) => Models(typed),
                ("size", var typed) => Sizes(typed, Text(options, "model")),
                _ => [],
            },
            cancellation);
    }

    private ApplicationCommandChoice[] Styles(string typed, string? locale) =>
        [.. styles.Matching(typed, locale).DistinctBy(style => style.NameIn(locale)).Take(CommandDefinitions.MostSuggestions).Select(style => ApplicationCommandChoice.Of(style.NameIn(locale), style.Name))];

    private ApplicationCommandChoice[] Models(string typed) =>
    [
        .. models.All
            .Where(model => model.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(CommandDefinitions.MostSuggestions)
            .Select(model => ApplicationCommandChoice.Of(Echo.Plain($"{model.Name}: {model.Description}", CommandDefinitions.LongestName), model.Name)),
    ];

    private ApplicationCommandChoice[] Sizes(string typed, string? model)
    {
        var manifest = models.Require(model);
        var natural = new PictureSize(manifest.DefaultSize[0], manifest.DefaultSize[1]);
        var shapes = PictureShape.Words.Select(word => (Word: word, Size: PictureShape.OfWord(word, natural)!.Value));
        return
        [
            .. shapes.Select(shape => (Name: $"{shape.Word} ({shape.Size})", Value: shape.Size))
                .Concat(shapes.Select(shape => Doubled(shape.Size)).Select(size => (Name: $"{size}", Value: size)))
                .Where(size => size.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(size => ApplicationCommandChoice.Of(size.Name, $"{size.Value}")),
        ];
    }

    private static PictureSize Doubled(PictureSize size) => new(size.Width * 2, size.Height * 2);

    // While options are still being typed nothing is complained about.
    private string? Text(OptionReader options, string name) =>
        options.Has(name) && models.All.Any(model => model.Name == options.String(name)) ? options.String(name) : null;
}
