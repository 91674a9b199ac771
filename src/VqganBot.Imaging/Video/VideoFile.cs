using System.Diagnostics;
using System.Globalization;
using VqganBot.Imaging.Video;

namespace VqganBot.Imaging;

/// <summary>A video, read by ffmpeg one picture at a time: memory does not grow with its length.</summary>
public sealed class VideoFile : IFrameSource
{
    private readonly string _path;
    private readonly VideoFacts _facts;

    private VideoFile(string path, VideoFacts facts) => (_path, _facts) = (path, facts);

    public int Width => _facts.Width;

    public int Height => _facts.Height;

    public double? Rate => _facts.Rate;

    public SoundTrack? Sound => _facts.SoundCodec is { } codec ? new SoundTrack(_path, codec, _facts.Length) : null;

    /// <summary>Asks ffprobe what is in the file.</summary>
    /// <exception cref="ImageCodecException">It is no video, one that would open other files, too large, or ffmpeg is missing.</exception>
    public static VideoFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new VideoFile(Path.GetFullPath(path), VideoFacts.Probe(path));
    }

    public int Count(double rate) => (int)Math.Min(int.MaxValue, Math.Ceiling(_facts.Length.TotalSeconds * rate) + 1);

    public IEnumerable<Rgb24Image> Read(int first, int width, int height, double rate)
    {
        // Frames before the first one are decoded and passed over: seeking would not meet the same ones in every format.
        string filter = string.Create(CultureInfo.InvariantCulture, $"fps={rate:R},scale={width}:{height}:flags=lanczos,select=gte(n\\,{first})");
        using Process ffmpeg = Ffmpeg.StartReading("ffmpeg", [
            "-hide_banner", "-loglevel", "error", "-nostdin", .. VideoSafety.Input(_path), "-map", "0:v:0", "-vf", filter,
            "-fps_mode", "passthrough", "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1"]);
        ffmpeg.StandardInput.Close();
        Task<string> messages = ffmpeg.StandardError.ReadToEndAsync();
        try
        {
            while (ReadFrame(ffmpeg.StandardOutput.BaseStream, width, height) is { } frame)
                yield return frame;
            ffmpeg.WaitForExit();
            if (ffmpeg.ExitCode != 0)
                throw Failed(_path, messages.GetAwaiter().GetResult());
        }
        finally
        {
            if (!ffmpeg.HasExited)
            {
                ffmpeg.Kill();
                ffmpeg.WaitForExit();
            }
        }
    }

    internal static ImageCodecException Failed(string path, string said)
    {
        string line = said.Trim().ReplaceLineEndings("; ");
        return new ImageCodecException($"The video '{path}' could not be read; ffmpeg said: {(line.Length > 0 ? line : "nothing")}", line);
    }

    private static Rgb24Image? ReadFrame(Stream pipe, int width, int height)
    {
        var frame = new Rgb24Image(width, height);
        return pipe.ReadAtLeast(frame.Pixels, frame.Pixels.Length, throwOnEndOfStream: false) == frame.Pixels.Length ? frame : null;
    }
}
