using System.Globalization;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Models;
using VqganBot.Generation.Classification;
using VqganBot.Imaging;
using VqganBot.Models;
using VqganBot.Search;

namespace VqganBot.CommandLine.Search;

/// <summary>The whole of <c>search</c>: the index is brought up to date, then asked.</summary>
internal sealed class SearchRun(SearchOptions options, CommandContext context)
{
    private const int MostNamed = 10;

    public int Run()
    {
        var like = options.Like is null ? null : Decode(options.Like);
        using var interruption = new Interruption();
        using var clip = LoadedClip.Load(options.Model);
        using var index = new PictureIndex(
            options.Folder, options.Index ?? Path.Combine(options.Folder, PictureIndex.DefaultFile), clip.Embedder, clip.Name, clip.Sum, context.Clock);

        var update = Update(index, interruption.Token);
        if (update is null) return ExitCodes.Interrupted;
        Tell(update);
        if (update.Pictures == 0) throw new UserErrorException($"There is no picture in the folder '{options.Folder}': nothing in it ends in .png, .jpg, .jpeg, .webp or .gif and can be read.");

        var query = Query(clip.Embedder, like);
        var started = context.Clock.GetTimestamp();
        var found = index.Nearest(query, options.Top);
        var took = context.Clock.GetElapsedTime(started);
        Print(found);
        if (!options.Json)
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Searched {update.Pictures} picture{(update.Pictures == 1 ? "" : "s")} in {took.TotalMilliseconds:0} ms."));
        if (options.Out is not null) FoundSheet.Write(options.Out, options.Folder, found);
        return ExitCodes.Done;
    }

    private IndexUpdate? Update(PictureIndex index, CancellationToken cancellation)
    {
        var progress = new IndexProgressLine(context);
        try
        {
            return index.Update(progress, cancellation);
        }
        catch (OperationCanceledException)
        {
            progress.End();
            context.Error.WriteLine("Stopped. What was looked at is kept, and the same command goes on with the rest.");
            return null;
        }
        finally
        {
            progress.End();
        }
    }

    private void Tell(IndexUpdate update)
    {
        foreach (var picture in update.Broken.Take(MostNamed))
            context.Error.WriteLine($"'{Printable.Line(picture.Path)}' was passed over. {Printable.Line(picture.Problem)}");
        if (update.Broken.Count > MostNamed) context.Error.WriteLine($"So were {update.Broken.Count - MostNamed} more.");
    }

    private float[] Query(ClipEmbedder embedder, Rgb24Image? like)
    {
        var parts = new List<float[]>();
        if (!string.IsNullOrWhiteSpace(options.Text)) parts.Add(embedder.Text(options.Text));
        if (like is not null) parts.Add(embedder.Picture(like));
        return UnitVector.Mean(parts);
    }

    private void Print(IReadOnlyList<FoundPicture> found)
    {
        foreach (var (number, picture) in found.Index())
        {
            var paths = picture.Paths.Select(path => Path.Combine(options.Folder, path)).ToArray();
            if (options.Json)
                context.Out.WriteLine(SearchJson.Line(new SearchResult(paths[0], Math.Round(picture.Cosine, 6), paths[1..])));
            else
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number + 1,4}  {picture.Cosine:0.000}  {Printable.Line(paths[0], int.MaxValue)}{Copies(paths.Length - 1)}"));
        }
    }

    private static string Copies(int count) => count switch
    {
        0 => "",
        1 => "  (and one copy)",
        _ => $"  (and {count} copies)",
    };

    private static Rgb24Image Decode(string file)
    {
        try
        {
            return ImageCodec.DecodeFile(file);
        }
        catch (ImageCodecException exception)
        {
            throw new UserErrorException($"--like was given '{file}': {exception.Message}");
        }
    }
}
