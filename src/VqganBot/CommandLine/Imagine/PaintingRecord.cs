using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine;

/// <summary>
/// All it takes to paint a picture again, as a PNG carries it. Nothing of when, how fast and in how many sittings it was
/// painted is in it: the same painting is the same file.
/// </summary>
internal sealed record PaintingRecord
{
    public required string Program { get; init; }

    public required PaintingRequest Request { get; init; }

    /// <summary>Fewer than the request's when it was interrupted or stood still.</summary>
    public required int StepsDone { get; init; }

    /// <summary>Of the files of the model: another sum paints another picture.</summary>
    public required string ModelSha256 { get; init; }

    public PictureReference? Init { get; init; }

    public PictureReference? SpotMask { get; init; }

    public IReadOnlyList<PictureReference> ImagePrompts { get; init; } = [];

    public static PaintingRecord Of(PaintingRequest request, int stepsDone, string modelSha256) => new()
    {
        Program = $"VqganBot {ProgramVersion.Text}",
        Request = request,
        StepsDone = stepsDone,
        ModelSha256 = modelSha256,
        Init = request.InitImage is { } init ? new PictureReference(PictureReference.Sum(init)) : null,
        SpotMask = request.SpotMask is { } mask ? new PictureReference(PictureReference.Sum(mask)) : null,
        ImagePrompts = [.. request.ImagePrompts.Select(prompt => new PictureReference(PictureReference.Sum(prompt.Image), prompt.Weight, prompt.Stop))],
    };
}
