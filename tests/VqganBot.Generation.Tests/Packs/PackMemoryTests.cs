using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Tests.TestKit;
using VqganBot.Generation.Tests.Verification;

namespace VqganBot.Generation.Tests.Packs;

[Collection(LiveTensors.Name)]
public sealed class PackMemoryTests
{
    [Fact]
    public void Load_PartsThatDoNotFit_LeavesNoTensorBehind()
    {
        using var folder = new TemporaryFolder();
        ModelPackTests.Write(folder, vocabulary: 600);
        LiveTensors.Settle();
        long before = torch.Tensor.TotalCount;

        Assert.Throws<ModelPackException>(() => ModelPack.Load(folder.Root, torch.CPU));
        LiveTensors.Settle(); // what a constructor computes in passing waits for its finalizer

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Load_OnePartDamaged_TellsOfItAndLeavesNoTensorBehind()
    {
        using var folder = new TemporaryFolder();
        ModelPackTests.Write(folder, vocabulary: 516);
        File.WriteAllText(folder["clip.safetensors"], "no weights at all");
        LiveTensors.Settle();
        long before = torch.Tensor.TotalCount;

        Assert.Throws<CheckpointException>(() => ModelPack.Load(folder.Root, torch.CPU));
        LiveTensors.Settle(); // what a constructor computes in passing waits for its finalizer

        Assert.Equal(before, torch.Tensor.TotalCount);
    }
}
