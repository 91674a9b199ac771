using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with weight decay apart from the gradient (Loshchilov and Hutter, 2017).</summary>
public sealed partial class AdamW : OptimizerHelper, torch.optim.IBetas
{
    private readonly Options _defaults;

    public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        _defaults = new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize };
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
        options.amsgrad ??= _defaults.amsgrad;
        options.maximize ??= _defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient, OptimizerState state)
    {
        var options = (Options)group.Options;
        var memory = (State)state;
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        var rate = options.LearningRate!.Value;
        memory.step++;
        if (options.maximize == true)
            gradient = -gradient;
        if (options.weight_decay is > 0 and var decay)
            parameter.mul_(1 - (rate * decay));

        memory.exp_avg.mul_(beta1).add_(gradient, 1 - beta1);
        memory.exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        if (memory.max_exp_avg_sq is not null)
            Interop.Aten.maximumOut.Run(memory.max_exp_avg_sq, memory.exp_avg_sq, memory.max_exp_avg_sq);

        // Both averages start at zero; the corrections take out the pull towards it (section 3 of the paper).
        var correction1 = 1 - Math.Pow(beta1, memory.step);
        var correction2 = 1 - Math.Pow(beta2, memory.step);
        var spread = (memory.max_exp_avg_sq ?? memory.exp_avg_sq).sqrt().div_(Math.Sqrt(correction2)).add_(options.eps!.Value);
        parameter.addcdiv_(memory.exp_avg, spread, -rate / correction1);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = (value.Item1, value.Item2);
        }
    }
}
