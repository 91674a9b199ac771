using System.Globalization;
using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>Keeps pictures of a painting as it goes, for its timelapse: small, evenly spaced, and not too many.</summary>
internal sealed class FrameKeeper : IDisposable
{
    private const int Most = 120;
    private const int Quality = 85;

    private readonly string _folder;
    private readonly int _every;
    private readonly PictureQueue _queue = new();

    public FrameKeeper(string folder, int steps)
    {
        _folder = folder;
        _every = Math.Max(1, (steps + Most - 1) / Most);
        Directory.CreateDirectory(folder);
    }

    public void Take(Painting painting)
    {
        if (painting.Step % _every != 0) return;
        var name = painting.Step.ToString("D6", CultureInfo.InvariantCulture) + ".jpg";
        // One step old, which nobody sees before the end; rendering each would cost a fifth of its step again.
        var picture = painting.IsFinished ? painting.RenderLater() : painting.LastSeen();
        _queue.Add(picture, there => AtomicFile.Write(Path.Combine(_folder, name), ImageCodec.EncodeJpeg(there, Quality)));
    }

    /// <summary>Waits until all are written.</summary>
    public void Dispose() => _queue.Dispose();
}
