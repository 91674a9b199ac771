using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Tests.Synthesis;
using VqganBot.Generation.Transformer;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Drafts;

/// <summary>Transformers with random weights large enough that codes depend on each other; each call makes the same ones.</summary>
internal static class TinyPrior
{
    public const int Rows = 4, Columns = 4;

    /// <summary>A pack whose prior draws 16x16 pixels.</summary>
    public static ModelPack Pack(int clips = 1)
    {
        ModelPack plain = TinyPack.Create(clips);
        return new ModelPack(plain.Manifest, plain.Vqgan, plain.Clips, plain.Tokenizer, plain.Device, Create());
    }

    public static Prior Create() => Fill(new Prior(new PriorConfig(24, Rows, Columns, 12, Layers: 2, Heads: 2, Width: 16)));

    public static Gpt Gpt(int unmasked) => Fill(new Gpt(new GptConfig(VocabSize: 24, BlockSize: 20, Layers: 2, Heads: 2, Width: 16) { Unmasked = unmasked }));

    /// <summary>From a generator of its own, because tests in parallel share the default one.</summary>
    public static T Fill<T>(T network)
        where T : nn.Module
    {
        using IDisposable still = no_grad();
        using Generator generator = new(8, CPU);
        foreach ((string name, Parameter weight) in network.named_parameters())
        {
            if (weight.dim() > 1 || !name.EndsWith("weight", StringComparison.Ordinal))
                weight.copy_(randn(weight.shape, float32, CPU, false, generator) * 0.5);
        }

        foreach (Parameter weight in network.parameters())
            weight.requires_grad_(false);
        return network;
    }

    public static Tensor Uniform(params long[] shape)
    {
        using Generator generator = new(9, CPU);
        return rand(shape, float32, CPU, false, generator);
    }
}
