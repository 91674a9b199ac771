using VqganBot.Generation.Classification;
using VqganBot.Models;

namespace VqganBot.CommandLine.Classify;

/// <summary>The whole of <c>classify</c>: the labels are read once, then each picture is looked at.</summary>
internal sealed class ClassifyRun(ClassifyOptions options, CommandContext context)
{
    public int Run()
    {
        using var clip = LoadedClip.Load(options.Model);
        var templates = options.Templates.Count > 0 ? options.Templates : clip.Phrases().Templates;
        var classifier = new ZeroShotClassifier(clip.Embedder, options.Labels, templates);
        return new PictureLoop(options.Images, context).Run((file, picture) =>
        {
            var scores = classifier.Classify(clip.Embedder.Picture(picture)).Take(options.Top ?? int.MaxValue).ToArray();
            if (options.Json)
                context.Out.WriteLine(ClassifyJson.Line(new ClassifiedPicture(file, clip.Name, scores)));
            else
                Print(file, scores);
        });
    }

    private void Print(string file, LabelScore[] scores)
    {
        context.Out.WriteLine(file);
        ScoreTable.Print(scores, context.Out);
    }
}
