using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps scaled by the sum of all squared gradients so far (Duchi et al., 2011).</summary>
public sealed partial class Adagrad : OptimizerHelper
{
    private readonly Options _defaults;

    public Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup(parameters, new Options())], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
    {
        _defaults = new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps };
        foreach (var group in parameters)
            add_param_group(group);
    }

    private protected override void Complete(Modules.ParamGroup group)
    {
        var options = (Options)(group.Options ??= new Options());
        options.SetRate(_defaults.LearningRate!.Value);
        options.lr_decay ??= _defaults.lr_decay;
        options.weight_decay ??= _defaults.weight_decay;
        options.initial_accumulator_value ??= _defaults.initial_accumulator_value;
        options.eps ??= _defaults.eps;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient, OptimizerState state)
    {
        var options = (Options)group.Options;
        var memory = (State)state;
        memory.step++;
        if (options.weight_decay is > 0 and var decay)
            gradient = gradient.add(parameter, decay);
        var rate = options.LearningRate!.Value / (1 + ((memory.step - 1) * options.lr_decay!.Value));
        memory.sum.addcmul_(gradient, gradient, 1);
        parameter.addcdiv_(gradient, memory.sum.sqrt().add_(options.eps!.Value), -rate);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps })
        {
        }
    }
}
