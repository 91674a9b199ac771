using System.Runtime.InteropServices;
using TorchSharp;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// The device's part of the step, from latents to gradient and losses, written down once for the paintings that are stepped
/// and then started as one. Latents, random numbers and results lie in tensors that stay; the update of the latents is a few
/// small operations and is done outside, so that a step is still taken over as a whole or not at all.
/// </summary>
/// <remarks>One at a time is kept, for what is written down keeps all the memory of a step.</remarks>
internal sealed class StepRecording(IStepGraph graph) : IDisposable
{
    /// <summary>So many steps are done as they stand before one is written down.</summary>
    public const int RunsBefore = 3;

    private object[] _paintings = [];
    private Tensor? _latents;
    private BatchJudgement? _judgement;
    private Pull? _result;
    private int _runs;
    private bool _written;
    private bool _refused;

    /// <summary>Whether every step of these is the same operations on other numbers, and nothing in it comes from the host.</summary>
    public static bool Takes(IReadOnlyList<Painting> paintings) => paintings.All(painting =>
        painting.Request.Settings is { Tile: false, Transparent: false, CutoutMethod: not CutoutMethod.Original, Drawer: DrawerKind.Vqgan }
        && painting.Tools.Spots.Count == 0 && painting.Tools.ImageLosses.Count == 0
        && painting.Tools.Story.At(painting.Step).Share == 1);

    /// <summary>What <paramref name="pull"/> makes of latents and judgement, by way of what is written down where that fits.</summary>
    public Pull Pull(IReadOnlyList<Painting> paintings, Tensor latents, BatchJudgement judgement, Func<Tensor, BatchJudgement, Pull> pull)
    {
        object[] key = [.. paintings, .. paintings.Select(painting => (object)painting.Tools.Story.PhraseAt(painting.Step)), string.Join(' ', latents.shape)];
        if (!key.SequenceEqual(_paintings))
            Begin(key);
        if (_refused)
            return pull(latents, judgement);
        if (_runs < RunsBefore)
        {
            _runs++;
            Pull? found = null;
            graph.Run(() => found = pull(latents, judgement));
            return found!;
        }

        if (!_written && !Write(latents, paintings[0].Tools.Canvas.Factor, judgement, pull))
            return pull(latents, judgement);
        // By chance no view of a step may need what those of another one do.
        if (!judgement.Views.Zip(_judgement!.Views).All(views => views.First.IsLike(views.Second)))
            return pull(latents, judgement);

        _latents!.copy_(latents);
        foreach ((ViewBatch now, ViewBatch kept) in judgement.Views.Zip(_judgement.Views))
            kept.Take(now);
        graph.Replay();
        return _result!;
    }

    /// <summary>What is written down of a painting that ends goes, with its memory.</summary>
    public void Forget(Painting painting)
    {
        if (_paintings.Contains(painting))
            Begin([]);
    }

    public void Dispose()
    {
        Begin([]);
        graph.Dispose();
    }

    private void Begin(object[] key)
    {
        graph.Forget();
        _latents?.Dispose();
        foreach (ViewBatch views in _judgement?.Views ?? [])
            views.Dispose();
        foreach (Tensor found in _result is { } result ? [result.Gradient, result.PromptLosses, .. result.OtherLosses, result.Images] : Array.Empty<Tensor>())
            found.Dispose();
        (_paintings, _latents, _judgement, _result, _runs, _written, _refused) = (key, null, null, null, 0, false, false);
    }

    private bool Write(Tensor latents, int factor, BatchJudgement judgement, Func<Tensor, BatchJudgement, Pull> pull)
    {
        _latents = latents.detach().clone().DetachFromDisposeScope();
        foreach (ViewBatch views in judgement.Views)
            views.Keep();
        _judgement = judgement;
        Pull result = _result = new Pull(
            zeros_like(latents).DetachFromDisposeScope(),
            zeros([judgement.PromptCounts.Sum()], float32, latents.device).DetachFromDisposeScope(),
            [.. judgement.PromptCounts.Select(_ => zeros([1], float32, latents.device).DetachFromDisposeScope())],
            zeros([latents.shape[0], 3, latents.shape[2] * factor, latents.shape[3] * factor], float32, latents.device).DetachFromDisposeScope());
        try
        {
            graph.Capture(() =>
            {
                using DisposeScope scope = NewDisposeScope();
                Pull found = pull(_latents, judgement);
                result.Gradient.copy_(found.Gradient);
                result.PromptLosses.copy_(found.PromptLosses);
                result.Images.copy_(found.Images);
                foreach ((Tensor kept, Tensor loss) in result.OtherLosses.Zip(found.OtherLosses))
                    kept.copy_(loss);
            });
            return _written = true;
        }
        catch (ExternalException exception) when (!OutOfMemoryOnDeviceException.Tells(exception))
        {
            // A driver or a library that cannot: these paintings go on one operation after the other.
            return !(_refused = true);
        }
    }
}
