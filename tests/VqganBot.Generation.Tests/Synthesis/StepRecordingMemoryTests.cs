using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.TestKit;

namespace VqganBot.Generation.Tests.Synthesis;

[Collection(LiveTensors.Name)]
public sealed class StepRecordingMemoryTests
{
    [Fact]
    public void Dispose_OfARecordedPainting_LeavesNoTensor()
    {
        using ModelPack pack = TinyPack.Create();
        pack.Recording = new StepRecording(new StepRecordingTests.WorkAgain());
        Paint(pack);
        LiveTensors.Settle();
        long before = torch.Tensor.TotalCount;
        Paint(pack);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private static void Paint(ModelPack pack)
    {
        using Painting painting = new Painter(pack).Start(new PaintingRequest
        {
            Prompt = "a sea", Width = 32, Height = 24, Steps = 6, Seed = 1, Model = "tiny", Settings = Presets.Get("best") with { CutoutCount = 2 },
        });
        PaintingTests.Finish(painting);
    }
}
