using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VqganBot.Training.Optimisation;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019) whose moments are plain named tensors, so that a checkpoint holds them beside the
/// weights under the same names. Decay falls on matrices and kernels only, never on biases, norms and embeddings.
/// </summary>
internal sealed class NamedAdamW : IDisposable
{
    private readonly List<Slot> _slots = [];
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _decay;

    public NamedAdamW(IEnumerable<(string Name, Parameter Value)> parameters, double decay, double beta1 = 0.9, double beta2 = 0.99)
    {
        (_beta1, _beta2, _decay) = (beta1, beta2, decay);
        foreach (var (name, value) in parameters)
            _slots.Add(new Slot(name, value, zeros_like(value).DetachFromDisposeScope(), zeros_like(value).DetachFromDisposeScope()));
    }

    /// <summary>How many steps were taken; the bias correction needs it.</summary>
    public long Steps { get; set; }

    public void Step(double learningRate, double maxNorm)
    {
        Steps++;
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var clip = ClipFactor(maxNorm);
        var correction1 = 1 - Math.Pow(_beta1, Steps);
        var correction2 = Math.Sqrt(1 - Math.Pow(_beta2, Steps));
        foreach (var slot in _slots)
        {
            if (slot.Value.grad is not { } gradient)
                continue;
            if (clip < 1)
                gradient = gradient * clip;
            if (slot.Value.shape.Length > 1 && !slot.Name.Contains("embedding", StringComparison.Ordinal))
                slot.Value.mul_(1 - (learningRate * _decay));
            slot.First.mul_(_beta1).add_(gradient, 1 - _beta1);
            slot.Second.mul_(_beta2).addcmul_(gradient, gradient, 1 - _beta2);
            var denominator = slot.Second.sqrt().div_(correction2).add_(1e-8);
            slot.Value.addcdiv_(slot.First, denominator, -learningRate / correction1);
        }
    }

    public void ZeroGrad()
    {
        using var still = no_grad();
        foreach (var slot in _slots)
            slot.Value.grad?.zero_();
    }

    /// <summary>The moments under the parameters' names.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State()
    {
        foreach (var slot in _slots)
        {
            yield return new($"first.{slot.Name}", slot.First);
            yield return new($"second.{slot.Name}", slot.Second);
        }
    }

    public void Dispose()
    {
        foreach (var slot in _slots)
        {
            slot.First.Dispose();
            slot.Second.Dispose();
        }
    }

    /// <summary>What brings the length of the whole gradient down to <paramref name="maxNorm"/>.</summary>
    private double ClipFactor(double maxNorm)
    {
        var squares = _slots.Where(slot => slot.Value.grad is not null).Select(slot => slot.Value.grad!.pow(2).sum()).ToArray();
        var norm = Math.Sqrt(stack(squares).sum().item<float>());
        return Math.Min(1, maxNorm / (norm + 1e-6));
    }

    private sealed record Slot(string Name, Parameter Value, Tensor First, Tensor Second);
}
