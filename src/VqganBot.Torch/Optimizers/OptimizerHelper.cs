using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all optimisers of this library share: groups, states, and the frame of a step.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly List<ParamGroup> _groups = [];
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);

    public override IEnumerable<optim.ILearningRateController> ParamGroups => _groups;

    public override IEnumerable<Parameter> parameters() => _groups.SelectMany(it => it.Parameters);

    public override void zero_grad()
    {
        foreach (var parameter in parameters())
            Gradients.Clear(parameter, toNone: false);
    }

    public override void add_param_group(ParamGroup param_group)
    {
        Complete(param_group);
        param_group.Parameters = [.. param_group.Parameters];
        _groups.Add(param_group);
        using var mode = no_grad();
        foreach (var parameter in param_group.Parameters)
        {
            if (_states.ContainsKey(parameter))
                throw new ArgumentException("A parameter was given to the optimiser twice; each belongs to one group only.");
            var state = NewState(parameter);
            state.Initialize(param_group.Options);
            _states.Add(parameter, state);
        }
    }

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var tracked = enable_grad();
            loss = closure();
        }
        using var untracked = no_grad();
        foreach (var group in _groups)
        {
            foreach (var parameter in group.Parameters)
            {
                using var scope = NewDisposeScope();
                if (parameter.grad is { } gradient)
                    Update(group, parameter, gradient, _states[parameter]);
            }
        }
        return loss;
    }

    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var group in _groups)
        {
            result.Options.Add(group.Options);
            var places = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                places.Add(result.State.Count);
                result.State.Add(_states[parameter]);
            }
            result.StateIndexRef.Add(places);
        }
        return result;
    }

    /// <exception cref="ArgumentException">The numbers of groups or parameters differ, or the kinds of optimiser.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        if (state_dict.Options.Count != own.Options.Count || state_dict.State.Count != own.State.Count)
            throw new ArgumentException(
                $"The state has {state_dict.Options.Count} groups and {state_dict.State.Count} parameters; this optimiser has {own.Options.Count} and {own.State.Count}.",
                nameof(state_dict));
        for (var i = 0; i < own.Options.Count; i++)
            own.Options[i].LoadStateDict(state_dict.Options[i]);
        for (var i = 0; i < own.State.Count; i++)
            own.State[i].LoadStateDict(state_dict.State[i]);
    }

    /// <summary>Moves all state to a device.</summary>
    public void to(Device device)
    {
        foreach (var state in _states.Values)
            state.to(device);
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        foreach (var state in _states.Values)
            state.Dispose();
        _states.Clear();
        _groups.Clear();
    }

    /// <summary>Fills what the group's options leave open with the optimiser's defaults.</summary>
    private protected abstract void Complete(ParamGroup group);

    private protected abstract OptimizerState NewState(Parameter parameter);

    private protected abstract void Update(ParamGroup group, Parameter parameter, Tensor gradient, OptimizerState state);
}
