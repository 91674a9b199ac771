using TorchSharp;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Verification;

/// <summary>The stored inputs and outputs of a folder, and the comparisons made with them so far.</summary>
internal sealed class GoldenArrays : IDisposable
{
    public const string FileName = "io.safetensors";

    private readonly string _folder;
    private readonly Checkpoint _file;
    private readonly HashSet<string> _used = [];
    private readonly List<GoldenCheck> _checks = [];

    public GoldenArrays(string folder)
    {
        _folder = folder;
        _file = Checkpoint.Open(Path.Combine(folder, FileName));
    }

    public static bool AreIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    public bool Has(string name) => _file.Tensors.ContainsKey(name);

    /// <summary>A stored array that a calculation starts from.</summary>
    public Tensor Read(string name)
    {
        if (!Has(name))
            throw new VerificationException(_folder, $"the array '{name}' is missing from its {FileName}; there are {string.Join(", ", _file.Tensors.Keys)}.");
        _used.Add(name);
        return _file.Read(name);
    }

    /// <summary>Compares by the largest absolute difference over the largest absolute value, where the folder has the array.</summary>
    /// <param name="way">How it was computed, where that is done in several ways.</param>
    public void Compare(string name, Tensor actual, double tolerance = Tolerance.OnePass, string? way = null)
    {
        if (!Has(name))
            return;
        Add(name, actual, tolerance, Comparison.LargestRelative);
        if (way is not null)
            _checks[^1] = _checks[^1] with { Array = $"{name}, {way}" };
    }

    /// <summary>Compares by the mean absolute difference.</summary>
    public void CompareMean(string name, Tensor actual, double tolerance)
    {
        if (Has(name))
            Add(name, actual, tolerance, Comparison.MeanAbsolute);
    }

    /// <summary>Compares whole numbers, all of which must be equal.</summary>
    public void CompareEqual(string name, Tensor actual)
    {
        if (Has(name))
            Add(name, actual, Tolerance.Equal, Comparison.PortionUnequal);
    }

    public GoldenReport Report(string kind, string weights) =>
        new(_folder, kind, Path.GetFileName(weights), [.. _checks], [.. _file.Tensors.Keys.Where(name => !_used.Contains(name))]);

    public void Dispose() => _file.Dispose();

    private void Add(string name, Tensor actual, double tolerance, Func<Tensor, Tensor, (double, string?)> measure)
    {
        using Tensor expected = Read(name);
        if (!expected.shape.AsSpan().SequenceEqual(actual.shape))
        {
            _checks.Add(new GoldenCheck(name, double.PositiveInfinity, tolerance, $"the shape is [{string.Join(", ", actual.shape)}], stored is [{string.Join(", ", expected.shape)}]"));
            return;
        }
        (double difference, string? note) = measure(actual.detach().cpu(), expected);
        _checks.Add(new GoldenCheck(name, difference, tolerance, note));
    }
}
