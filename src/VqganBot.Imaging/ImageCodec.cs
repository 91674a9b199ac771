namespace VqganBot.Imaging;

/// <summary>Pictures from and to bytes. Safe to call from many threads, also with data from strangers.</summary>
public static class ImageCodec
{
    /// <summary>Decodes a PNG, JPEG, WebP or GIF (its first frame) to upright 8-bit sRGB; what is transparent becomes white.</summary>
    /// <param name="data">The file.</param>
    /// <param name="limits">What it may cost. <value><see cref="DecodeLimits.Default"/> when null.</value></param>
    /// <exception cref="ImageCodecException">The data is of another format, over a limit, damaged or cut short.</exception>
    public static Rgb24Image Decode(ReadOnlySpan<byte> data, DecodeLimits? limits = null)
    {
        limits ??= DecodeLimits.Default;
        if (data.Length > limits.MaxBytes)
            throw TooManyBytes(limits);
        if (FormatSniffer.Sniff(data) is not ImageFormat format)
            throw new ImageCodecException($"The picture cannot be read: {FormatSniffer.Describe(data)}; a PNG, JPEG, WebP or GIF picture is wanted.");

        ImagingLibrary.EnsureLoaded();
        return PictureReader.Decode(data, format, limits);
    }

    /// <summary>Decodes a file; see <see cref="Decode"/>.</summary>
    /// <exception cref="ImageCodecException">The file cannot be opened, or its content cannot be decoded.</exception>
    public static Rgb24Image DecodeFile(string path, DecodeLimits? limits = null)
    {
        limits ??= DecodeLimits.Default;
        return Decode(ReadFile(path, limits), limits);
    }

    /// <summary>The bytes of a file, as long as they are not too many to be decoded.</summary>
    /// <exception cref="ImageCodecException">The file is too large, or cannot be opened: then the exception has a cause.</exception>
    public static byte[] ReadFile(string path, DecodeLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return ReadUpTo(path, limits ?? DecodeLimits.Default);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImageCodecException($"There is no picture '{path}'.", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImageCodecException($"The picture '{path}' could not be opened: {e.Message}", inner: e);
        }
    }

    /// <summary>Encodes losslessly. The same picture and text give the same bytes.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="text">Metadata: keywords of 1 to 79 printable ASCII characters, values of any length in any script.</param>
    /// <exception cref="ArgumentException">A keyword or a value is not allowed in a PNG.</exception>
    public static byte[] EncodePng(Rgb24Image image, IReadOnlyDictionary<string, string>? text = null)
    {
        byte[] png = Encode(image, ImageFormat.Png, quality: 100);
        return text is { Count: > 0 } ? PngText.Insert(png, text) : png;
    }

    /// <summary>Encodes losslessly, with transparency. The same picture and text give the same bytes.</summary>
    /// <exception cref="ArgumentException">A keyword or a value is not allowed in a PNG.</exception>
    public static byte[] EncodePng(Rgba32Image image, IReadOnlyDictionary<string, string>? text = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        byte[] png = TransparentPng.Encode(image);
        return text is { Count: > 0 } ? PngText.Insert(png, text) : png;
    }

    /// <summary>Encodes as JPEG.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="quality">1 to 100. <value>90 by default.</value></param>
    public static byte[] EncodeJpeg(Rgb24Image image, int quality = 90) => Encode(image, ImageFormat.Jpeg, quality);

    /// <summary>Encodes as lossy WebP.</summary>
    /// <param name="image">The picture, at most 16383 pixels on a side.</param>
    /// <param name="quality">1 to 100. <value>85 by default.</value></param>
    public static byte[] EncodeWebp(Rgb24Image image, int quality = 85) => Encode(image, ImageFormat.Webp, quality);

    /// <summary>Encodes as the ending of the path says: .png, .jpg, .jpeg or .webp. Text is written into PNG only.</summary>
    /// <exception cref="ImageCodecException">The path has another ending.</exception>
    public static byte[] EncodeByExtension(Rgb24Image image, string path, IReadOnlyDictionary<string, string>? text = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => EncodePng(image, text),
            ".jpg" or ".jpeg" => EncodeJpeg(image),
            ".webp" => EncodeWebp(image),
            _ => throw new ImageCodecException($"The picture cannot be written to '{path}': the name must end in .png, .jpg, .jpeg or .webp."),
        };
    }

    /// <summary>The text in a PNG, whichever program wrote it.</summary>
    /// <exception cref="ImageCodecException">The data is not a PNG.</exception>
    public static IReadOnlyDictionary<string, string> ReadPngText(ReadOnlySpan<byte> data)
    {
        if (FormatSniffer.Sniff(data) != ImageFormat.Png)
            throw new ImageCodecException("Only a PNG picture carries text that can be read back, and this is not one.");
        return PngText.Read(data);
    }

    private static byte[] Encode(Rgb24Image image, ImageFormat format, int quality)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        ImagingLibrary.EnsureLoaded();
        return PictureWriter.Encode(image, format, quality);
    }

    // Does not trust the length a file claims: a device or a growing file has another.
    private static byte[] ReadUpTo(string path, DecodeLimits limits)
    {
        using FileStream file = File.OpenRead(path);
        if (file.CanSeek && file.Length > limits.MaxBytes)
            throw TooManyBytes(limits);

        using var data = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        byte[] buffer = new byte[81920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            if (data.Length + read > limits.MaxBytes)
                throw TooManyBytes(limits);
            data.Write(buffer, 0, read);
        }
        return data.ToArray();
    }

    private static ImageCodecException TooManyBytes(DecodeLimits limits) =>
        new($"The picture file is too large: at most {limits.MaxBytes / 1024.0 / 1024.0:0.#} MiB are read.");
}
