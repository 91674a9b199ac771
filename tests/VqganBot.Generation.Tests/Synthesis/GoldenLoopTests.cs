using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

/// <summary>The very <see cref="Painting"/> on six steps that nerdyrodent/VQGAN-CLIP did, every random choice written down.</summary>
public sealed class GoldenLoopTests
{
    [Fact]
    public void Advance_SixRecordedSteps_GivesTheOriginalsLossesAndLatents()
    {
        string golden = GoldenOrSkip();
        using DisposeScope scope = NewDisposeScope();
        using Checkpoint arrays = Checkpoint.Open(Path.Combine(golden, "loop", "io.safetensors"));
        using VqganModel vqgan = VqganModel.Load(Path.Combine(golden, "vqgan", "model.yaml"), Path.Combine(golden, "vqgan", "model.ckpt"));
        using ClipModel clip = ClipModel.Load(Path.Combine(golden, "clip_vit", "state_dict.pt"));
        Tensor start = arrays.Read("z_start"), cuts = arrays.Read("cuts").to(int64), losses = arrays.Read("losses"), after = arrays.Read("z_after");
        PaintingRequest request = new()
        {
            Prompt = "recorded", Width = (int)start.shape[3] * vqgan.Config.DownsampleFactor, Height = (int)start.shape[2] * vqgan.Config.DownsampleFactor,
            Steps = (int)cuts.shape[0], Settings = new PaintingSettings { LearningRate = 0.1, CutoutCount = (int)cuts.shape[1], InitWeight = 0.3 },
        };
        Tensor texts = clip.encode_text(arrays.Read("tokens").to(int64)).detach();
        PromptTarget[] prompts =
        [
            new(texts.narrow(0, 0, 1), 1, double.NegativeInfinity), new(texts.narrow(0, 1, 1), -0.4, -0.9), new(texts.narrow(0, 2, 1), 0.5, 1.1),
        ];
        Canvas canvas = Canvas.Fit(request.Width, request.Height, vqgan.Config.DownsampleFactor);
        PaintingTools tools = new(
            request, canvas, CPU, new VqganDrawer(vqgan),
            new RecordedCutouts(cuts.contiguous().view(-1).data<long>().ToArray(), (int)cuts.shape[1]), new StoryBoard(1, request.Steps, 0),
            [new Perceptor(clip, CPU)], [new PromptTargets([prompts], [])]);
        PaintingState state = PaintingState.Begin(start.clone(), request.Settings);
        using Painting painting = new(tools, state);
        for (int step = 0; step < request.Steps; step++)
        {
            StepResult result = painting.Advance();
            double[] expected = [.. losses[step].to(float64).contiguous().data<double>().ToArray()];
            double[] found = [.. result.PromptLosses, result.Loss - result.PromptLosses.Sum()];
            double scale = losses.abs().max().item<float>();
            for (int i = 0; i < found.Length; i++)
                Assert.InRange(Math.Abs(found[i] - expected[i]) / scale, 0, 1e-3);
            Assert.InRange((state.Latent - after.narrow(0, step, 1)).abs().mean().item<float>(), 0, 1e-3);
        }
    }

    private static string GoldenOrSkip()
    {
        string? named = Environment.GetEnvironmentVariable("VQGANBOT_GOLDEN");
        IEnumerable<string> places = named is null ? [] : [named];
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            places = places.Append(Path.Combine(at.FullName, "shared", "golden"));
        string? golden = places.FirstOrDefault(place => Directory.Exists(Path.Combine(place, "loop")));
        Assert.SkipWhen(golden is null, "The golden data (../shared/golden, or a folder named by VQGANBOT_GOLDEN) is not on this machine.");
        return golden!;
    }
}
