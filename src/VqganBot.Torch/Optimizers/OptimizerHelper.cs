using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all optimisers of this library share: options, states, and the frame of a step.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly OptimizerOptions _options;
    private readonly List<(Parameter Parameter, OptimizerState State)> _states = [];

    /// <exception cref="ArgumentException">A parameter was given twice.</exception>
    private protected OptimizerHelper(IEnumerable<Parameter> parameters, OptimizerOptions options, Func<Parameter, OptimizerState> newState)
    {
        _options = options;
        var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in parameters)
        {
            if (!seen.Add(parameter))
                throw new ArgumentException("A parameter was given to the optimiser twice; each may be given once.", nameof(parameters));
            _states.Add((parameter, newState(parameter)));
        }
    }

    public override IEnumerable<optim.ILearningRateController> ParamGroups => [_options];

    public override void zero_grad()
    {
        foreach (var (parameter, _) in _states)
            Gradients.Clear(parameter, toNone: false);
    }

    public override void step()
    {
        using var untracked = no_grad();
        foreach (var (parameter, state) in _states)
        {
            using var scope = NewDisposeScope();
            if (parameter.grad is not { } gradient)
                continue;
            state.step++;
            Update(_options, parameter, gradient, state);
        }
    }

    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        result.Options.Add(_options);
        result.State.AddRange(_states.Select(it => it.State));
        return result;
    }

    /// <exception cref="ArgumentException">The state is of another kind of optimiser, or of other parameters; nothing was changed.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        if (state_dict.Options.Count != 1 || state_dict.State.Count != _states.Count)
            throw new ArgumentException(
                $"The state has {state_dict.Options.Count} groups and {state_dict.State.Count} parameters; this optimiser has one group and {_states.Count}.",
                nameof(state_dict));
        RequireSameKind(_options, state_dict.Options[0]);
        foreach (var ((_, own), given) in _states.Zip(state_dict.State))
        {
            RequireSameKind(own, given);
            RequireSameShapes(own, given);
        }

        _options.CopyFrom(state_dict.Options[0]);
        foreach (var ((_, own), given) in _states.Zip(state_dict.State))
            own.CopyFrom(given);
    }

    public override void Dispose()
    {
        foreach (var (_, state) in _states)
            state.Dispose();
        _states.Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>One step of one parameter, which <paramref name="state"/> has counted already.</summary>
    private protected abstract void Update(OptimizerOptions options, Parameter parameter, Tensor gradient, OptimizerState state);

    private static void RequireSameKind(object own, object given)
    {
        if (given.GetType() != own.GetType())
            throw new ArgumentException($"The state has a {given.GetType().FullName}, and a {own.GetType().FullName} was expected.");
    }

    // copy_ would stretch a smaller tensor silently.
    private static void RequireSameShapes(OptimizerState own, OptimizerState given)
    {
        foreach (var (mine, other) in own.Tensors.Zip(given.Tensors))
        {
            if (!mine.shape.SequenceEqual(other.shape))
                throw new ArgumentException($"The state is of a parameter shaped [{string.Join(", ", other.shape)}], and one shaped [{string.Join(", ", mine.shape)}] was expected.");
        }
    }
}
