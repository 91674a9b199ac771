using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Imaging;
using VqganBot.Training.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Judge;
using VqganBot.Training.Metrics;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Evaluation;

/// <summary>Measures pictures: by the judge, against renders, and by the pack's own CLIP.</summary>
internal sealed class PictureJury : IDisposable
{
    /// <summary>Deviations in pixels of the blurs under which pictures are compared with renders (FID-k, Ramesh et al. 2021).</summary>
    public static readonly IReadOnlyList<int> Blurs = [0, 1, 2, 4, 8];

    private readonly JudgeReader _reader;
    private readonly ModelPack _pack;
    private readonly Gaussian[] _renders;

    /// <param name="judge">Reads the pictures, and sees the features that are compared.</param>
    /// <param name="pack">Its CLIP says how similar pictures and prompts are.</param>
    /// <param name="reference">What the renders to compare with show.</param>
    public PictureJury(JudgeNetwork judge, ModelPack pack, IEnumerable<ToyPicture> reference)
    {
        (_reader, _pack) = (new JudgeReader(judge, CPU), pack);
        using var scope = NewDisposeScope();
        var renders = PictureTensors.Unit([.. reference.Select(ToyRenderer.Render)]);
        _renders = [.. Blurs.Select(blur => Features(renders, blur))];
    }

    public JudgeReading Read(Rgb24Image picture)
    {
        using var unit = PictureTensors.Unit([picture]);
        using var opinion = _reader.Read(unit);
        return opinion.Readings[0];
    }

    public JudgedPictures Judge(string name, IReadOnlyList<Rgb24Image> pictures, IReadOnlyList<EvaluationPrompt> prompts, TimeSpan spent)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var unit = PictureTensors.Unit(pictures);
        if (unit.shape[2] != ToyWorld.Size || unit.shape[3] != ToyWorld.Size)
            unit = nn.functional.adaptive_avg_pool2d(unit, ToyWorld.Size);                            // [N,3,64,64]
        using var opinion = _reader.Read(unit);
        var named = prompts.Select(prompt => prompt.Named).ToArray();
        return new JudgedPictures(
            name,
            pictures,
            opinion.Readings,
            JudgeFigures.Of(opinion.Readings, named),
            [.. Blurs.Select((blur, i) => Distance(unit, blur, _renders[i]))],
            InceptionScore.Of(opinion.Likelihoods[0]),
            CaptionScore.Of(opinion.Likelihoods, named),
            Similarity(unit, prompts),
            spent.TotalSeconds / pictures.Count);
    }

    public void Dispose()
    {
        foreach (var gaussian in _renders)
            gaussian.Dispose();
    }

    private double Distance(Tensor unit, int blur, Gaussian renders)
    {
        using var features = Features(unit, blur);
        return FrechetDistance.Between(features, renders);
    }

    private Gaussian Features(Tensor unit, int blur)
    {
        using var blurred = GaussianBlur.Apply(unit, blur);
        using var opinion = _reader.Read(blurred);
        return Gaussian.Of(opinion.Features);
    }

    private double Similarity(Tensor unit, IReadOnlyList<EvaluationPrompt> prompts)
    {
        using var scope = NewDisposeScope();
        var clip = _pack.Clips[0];
        var seen = nn.functional.adaptive_avg_pool2d(unit.to(_pack.Device), clip.Config.InputResolution); // [N,3,R,R]
        var pictures = ClipPictures.Unit(clip.encode_image(ClipPictures.Normalise(seen, clip)));
        var tokens = CaptionBatch.Encode([.. prompts.Select(prompt => prompt.Text)], _pack.Tokenizer, clip.Config.ContextLength);
        return (pictures * ClipPictures.Unit(clip.encode_text(tokens.to(_pack.Device)))).sum(1).mean().item<float>();
    }
}
