using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Transformer;

/// <summary>minGPT's initial weights: embeddings and linear layers from N(0, 0.02), biases 0, normalisations as they are.</summary>
internal static class GptWeights
{
    public static void Initialize(Module network)
    {
        foreach ((string name, Parameter weight) in network.named_parameters())
        {
            if (name.EndsWith(".bias", StringComparison.Ordinal))
                init.zeros_(weight);
            else if (weight.dim() == 2)
                init.normal_(weight, 0, 0.02);
        }
    }
}
