using VqganBot.Imaging;

namespace VqganBot.CommandLine.Doctor;

/// <summary>libvips for pictures, ffmpeg for films.</summary>
internal static class ImagingCheck
{
    public static Finding Pictures()
    {
        try
        {
            return Finding.Good("libvips", ImagingLibrary.VipsVersion);
        }
        catch (ImagingLibraryException exception)
        {
            return Finding.Lack("libvips", exception.Message, "apt install libvips-dev; then start ./run.sh again.");
        }
    }

    public static Finding Films() => ImagingLibrary.FfmpegVersion() is { } version
        ? Finding.Good("ffmpeg", version)
        : Finding.Note("ffmpeg", "not found", "Only --timelapse film.mp4 needs it: apt install ffmpeg. A .webp or .gif works without.");
}
