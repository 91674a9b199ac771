using System.Runtime.CompilerServices;
using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Tests.TestKit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>Who disposes which tensor, and that nothing is left over.</summary>
[Collection(LiveTensors.Name)]
public sealed class ScopeTests
{
    public ScopeTests() => LiveTensors.Settle();

    [Fact]
    public void Scope_WhenDisposed_DisposesWhatWasMadeInIt()
    {
        long before = Tensor.TotalCount;
        Tensor inside;
        using (DisposeScope scope = NewDisposeScope())
        {
            inside = ones(3) + 1;
            Assert.Equal(2, scope.DisposablesCount);
        }

        Assert.True(inside.IsInvalid);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void MoveToOuterDisposeScope_FromAnInnerScope_OutlivesIt()
    {
        using DisposeScope outer = NewDisposeScope();
        Tensor kept;
        using (NewDisposeScope())
            kept = (ones(3) * 2).MoveToOuterDisposeScope();

        Assert.Equal(6, kept.sum().ToDouble());
        Assert.True(outer.Contains(kept));
    }

    [Fact]
    public void DetachFromDisposeScope_OutlivesAllScopes()
    {
        Tensor kept;
        using (NewDisposeScope())
        using (NewDisposeScope())
            kept = ones(2).DetachFromDisposeScope();

        Assert.False(kept.IsInvalid);
        kept.Dispose();
    }

    [Fact]
    public void DisposeEverythingBut_KeepsTheOneInTheScope()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor first = ones(1);
        Tensor second = ones(1);

        scope.DisposeEverythingBut(second);

        Assert.True(first.IsInvalid);
        Assert.False(second.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Scope_OnAnotherThread_IsNotThisThreads()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(1));
        thread.Start();
        thread.Join();

        Assert.False(scope.Contains(other!));
        other!.Dispose();
    }

    [Fact]
    public void Module_MadeInAScope_KeepsItsParameters()
    {
        using Linear layer = Make();

        Assert.False(layer.weight.IsInvalid);

        static Linear Make()
        {
            using DisposeScope scope = NewDisposeScope();
            return Linear(2, 2);
        }
    }

    [Fact]
    public void TrainingSteps_AfterTheFirst_LeaveTheLiveCountFlat()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential network = Sequential(Conv2d(3, 8, 3, 1, 1), GroupNorm(2, 8), SiLU(), Flatten(), Linear(8 * 16, 2));
        using Adam optimizer = torch.optim.Adam(network.parameters());
        Tensor input = randn(2, 3, 4, 4);
        Tensor target = randn(2, 2);
        Step();
        long afterFirst = Tensor.TotalCount;
        for (var i = 0; i < 20; i++)
            Step();

        Assert.Equal(afterFirst, Tensor.TotalCount);

        void Step()
        {
            using DisposeScope step = NewDisposeScope();
            optimizer.zero_grad();
            functional.mse_loss(network.call(input), target).backward();
            optimizer.step();
        }
    }

    [Fact]
    public void Module_WhenDisposed_LeavesNothing()
    {
        long before = Tensor.TotalCount;
        using (Sequential network = Sequential(Conv2d(3, 8, 3), BatchNorm2d(8), Linear(8, 2)))
            Assert.True(Tensor.TotalCount > before);

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Finalizer_OfForgottenTensors_GivesThemBack()
    {
        long before = Tensor.TotalCount;
        Forget(1000);
        LiveTensors.Settle();

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Finalizer_DuringCalls_NeverFreesAnOperand()
    {
        // Each sum may be collected as soon as its handle was read, unless the call keeps it alive.
        using DisposeScope scope = NewDisposeScope();
        Tensor one = ones(64);
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
                GC.Collect(0);
        });
        collector.Start();
        double total = 0;
        for (var i = 0; i < 3000; i++)
            total += Unscoped(one);
        stop.Cancel();
        collector.Join();

        Assert.Equal(3000 * 64 * 4, total);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int count)
    {
        for (var i = 0; i < count; i++)
            _ = ones(4);
    }

    private static double Unscoped(Tensor one) =>
        (one.add(one).DetachFromDisposeScope().mul(2).DetachFromDisposeScope()).sum().ToDouble();
}
