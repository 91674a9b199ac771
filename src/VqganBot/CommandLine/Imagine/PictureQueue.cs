using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>
/// Encodes and writes pictures of a painting. A picture that a GPU is still at is waited for on a thread beside the painting
/// one, in its turn; one that is there is written at once, for on the CPU a second thread would only take time from the first.
/// </summary>
internal sealed class PictureQueue : IDisposable
{
    // Beyond these the painting waits: a slow disk must not fill the memory.
    private const int Most = 8;

    private readonly BlockingCollection<(PendingPicture Picture, Action<Rgb24Image> Write)> _waiting = new(Most);
    private Task? _worker;
    private ExceptionDispatchInfo? _fault;

    public void Add(PendingPicture picture, Action<Rgb24Image> write)
    {
        Volatile.Read(ref _fault)?.Throw();
        if (picture.IsThere && _worker is null)
        {
            write(picture.Picture);
            return;
        }

        _worker ??= Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _waiting.Add((picture, write));
    }

    /// <summary>Waits until all are written.</summary>
    /// <exception cref="IOException">One of them could not be.</exception>
    public void Finish()
    {
        _waiting.CompleteAdding();
        _worker?.Wait();
        _fault?.Throw();
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _worker?.Wait();
        _waiting.Dispose();
    }

    private void Work()
    {
        foreach (var (picture, write) in _waiting.GetConsumingEnumerable())
        {
            if (_fault is not null) continue;
            try
            {
                write(picture.Picture);
            }
            catch (Exception exception)
            {
                // The painting's own thread throws it, at its next picture or at the end.
                Volatile.Write(ref _fault, ExceptionDispatchInfo.Capture(exception));
            }
        }
    }
}
