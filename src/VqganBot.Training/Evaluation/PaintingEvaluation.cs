using System.Diagnostics;
using System.Globalization;
using VqganBot.Generation.Packs;
using VqganBot.Imaging;
using VqganBot.Training.Data;
using VqganBot.Training.Judge;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Evaluation;

/// <summary>
/// Makes pictures for held-out prompts in every way, from renders, the ceiling, to codes drawn by chance, the floor, and
/// has them judged.
/// </summary>
internal sealed class PaintingEvaluation : IDisposable
{
    private const ulong ReferenceSeed = 50_000_000;

    private readonly EvaluationOptions _options;
    private readonly PackPictures _make;
    private readonly PictureJury _jury;
    private readonly TextWriter _progress;

    public PaintingEvaluation(ModelPack pack, JudgeNetwork judge, EvaluationOptions options, TextWriter progress)
    {
        (_options, _progress) = (options, progress);
        Prompts = HeldOutPrompts.Make(options.Prompts, options.Counted, options.Seed);
        _make = new PackPictures(pack, options);
        // As many of two and three among them as among the prompts.
        var groups = options.Reference * options.Counted / Math.Max(1, options.Prompts);
        _jury = new PictureJury(judge, pack, HeldOutPrompts.Make(options.Reference, groups, ReferenceSeed).Select(prompt => prompt.Wanted));
    }

    public IReadOnlyList<EvaluationPrompt> Prompts { get; }

    /// <summary>Renders first, pictures painted last: those take the time.</summary>
    public IReadOnlyList<JudgedPictures> Run(CancellationToken cancellationToken)
    {
        var renders = Made("renders", (prompt, _) => ToyRenderer.Render(prompt.Wanted), cancellationToken);
        List<JudgedPictures> judged =
        [
            renders,
            Made("reconstructed", (_, number) => _make.Reconstructed(renders.Pictures[number]), cancellationToken),
            Made("random", (_, number) => _make.Random(Seed(number)), cancellationToken),
        ];
        if (_make.CanDraft)
            judged.Add(Made("drafted", (prompt, number) => _make.Drafted(prompt.Text, Seed(number), cancellationToken), cancellationToken));
        judged.Add(Made("painted", (prompt, number) => _make.Painted(prompt.Text, Seed(number), cancellationToken), cancellationToken));
        return judged;
    }

    public void Dispose() => _jury.Dispose();

    private ulong Seed(int number) => _options.Seed + (ulong)number;

    private JudgedPictures Made(string name, Func<EvaluationPrompt, int, Rgb24Image> make, CancellationToken cancellationToken)
    {
        var pictures = new List<Rgb24Image>();
        var spent = TimeSpan.Zero;
        foreach (var prompt in Prompts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            pictures.Add(make(prompt, pictures.Count));
            var took = Stopwatch.GetElapsedTime(start);
            spent += took;
            if (name is "painted" or "drafted")
                _progress.WriteLine(Line(name, pictures.Count, took, prompt, _jury.Read(pictures[^1])));
        }

        var judged = _jury.Judge(name, pictures, Prompts, spent);
        _progress.WriteLine($"{name}: {judged.Figures}");
        return judged;
    }

    private string Line(string name, int number, TimeSpan took, EvaluationPrompt prompt, JudgeReading reading) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name} {number} of {Prompts.Count}, {took.TotalSeconds:0.0} s, {Reports.Marks.Of(reading, prompt)}: {prompt.Text}");
}
