using Microsoft.Extensions.Logging;

namespace VqganBot.Bot.Sight;

/// <summary>
/// Where pictures are looked at: one question at a time, beside the painting and never on its thread. The CLIP is loaded by the
/// first question. The line of people is of bounded length.
/// </summary>
internal sealed partial class PictureDesk(Func<IPictureReader> load, SightOptions options, ILogger<PictureDesk> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim _desk = new(1);
    private readonly Lock _lock = new();
    private IPictureReader? _reader;
    private int _asking;

    /// <summary>For a person who waits.</summary>
    /// <exception cref="UserFacingException">It is switched off, too many wait, or there is no CLIP.</exception>
    public async Task<T> AskAsync<T>(Func<IPictureReader, T> question, CancellationToken cancellation)
    {
        if (!options.Enabled) throw new UserFacingException("Whoever runs me has switched this off: I paint, but I do not look at pictures.");
        Enter();
        try
        {
            return await RunAsync(question, cancellation);
        }
        finally
        {
            lock (_lock) _asking--;
        }
    }

    /// <summary>For what nobody waits for, one picture at a time: the desk is taken in the order of asking, so people come in between.</summary>
    public Task<T> WorkAsync<T>(Func<IPictureReader, T> work, CancellationToken cancellation) => RunAsync(work, cancellation);

    public async ValueTask DisposeAsync()
    {
        // Whoever still sits there has the network in hand.
        await _desk.WaitAsync();
        _reader?.Dispose();
        _desk.Dispose();
    }

    private void Enter()
    {
        lock (_lock)
        {
            if (_asking >= options.MostWaiting) throw new UserFacingException("I am looking at too many pictures just now. Please ask again in a moment.");
            _asking++;
        }
    }

    private async Task<T> RunAsync<T>(Func<IPictureReader, T> question, CancellationToken cancellation)
    {
        await _desk.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => question(_reader ??= Load()), cancellation);
        }
        finally
        {
            _desk.Release();
        }
    }

    private IPictureReader Load()
    {
        try
        {
            return load();
        }
        catch (Exception exception)
        {
            // The next question tries again: the operator may have put the files there by then.
            Log.NotLoaded(logger, exception);
            throw new UserFacingException("I cannot look at pictures at present: the network for it could not be loaded. Whoever runs me finds more in the log.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The CLIP that looks at pictures could not be loaded.")]
        public static partial void NotLoaded(ILogger logger, Exception exception);
    }
}
