using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>What a sampler asks of a transformer: begin with a condition, go on code by code.</summary>
internal interface ICodePredictor
{
    /// <value>How many codes one sequence may have.</value>
    int Places { get; }

    KeyValueCache NewCache();

    /// <summary>Logits [B,K] of the first code.</summary>
    Tensor Begin(Tensor condition, KeyValueCache cache);

    /// <summary>Logits [B,K] of the code after <paramref name="codes"/> [B].</summary>
    Tensor Next(Tensor codes, KeyValueCache cache);
}
