using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using VqganBot.CommandLine.Errors;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>The text in a PNG: a few entries for people and viewers, one for <c>--from-png</c>.</summary>
internal static class PictureMetadata
{
    private const string RecordKey = "VqganBot";

    public static IReadOnlyDictionary<string, string> Write(PaintingRecord record) => new Dictionary<string, string>
    {
        ["Title"] = record.Request.Prompt,
        ["Software"] = record.Program,
        ["Description"] = string.Create(CultureInfo.InvariantCulture,
            $"{record.Request.Prompt} (seed {record.Request.Seed}, {record.StepsDone} of {record.Request.Steps} steps, {record.Request.Width}x{record.Request.Height}, preset {record.Request.Preset}, model {record.Request.Model})"),
        [RecordKey] = JsonSerializer.Serialize(record, PaintingRecordJson.Default.PaintingRecord),
    };

    public static PaintingRecord Read(string file)
    {
        var text = ImageCodec.ReadPngText(File.ReadAllBytes(file));
        if (!text.TryGetValue(RecordKey, out var json))
            throw new UserErrorException($"'{file}' does not say how it was painted: it is not a PNG by VqganBot, or another program has saved it since.");
        try
        {
            var record = JsonSerializer.Deserialize(json, PaintingRecordJson.Default.PaintingRecord);
            return IsWhole(record)
                ? record
                : throw new UserErrorException($"'{file}' carries a record of how it was painted that lacks some of the settings.");
        }
        catch (JsonException exception)
        {
            throw new UserErrorException($"'{file}' carries a record of how it was painted that cannot be read: {exception.Message}");
        }
    }

    // Anyone can write text into a PNG: what the reader left null must not surprise the painter.
    private static bool IsWhole([NotNullWhen(true)] PaintingRecord? record) => record is
    {
        ImagePrompts: not null, ModelSha256: not null,
        Request:
        {
            Prompt: not null, Preset: not null, Model: not null, NoisePrompts: not null, Clips: not null, Spots: not null,
            Settings: { LearningRateDrops: not null, ClipWeights: not null, Augmentation: not null, ImageLosses.Palette: not null },
        },
    }
    && record.Request.Clips.All(clip => clip is not null)
    && record.Request.Spots.All(spot => spot is { Prompt: not null })
    && record.Request.Settings.ImageLosses.Palette.All(colour => colour is not null);
}
