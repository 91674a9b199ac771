using System.Diagnostics;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class VideoFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-video").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_GivesEachFrameOnce_FromWhereItIsAsked()
    {
        string path = Film("film.mp4", 12, 10);

        VideoFile video = VideoFile.Open(path);
        Rgb24Image[] all = [.. video.Read(0, 32, 24, 10)];
        Rgb24Image[] rest = [.. video.Read(9, 16, 12, 10)];

        Assert.Equal((64, 48), (video.Width, video.Height));
        Assert.Equal(10, video.Rate!.Value, 3);
        Assert.InRange(video.Count(10), 12, 13);
        Assert.Equal(12, all.Length);
        Assert.Equal(3, rest.Length);
        Assert.Equal((16, 12), (rest[0].Width, rest[0].Height));
        // Each frame is one brightness.
        for (int i = 0; i < all.Length; i++)
            Assert.InRange((int)all[i].Pixels[0], (20 * i) - 6, (20 * i) + 6);
        Assert.InRange((int)rest[0].Pixels[0], 174, 186);
    }

    [Fact]
    public void Read_AtHalfTheRate_TakesHalfTheFrames() => Assert.Equal(6, VideoFile.Open(Film("film.mp4", 12, 10)).Read(0, 8, 8, 5).Count());

    [Fact]
    public void Read_LeftInTheMiddle_EndsFfmpeg()
    {
        string path = Film("film.mp4", 12, 10);
        foreach (Rgb24Image frame in VideoFile.Open(path).Read(0, 640, 480, 10))
            break;
        File.Delete(path);
    }

    [Theory]
    [InlineData("mp3")]
    [InlineData("pcm_s16le")]
    public void Sound_GoesIntoAnotherFilm_CopiedOrCodedAnew(string codec)
    {
        string sounding = Path.Combine(_folder, "sounding.mkv"), film = Path.Combine(_folder, "film.mp4");
        Ffmpeg("-f", "lavfi", "-i", "color=red:size=32x32:rate=8:duration=2", "-f", "lavfi", "-i", "sine=duration=2", "-c:a", codec == "mp3" ? "libmp3lame" : codec, sounding);

        SoundTrack sound = VideoFile.Open(sounding).Sound!;
        Timelapse.Write(film, Enumerable.Repeat(Pictures.Plain(32, 32, 0, 0, 9), 8), 8, sound with { Length = TimeSpan.FromSeconds(1) }, TestContext.Current.CancellationToken);

        VideoFile made = VideoFile.Open(film);
        Assert.Equal(codec == "mp3" ? "mp3" : "aac", made.Sound!.Codec);
        Assert.InRange(made.Sound.Length.TotalSeconds, 0.9, 1.2);
        Assert.Equal("8", Ffprobe.Read(film)["nb_read_frames"]);
    }

    [Fact]
    public void Open_APlaylistInDisguise_OpensNothingElse()
    {
        string path = Path.Combine(_folder, "holiday.mp4");
        Film("secret.ts", 5, 5);
        File.WriteAllText(path, "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.ts\n#EXT-X-ENDLIST\n");
        Assert.Contains("holiday.mp4", Assert.Throws<ImageCodecException>(() => VideoFile.Open(path)).Message);
    }

    [Theory]
    [InlineData("text.mp4", "no film")]
    [InlineData("empty.mp4", "")]
    public void Open_NoVideo_IsOneSentence(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        string message = Assert.Throws<ImageCodecException>(() => VideoFile.Open(path)).Message;
        Assert.Contains(name, message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Open_OnlySound_SaysSo()
    {
        string path = Path.Combine(_folder, "sound.mp4");
        Ffmpeg("-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac", path);
        Assert.Contains("no moving picture", Assert.Throws<ImageCodecException>(() => VideoFile.Open(path)).Message);
    }

    private string Film(string name, int frames, int rate)
    {
        string mp4 = Path.Combine(_folder, Path.ChangeExtension(name, ".mp4"));
        Timelapse.Write(mp4, Enumerable.Range(0, frames).Select(i => Pictures.Plain(64, 48, (byte)(20 * i), (byte)(20 * i), (byte)(20 * i))), rate, TestContext.Current.CancellationToken);
        if (name.EndsWith(".mp4", StringComparison.Ordinal))
            return mp4;
        Ffmpeg("-i", mp4, "-c", "copy", Path.Combine(_folder, name));
        return Path.Combine(_folder, name);
    }

    private static void Ffmpeg(params string[] arguments)
    {
        using Process process = Process.Start("ffmpeg", ["-v", "error", "-y", .. arguments]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
