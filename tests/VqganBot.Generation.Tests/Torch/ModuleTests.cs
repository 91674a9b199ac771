using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>Names, state, moves and modes of modules.</summary>
public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void StateDict_OfANetwork_HasItsFieldsNames()
    {
        using var network = new Network();

        Assert.Equal(
            ["scale", "offset", "conv.weight", "conv.bias", "blocks.0.weight", "blocks.0.bias", "blocks.0.running_mean",
                "blocks.0.running_var", "blocks.0.num_batches_tracked", "renamed.weight", "named.first.weight", "named.first.bias",
                "head.1.weight", "head.1.bias"],
            network.state_dict().Keys);
    }

    [Fact]
    public void Forward_OfANetwork_GoesThroughAllParts()
    {
        using var network = new Network();

        Assert.Equal([2, 5], network.call(randn(2, 3, 4, 4)).shape);
    }

    [Fact]
    public void LoadStateDict_OfAnEqualNetwork_MakesThemAnswerAlike()
    {
        using var first = new Network();
        using var second = new Network();
        first.eval();
        second.eval();
        Tensor input = randn(1, 3, 4, 4);

        second.load_state_dict(first.state_dict());

        Assert.True(first.call(input).Equals(second.call(input)));
    }

    [Fact]
    public void LoadStateDict_WithNamesMissingAndTooMany_NamesBoth()
    {
        using Linear layer = Linear(2, 3);
        var state = new Dictionary<string, Tensor> { ["weight"] = zeros(3, 2), ["extra"] = zeros(1) };

        var error = Assert.Throws<InvalidOperationException>(() => layer.load_state_dict(state));

        Assert.Contains("bias", error.Message, StringComparison.Ordinal);
        Assert.Contains("extra", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadStateDict_NotStrict_TakesWhatFitsAndReportsTheRest()
    {
        using Linear layer = Linear(2, 3);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(3, 2), ["extra"] = zeros(1) };

        var (missing, unexpected) = layer.load_state_dict(state, false);

        Assert.Equal(["bias"], missing);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal(6, layer.weight.sum().ToDouble());
    }

    [Fact]
    public void LoadStateDict_OfAnotherShape_NamesKeyAndBothShapes()
    {
        using Linear layer = Linear(2, 3, false);

        var error = Assert.Throws<InvalidOperationException>(
            () => layer.load_state_dict(new Dictionary<string, Tensor> { ["weight"] = zeros(1, 2) }));

        Assert.Contains("weight is [3, 2] here and [1, 2] in the state", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void To_AnotherType_KeepsTheParameterObjectsAndWholeNumbers()
    {
        using var network = new Network();
        Parameter weight = network.conv.weight;

        Network same = network.to(ScalarType.Float64);

        Assert.Same(network, same);
        Assert.Same(weight, network.conv.weight);
        Assert.Equal(ScalarType.Float64, weight.dtype);
        Assert.True(weight.requires_grad);
        Assert.Equal(ScalarType.Int64, network.state_dict()["blocks.0.num_batches_tracked"].dtype);
        Assert.Equal(ScalarType.Float64, network.call(randn([1, 3, 4, 4], ScalarType.Float64)).dtype);
    }

    [Fact]
    public void TrainAndEval_ReachEveryPart()
    {
        using var network = new Network();
        network.eval();
        Assert.All(network.modules(), it => Assert.False(it.training));
        network.train();
        Assert.All(network.modules(), it => Assert.True(it.training));
    }

    [Fact]
    public void Dropout_InEvaluation_DoesNothing()
    {
        using Dropout dropout = Dropout(0.5);
        Tensor x = ones(1000);
        double dropped = dropout.call(x).eq(0).sum().ToDouble();
        dropout.eval();

        Assert.InRange(dropped, 350, 650);
        Assert.True(dropout.call(x).Equals(x));
    }

    [Fact]
    public void BatchNorm_InTraining_FollowsTheBatch()
    {
        using BatchNorm2d norm = BatchNorm2d(2);
        Tensor x = randn(4, 2, 3, 3) * 3 + 5;
        Tensor seen = norm.call(x);

        Assert.True(seen.mean([0, 2, 3]).abs().max().ToDouble() < 1e-4);
        Assert.True(norm.running_mean!.allclose(x.mean([0, 2, 3]) * 0.1, 1e-4));
        Assert.Equal(1, norm.num_batches_tracked!.ToInt64());
    }

    [Fact]
    public void Embedding_PicksRows()
    {
        using Embedding table = Embedding(5, 3);
        Tensor rows = tensor(new long[] { 4, 0, 4 });

        Assert.True(table.call(rows).Equals(table.weight.index_select(0, rows)));
    }

    [Fact]
    public void Sequential_OfIdentities_LeavesTheInputAlone()
    {
        using Sequential network = Sequential(Identity(), ReLU(), Identity());
        Tensor x = ones(2);
        Tensor y = network.call(x);

        Assert.False(x.IsInvalid);
        Assert.True(y.Equals(x));
    }

    [Fact]
    public void Register_UnderATakenName_IsRefused()
    {
        using var network = new Network();

        Assert.Throws<ArgumentException>(() => network.register_buffer("scale", zeros(1)));
    }

    [Fact]
    public void Conv2d_FreshlyMade_HasPyTorchsSpread()
    {
        using Conv2d layer = Conv2d(16, 32, 3);
        double bound = 1 / Math.Sqrt(16 * 9);

        Assert.InRange(layer.weight.abs().max().ToDouble(), bound * 0.95, bound);
        Assert.InRange(layer.bias!.abs().max().ToDouble(), bound * 0.5, bound);
    }

    [Fact]
    public void TruncNormal_StaysInsideAndKeepsItsSpread()
    {
        Tensor x = empty(10000);
        init.trunc_normal_(x, 0, 0.02, -0.03, 0.03);

        Assert.True(x.abs().max().ToDouble() <= 0.03);
        Assert.InRange(x.std().ToDouble(), 0.0135, 0.0165);
    }

    [Fact]
    public void ClipGradNorm_ShortensAllTogether()
    {
        using Linear layer = Linear(2, 2);
        layer.weight.grad = full([2, 2], 3f);
        layer.bias!.grad = full([2], 4f);

        double before = nn.utils.clip_grad_norm_(layer.parameters(), 1);

        Assert.Equal(Math.Sqrt((4 * 9) + (2 * 16)), before, 1e-4);
        Assert.Equal(1, Math.Sqrt(layer.parameters().Sum(it => it.grad!.pow(2).sum().ToDouble())), 1e-4);
    }

    [Fact]
    public void GetParameter_ByItsFullName_IsTheObjectItself()
    {
        using var network = new Network();

        Assert.Same(network.conv.weight, network.get_parameter("conv.weight"));
        Assert.Null(network.get_parameter("conv.wait"));
    }

    private sealed class Network : Module<Tensor, Tensor>
    {
        public readonly Conv2d conv = Conv2d(3, 4, 3, 1, 1);
        private readonly Parameter scale = new(ones(1));
        private readonly Tensor offset = zeros(1);
        private readonly ModuleList<Module<Tensor, Tensor>> blocks = ModuleList<Module<Tensor, Tensor>>(BatchNorm2d(4), SiLU());
        [ComponentName(Name = "renamed")]
        private readonly Linear _other = Linear(4, 4, false);
        private readonly ModuleDict<Module<Tensor, Tensor>> named = ModuleDict<Module<Tensor, Tensor>>(("first", GroupNorm(2, 4)));
        private readonly Sequential head = Sequential(Flatten(), Linear(64, 5));

        public Network() : base(nameof(Network)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            Tensor x = conv.call(input);
            foreach (Module<Tensor, Tensor> block in blocks)
                x = block.call(x);
            x = named["first"].call(_other.call(x));
            return (head.call(x) * scale) + offset;
        }
    }
}
