using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Numbers of several tensors that go to the device in one copy.</summary>
internal sealed class PackedNumbers : IDisposable
{
    private readonly List<float> _numbers = [];
    private readonly List<int> _lengths = [];
    private Tensor? _all;

    /// <value>The same for two exactly if they hold the same tensors, whatever the numbers.</value>
    public string Layout => string.Join(' ', _lengths);

    /// <returns>The tensor [n, shape], to be asked for after <see cref="Copy"/>.</returns>
    public Func<Tensor> Add(IEnumerable<float> numbers, params long[] shape)
    {
        int first = _numbers.Count;
        _numbers.AddRange(numbers);
        int length = _numbers.Count - first;
        _lengths.Add(length);
        return () => _all!.narrow(0, first, length).view([-1, .. shape]);
    }

    public void Copy(Device device) => _all = tensor(_numbers.ToArray(), new long[] { _numbers.Count }).to(device);

    public void Take(PackedNumbers other) => _all!.copy_(other._all!);

    public void Keep() => _all!.DetachFromDisposeScope();

    public void Dispose() => _all?.Dispose();
}
