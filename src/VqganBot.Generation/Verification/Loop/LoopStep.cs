using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Verification;

/// <summary>One step forward and backward with given cutouts, built of the parts that the painting itself is built of.</summary>
internal sealed class LoopStep
{
    public LoopStep(VqganModel vqgan, ClipModel clip, IReadOnlyList<PromptTarget> prompts, Tensor latent, Tensor start, double initWeight, Tensor cuts)
    {
        Tensor z = latent.detach().clone().requires_grad_(true);                              // [1,C,h,w]
        (Tensor codes, _) = vqgan.quantize(z);
        Tensor decoded = vqgan.decode(VqganModel.straight_through(z, codes));
        var image = new ClampWithGrad((decoded + 1) / 2, 0, 1);                               // [1,3,H,W]
        var cutouts = new ClampWithGrad(torch.cat(Crops(image.Value, cuts, clip), 0), 0, 1);  // [K,3,R,R]
        Tensor seen = clip.encode_image(ClipPreprocess.Normalize(cutouts.Value, clip.Mean, clip.Std));
        Tensor u = PromptTarget.Unit(seen);                                                   // [K,D]

        PromptLoss[] terms = [.. prompts.Select(prompt => prompt.Loss(u))];
        Tensor distance = (z - start).pow(2).mean() * (initWeight / 2);
        Tensor total = terms.Aggregate(distance, (sum, term) => sum + term.Pulling);
        total.backward();
        cutouts.Backward();
        image.Backward();

        Image = image.Value.detach();
        Cutouts = cutouts.Value.detach();
        Gradient = z.grad!;
        Losses = torch.stack([.. terms.Select(term => term.Told), distance.detach()]);        // [P+1]
    }

    public Tensor Image { get; }

    public Tensor Cutouts { get; }

    public Tensor Gradient { get; }

    /// <value>The prompts' losses and, last, the distance from the start.</value>
    public Tensor Losses { get; }

    private static Tensor[] Crops(Tensor image, Tensor cuts, ClipModel clip)
    {
        long[] numbers = cuts.reshape(-1).data<long>().ToArray();
        return [.. numbers.Chunk(3).Select(cut => OriginalCutouts.Crop(image, cut[0], cut[1], cut[2], clip.Config.InputResolution))];
    }
}
