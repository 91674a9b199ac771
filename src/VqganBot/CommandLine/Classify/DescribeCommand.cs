using System.CommandLine;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Classification;
using VqganBot.Models;

namespace VqganBot.CommandLine.Classify;

/// <summary><c>describe</c>: a prompt for a picture, from the phrases that CLIP finds to fit.</summary>
internal static class DescribeCommand
{
    private const int ShownByDefault = 3;

    public static Command Create(CommandContext context)
    {
        var images = ClipOptions.Images();
        var top = NumberOption.Whole("--top", "K", $"Print the K likeliest phrases of each kind. By default {ShownByDefault}.");
        var model = ClipOptions.Model();
        var json = ClipOptions.Json();
        var command = new Command("describe", "Say what a picture shows, as a prompt that imagine understands.") { images, top, model, json };
        command.SetAction(parsed => Run(parsed.GetValue(images)!, parsed.GetValue(top) ?? ShownByDefault, parsed.GetValue(model) ?? LoadedModel.BuiltIn, parsed.GetValue(json), context));
        return command;
    }

    private static int Run(string[] images, int top, string model, bool json, CommandContext context)
    {
        using var clip = LoadedClip.Load(model);
        var ranker = new PhraseRanker(clip.Embedder, clip.Phrases());
        return new PictureLoop(images, context).Run((file, picture) =>
        {
            var description = Shortened(ranker.Describe(clip.Embedder.Picture(picture)), top);
            if (json)
                context.Out.WriteLine(ClassifyJson.Line(new DescribedPicture(file, clip.Name, description)));
            else
                Print(file, description, context.Out);
        });
    }

    private static PictureDescription Shortened(PictureDescription description, int top) => description with
    {
        Subjects = [.. description.Subjects.Take(top)],
        Colours = [.. description.Colours.Take(top)],
        Scenes = [.. description.Scenes.Take(top)],
        Styles = [.. description.Styles.Take(top)],
    };

    private static void Print(string file, PictureDescription description, TextWriter output)
    {
        output.WriteLine($"{file}: {description.Prompt}");
        Print("subject", description.Subjects);
        Print("colour", description.Colours);
        Print("place", description.Scenes);
        Print("manner", description.Styles);

        void Print(string kind, IReadOnlyList<LabelScore> scores)
        {
            output.WriteLine($" {kind}");
            ScoreTable.Print(scores, output);
        }
    }
}
