namespace VqganBot.Imaging.Video;

/// <summary>How ffmpeg and ffprobe are made to open a file that a stranger may have made.</summary>
internal static class VideoSafety
{
    // Playlists and scripts (hls, concat, dash, …) would open further files or addresses; these formats are complete in themselves.
    private const string Formats = "mov,matroska,avi,mpegts,mpeg,flv,ogg,asf,gif,apng,webp_pipe,m4v,y4m,yuv4mpegpipe";

    private const string MostPixels = "64000000";

    public static IEnumerable<string> Input(string path) =>
        ["-protocol_whitelist", "file", "-format_whitelist", Formats, "-max_pixels", MostPixels, "-i", "file:" + path];
}
