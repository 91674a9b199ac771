namespace VqganBot.Bot;

/// <summary>How many interactions are being handled, so that a shutdown can wait for them.</summary>
internal sealed class InFlight
{
    private readonly Lock _lock = new();
    private int _count;
    private TaskCompletionSource? _empty;

    public int Count
    {
        get
        {
            lock (_lock)
                return _count;
        }
    }

    public void Enter()
    {
        lock (_lock)
            _count++;
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_count > 0) return;
            _empty?.SetResult();
            _empty = null;
        }
    }

    /// <summary>Done when none is left; whoever waits has closed the door first.</summary>
    public Task WhenEmptyAsync()
    {
        lock (_lock)
        {
            if (_count == 0) return Task.CompletedTask;
            return (_empty ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
