namespace VqganBot.Imaging;

/// <summary>The pictures in a folder, in the order a person counts: frame9 before frame10. Other files and subfolders are passed over.</summary>
public sealed class PictureFolder : IFrameSource
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"];

    private readonly string[] _files;

    private PictureFolder(string[] files, int width, int height) => (_files, Width, Height) = (files, width, height);

    public int Width { get; }

    public int Height { get; }

    public double? Rate => null;

    public SoundTrack? Sound => null;

    /// <summary>Looks for pictures and reads the first one.</summary>
    /// <exception cref="ImageCodecException">There is none, or the first one cannot be read.</exception>
    public static PictureFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(path).Where(IsPicture).Order(new NaturalOrder())];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImageCodecException($"The folder '{path}' could not be read: {e.Message}", inner: e);
        }

        if (files.Length == 0)
            throw new ImageCodecException($"There is no picture in the folder '{path}'; files that end in {string.Join(", ", Endings[..^1])} or {Endings[^1]} are its frames.");
        Rgb24Image first = Decode(files[0]);
        return new PictureFolder(files, first.Width, first.Height);
    }

    public int Count(double rate) => _files.Length;

    public IEnumerable<Rgb24Image> Read(int first, int width, int height, double rate) => _files.Skip(first).Select(file =>
    {
        Rgb24Image picture = Decode(file);
        return picture.Width == width && picture.Height == height ? picture : ImageResizer.Lanczos(picture, width, height);
    });

    // Hidden files are often a system's own copies of pictures.
    private static bool IsPicture(string file) =>
        Endings.Contains(Path.GetExtension(file).ToLowerInvariant()) && !Path.GetFileName(file).StartsWith('.');

    private static Rgb24Image Decode(string file)
    {
        try
        {
            return ImageCodec.DecodeFile(file);
        }
        catch (ImageCodecException e)
        {
            throw new ImageCodecException($"The frame '{file}' cannot be used: {e.Message}", e.Detail, e);
        }
    }
}
