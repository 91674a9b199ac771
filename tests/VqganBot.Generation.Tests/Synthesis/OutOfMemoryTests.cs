using System.Runtime.InteropServices;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class OutOfMemoryTests
{
    [Theory]
    [InlineData("[enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 1 bytes.", true)]
    [InlineData("CUDA out of memory. Tried to allocate 20.00 MiB", true)]
    [InlineData("not enough memory: you tried to allocate 4 bytes", true)]
    [InlineData("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", false)]
    public void Tells_MessageOfLibtorch_KnowsTheAllocators(string message, bool tells) =>
        Assert.Equal(tells, OutOfMemoryOnDeviceException.Tells(new ExternalException(message)));

    [Fact]
    public void Message_SaysTheSizeTriedAndWhatToTry()
    {
        OutOfMemoryOnDeviceException exception = new(
            Canvas.Fit(512, 256, 16), new PaintingSettings { CutoutCount = 32, CutoutBatch = 8 }, "cuda:0", new ExternalException("CUDA out of memory"));
        Assert.Equal((512, 256), (exception.Width, exception.Height));
        foreach (string part in new[] { "512x256", "32 cutouts, 8 at a time", "cuda:0", "352x176", "such as 4" })
            Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }
}
