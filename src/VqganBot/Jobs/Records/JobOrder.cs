using System.Text.Json.Serialization;

namespace VqganBot.Jobs;

/// <summary>What to paint, complete: with the model, the same order gives the same pictures. Kept as JSON with the job.</summary>
internal sealed record JobOrder
{
    public required JobKind Kind { get; init; }

    /// <value>As it was typed: weights, negative parts and all, without the style.</value>
    public required string Prompt { get; init; }

    /// <value>What shall not be seen; painted as a prompt of negative weight.</value>
    public string? Negative { get; init; }

    /// <value>The name of a style of <c>config/styles.json</c>.</value>
    public string? Style { get; init; }

    /// <value>The words that the style and the requester's own suffix put after the prompt, as they were then; the catalogue may change.</value>
    public string? StyleWords { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <value>Steps of each picture; for <see cref="JobKind.MoreSteps"/> those to add; 1 for a <see cref="JobKind.Draft"/>, which has none.</value>
    public required int Steps { get; init; }

    /// <value>Of the first picture; the n-th of a grid has <c>Seed + n</c>.</value>
    public required ulong Seed { get; init; }

    public int Count { get; init; } = 1;

    public required string Preset { get; init; }

    public required string Model { get; init; }

    /// <value>The model as people are shown it: the operator's default may be a path of this machine.</value>
    [JsonIgnore]
    public string ModelName => Path.GetFileName(Path.TrimEndingDirectorySeparator(Model));

    /// <value>0 to 1: how far to go from the start image or the varied picture.</value>
    public double? Strength { get; init; }

    /// <value>A start image lies in the job's folder, see <see cref="JobFiles"/>.</value>
    public bool HasStartImage { get; init; }

    /// <value>Pictures to paint towards beside the words; they lie in the job's folder, see <see cref="JobFiles"/>.</value>
    public int ImagePrompts { get; init; }

    /// <value>Of a <see cref="JobKind.Draft"/>: how many are drafted, of which the best <see cref="Count"/> are kept.</value>
    public int Candidates { get; init; }

    /// <value>Of a <see cref="JobKind.Draft"/>: the steps that one of its pictures is painted for when it is refined.</value>
    public int RefineSteps { get; init; }

    /// <value>The job whose picture is varied, refined or painted further.</value>
    public long? ParentJob { get; init; }

    /// <value>Which picture of the parent, from 1.</value>
    public int ParentTile { get; init; } = 1;

    /// <value>What it is called where people read it: its words, or what it is made of.</value>
    [JsonIgnore]
    public string Title => Prompt.Length > 0 ? Prompt : $"a blend of {ImagePrompts} pictures";

    /// <value>Steps of a picture that is painted from one of this order.</value>
    [JsonIgnore]
    public int PaintingSteps => Kind == JobKind.Draft ? RefineSteps : Steps;

    /// <value>What it takes of an allowance of jobs: drafts are made in seconds.</value>
    [JsonIgnore]
    public double Weight => Kind == JobKind.Draft ? 0.25 : 1;
}
