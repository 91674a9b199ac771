using TorchSharp;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Transformer;

/// <summary>Random weights by name, for files in the layouts of other programs.</summary>
internal sealed class MadeWeights : IDisposable
{
    private readonly Generator _generator = new(17, CPU);
    private readonly Dictionary<string, Tensor> _tensors = [];

    public Tensor this[string name] => _tensors[name];

    public bool Has(string name) => _tensors.ContainsKey(name);

    public void Add(string name, params long[] shape) => _tensors.Add(name, rand(shape, float32, CPU, false, _generator) - 0.5);

    /// <summary>A weight of this shape and a bias as long as its first dimension.</summary>
    public void AddLayer(string name, params long[] shape)
    {
        Add(name + ".weight", shape);
        Add(name + ".bias", shape[0]);
    }

    public double[] Numbers(string name) => _tensors[name].to(float64).data<double>().ToArray();

    public void Write(string file, IReadOnlyDictionary<string, string>? metadata = null) => SafetensorsWriter.Write(file, _tensors, metadata);

    public void Dispose()
    {
        _generator.Dispose();
        foreach (Tensor tensor in _tensors.Values)
            tensor.Dispose();
    }
}
