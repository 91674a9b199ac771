using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class LatentOptimizerTests
{
    [Theory]
    [InlineData(OptimizerKind.Adam, 0)]
    [InlineData(OptimizerKind.Adam, 0.02)]
    [InlineData(OptimizerKind.AdamW, 0.02)]
    [InlineData(OptimizerKind.RAdam, 0)]
    [InlineData(OptimizerKind.Adagrad, 0)]
    public void Next_FiftySteps_FollowsTorchOptim(OptimizerKind kind, double weightDecay)
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(1);
        Tensor start = randn([3, 4]), pull = randn([3, 4]);
        Parameter parameter = new(start.clone(), true);
        optim.Optimizer reference = kind switch
        {
            OptimizerKind.Adam => optim.Adam([parameter], 0.1, 0.9, 0.999, 1e-8, weightDecay),
            OptimizerKind.AdamW => optim.AdamW([parameter], 0.1, 0.9, 0.999, 1e-8, weightDecay),
            OptimizerKind.RAdam => optim.RAdam([parameter], 0.1),
            _ => optim.Adagrad([parameter], 0.1),
        };
        using LatentOptimizer ours = LatentOptimizer.Create(kind, weightDecay);
        Tensor latent = start;
        ours.Start(latent);
        for (int t = 1; t <= 50; t++)
        {
            reference.zero_grad();
            ((parameter - pull) * (parameter - pull) * (parameter * parameter + 1)).sum().backward();
            reference.step();

            Tensor leaf = latent.clone().requires_grad_(true);
            ((leaf - pull) * (leaf - pull) * (leaf * leaf + 1)).sum().backward();
            (latent, Tensor[] moments) = ours.Next(latent, leaf.grad!, 0.1, t);
            ours.Keep(moments);
        }

        Assert.InRange((latent - parameter.detach()).abs().max().item<float>(), 0, 2e-5f);
    }
}
