using TorchSharp;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Tests.Synthesis;

/// <summary>All of a recorded step but CUDA's own part: the same tensors are filled and read, and what is replayed is the work itself.</summary>
public sealed class StepRecordingTests : IDisposable
{
    private static readonly PaintingRequest Request = new()
    {
        Prompt = "a sea | fog:-0.5 ^ a forest", Width = 32, Height = 24, Steps = 20, Seed = 11, Model = "tiny",
        Settings = Presets.Get("best") with { CutoutCount = 4, CutoutBatch = 3, InitWeight = 0.1, LearningRateDrops = [0.5] },
    };

    private readonly string _state = Path.GetTempFileName();
    private readonly ModelPack _pack = TinyPack.Create(clips: 2);
    private readonly WorkAgain _graph = new();

    public void Dispose()
    {
        _pack.Dispose();
        File.Delete(_state);
    }

    [Theory]
    [InlineData("best")]
    [InlineData("nerdyrodent")]
    [InlineData("pixray")]
    public void Advance_Replayed_PaintsWhatSingleOperationsPaint(string preset)
    {
        PaintingRequest request = Request with { Settings = Presets.Get(preset) with { CutoutCount = 4, CutoutBatch = 3 } };
        (double[] losses, byte[] pixels) = Painted(request, null);
        (double[] replayed, byte[] again) = Painted(request, null, recorded: true);

        Assert.True(_graph.Replays >= 10);
        Assert.Equal(2, _graph.Captures); // one for each phrase
        Assert.All(losses.Zip(replayed), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.Equal(pixels, again);
    }

    [Fact]
    public void Advance_ReplayedAndResumedInTheMiddle_IsTheSamePicture()
    {
        (double[] losses, byte[] pixels) = Painted(Request, null);
        (double[] replayed, byte[] again) = Painted(Request, resumeAt: 7, recorded: true);
        Assert.All(losses.Zip(replayed), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.Equal(pixels, again);
    }

    [Fact]
    public void Advance_OtherPaintingsInBetween_AreWrittenDownAnewAndKeepTheirOwn()
    {
        (double[] one, _) = Painted(Request, null);
        (double[] two, _) = Painted(Request with { Prompt = "a mill", Seed = 4 }, null);
        _pack.Recording = new StepRecording(_graph);
        using Painting first = new Painter(_pack).Start(Request), second = new Painter(_pack).Start(Request with { Prompt = "a mill", Seed = 4 });
        for (int step = 0; step < 20; step += 5)
        {
            for (int i = 0; i < 5; i++)
                Assert.Equal(one[step + i], first.Advance().Loss, 1e-6);
            for (int i = 0; i < 5; i++)
                Assert.Equal(two[step + i], second.Advance().Loss, 1e-6);
        }

        Assert.Equal(8, _graph.Captures);
    }

    [Fact]
    public void Advance_WhatTheDeviceRefusesToWriteDown_GoesOnOneOperationAfterTheOther()
    {
        (double[] losses, _) = Painted(Request, null);
        _graph.Refuses = true;
        (double[] eager, _) = Painted(Request, null, recorded: true);
        Assert.Equal(0, _graph.Replays);
        Assert.Equal(losses, eager);
    }

    [Fact]
    public void Advance_WhatChangesItsShapes_IsNeverWrittenDown()
    {
        PaintingSettings settings = Request.Settings;
        foreach (PaintingSettings odd in new[] { settings with { CutoutMethod = CutoutMethod.Original }, settings with { Tile = true }, settings with { Drawer = DrawerKind.Pixel } })
            Painted(Request with { Settings = odd }, null, recorded: true);
        Assert.Equal(0, _graph.Captures);
    }

    [Fact]
    public void Dispose_OfARecordedPainting_LeavesNoTensor()
    {
        Painted(Request, null, recorded: true);
        long before = torch.Tensor.TotalCount;
        Painted(Request, null, recorded: true);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private (double[] Losses, byte[] Pixels) Painted(PaintingRequest request, int? resumeAt, bool recorded = false)
    {
        _pack.Recording = recorded ? new StepRecording(_graph) : null;
        Painting painting = new Painter(_pack).Start(request);
        List<double> losses = [];
        while (!painting.IsFinished)
        {
            losses.Add(painting.Advance().Loss);
            if (painting.Step != resumeAt)
                continue;
            painting.Save(_state);
            painting.Dispose();
            painting = new Painter(_pack).Resume(_state);
        }

        byte[] pixels = painting.Render().Pixels.ToArray();
        painting.Dispose();
        return ([.. losses], pixels);
    }

    private sealed class WorkAgain : IStepGraph
    {
        private Action? _work;

        public int Captures { get; private set; }

        public int Replays { get; private set; }

        public bool Refuses { get; set; }

        public void Run(Action work) => work();

        public void Capture(Action work)
        {
            if (Refuses)
                throw new System.Runtime.InteropServices.ExternalException("operation not permitted when stream is capturing");
            Captures++;
            _work = work;
        }

        public void Replay()
        {
            Replays++;
            _work!();
        }

        public void Forget() => _work = null;

        public void Dispose()
        {
        }
    }
}
