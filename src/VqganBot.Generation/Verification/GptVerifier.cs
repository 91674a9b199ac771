using TorchSharp;
using VqganBot.Generation.Transformer;
using static TorchSharp.torch;

namespace VqganBot.Generation.Verification;

/// <summary>The transformer's logits, and its loss at guessing each next code.</summary>
internal static class GptVerifier
{
    public static GoldenReport Verify(GoldenFolder folder, string weights)
    {
        using GoldenConfig config = GoldenConfig.Read(folder)
            ?? throw new VerificationException(folder.Root, "a GPT needs a config.json with \"n_head\", which its weights do not tell.");
        int heads = (int)config.RequiredNumber("n_head");
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable still = torch.no_grad();
        using Gpt gpt = Gpt.Load(weights, heads);
        using var arrays = new GoldenArrays(folder.Root);
        Tensor indices = arrays.Read("indices").to(ScalarType.Int64);            // [B,T]
        Tensor logits = gpt.call(indices);                                       // [B,T,V]
        arrays.Compare("logits", logits);
        if (gpt.Config.Unmasked == 0)
            arrays.Compare("logits", CodeByCode(gpt, indices), way: "code by code from the cache");
        arrays.Compare("next_token_loss", NextTokenLoss(logits, indices).reshape(1));
        return arrays.Report("GPT", weights);
    }

    private static Tensor CodeByCode(ICodePredictor gpt, Tensor indices /* [B,T] */)
    {
        using KeyValueCache cache = gpt.NewCache();
        List<Tensor> logits = [gpt.Begin(indices.narrow(1, 0, 1), indices.narrow(1, 1, 0), cache)];
        for (long place = 1; place < indices.shape[1]; place++)
            logits.Add(gpt.Next(indices.select(1, place), cache));
        return torch.stack([.. logits], 1);                                      // [B,T,V]
    }

    private static Tensor NextTokenLoss(Tensor logits, Tensor indices)
    {
        long T = logits.shape[1], V = logits.shape[2];
        Tensor guesses = logits.narrow(1, 0, T - 1).reshape(-1, V);              // [B·(T−1),V]
        return nn.functional.cross_entropy(guesses, indices.narrow(1, 1, T - 1).reshape(-1));
    }
}
