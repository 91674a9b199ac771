using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Generation.Transformer;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Transformer;

/// <summary>Transformers as other programs save them, at sizes of our own, against a second writing-down of the network.</summary>
public sealed class OtherLayoutsTests : IDisposable
{
    private const int Width = 12, Heads = 3, Layers = 2;

    private readonly TemporaryFolder _folder = new();
    private readonly MadeWeights _weights = new();

    public void Dispose()
    {
        _folder.Dispose();
        _weights.Dispose();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("transformer.", 0)]
    [InlineData("transformer.", 3)]
    public void Gpt_AloneOrInANet2NetCheckpoint_ComputesWhatPlainLoopsDo(string prefix, int unmasked)
    {
        using DisposeScope scope = NewDisposeScope();
        AddGpt(prefix, codes: 11, block: 8, unmasked);
        if (prefix.Length > 0)
        {
            _weights.AddLayer("first_stage_model.decoder.conv_in", 4, 4, 3, 3);
            _weights.Add("cond_stage_model.embedding.weight", 3, 4);
        }

        _weights.Write(_folder["last.ckpt"]);

        using Gpt gpt = Gpt.Load(_folder["last.ckpt"], Heads);
        long[] codes = [3, 0, 10, 7, 7, 2];
        double[][] expected = new PlainTransformer(Name, Width, Layers, Heads, unmasked).Logits(Embedded(codes));
        AssertNear(expected, gpt.call(tensor(codes, new long[] { 1, codes.Length })).squeeze(0));

        double[]? Name(int layer, string name) => layer < 0
            ? name switch { "head.bias" => null, "head.weight" => _weights.Numbers(prefix + name), _ => _weights.Numbers(prefix + name.Replace("last", "ln_f", StringComparison.Ordinal)) }
            : _weights.Numbers($"{prefix}blocks.{layer}." + (name[..2] == "ln" ? "" : name.StartsWith("first", StringComparison.Ordinal) || name.StartsWith("second", StringComparison.Ordinal) ? "mlp." : "attn.")
                + name.Replace("first", "0", StringComparison.Ordinal).Replace("second", "2", StringComparison.Ordinal));

        double[][] Embedded(long[] numbers) => [.. numbers.Select((code, place) => Row(prefix + "tok_emb.weight", (int)code).Zip(Row(prefix + "pos_emb", place), (a, b) => a + b).ToArray())];
    }

    [Fact]
    public void Gpt_WhoseCodesComeInAnotherOrder_IsRefused()
    {
        AddGpt("transformer.", codes: 11, block: 8, unmasked: 0);
        _weights.Add("transformer.unused", 1);
        _weights.Add("permuter.forward_shuffle_idx", 8);
        _weights.Write(_folder["last.ckpt"]);

        Assert.Contains("another order", Assert.Throws<CheckpointException>(() => Gpt.Load(_folder["last.ckpt"], Heads)).Message);
    }

    [Fact]
    public void Prior_OfClipGen_ComputesWhatPlainLoopsDo()
    {
        using DisposeScope scope = NewDisposeScope();
        AddClipGen(codes: 11, places: 9, embedding: 5, width: 64);
        _weights.Write(_folder["gpt.pt"]);

        using Prior prior = Prior.Load(_folder["gpt.pt"]);
        Assert.Equal((3, 3, 1, false), (prior.Config.Rows, prior.Config.Columns, prior.Config.Heads, prior.Config.Guidable));
        long[] codes = [3, 0, 10, 7, 7, 2, 1, 9];
        double[] embedding = [0.5, -0.1, 0.7, 0.2, -0.4];
        Tensor logits = prior.call(prior.Condition(tensor(embedding, new long[] { 1, 5 }).to(float32)), tensor(codes, new long[] { 1, 8 }));

        double[] first = [.. Enumerable.Range(0, 64).Select(row => Row("cond_proj.weight", row, 5).Zip(embedding, (a, b) => a * b).Sum() + _weights.Numbers("cond_proj.bias")[row])];
        double[][] places = [first, .. codes.Select(code => Row("tok_emb.weight", (int)code, 64))];
        AssertNear(new PlainTransformer(Name, 64, Layers, 1).Logits([.. places.Select((row, place) => row.Zip(Row("pos_emb", place, 64), (a, b) => a + b).ToArray())]), logits.squeeze(0));

        double[]? Name(int layer, string name)
        {
            (string part, string kind) = (name.Split('.')[0], name.Split('.')[1]);
            string encoder = $"blocks.{layer}.encoder.";
            return part switch
            {
                "last" => _weights.Numbers("norm." + kind),
                "head" => _weights.Numbers("head." + kind),
                "ln1" => _weights.Numbers(encoder + "norm1." + kind),
                "ln2" => _weights.Numbers(encoder + "norm2." + kind),
                "first" => _weights.Numbers(encoder + "linear1." + kind),
                "second" => _weights.Numbers(encoder + "linear2." + kind),
                "proj" => _weights.Numbers(encoder + "self_attn.out_proj." + kind),
                _ => Third(_weights.Numbers(encoder + "self_attn.in_proj_" + kind), Array.IndexOf(["query", "key", "value"], part)),
            };
        }

        static double[] Third(double[] all, int which) => all[(which * all.Length / 3)..((which + 1) * all.Length / 3)];
    }

    [Fact]
    public void Prior_OfClipGenWithAKeyTooMany_SaysWhich()
    {
        AddClipGen(codes: 11, places: 9, embedding: 5, width: 64);
        _weights.Add("blocks.0.encoder.norm3.weight", 64);
        _weights.Write(_folder["gpt.pt"]);

        Assert.Contains("norm3", Assert.Throws<CheckpointException>(() => Prior.Load(_folder["gpt.pt"])).Message);
    }

    private double[] Row(string name, int row, int width = Width) => _weights.Numbers(name)[(row * width)..((row + 1) * width)];

    private void AddGpt(string prefix, int codes, int block, int unmasked)
    {
        _weights.Add(prefix + "tok_emb.weight", codes, Width);
        _weights.Add(prefix + "pos_emb", 1, block, Width);
        _weights.Add(prefix + "head.weight", codes, Width);
        _weights.AddLayer(prefix + "ln_f", Width);
        for (int i = 0; i < Layers; i++)
        {
            string layer = $"{prefix}blocks.{i}.";
            foreach (string name in (string[])["ln1", "ln2"])
                _weights.AddLayer(layer + name, Width);
            foreach (string name in (string[])["key", "query", "value", "proj"])
                _weights.AddLayer(layer + "attn." + name, Width, Width);
            _weights.AddLayer(layer + "mlp.0", 4 * Width, Width);
            _weights.AddLayer(layer + "mlp.2", Width, 4 * Width);
            _weights.Add(layer + "attn.mask", 1, 1, block, block);
            using Tensor mask = ones([block, block]).tril();
            if (unmasked > 0)
                mask.narrow(0, 0, unmasked).narrow(1, 0, unmasked).fill_(1);
            _weights[layer + "attn.mask"].copy_(mask.view(1, 1, block, block));
        }
    }

    private void AddClipGen(int codes, int places, int embedding, int width)
    {
        _weights.Add("tok_emb.weight", codes, width);
        _weights.Add("pos_emb", 1, places, width);
        _weights.AddLayer("cond_proj", width, embedding);
        _weights.AddLayer("norm", width);
        _weights.AddLayer("head", codes, width);
        for (int i = 0; i < Layers; i++)
        {
            string layer = $"blocks.{i}.encoder.";
            _weights.Add($"blocks.{i}.mask", places, places);
            _weights.Add(layer + "self_attn.in_proj_weight", 3 * width, width);
            _weights.Add(layer + "self_attn.in_proj_bias", 3 * width);
            _weights.AddLayer(layer + "self_attn.out_proj", width, width);
            _weights.AddLayer(layer + "linear1", 4 * width, width);
            _weights.AddLayer(layer + "linear2", width, 4 * width);
            _weights.AddLayer(layer + "norm1", width);
            _weights.AddLayer(layer + "norm2", width);
        }
    }

    private static void AssertNear(double[][] expected, Tensor actual)
    {
        double[] numbers = actual.contiguous().to(float64).data<double>().ToArray(), plain = [.. expected.SelectMany(row => row)];
        Assert.Equal(plain.Length, numbers.Length);
        Assert.InRange(plain.Zip(numbers, (a, b) => Math.Abs(a - b)).Max() / plain.Max(Math.Abs), 0, 1e-5);
    }
}
