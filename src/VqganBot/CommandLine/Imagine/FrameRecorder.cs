using System.Globalization;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>Takes pictures of a painting as it goes: into the folder of <c>--frames</c>, and for the film of <c>--timelapse</c>.</summary>
internal sealed class FrameRecorder : IDisposable
{
    private const int MostFilmFrames = 150;

    private const double FilmSeconds = 6;

    private readonly ImagineOptions _options;
    private readonly string _stem;
    private readonly int _digits;
    private readonly int _filmEvery;
    private readonly List<PendingPicture> _film = [];
    private readonly PictureQueue _queue = new();

    /// <param name="picture">Whose name the frames and, with <c>--count</c>, the film are told apart by.</param>
    public FrameRecorder(ImagineOptions options, string picture, int steps)
    {
        _options = options;
        _stem = Path.GetFileNameWithoutExtension(picture);
        _digits = Math.Max(4, steps.ToString(CultureInfo.InvariantCulture).Length);
        _filmEvery = Math.Max(1, (steps + MostFilmFrames - 1) / MostFilmFrames);
        if (options.Frames is not null) Directory.CreateDirectory(options.Frames);
    }

    /// <summary>Looks at the painting when a step is due; rendering does not change what is painted.</summary>
    public void Take(Painting painting)
    {
        var forFolder = painting.Step > 0 && _options.SaveEvery is { } every && painting.Step % every == 0;
        var forFilm = _options.Timelapse is not null && painting.Step % _filmEvery == 0;
        if (!forFolder && !forFilm) return;

        // In a film nobody sees that a frame is one step old, and it costs no decoding.
        var picture = forFolder ? painting.RenderLater() : painting.LastSeen();
        if (forFilm) _film.Add(picture);
        var number = painting.Step.ToString(CultureInfo.InvariantCulture).PadLeft(_digits, '0');
        _queue.Add(picture, there =>
        {
            if (forFolder) AtomicFile.Write(Path.Combine(_options.Frames!, $"{_stem}-{number}.png"), ImageCodec.EncodePng(there));
        });
    }

    /// <summary>Writes the film, ending on the finished picture; null when none was asked for.</summary>
    public string? WriteFilm(Rgb24Image final)
    {
        _queue.Finish();
        if (_options.Timelapse is not { } file) return null;
        if (_options.Count > 1)
            file = Path.Combine(Path.GetDirectoryName(file) ?? "", $"{Path.GetFileNameWithoutExtension(file)}-{_stem}{Path.GetExtension(file)}");
        var rate = Math.Clamp(_film.Count / FilmSeconds, 4, 30);
        // The last picture stands for a second before the film begins again.
        Timelapse.Write(file, _film.Select(frame => frame.Picture).Concat(Enumerable.Repeat(final, (int)Math.Ceiling(rate))), rate);
        return file;
    }

    public void Dispose() => _queue.Dispose();
}
