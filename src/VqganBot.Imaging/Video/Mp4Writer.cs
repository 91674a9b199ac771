using System.Diagnostics;
using System.Globalization;

namespace VqganBot.Imaging.Video;

/// <summary>H.264 through ffmpeg: each frame goes into the pipe as it comes, so memory does not grow with the film.</summary>
internal sealed class Mp4Writer : IFrameWriter
{
    private readonly Process _ffmpeg;
    private readonly Task<string> _messages;
    private readonly byte[] _padded;
    private readonly int _width;

    public Mp4Writer(string path, int width, int height, double framesPerSecond, SoundTrack? sound = null)
    {
        // yuv420p has one colour sample for two by two pixels, so both sides must be even.
        _width = width + width % 2;
        int evenHeight = height + height % 2;
        _padded = new byte[3L * _width * evenHeight];

        string rate = framesPerSecond.ToString("R", CultureInfo.InvariantCulture);
        _ffmpeg = Ffmpeg.Start([
            "-hide_banner", "-loglevel", "error", "-y",
            "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{_width}x{evenHeight}", "-r", rate, "-i", "pipe:0",
            .. SoundArguments(sound),
            // Said in the file as well: players guess the colour matrix by the size where they are not told.
            "-vf", "scale=out_color_matrix=bt709:out_range=tv",
            "-c:v", "libx264", "-preset", "medium", "-crf", "18", "-pix_fmt", "yuv420p",
            "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
            "-movflags", "+faststart", "-f", "mp4", "file:" + path]);
        _ffmpeg.StandardOutput.Close();
        _messages = _ffmpeg.StandardError.ReadToEndAsync();
    }

    public void Add(Rgb24Image frame)
    {
        int rowBytes = _width * 3;
        int rows = _padded.Length / rowBytes;
        for (int y = 0; y < rows; y++)
        {
            // The edge is repeated into the padding: a black line would show.
            Span<byte> row = _padded.AsSpan(y * rowBytes, rowBytes);
            ReadOnlySpan<byte> source = frame.Row(Math.Min(y, frame.Height - 1));
            source.CopyTo(row);
            if (source.Length < row.Length)
                source[^3..].CopyTo(row[source.Length..]);
        }

        try
        {
            _ffmpeg.StandardInput.BaseStream.Write(_padded);
        }
        catch (IOException e)
        {
            // ffmpeg went away; what it said is worth more than "broken pipe".
            throw Failed(e);
        }
    }

    public void Finish()
    {
        try
        {
            _ffmpeg.StandardInput.Close();
        }
        catch (IOException e)
        {
            throw Failed(e);
        }
        _ffmpeg.WaitForExit();
        if (_ffmpeg.ExitCode != 0)
            throw Failed(inner: null);
    }

    public void Dispose()
    {
        if (!_ffmpeg.HasExited)
        {
            _ffmpeg.Kill();
            _ffmpeg.WaitForExit();
        }
        _ffmpeg.Dispose();
    }

    // Sound that ends later than the pictures is cut; a film whose sound ends sooner goes on in silence.
    private static IEnumerable<string> SoundArguments(SoundTrack? sound) => sound is null ? [] :
    [
        .. VideoSafety.Input(sound.File), "-map", "0:v:0", "-map", "1:a:0", "-c:a", sound.FitsMp4 ? "copy" : "aac",
        "-t", sound.Length.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture),
    ];

    private ImageCodecException Failed(Exception? inner)
    {
        _ffmpeg.WaitForExit();
        string said = _messages.GetAwaiter().GetResult().Trim().ReplaceLineEndings("; ");
        return new ImageCodecException($"The film could not be written: ffmpeg ended with exit code {_ffmpeg.ExitCode} and said: {said}", said, inner);
    }
}
