using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VqganBot.Training.Optimisation;

/// <summary>
/// AdamW with the gradient's length bounded, and with its moments under the parameters' names, so that a checkpoint holds
/// them beside the weights. Decay falls on matrices and kernels only, never on biases, norms and embeddings.
/// </summary>
internal sealed class NamedAdamW : IDisposable
{
    private readonly Group[] _groups;

    public NamedAdamW(IEnumerable<(string Name, Parameter Value)> parameters, double decay, double beta1 = 0.9, double beta2 = 0.99)
    {
        _groups = [.. parameters
            .GroupBy(parameter => parameter.Value.shape.Length > 1 && !parameter.Name.Contains("emb", StringComparison.Ordinal))
            .Select(group => new Group([.. group],
                optim.AdamW(group.Select(parameter => parameter.Value), 1e-3, beta1, beta2, 1e-8, group.Key ? decay : 0)))];
    }

    /// <summary>How many steps were taken; the bias correction needs it.</summary>
    public long Steps
    {
        get => States().Max(it => it.State.step);
        set
        {
            foreach (var (_, state) in States())
                state.step = value;
        }
    }

    /// <summary>One step along gradients cut to a length; none where a gradient is infinite or no number.</summary>
    /// <returns>Whether a step was taken.</returns>
    public bool Step(double learningRate, double maxNorm, MixedPrecision? precision = null)
    {
        var scale = precision?.Scale ?? 1;
        var parameters = _groups.SelectMany(group => group.Parameters).Select(parameter => parameter.Value).ToArray();
        if (!double.IsFinite(nn.utils.clip_grad_norm_(parameters, maxNorm * scale)))
        {
            precision?.Overflowed();
            return false;
        }

        if (scale != 1)
            Unscale(parameters, scale);
        foreach (var group in _groups)
        {
            foreach (var options in group.Optimiser.ParamGroups)
                options.LearningRate = learningRate;
            group.Optimiser.step();
        }

        return true;
    }

    public void ZeroGrad()
    {
        foreach (var group in _groups)
            group.Optimiser.zero_grad();
    }

    /// <summary>The moments under the parameters' names.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State()
    {
        foreach (var (name, state) in States())
        {
            yield return new($"first.{name}", state.exp_avg);
            yield return new($"second.{name}", state.exp_avg_sq);
        }
    }

    public void Dispose()
    {
        foreach (var group in _groups)
            group.Optimiser.Dispose();
    }

    private static void Unscale(Parameter[] parameters, double scale)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        foreach (var parameter in parameters)
            parameter.grad?.mul_(1 / scale);
    }

    private IEnumerable<(string Name, AdamW.State State)> States() => _groups.SelectMany(group =>
        group.Parameters.Zip(group.Optimiser.state_dict().State, (parameter, state) => (parameter.Name, (AdamW.State)state)));

    private sealed record Group((string Name, Parameter Value)[] Parameters, AdamW Optimiser);
}
