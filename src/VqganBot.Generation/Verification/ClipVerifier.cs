using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using static TorchSharp.torch;

namespace VqganBot.Generation.Verification;

/// <summary>Both towers of a CLIP, the logits between them, and the gradient that the picture gets.</summary>
internal static class ClipVerifier
{
    // The gradient was stored for the loss towards this text.
    private const long TextOfLoss = 1;

    public static GoldenReport Verify(GoldenFolder folder, string weights)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using ClipModel clip = ClipModel.Load(weights);
        string source = GoldenArrays.AreIn(folder.Root) ? folder.Root : TwinOf(clip, folder);
        using var arrays = new GoldenArrays(source);
        Run(clip, arrays);
        string kind = clip.Config.Vision is VisionTransformerConfig ? "CLIP, vision transformer" : "CLIP, ResNet";
        if (source != folder.Root)
            kind += $", arrays of {Path.GetFileName(source)}, which has the same weights";
        return arrays.Report(kind, weights) with { Folder = folder.Root };
    }

    private static void Run(ClipModel clip, GoldenArrays arrays)
    {
        Tensor image = arrays.Read("image").to(ScalarType.Float32).requires_grad_(true);
        Tensor tokens = arrays.Read("tokens").to(ScalarType.Int64);
        Tensor imageFeatures = clip.encode_image(image);                         // [N,D]
        Tensor textFeatures = clip.encode_text(tokens);                          // [T,D]
        arrays.Compare("image_features", imageFeatures);
        arrays.Compare("text_features", textFeatures);

        Tensor u = Unit(imageFeatures), v = Unit(textFeatures);
        Tensor logits = torch.matmul(u, v.t()) * clip.logit_scale.exp();         // [N,T]
        arrays.Compare("logits_per_image", logits);
        arrays.Compare("logits_per_text", logits.t());

        if (!arrays.Has("loss") && !arrays.Has("grad_image"))
            return;
        Tensor chord = (u - v.narrow(0, TextOfLoss, 1)).norm(-1);                // [N]
        Tensor loss = ((chord / 2).arcsin().pow(2) * 2).mean();
        loss.backward();
        arrays.Compare("loss", loss.reshape(1));
        arrays.Compare("grad_image", image.grad!);
    }

    private static Tensor Unit(Tensor x) => x / x.norm(-1, true);

    // The same network under other names has no arrays of its own: they are those of the folder whose weights are equal.
    private static string TwinOf(ClipModel clip, GoldenFolder folder)
    {
        foreach (GoldenFolder sibling in folder.Siblings().Where(s => GoldenArrays.AreIn(s.Root) && s.Yaml is null))
        {
            foreach (string weights in sibling.Weights)
            {
                if (IsClip(weights) && SameWeights(clip, weights))
                    return sibling.Root;
            }
        }
        throw new VerificationException(folder.Root, $"it has no {GoldenArrays.FileName}, and no folder beside it has one for a CLIP with the same weights.");
    }

    private static bool IsClip(string weights)
    {
        using Checkpoint file = Checkpoint.Open(weights);
        return file.Tensors.ContainsKey("logit_scale");
    }

    private static bool SameWeights(ClipModel clip, string weights)
    {
        using ClipModel other = ClipModel.Load(weights);
        Dictionary<string, Tensor> ours = clip.state_dict(), theirs = other.state_dict();
        return ours.Count == theirs.Count
            && ours.All(pair => theirs.TryGetValue(pair.Key, out Tensor? twin)
                && pair.Value.shape.AsSpan().SequenceEqual(twin.shape)
                && pair.Value.eq(twin).all().item<bool>());
    }
}
