using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>The options that say how the picture shall look, with the real program as a child process.</summary>
public sealed class LookTests(ChildProcess program) : IClassFixture<ChildProcess>
{
    private static readonly string[] EveryLook =
    [
        "--spot", "left=a tree | red:-0.5", "--spot-off", "the sea", "--spot-mask", "mask.png", "--clip", "toybox:0.5", "--palette", "colours.png:2",
        "--symmetry", "both:0.5", "--saturation", "0.3", "--smoothness", "0.2", "--keep-edges", "--edge", "sky blue:0.5", "--edge-width", "0.2",
        "--tile", "--transparent", "--solid-weight", "0.3",
    ];

    [Fact]
    public void EveryLook_IsPaintedAgainFromThePng_AndGoneOnWithFromTheState()
    {
        program.Clear();
        File.WriteAllBytes(program.PathOf("mask.png"), ImageCodec.EncodePng(Picture(x => x is > 10 and < 30 ? (byte)255 : (byte)0)));
        File.WriteAllBytes(program.PathOf("colours.png"), ImageCodec.EncodePng(Picture(x => (byte)(x / 10 * 60))));

        Assert.Equal(0, program.Imagine(["a star", "--seed", "5", "--steps", "3", .. EveryLook, "--out", "a.png", "--save-state", "a.state"]).Code);
        Assert.Equal(0, program.Imagine(["a star", "--seed", "5", "--steps", "5", .. EveryLook, "--out", "longer.png"]).Code);
        Assert.Equal(0, program.Run("imagine", "--resume", "a.state", "--steps", "5", "--out", "resumed.png").Code);
        File.Delete(program.PathOf("colours.png"));
        Assert.Equal(0, program.Run("imagine", "--from-png", "a.png", "--spot-mask", "mask.png", "--out", "again.png").Code);
        Assert.Equal(program.Bytes("a.png"), program.Bytes("again.png"));

        // A preset's rate glides towards the last step, so only the size of the file is told of a longer way.
        Assert.Equal(6, program.Bytes("resumed.png")[25]);
        Assert.Contains("mask it does not carry", program.Run("imagine", "--from-png", "a.png", "--out", "b.png").Error);
        Assert.Contains("--steps and where to write", program.Run("imagine", "--resume", "a.state", "--tile").Error);
    }

    [Fact]
    public void PixelDrawer_WithAPaletteOnly_PaintsItsColours()
    {
        program.Clear();
        var result = program.Imagine("a star", "--steps", "3", "--drawer", "pixel", "--pixel-size", "8", "--palette", "navy, #fa0", "--palette-only", "--out", "a.png");

        Assert.Equal(0, result.Code);
        var picture = ImageCodec.DecodeFile(program.PathOf("a.png"));
        Assert.All(picture.Pixels.Chunk(3), pixel => Assert.True(pixel is [0, 0, 128] or [255, 170, 0]));
    }

    private static Rgb24Image Picture(Func<int, byte> level)
    {
        var picture = new Rgb24Image(48, 32);
        for (var i = 0; i < picture.Pixels.Length; i++) picture.Pixels[i] = level(i / 3 % 48);
        return picture;
    }
}
