using static TorchSharp.torch;

namespace VqganBot.Generation.Devices;

/// <summary>A CUDA graph, and the queue beside the usual one that CUDA wants for it.</summary>
internal sealed class CudaStepGraph(Device device) : IStepGraph
{
    private readonly cuda.Stream _queue = new(device);
    private readonly cuda.Event _mark = new();
    private cuda.CUDAGraph? _graph;

    public void Run(Action work)
    {
        _mark.record();
        using (cuda.stream(_queue))
        {
            _mark.wait();
            work();
            _mark.record();
        }

        _mark.wait();
    }

    public void Capture(Action work)
    {
        Forget();
        // A finalizer that frees a tensor meanwhile would be written down too; and what the runs before it kept is needed for it.
        cuda.synchronize(device);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        cuda.empty_cache();
        cuda.CUDAGraph graph = new();
        try
        {
            Run(() =>
            {
                graph.capture_begin();
                try
                {
                    work();
                }
                finally
                {
                    graph.capture_end();
                }
            });
        }
        catch
        {
            graph.Dispose();
            throw;
        }

        _graph = graph;
    }

    public void Replay() => _graph!.replay();

    public void Forget()
    {
        _graph?.Dispose();
        _graph = null;
    }

    public void Dispose()
    {
        Forget();
        _mark.Dispose();
        _queue.Dispose();
    }
}
