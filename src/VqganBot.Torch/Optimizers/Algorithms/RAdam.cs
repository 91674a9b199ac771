using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam whose scaling begins once its variance is known well enough (Liu et al., 2019).</summary>
public sealed partial class RAdam : OptimizerHelper, torch.optim.IBetas
{
    private readonly Options _defaults;

    public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : this([new ParamGroup(parameters, new Options())], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
    {
        _defaults = new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay };
        foreach (var group in parameters)
            add_param_group(group);
    }

    public (double, double) Betas
    {
        get => (_defaults.beta1!.Value, _defaults.beta2!.Value);
        set
        {
            (_defaults.beta1, _defaults.beta2) = (value.Item1, value.Item2);
            foreach (var group in ParamGroups.OfType<torch.optim.IBetas>())
                group.Betas = value;
        }
    }

    private protected override void Complete(Modules.ParamGroup group)
    {
        var options = (Options)(group.Options ??= new Options());
        options.SetRate(_defaults.LearningRate!.Value);
        options.beta1 ??= _defaults.beta1;
        options.beta2 ??= _defaults.beta2;
        options.eps ??= _defaults.eps;
        options.weight_decay ??= _defaults.weight_decay;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient, OptimizerState state)
    {
        var options = (Options)group.Options;
        var memory = (State)state;
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        var rate = options.LearningRate!.Value;
        memory.step++;
        if (options.weight_decay is > 0 and var decay)
            gradient = gradient.add(parameter, decay);

        memory.exp_avg.mul_(beta1).add_(gradient, 1 - beta1);
        memory.exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);

        var correction1 = 1 - Math.Pow(beta1, memory.step);
        var correction2 = 1 - Math.Pow(beta2, memory.step);
        // The length of the average so far (rho of the paper); up to 5 the variance of the scaling has no bound.
        var longest = (2 / (1 - beta2)) - 1;
        var length = longest - (2 * memory.step * (1 - correction2) / correction2);
        if (length <= 5)
        {
            parameter.add_(memory.exp_avg, -rate / correction1);
            return;
        }
        var trust = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
        var spread = memory.exp_avg_sq.sqrt().add_(options.eps!.Value);
        parameter.addcdiv_(memory.exp_avg, spread, -rate * trust * Math.Sqrt(correction2) / correction1);
    }

    /// <summary>Parameters with options of their own; what is left open follows the optimiser.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, torch.optim.IBetas
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = (value.Item1, value.Item2);
        }
    }
}
