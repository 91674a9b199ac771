using System.Globalization;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.Training.Packs;

/// <summary>How a network was trained; a state knows it, and a pack's files carry it on.</summary>
internal sealed record TrainingFacts(long Steps, long Pictures, double Minutes, string Data)
{
    private const string Prefix = "trained.";
    private const string OlderStates = "the drawn world";

    /// <value>Whether the pictures were those that this program draws itself.</value>
    public bool IsDrawn => Data.Contains(OlderStates, StringComparison.Ordinal);

    public static TrainingFacts OfState(string path)
    {
        using var file = Checkpoint.Open(path);
        return Read(file.Metadata, "") ?? throw new CheckpointException(path, "step", "its metadata does not tell how far it is, so this is no state of a training");
    }

    /// <summary>What a pack's file tells; null: nothing.</summary>
    public static TrainingFacts? OfPart(Checkpoint file) => Read(file.Metadata, Prefix);

    public IEnumerable<KeyValuePair<string, string>> ToMetadata() =>
    [
        new(Prefix + "step", Steps.ToString(CultureInfo.InvariantCulture)),
        new(Prefix + "pictures", Pictures.ToString(CultureInfo.InvariantCulture)),
        new(Prefix + "minutes", Minutes.ToString("0.#", CultureInfo.InvariantCulture)),
        new(Prefix + "data", Data),
    ];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Steps:N0} steps, {Pictures:N0} pictures seen, {Minutes:0} minutes");

    private static TrainingFacts? Read(IReadOnlyDictionary<string, string> metadata, string prefix) =>
        metadata.TryGetValue(prefix + "step", out var step)
        && long.TryParse(step, CultureInfo.InvariantCulture, out var steps)
        && long.TryParse(metadata.GetValueOrDefault(prefix + "pictures"), CultureInfo.InvariantCulture, out var pictures)
        && double.TryParse(metadata.GetValueOrDefault(prefix + "minutes"), CultureInfo.InvariantCulture, out var minutes)
            ? new TrainingFacts(steps, pictures, minutes, metadata.GetValueOrDefault(prefix + "data", OlderStates))
            : null;
}
