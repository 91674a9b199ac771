namespace VqganBot.Bot.Results.Films;

/// <summary>Where pictures are worked on beside the painting: one piece at a time, so that the painting stays quick.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly SemaphoreSlim _bench = new(1);

    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _bench.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            _bench.Release();
        }
    }

    public void Dispose() => _bench.Dispose();
}
