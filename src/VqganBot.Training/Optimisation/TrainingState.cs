using System.Globalization;
using TorchSharp;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Training.Optimisation;

/// <summary>
/// A training one can stop at any step: networks, moments and counters in one safetensors file, replaced as a whole.
/// All randomness is drawn from (seed, step), so nothing else needs keeping.
/// </summary>
internal sealed class TrainingState
{
    private readonly List<KeyValuePair<string, Tensor>> _tensors = [];
    private readonly Dictionary<string, NamedAdamW> _optimisers = [];
    private readonly Dictionary<string, string> _notes = [];
    private MixedPrecision? _precision;

    public long Step { get; set; }

    public double EarlierMinutes { get; private set; }

    public void Add(string name, nn.Module network)
    {
        foreach (var (key, tensor) in network.state_dict())
            _tensors.Add(new($"{name}.{key}", tensor));
    }

    public void Add(string name, Tensor tensor) => _tensors.Add(new(name, tensor));

    public void Add(string name, NamedAdamW optimiser)
    {
        _optimisers.Add(name, optimiser);
        foreach (var (key, tensor) in optimiser.State())
            _tensors.Add(new($"{name}.{key}", tensor));
    }

    public void Add(MixedPrecision precision) => _precision = precision;

    /// <summary>A fact that whoever reads the file should know.</summary>
    public void Note(string name, string fact) => _notes[name] = fact;

    public void Save(TrainingOptions options, double minutes)
    {
        var facts = new Dictionary<string, string>(_notes)
        {
            ["step"] = Step.ToString(CultureInfo.InvariantCulture),
            ["pictures"] = (Step * options.Batch).ToString(CultureInfo.InvariantCulture),
            ["minutes"] = minutes.ToString("R", CultureInfo.InvariantCulture),
        };
        foreach (var (name, optimiser) in _optimisers)
            facts[$"{name}.steps"] = optimiser.Steps.ToString(CultureInfo.InvariantCulture);
        if (_precision is not null)
        {
            facts["precision.scale"] = _precision.Scale.ToString("R", CultureInfo.InvariantCulture);
            facts["precision.steps"] = _precision.GoodSteps.ToString(CultureInfo.InvariantCulture);
        }

        SafetensorsWriter.Write(options.State, _tensors, facts);
    }

    /// <summary>Goes on from a file, if there is one.</summary>
    public bool Restore(string path)
    {
        RemoveHalfWritten(path);
        if (!File.Exists(path))
            return false;
        using var file = Checkpoint.Open(path);
        using var still = no_grad();
        foreach (var (key, tensor) in _tensors)
        {
            if (!file.Tensors.TryGetValue(key, out var info) || !info.Shape.SequenceEqual(tensor.shape))
                throw new InvalidDataException($"'{path}' is no checkpoint of this training: '{key}' of shape [{string.Join(", ", tensor.shape)}] is not in it. Give the options it was started with, or another file.");
            using var stored = file.Read(key);
            tensor.copy_(stored);
        }

        Step = long.Parse(file.Metadata["step"], CultureInfo.InvariantCulture);
        EarlierMinutes = double.Parse(file.Metadata["minutes"], CultureInfo.InvariantCulture);
        foreach (var (name, optimiser) in _optimisers)
            optimiser.Steps = long.Parse(file.Metadata[$"{name}.steps"], CultureInfo.InvariantCulture);
        if (_precision is { Scale: not 1 } && file.Metadata.TryGetValue("precision.scale", out var scale))
        {
            _precision.Scale = double.Parse(scale, CultureInfo.InvariantCulture);
            _precision.GoodSteps = int.Parse(file.Metadata["precision.steps"], CultureInfo.InvariantCulture);
        }

        return true;
    }

    /// <summary>What a training left that was killed while it wrote: the file beside, never the file itself.</summary>
    private static void RemoveHalfWritten(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder))
            return;
        foreach (var left in Directory.EnumerateFiles(folder, $"{Path.GetFileName(full)}.*.tmp"))
            File.Delete(left);
    }
}
