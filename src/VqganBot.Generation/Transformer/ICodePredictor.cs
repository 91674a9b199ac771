using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>What a sampler asks of a transformer: read a condition and the codes there are, go on code by code.</summary>
internal interface ICodePredictor
{
    /// <summary>Room for one sequence as long as the transformer reads.</summary>
    KeyValueCache NewCache();

    /// <summary>Logits [B,K] of the code after <paramref name="codes"/> [B,n], n of 0 or more, read into an empty cache.</summary>
    Tensor Begin(Tensor condition, Tensor codes, KeyValueCache cache);

    /// <summary>Logits [B,K] of the code after <paramref name="code"/> [B], which follows those in the cache.</summary>
    Tensor Next(Tensor code, KeyValueCache cache);
}
