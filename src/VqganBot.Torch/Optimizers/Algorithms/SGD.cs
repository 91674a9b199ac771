using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Plain steps along the gradient, with momentum if wished.</summary>
public sealed partial class SGD : OptimizerHelper
{
    private readonly Options _defaults;

    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        _defaults = new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize };
        foreach (var group in parameters)
            add_param_group(group);
    }

    private protected override void Complete(Modules.ParamGroup group)
    {
        var options = (Options)(group.Options ??= new Options());
        options.SetRate(_defaults.LearningRate!.Value);
        options.momentum ??= _defaults.momentum;
        options.dampening ??= _defaults.dampening;
        options.weight_decay ??= _defaults.weight_decay;
        options.nesterov ??= _defaults.nesterov;
        options.maximize ??= _defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient, OptimizerState state)
    {
        var options = (Options)group.Options;
        var memory = (State)state;
        if (options.maximize == true)
            gradient = -gradient;
        if (options.weight_decay is > 0 and var decay)
            gradient = gradient.add(parameter, decay);
        if (options.momentum is > 0 and var momentum)
        {
            if (memory.momentum_buffer is null)
                memory.momentum_buffer = gradient.clone().DetachFromDisposeScope();
            else
                memory.momentum_buffer.mul_(momentum).add_(gradient, 1 - options.dampening!.Value);
            gradient = options.nesterov == true ? gradient.add(memory.momentum_buffer, momentum) : memory.momentum_buffer;
        }
        parameter.add_(gradient, -options.LearningRate!.Value);
    }

    /// <summary>Parameters with options of their own; what is left open follows the optimiser.</summary>
    public sealed class ParamGroup : ParamGroup<Options>
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }
    }
}
