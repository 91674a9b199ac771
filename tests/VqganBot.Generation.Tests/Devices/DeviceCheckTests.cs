using TorchSharp;
using VqganBot.CommandLine.Doctor;
using VqganBot.Generation.Devices;

namespace VqganBot.Generation.Tests.Devices;

public sealed class DeviceCheckTests
{
    [Fact]
    public void Of_AnH100_SaysWhatIsOn() => AssertSays(
        Gpu(9) with { CudnnVersion = 91002, HasGraphs = true },
        "a GPU, compute capability 9.0, 40.0 GB free of 80.0 GB", "bfloat16 in the networks", "TF32 in convolutions", "channels last on", "9.10.2", "on: a step is written down once");

    [Fact]
    public void Of_AnOldGpuWithoutCudnn_SaysWhatIsMissingAndWhy() => AssertSays(
        Gpu(7), "float16 in the networks with scaled losses", "no TF32 (it needs compute capability 8.0)", "channels last on", "missing", "off: this binding has no CUDA graphs");

    [Fact]
    public void Of_TheProcessor_SaysThatTheGpusWaysAreOff() => AssertSays(
        DeviceFacts.Of(torch.CPU), "the processor (this libtorch finds no GPU)", "float32; bfloat16 can be asked for", "off, they need CUDA", "imagenet-16384 with ViT-B/32 needs about");

    private static void AssertSays(DeviceFacts facts, params string[] sayings)
    {
        string all = string.Join('\n', DeviceCheck.Of(facts).Select(finding => finding.Seen));
        Assert.All(sayings, saying => Assert.Contains(saying, all, StringComparison.Ordinal));
    }

    private static DeviceFacts Gpu(int capability) => new(DeviceType.CUDA, "a GPU")
    {
        Capability = (capability, 0), CanNarrow = true, FreeBytes = 40_000_000_000, TotalBytes = 80_000_000_000,
    };
}
