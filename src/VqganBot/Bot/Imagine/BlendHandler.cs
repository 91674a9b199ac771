using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Settings;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary><c>/blend</c>: a picture that looks like several at once, and like the words, if there are any. Each pulls as strongly as the others.</summary>
internal sealed class BlendHandler(RequestReader requests, UserSettingsStore settings, StartImages images, JobIntake intake)
{
    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var options = OptionReader.Of(context.Interaction);
        var own = settings.Of(context.User.Id);
        Attachment[] attached = [.. CommandDefinitions.BlendImages.Select(options.Attachment).OfType<Attachment>()];
        if (attached.Length < 2)
            throw new UserFacingException($"A blend takes two to {CommandDefinitions.BlendImages.Count} pictures: attach them as `image1`, `image2` and so on.");
        foreach (var image in attached) images.Check(image);
        var order = requests.ReadBlend(options, own) with { ImagePrompts = attached.Length };
        return intake.SubmitAsync(
            context, new JobWish(order, options.Boolean("private") ?? own.IsPrivate ?? false, token => FetchAsync(attached, token)), cancellation);
    }

    // One after the other: the memory of one large picture is enough.
    private async Task<JobPictures> FetchAsync(IEnumerable<Attachment> attached, CancellationToken cancellation)
    {
        var pictures = new List<byte[]>();
        foreach (var image in attached) pictures.Add(await images.FetchAsync(image, cancellation));
        return new JobPictures(null, pictures);
    }
}
