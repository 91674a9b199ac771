using System.CommandLine;
using VqganBot.Training.Vqgan;
using VqganBot.Training.Vqgan.Adversarial;

namespace VqganBot.Training.Commands.Options;

/// <summary>What a VQGAN is trained on: how pictures are compared, how codes learn, what the discriminator does.</summary>
internal sealed class VqganLossOptions
{
    private const double LpipsWeight = 1;
    private const double ClipWeight = 0.1;

    private readonly Option<double> _absolute = Number("--absolute-weight", "Weight of the absolute error (L1).", 1);
    private readonly Option<double> _squared = Number("--squared-weight", "Weight of the squared error (L2).", 2);
    private readonly Option<double> _edge = Number("--edge-weight", "Weight of the error in the differences of neighbouring pixels.", 0.5);
    private readonly Option<string[]> _lpips = new("--lpips") { Description = "Weights for the perceptual distance LPIPS: torchvision's VGG16 and the file of LPIPS' own layers, or a taming checkpoint that holds both.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _clip = new("--perceptual-clip") { Description = "CLIP weights for the perceptual distance where LPIPS is not to hand." };
    private readonly Option<double?> _perceptual = new("--perceptual-weight") { Description = "Weight of the perceptual distance; 1 for LPIPS, 0.1 for a CLIP." };
    private readonly Option<CodebookRule> _codebook = new("--codebook") { Description = "How the codes learn: moving averages, gradient with β on the commitment, or legacy with β on the codes, as taming's published models.", DefaultValueFactory = _ => CodebookRule.Average };
    private readonly Option<double> _commitment = Number("--commitment", "β of the codebook loss.", 0.25);
    private readonly Option<double> _temperature = Number("--temperature", "Of GumbelVQ: temperature of the draw at the beginning.", 0.9);
    private readonly Option<double> _lastTemperature = Number("--last-temperature", "Of GumbelVQ: at the end, along a cosine (taming: 1e-6 after 1,000,001 steps).", 1 / 16.0);
    private readonly Option<double> _divergence = Number("--kl-weight", "Of GumbelVQ: weight of the divergence from codes all chosen alike.", 5e-4);
    private readonly Option<long?> _start = new("--discriminator-start") { Description = "Step at which the discriminator joins, once reconstructions are decent (taming: 10000 to 250000); without it there is none." };
    private readonly Option<AdversarialLoss> _loss = new("--discriminator-loss") { DefaultValueFactory = _ => AdversarialLoss.Hinge };
    private readonly Option<double> _weight = Number("--discriminator-weight", "The generator's share, in proportion to its other losses (taming: 0.8).", 0.4);
    private readonly Option<double> _factor = Number("--discriminator-factor", "Factor on both players' losses.", 1);
    private readonly Option<int> _width = new("--discriminator-width") { Description = "Channels of its first layer (taming: 64).", DefaultValueFactory = _ => 32 };
    private readonly Option<int> _layers = new("--discriminator-layers") { Description = "Its layers with stride 2 (taming: 3; 2 for f16_16384).", DefaultValueFactory = _ => 2 };

    public VqganLossOptions(Command command)
    {
        foreach (var option in (Option[])[_absolute, _squared, _edge, _lpips, _clip, _perceptual, _codebook, _commitment, _temperature, _lastTemperature, _divergence, _start, _loss, _weight, _factor, _width, _layers])
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_lpips) is { Length: > 0 } && result.GetValue(_clip) is not null)
                result.AddError("One perceptual distance is used at a time: give --lpips or --perceptual-clip, not both.");
        });
    }

    public VqganTrainingOptions Read(ParseResult result, VqganTrainingOptions options)
    {
        var lpips = result.GetValue(_lpips) ?? [];
        return options with
        {
            AbsoluteWeight = result.GetValue(_absolute),
            SquaredWeight = result.GetValue(_squared),
            EdgeWeight = result.GetValue(_edge),
            Lpips = lpips,
            PerceptualClip = result.GetValue(_clip),
            PerceptualWeight = result.GetValue(_perceptual) ?? (lpips.Length > 0 ? LpipsWeight : ClipWeight),
            Codebook = result.GetValue(_codebook),
            Commitment = result.GetValue(_commitment),
            Temperature = result.GetValue(_temperature),
            LastTemperature = result.GetValue(_lastTemperature),
            DivergenceWeight = result.GetValue(_divergence),
            DiscriminatorStart = result.GetValue(_start),
            DiscriminatorLoss = result.GetValue(_loss),
            DiscriminatorWeight = result.GetValue(_weight),
            DiscriminatorFactor = result.GetValue(_factor),
            DiscriminatorWidth = result.GetValue(_width),
            DiscriminatorLayers = result.GetValue(_layers),
        };
    }

    private static Option<double> Number(string name, string description, double standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
