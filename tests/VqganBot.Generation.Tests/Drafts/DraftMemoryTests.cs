using TorchSharp;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.TestKit;

namespace VqganBot.Generation.Tests.Drafts;

[Collection(LiveTensors.Name)]
public sealed class DraftMemoryTests : IDisposable
{
    private readonly ModelPack _pack = TinyPrior.Pack();

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void Draft_DoneOrCancelled_LeavesNoTensorBehind()
    {
        LiveTensors.Settle();
        DraftRequest request = new() { Prompt = "a sea", Candidates = 3, Size = (24, 16) };
        using CancellationTokenSource source = new();
        new Drafter(_pack).Draft(request, null, TestContext.Current.CancellationToken);
        long before = torch.Tensor.TotalCount;

        new Drafter(_pack).Draft(request, null, TestContext.Current.CancellationToken);
        Assert.Throws<OperationCanceledException>(() => new Drafter(_pack).Draft(request, now =>
        {
            if (now.Drawn > 6)
                source.Cancel();
        }, source.Token));

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Start_CancelledWhileDrafting_StopsAtOnceAndLeavesNoTensorBehind()
    {
        Painter painter = new(_pack);
        painter.Start(DraftedPaintingTests.Request, null, TestContext.Current.CancellationToken).Dispose();
        LiveTensors.Settle();
        long before = torch.Tensor.TotalCount;
        using CancellationTokenSource source = new();
        int told = 0;

        Assert.Throws<OperationCanceledException>(() => painter.Start(DraftedPaintingTests.Request, _ =>
        {
            if (++told == 2)
                source.Cancel();
        }, source.Token));

        Assert.Equal(2, told);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }
}
