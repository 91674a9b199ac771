using System.CommandLine;
using VqganBot.Training.Data;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Commands.Options;

/// <summary>Where a trainer's pictures come from: a set of the drawn world, or a folder of one's own.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _set = new("--set") { Description = "Rendered set of the drawn world to learn from." };
    private readonly Option<string?> _pictures = new("--pictures") { Description = "Folder of your own pictures to learn from (PNG, JPEG, WebP, GIF; folders in it too). A fiftieth is held back for validation. Captions: the lines of a .txt beside a picture, or else the words of its name." };
    private readonly Option<int?> _resolution = new("--resolution") { Description = "Pixels of a side to learn at, such as 64, 128 or 256; shorter sides are brought to it. 64 by default." };
    private readonly Option<bool> _unmirrored = new("--no-mirror") { Description = "Never mirror pictures: for writing, and captions about left and right." };

    public DataOptions(Command command)
    {
        foreach (var option in (Option[])[_set, _pictures, _resolution, _unmirrored])
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            var (set, pictures) = (result.GetValue(_set), result.GetValue(_pictures));
            if (set is null == pictures is null)
                result.AddError("Say what to learn from: either --set with a rendered set of the drawn world, or --pictures with a folder of your own pictures.");
            else if (set is not null && result.GetValue(_resolution) is { } side && side != ToyWorld.Size)
                result.AddError($"A rendered set has {ToyWorld.Size} pixels a side, so --resolution {side} is for --pictures only.");
            else if (result.GetValue(_resolution) is < 8 or > 2048)
                result.AddError("--resolution is a number of pixels from 8 to 2048.");
        });
    }

    /// <summary>The resolution asked for; null: none was.</summary>
    public int? Resolution(ParseResult result) => result.GetValue(_resolution);

    /// <summary>Opens what was named. What is prepared of a folder is kept beside the training's state, for all trainings there.</summary>
    public TrainingData Open(ParseResult result, int resolution, string state, CancellationToken cancellationToken)
    {
        if (result.GetValue(_set) is { } set)
            return TrainingData.Drawn(RenderedSet.Open(set));
        var folder = result.GetValue(_pictures)!;
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var cache = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(state))!, $"{name}-{resolution}.pictures");
        return TrainingData.Own(OwnPictures.Open(folder, resolution, !result.GetValue(_unmirrored), cache, Console.Out, cancellationToken));
    }
}
