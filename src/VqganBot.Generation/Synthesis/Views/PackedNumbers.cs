using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Numbers of several tensors that go to the device in one copy.</summary>
internal sealed class PackedNumbers
{
    private readonly List<float> _numbers = [];
    private Tensor? _all;

    /// <returns>The tensor [n, shape], to be asked for after <see cref="Copy"/>.</returns>
    public Func<Tensor> Add(IEnumerable<float> numbers, params long[] shape)
    {
        int first = _numbers.Count;
        _numbers.AddRange(numbers);
        int length = _numbers.Count - first;
        return () => _all!.narrow(0, first, length).view([-1, .. shape]);
    }

    public void Copy(Device device) => _all = tensor(_numbers.ToArray(), new long[] { _numbers.Count }).to(device);
}
