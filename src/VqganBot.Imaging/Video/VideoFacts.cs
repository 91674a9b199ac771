using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace VqganBot.Imaging.Video;

/// <summary>What ffprobe tells of a video.</summary>
/// <param name="Width">As it is to be seen: a video filmed upright is turned first.</param>
/// <param name="Rate">Pictures in a second.</param>
/// <param name="SoundCodec">Of its first sound track; null where it has none.</param>
internal sealed record VideoFacts(int Width, int Height, double Rate, TimeSpan Length, string? SoundCodec)
{
    private const double FastestRate = 1000;
    private const int LongestSide = 16_384;
    private const double MostSeconds = 24 * 60 * 60;

    public static VideoFacts Probe(string path)
    {
        using Process ffprobe = Ffmpeg.StartReading("ffprobe", [
            "-hide_banner", "-loglevel", "error", .. VideoSafety.Input(path), "-of", "json", "-show_entries",
            "stream=codec_type,codec_name,width,height,avg_frame_rate,r_frame_rate,duration:stream_side_data=rotation:format=duration"]);
        ffprobe.StandardInput.Close();
        Task<string> messages = ffprobe.StandardError.ReadToEndAsync();
        string json = ffprobe.StandardOutput.ReadToEnd();
        ffprobe.WaitForExit();
        if (ffprobe.ExitCode != 0)
            throw VideoFile.Failed(path, messages.GetAwaiter().GetResult());
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(path, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw VideoFile.Failed(path, json);
        }
    }

    private static VideoFacts Read(string path, JsonElement root)
    {
        JsonElement[] streams = [.. root.GetProperty("streams").EnumerateArray()];
        JsonElement video = Array.Find(streams, stream => Text(stream, "codec_type") == "video");
        JsonElement sound = Array.Find(streams, stream => Text(stream, "codec_type") == "audio");
        if (video.ValueKind != JsonValueKind.Object)
            throw new ImageCodecException($"The file '{path}' holds no moving picture that ffmpeg knows.");

        (int width, int height) = (video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32());
        double rate = Ratio(Text(video, "avg_frame_rate")) ?? Ratio(Text(video, "r_frame_rate")) ?? 0;
        double seconds = Number(Text(video, "duration")) ?? (root.TryGetProperty("format", out JsonElement format) ? Number(Text(format, "duration")) : null) ?? 0;
        if (width is < 1 or > LongestSide || height is < 1 or > LongestSide)
            throw new ImageCodecException($"The video '{path}' has {width}x{height} pixels; up to {LongestSide} a side are read.");
        if (!(rate is > 0 and <= FastestRate) || !(seconds is > 0 and <= MostSeconds))
            throw new ImageCodecException($"The video '{path}' does not tell how long it is or how fast it plays, or more than {MostSeconds / 3600} hours; save it again as .mp4.");
        if (IsTurned(video))
            (width, height) = (height, width);
        return new VideoFacts(width, height, rate, TimeSpan.FromSeconds(seconds), sound.ValueKind == JsonValueKind.Object ? Text(sound, "codec_name") : null);
    }

    private static bool IsTurned(JsonElement video) => video.TryGetProperty("side_data_list", out JsonElement data)
        && data.EnumerateArray().Any(side => side.TryGetProperty("rotation", out JsonElement turn) && turn.TryGetInt32(out int degrees) && degrees % 180 != 0);

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    // "30000/1001"
    private static double? Ratio(string? text) =>
        text?.Split('/') is [var over, var under] && Number(over) is { } a && Number(under) is { } b && b > 0 && a > 0 ? a / b : null;
}
