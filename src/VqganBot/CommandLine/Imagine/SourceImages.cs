using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine.Look;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>The pictures that a painting begins from and is drawn to.</summary>
internal sealed record SourceImages(Rgb24Image? Init, IReadOnlyList<ImagePrompt> Prompts)
{
    /// <summary>White where the spots without an area of their own are.</summary>
    public Rgb24Image? SpotMask { get; init; }

    /// <summary>The colours to keep to, which may come from a picture; unlike that picture they are carried on.</summary>
    public Palette? Palette { get; init; }

    public static SourceImages Read(ImagineOptions options) => new(
        options.Init is null ? null : Decode("--init", options.Init),
        ReadPrompts(options.ImagePrompts))
    {
        SpotMask = SpotReader.MaskFile(options.Look) is { } mask ? Decode("--spot-mask", mask) : null,
        Palette = options.Look.Palette is { } palette ? ReadPalette(palette.Text) : null,
    };

    public static IReadOnlyList<ImagePrompt> ReadPrompts(IReadOnlyList<TextPrompt> files) =>
        [.. files.Select(prompt => new ImagePrompt(Decode("--image-prompt", prompt.Text), prompt.Weight, prompt.Stop))];

    /// <summary>A PNG carries the sums of its source pictures, not the pictures: they must be given again.</summary>
    public void CheckAgainst(PaintingRecord record, string file, TextWriter notes)
    {
        if (record.Init is not null && Init is null)
            throw new UserErrorException($"'{file}' was begun from another picture, which it does not carry. Name that picture again: --init FILE.");
        if (record.ImagePrompts.Count > Prompts.Count)
            throw new UserErrorException($"'{file}' was painted towards {record.ImagePrompts.Count} picture(s), which it does not carry. Name them again, in the same order: --image-prompt FILE[:W].");

        if (record.SpotMask is not null && SpotMask is null)
            throw new UserErrorException($"'{file}' has a spot, whose mask it does not carry. Name the mask again: --spot-mask FILE.");

        var given = Prompts.Select(prompt => PictureReference.Sum(prompt.Image));
        if ((record.Init is not null && PictureReference.Sum(Init!) != record.Init.Sha256)
            || (record.SpotMask is not null && PictureReference.Sum(SpotMask!) != record.SpotMask.Sha256)
            || !record.ImagePrompts.Select(prompt => prompt.Sha256).SequenceEqual(given))
            notes.WriteLine("Note: these are not the pictures that were used then, so the new picture will differ.");
    }

    private static Palette ReadPalette(string text) =>
        OptionRules.IsPicture(text) ? PicturePalette.Of(Decode("--palette", text)) : Palette.Parse(text);

    private static Rgb24Image Decode(string option, string file)
    {
        try
        {
            return ImageCodec.DecodeFile(file);
        }
        catch (ImageCodecException exception)
        {
            throw new UserErrorException($"{option} was given '{file}': {exception.Message}");
        }
    }
}
