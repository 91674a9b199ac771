using TorchSharp;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>Every operator in use, and its gradient, against PyTorch's own answers.</summary>
public sealed class OperatorTests
{
    // Both run the same kernels; what differs is the digits of the fixture and the order of additions.
    private const double Relative = 1e-5;
    private const double Absolute = 2e-6;

    private static readonly Dictionary<string, Func<OperatorInputs, torch.Tensor>> Cases =
        PointwiseCases.All.Concat(ReductionCases.All).Concat(NetworkCases.All).ToDictionary(it => it.Key, it => it.Value);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_ComparedWithFixture_HaveTheSameNames() =>
        Assert.Equal(OperatorFixture.Cases.Order(), Cases.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Operator_OnStoredInputs_AnswersAsPyTorch(string name)
    {
        using var scope = torch.NewDisposeScope();
        var expected = OperatorFixture.Case(name);
        var inputs = new OperatorInputs();
        var of = expected.TryGetProperty("of", out var stored) ? stored.GetString() : null;
        if (of is not null)
            inputs[of].requires_grad_();

        torch.Tensor result = Cases[name](inputs);

        AssertSame(expected.GetProperty("result"), result);
        if (of is null)
            return;
        var weights = torch.arange(result.NumberOfElements, torch.ScalarType.Float32).cos().reshape(result.shape);
        (result * weights).sum().backward();
        AssertSame(expected.GetProperty("gradient"), inputs[of].grad!);
    }

    private static void AssertSame(System.Text.Json.JsonElement expected, torch.Tensor actual)
    {
        Assert.Equal(OperatorFixture.Shape(expected), actual.shape);
        Assert.Equal(TypeName(actual.dtype), expected.GetProperty("type").GetString());
        double[] values = actual.detach().to(torch.ScalarType.Float64).data<double>().ToArray();
        double[] wanted = OperatorFixture.Values(expected);
        for (var i = 0; i < wanted.Length; i++)
            Assert.True(Math.Abs(values[i] - wanted[i]) <= Absolute + (Relative * Math.Abs(wanted[i])),
                $"Element {i} is {values[i]}, and PyTorch has {wanted[i]}.");
    }

    private static string TypeName(torch.ScalarType type) => type.ToString().ToLowerInvariant();
}
