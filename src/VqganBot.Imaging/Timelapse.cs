using VqganBot.Imaging.Video;

namespace VqganBot.Imaging;

/// <summary>A film of a painting coming to be.</summary>
public static class Timelapse
{
    private const double SlowestRate = 0.01;
    private const double FastestRate = 1000;

    /// <summary>A film without sound; see the other.</summary>
    public static void Write(string path, IEnumerable<Rgb24Image> frames, double framesPerSecond, CancellationToken cancellationToken = default) =>
        Write(path, frames, framesPerSecond, null, cancellationToken);

    /// <summary>Writes the frames as .mp4 (H.264, plays while it loads), .webp or .gif (both repeat for ever).</summary>
    /// <param name="path">The file to write. It appears complete, replacing an older one, or not at all.</param>
    /// <param name="frames">Pictures of one size; they are taken one at a time and not kept.</param>
    /// <param name="framesPerSecond">From 0.01 to 1000; GIF plays at most 50.</param>
    /// <param name="sound">Goes into an .mp4, as long as the pictures last; the others have none. <value>null by default.</value></param>
    /// <param name="cancellationToken">Asked before each frame. <value>none by default.</value></param>
    /// <exception cref="ArgumentException">There is no frame, or the frames differ in size.</exception>
    /// <exception cref="ImageCodecException">The file cannot be written, or ffmpeg is missing.</exception>
    public static void Write(string path, IEnumerable<Rgb24Image> frames, double framesPerSecond, SoundTrack? sound, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(frames);
        if (!(framesPerSecond is >= SlowestRate and <= FastestRate))
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), $"A film cannot have {framesPerSecond} frames in a second: {SlowestRate} to {FastestRate} are possible.");
        CheckPlace(path);

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        // Beside the target, since a rename cannot cross file systems.
        string unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.unfinished");
        try
        {
            WriteFrames(unfinished, Path.GetExtension(path).ToLowerInvariant(), frames, framesPerSecond, sound, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImageCodecException($"The film '{path}' could not be written: {e.Message}", inner: e);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void CheckPlace(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".mp4" or ".webp" or ".gif"))
            throw new ImageCodecException($"The film cannot be written to '{path}': the name must end in .mp4, .webp or .gif.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new ImageCodecException($"The film cannot be written to '{path}': its folder does not exist.");
    }

    private static void WriteFrames(string path, string extension, IEnumerable<Rgb24Image> frames, double framesPerSecond, SoundTrack? sound, CancellationToken cancellationToken)
    {
        using IEnumerator<Rgb24Image> source = frames.GetEnumerator();
        if (!source.MoveNext())
            throw new ArgumentException("A film needs at least one frame.", nameof(frames));

        Rgb24Image first = source.Current;
        using IFrameWriter writer = Open(path, extension, first, framesPerSecond, sound);
        int count = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            Rgb24Image frame = source.Current;
            if (frame.Width != first.Width || frame.Height != first.Height)
                throw new ArgumentException($"All frames of a film have one size: frame {count} has {frame.Width}x{frame.Height} pixels, the first has {first.Width}x{first.Height}.", nameof(frames));
            writer.Add(frame);
            count++;
        }
        while (source.MoveNext());
        writer.Finish();
    }

    private static IFrameWriter Open(string path, string extension, Rgb24Image first, double framesPerSecond, SoundTrack? sound)
    {
        if (extension == ".mp4")
            return new Mp4Writer(path, first.Width, first.Height, framesPerSecond, sound);

        ImagingLibrary.EnsureLoaded();
        return new AnimationWriter(path, extension == ".gif" ? ImageFormat.Gif : ImageFormat.Webp, framesPerSecond);
    }
}
