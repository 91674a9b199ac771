using VqganBot.Imaging;

namespace VqganBot.CommandLine.Film;

internal static class FrameSources
{
    public static IFrameSource Open(string path) => Directory.Exists(path) ? PictureFolder.Open(path) : VideoFile.Open(path);
}
