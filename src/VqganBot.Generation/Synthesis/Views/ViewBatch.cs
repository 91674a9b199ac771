using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// What was drawn for views of one or several pictures, on the device. It is taken there before the step's work begins, all
/// numbers in one copy and the noise in another, for on a GPU each copy waits for what was begun before it.
/// </summary>
/// <remarks>What no view needs is null. A view that does not need what another one does has numbers that do nothing.</remarks>
internal sealed class ViewBatch : IDisposable
{
    private static readonly float[] Nothing = [0, 0, 0, 0];

    private readonly PackedNumbers _numbers;

    /// <param name="drawn">Of each picture the same number of views of <paramref name="size"/>.</param>
    public ViewBatch(IReadOnlyList<DrawnViews> drawn, long size, Device device)
    {
        ViewFill[] fills = [.. drawn.SelectMany(views => views.Fills)];
        float[] greys = [.. drawn.SelectMany(views => views.Greys)];
        Size = size;
        Count = fills.Length;
        Crops = [.. drawn.Select(views => views.Crops)];
        Moves = drawn.Any(views => views.Maps.Any(map => map != Homography.Identity));
        bool covers = fills.Any(fill => !IsOfTheSource(fill)), noisy = drawn.Any(views => views.Noise is not null);
        bool recolours = drawn.Any(views => views.Colours is not null), erases = drawn.Any(views => views.Rectangles is not null);

        PackedNumbers numbers = _numbers = new();
        Func<Tensor> maps = numbers.Add(drawn.SelectMany(views => views.Maps).SelectMany(map => map.Transposed()), 3, 3);
        Func<Tensor>? reflected = fills.Contains(ViewFill.Reflection) ? numbers.Add(fills.Select(fill => fill == ViewFill.Reflection ? 1f : 0f), 1, 1) : null;
        Func<Tensor>? drawnOut = covers ? numbers.Add(fills.Select(fill => IsOfTheSource(fill) ? 1f : 0f), 1, 1, 1) : null;
        Func<Tensor>? beyond = covers ? numbers.Add(fills.Select((fill, i) => fill == ViewFill.RandomGrey ? greys[i] : 0), 1, 1, 1) : null;
        Func<Tensor>? matrices = recolours ? numbers.Add(drawn.SelectMany(views => views.Colours?.Matrices ?? Each(views, ColourJitter.Unchanged)), 3, 3) : null;
        Func<Tensor>? offsets = recolours ? numbers.Add(drawn.SelectMany(views => views.Colours?.Offsets ?? Each(views, Nothing[..3])), 3, 1) : null;
        Func<Tensor>? rectangles = erases ? numbers.Add(drawn.SelectMany(views => views.Rectangles ?? Each(views, Nothing)), 4, 1, 1) : null;
        Func<Tensor>? strengths = noisy ? numbers.Add(drawn.SelectMany(views => views.Noise?.Strengths ?? Each(views, Nothing[..1])), 1, 1, 1) : null;
        numbers.Copy(device);

        (Maps, Reflected, DrawnOut, Beyond) = (maps(), reflected?.Invoke(), drawnOut?.Invoke(), beyond?.Invoke());
        (Matrices, Offsets, Rectangles) = (matrices?.Invoke(), offsets?.Invoke(), rectangles?.Invoke());
        if (strengths is not null)
            Noise = cat([.. drawn.Select(views => (views.Noise?.Normal ?? zeros([views.Maps.Count, 3, size, size])).to(device))], 0) * strengths();
    }

    /// <value>Pixels a side of each view.</value>
    public long Size { get; }

    /// <value>Views of all pictures together, n below; those of the first picture come first.</value>
    public int Count { get; }

    /// <value>Whether any of them shows anything but its source as it is.</value>
    public bool Moves { get; }

    /// <value>For each picture <see cref="DrawnViews.Crops"/>.</value>
    public IReadOnlyList<IReadOnlyList<(long Size, long X, long Y)>> Crops { get; }

    public Tensor Maps { get; }             // [n, 3, 3], transposed

    public Tensor? Reflected { get; }       // [n, 1, 1], 1 where a view reflects the source at its edge

    public Tensor? DrawnOut { get; }        // [n, 1, 1, 1], 0 where it shows Beyond there

    public Tensor? Beyond { get; }          // [n, 1, 1, 1]

    public Tensor? Matrices { get; }        // [n, 3, 3]

    public Tensor? Offsets { get; }         // [n, 3, 1]

    public Tensor? Rectangles { get; }      // [n, 4, 1, 1]: left, right, top and bottom of what is blackened

    public Tensor? Noise { get; }           // [n, 3, S, S]

    /// <summary>Whether the same operations take these views and the others, which then differ in numbers only.</summary>
    public bool IsLike(ViewBatch other) =>
        Size == other.Size && Count == other.Count && Moves == other.Moves && _numbers.Layout == other._numbers.Layout && Crops.All(crops => crops.Count == 0);

    /// <summary>Takes the numbers of views that are <see cref="IsLike">like</see> these, in the same tensors.</summary>
    public void Take(ViewBatch other)
    {
        _numbers.Take(other._numbers);
        Noise?.copy_(other.Noise!);
    }

    /// <summary>From now on the tensors are the caller's to dispose.</summary>
    public void Keep()
    {
        _numbers.Keep();
        foreach (Tensor part in Parts)
            part.DetachFromDisposeScope();
    }

    public void Dispose()
    {
        _numbers.Dispose();
        foreach (Tensor part in Parts)
            part.Dispose();
    }

    private IEnumerable<Tensor> Parts => new[] { Maps, Reflected, DrawnOut, Beyond, Matrices, Offsets, Rectangles, Noise }.OfType<Tensor>();

    private static bool IsOfTheSource(ViewFill fill) => fill is ViewFill.Border or ViewFill.Reflection;

    private static IEnumerable<float> Each(DrawnViews views, IReadOnlyList<float> numbers) => views.Maps.SelectMany(_ => numbers);
}
