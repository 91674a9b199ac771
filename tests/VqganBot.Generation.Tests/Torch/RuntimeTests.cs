using TorchSharp;
using TorchSharp.Interop;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>The start-up check and what lies outside TorchSharp's names.</summary>
public sealed class RuntimeTests
{
    [Fact]
    public void Check_OnThisMachine_FindsEverything() => TorchRuntime.Check();

    [Fact]
    public void Operators_AllTogether_AreNamedOnce()
    {
        List<string> names = [.. TorchRuntime.Operators().Select(it => it.Name)];

        Assert.True(names.Count > 200);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Operator_ThatLibtorchLacks_IsNamed()
    {
        var absent = new Operator("no_such_thing.really");

        var error = Assert.Throws<TorchException>(() => absent.Run());

        Assert.False(absent.IsKnown);
        Assert.Contains("aten::no_such_thing.really", error.Message, StringComparison.Ordinal);
        Assert.Contains(TorchRuntime.LoadedVersion, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operator_GivenTooManyArguments_SaysHowMany()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor x = torch.ones(1);

        var error = Assert.Throws<TorchException>(() => new Operator("neg").One(x, x, x));

        Assert.Contains("aten::neg takes 1 arguments", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operator_OverManyTensors_TakesThemAll()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor one = torch.ones(1);

        Assert.Equal(2000, torch.cat(Enumerable.Repeat(one, 2000).ToArray()).sum().ToDouble());
    }

    [Fact]
    public void Version_BuiltAndLoaded_AreTheSame()
    {
        Assert.StartsWith(string.Join('.', TorchRuntime.BuiltVersion.Split('.').Take(2)), torch.__version__, StringComparison.Ordinal);
    }

    [Fact]
    public void Autocast_OnTheCpu_NarrowsProductsUntilDisposed()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor x = torch.ones(2, 2);
        using (TorchRuntime.Autocast(DeviceType.CPU, torch.ScalarType.BFloat16))
            Assert.Equal(torch.ScalarType.BFloat16, x.mm(x).dtype);

        Assert.Equal(torch.ScalarType.Float32, x.mm(x).dtype);
    }

    [Fact]
    public void Cuda_WhereThereIsNone_IsSaidPlainly()
    {
        if (torch.cuda.is_available())
            Assert.Skip("This machine has a CUDA device.");

        Assert.Equal(0, torch.cuda.device_count());
        Assert.Contains("without CUDA", Assert.Throws<TorchException>(() => torch.cuda.synchronize()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_SetAndRead_AreTheSame()
    {
        int before = torch.get_num_threads();
        torch.set_num_threads(2);
        int set = torch.get_num_threads();
        torch.set_num_threads(before);

        Assert.Equal(2, set);
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_num_threads(0));
    }

    [Fact]
    public void TrimMemory_AnyTime_IsHarmless() => TorchRuntime.TrimMemory();
}
