using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Tests.Synthesis.Features;

/// <summary>A tiny pack, a small request, and a folder for states.</summary>
public sealed class FeatureFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-features-").FullName;

    public ModelPack Pack { get; } = TinyPack.Create();

    public PaintingRequest Small { get; } = new()
    {
        Prompt = "a tree", Width = 32, Height = 24, Steps = 6, Seed = 7, Model = "tiny",
        Settings = Presets.Get("best") with { CutoutCount = 4, LearningRate = 0.3 },
    };

    public Painting Painted(PaintingRequest request)
    {
        Painting painting = new Painter(Pack).Start(request);
        PaintingTests.Finish(painting);
        return painting;
    }

    public byte[] Pixels(PaintingRequest request)
    {
        using Painting painting = Painted(request);
        return painting.Render().Pixels;
    }

    /// <summary>The same painting laid down after some steps, and gone on with.</summary>
    public byte[] PixelsInTwoSittings(PaintingRequest request, int at)
    {
        using Painting resumed = new Painter(Pack).Resume(SaveAt(request, at));
        PaintingTests.Finish(resumed);
        return resumed.Render().Pixels;
    }

    public string SaveAt(PaintingRequest request, int step)
    {
        string file = Path.Combine(_folder, $"{Guid.NewGuid():N}.safetensors");
        using Painting painting = new Painter(Pack).Start(request);
        while (painting.Step < step)
            painting.Advance();
        painting.Save(file);
        return file;
    }

    public void Dispose()
    {
        Pack.Dispose();
        Directory.Delete(_folder, true);
    }
}
