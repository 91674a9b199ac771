using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>A hundred steps of each optimiser against PyTorch's: Fixtures/optimizers.json, written by make_optimizers.py.</summary>
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, torch.optim.Optimizer>> Optimizers = new()
    {
        ["adam"] = it => torch.optim.Adam(it, 0.05),
        ["adam_all"] = it => torch.optim.Adam(it, 0.05, 0.8, 0.95, 1e-6, 0.1),
        ["adamw"] = it => torch.optim.AdamW(it, 0.05, weight_decay: 0.2),
        ["radam"] = it => torch.optim.RAdam(it, 0.05, weight_decay: 0.01),
        ["adagrad"] = it => torch.optim.Adagrad(it, 0.1, 0.01, 0.02, 0.1),
    };

    public static TheoryData<string, string, double> Runs
    {
        get
        {
            var runs = new TheoryData<string, string, double>();
            foreach (var name in Optimizers.Keys)
            {
                runs.Add(name, "float64", 1e-9);
                runs.Add(name, "float32", 1e-6);
            }
            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Step_AHundredTimes_FollowsPyTorch(string name, string type, double tolerance)
    {
        using var scope = torch.NewDisposeScope();
        JsonElement fixture = OperatorFixture.Load("optimizers.json");
        torch.ScalarType dtype = type == "float64" ? torch.ScalarType.Float64 : torch.ScalarType.Float32;
        Parameter parameter = new(torch.tensor(Numbers(fixture.GetProperty("start")), [4, 3], dtype));
        torch.Tensor target = torch.tensor(Numbers(fixture.GetProperty("target")), [4, 3], dtype);
        JsonElement kept = fixture.GetProperty("runs").GetProperty(name).GetProperty(type);
        using torch.optim.Optimizer optimizer = Optimizers[name]([parameter]);

        for (var step = 1; step <= 100; step++)
        {
            Descend(optimizer, parameter, target);
            if (!kept.TryGetProperty($"{step}", out JsonElement expected))
                continue;
            double[] wanted = Numbers(expected);
            double[] values = parameter.detach().to(torch.ScalarType.Float64).data<double>().ToArray();
            for (var i = 0; i < wanted.Length; i++)
                Assert.True(Math.Abs(values[i] - wanted[i]) <= tolerance * Math.Max(1, Math.Abs(wanted[i])),
                    $"After step {step} element {i} is {values[i]}, and PyTorch has {wanted[i]}.");
        }
    }

    [Theory]
    [InlineData("adam_all")]
    [InlineData("adamw")]
    [InlineData("radam")]
    [InlineData("adagrad")]
    public void LoadStateDict_IntoAFreshOptimizer_ContinuesExactly(string name)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor target = torch.randn(4, 3);
        Parameter first = new(torch.randn(4, 3));
        using OptimizerHelper original = (OptimizerHelper)Optimizers[name]([first]);
        for (var step = 0; step < 7; step++)
            Descend(original, first, target);
        Parameter second = new(first.detach().clone());
        using OptimizerHelper restored = (OptimizerHelper)Optimizers[name]([second]);

        restored.load_state_dict(original.state_dict());
        for (var step = 0; step < 5; step++)
        {
            Descend(original, first, target);
            Descend(restored, second, target);
        }

        Assert.True(first.Equals(second));
    }

    [Fact]
    public void StateDict_OfAdam_GivesTheMomentsThemselves()
    {
        using var scope = torch.NewDisposeScope();
        Parameter parameter = new(torch.zeros(2));
        using Adam optimizer = torch.optim.Adam([parameter], 0.1);
        Descend(optimizer, parameter, torch.ones(2));

        Adam.State state = Assert.IsType<Adam.State>(optimizer.state_dict().State[0]);

        Assert.Equal(1, state.step);
        Assert.Equal([-0.2f, -0.2f], state.exp_avg.data<float>().ToArray());
    }

    [Fact]
    public void LearningRate_SetThroughTheGroup_IsUsed()
    {
        using var scope = torch.NewDisposeScope();
        Parameter parameter = new(torch.zeros(1));
        using Adam optimizer = torch.optim.Adam([parameter], 0.1);
        foreach (torch.optim.ILearningRateController group in optimizer.ParamGroups)
            group.LearningRate = 0.01;

        Descend(optimizer, parameter, torch.ones(1));

        Assert.Equal(0.01, parameter.ToDouble(), 1e-6);
    }

    [Fact]
    public void LoadStateDict_OfAnotherKind_SaysWhatWasExpected()
    {
        using var scope = torch.NewDisposeScope();
        using Adam adam = torch.optim.Adam([new Parameter(torch.zeros(1))]);
        using RAdam other = torch.optim.RAdam([new Parameter(torch.zeros(1))]);

        var error = Assert.Throws<ArgumentException>(() => adam.load_state_dict(other.state_dict()));

        Assert.Contains("a TorchSharp.Modules.Adam+Options was expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadStateDict_OfAnotherShape_NamesBothAndChangesNothing()
    {
        using var scope = torch.NewDisposeScope();
        Parameter parameter = new(torch.zeros(2, 3)), smaller = new(torch.zeros(3));
        using Adam adam = torch.optim.Adam([parameter]);
        using Adam other = torch.optim.Adam([smaller]);
        Descend(other, smaller, torch.ones(3));

        var error = Assert.Throws<ArgumentException>(() => adam.load_state_dict(other.state_dict()));

        Assert.Contains("[3], and one shaped [2, 3]", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, adam.state_dict().State[0].step);
    }

    [Fact]
    public void Adam_GivenAParameterTwice_Refuses()
    {
        using var scope = torch.NewDisposeScope();
        Parameter parameter = new(torch.zeros(1));

        Assert.Throws<ArgumentException>(() => torch.optim.Adam([parameter, parameter]));
    }

    private static void Descend(torch.optim.Optimizer optimizer, Parameter parameter, torch.Tensor target)
    {
        using var step = torch.NewDisposeScope();
        optimizer.zero_grad();
        ((parameter - target).pow(2) + (3 * parameter).cos()).sum().backward();
        optimizer.step();
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(it => it.GetDouble())];
}
