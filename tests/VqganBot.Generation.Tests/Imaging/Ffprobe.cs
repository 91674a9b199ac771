using System.Diagnostics;

namespace VqganBot.Generation.Tests.Imaging;

/// <summary>Asks ffmpeg's own tools what is in a film.</summary>
internal static class Ffprobe
{
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        byte[] output = Run("ffprobe", "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_streams", "-of", "default=noprint_wrappers=1", path);
        return System.Text.Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.First()[1]);
    }

    public static byte[] FirstFrameAsPng(string path) =>
        Run("ffmpeg", "-v", "error", "-i", path, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-");

    private static byte[] Run(string program, params string[] arguments)
    {
        if (VqganBot.Imaging.ImagingLibrary.FfmpegVersion() is null)
            Assert.Skip("ffmpeg is not installed");

        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
