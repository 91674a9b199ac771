using TorchSharp;
using TorchSharp.Interop;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>CUDA's entry points on a machine without it: they are all there, and say so.</summary>
public sealed class CudaTests
{
    public static TheoryData<string, Action> Asked => new()
    {
        { "synchronize", () => torch.cuda.synchronize() },
        { "memory", () => torch.cuda.mem_get_info() },
        { "peak", () => torch.cuda.max_memory_allocated() },
        { "reset", () => torch.cuda.reset_peak_memory_stats() },
        { "cache", torch.cuda.empty_cache },
        { "name", () => torch.cuda.get_device_name() },
        { "stream", () => new torch.cuda.Stream() },
        { "event", () => new torch.cuda.Event() },
        { "graph", () => new torch.cuda.CUDAGraph() },
        { "capture", () => Native.Check(Native.shim_cuda_graph_capture_begin(0)) },
        { "replay", () => Native.Check(Native.shim_cuda_graph_replay(0)) },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void Asked_WhereThereIsNoCuda_IsSaidPlainly(string what, Action ask)
    {
        if (torch.cuda.is_available())
            Assert.Skip("This machine has a CUDA device.");
        Assert.NotEmpty(what);
        Assert.Contains("built without CUDA", Assert.Throws<TorchException>(ask).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_SetAndRead_AreTheSame()
    {
        bool before = torch.backends.cudnn.benchmark;
        torch.backends.cudnn.benchmark = !before;
        Assert.Equal(!before, torch.backends.cudnn.benchmark);
        torch.backends.cudnn.benchmark = before;
        Assert.True(torch.backends.cudnn.allow_tf32);
        Assert.False(torch.backends.cuda.matmul.allow_tf32);
        Assert.Equal(torch.cuda.is_available(), torch.backends.cudnn.is_available());
    }

    [Fact]
    public void Contiguous_ChannelsLast_LaysTheChannelsOfAPixelTogether()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor picture = torch.rand(2, 3, 4, 5), laid = picture.contiguous(torch.memory_format.channels_last);
        Assert.Equal([60, 1, 15, 3], laid.stride());
        Assert.True(laid.eq(picture).all().ToBoolean());
        Assert.False(picture.is_pinned());
    }
}
