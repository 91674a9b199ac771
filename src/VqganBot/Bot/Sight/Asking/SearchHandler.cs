using System.Runtime.InteropServices;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Results.Pages;
using VqganBot.Discord.Wire;
using VqganBot.Generation.Classification;
using VqganBot.Imaging;
using VqganBot.Moderation;

namespace VqganBot.Bot.Sight;

/// <summary><c>/search</c>: pictures of the server by what is on them, in words, like a picture, or both. Whoever asks finds what they may see and nothing else.</summary>
internal sealed class SearchHandler(
    PictureDesk desk, PictureMemory memory, PictureFinder finder, KeptAnswers answers, StartImages images, ContentPolicy policy, PicturePages pages)
{
    private const int LastPage = 1000;

    public async Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        policy.CheckRequester(Requesters.Of(context.Interaction));
        var options = OptionReader.Of(context.Interaction);
        var words = options.String("text")?.Trim();
        var like = options.Attachment("like");
        if (string.IsNullOrEmpty(words) && like is null)
            throw new UserFacingException("Say what to look for: `/search text:a boat at night`, or attach a picture as `like`.");
        if (words?.Length > CommandDefinitions.LongestSearch)
            throw new UserFacingException($"That is {words.Length} characters to look for; at most {CommandDefinitions.LongestSearch} are read.");
        if (like is not null) images.Check(like);

        await context.DeferPrivateAsync(cancellation);
        memory.Wake();
        var picture = like is null ? null : await images.FetchAsync(like, cancellation);
        var (point, clip) = await desk.AskAsync(reader => (Point(reader, words, picture), reader.Sum), cancellation);
        var title = Title(words, like is not null);
        // A page further on needs the point, and not the words or the picture again.
        answers.Keep(context.Interaction.Id, context.User.Id, [title, clip, Convert.ToBase64String(MemoryMarshal.AsBytes(point.AsSpan()))]);
        await ShowAsync(context, new Search(context.Interaction.Id, title, clip, point), 1, cancellation);
    }

    /// <summary>Another page.</summary>
    public async Task PressAsync(InteractionContext context, ButtonId button, CancellationToken cancellation)
    {
        var id = new Snowflake((ulong)button.Job);
        if (answers.Find(id, context.User.Id) is not [var title, var clip, var point])
            throw new UserFacingException("I no longer know what was looked for. Use `/search` again.");
        await context.DeferPrivateAsync(cancellation);
        var search = new Search(id, title, clip, MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(point)).ToArray());
        await ShowAsync(context, search, Math.Clamp(button.Number, 1, LastPage), cancellation);
    }

    private async Task ShowAsync(InteractionContext context, Search search, int number, CancellationToken cancellation)
    {
        var found = finder.Find(context, search.Clip, search.Point, (number - 1) * Page.Size, Page.Size + 1);
        var behind = memory.Unseen is > 0 and var left ? $"I am still looking at {left} older picture{(left == 1 ? "" : "s")}; ask again in a while to have {(left == 1 ? "it" : "them")} searched too." : null;
        if (found.Count == 0)
        {
            var nothing = number == 1 ? "🔎 There is nothing to find here yet: I search the pictures that I have painted and that you may see." : $"🔎 There is nothing on page {number}.";
            await context.AnswerAsync(new MessageBody { Content = behind is null ? nothing : $"{nothing}\n-# {behind}", Components = [], Attachments = [] }, isPrivate: true, cancellation);
            return;
        }

        var page = new Page(search.Title, found, number, to => new ButtonId(ButtonActions.Search, (long)search.Id.Value, to))
        {
            Names = ("Nearer", "Farther"), HasButtons = true, Footnote = behind,
        };
        await pages.ShowAsync(context, page, cancellation);
    }

    private static float[] Point(IPictureReader reader, string? words, byte[]? picture)
    {
        List<float[]> points = [];
        if (!string.IsNullOrEmpty(words)) points.Add(reader.Read(words));
        if (picture is not null) points.Add(reader.See(ImageCodec.Decode(picture)));
        return UnitVector.Mean(points);
    }

    private static string Title(string? words, bool hasPicture) => (words, hasPicture) switch
    {
        ({ Length: > 0 }, true) => $"🔎 Like your picture, and “{Echo.Prompt(words, 100)}”",
        ({ Length: > 0 }, _) => $"🔎 “{Echo.Prompt(words, 100)}”",
        _ => "🔎 Like your picture",
    };

    private sealed record Search(Snowflake Id, string Title, string Clip, float[] Point);
}
