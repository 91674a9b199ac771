using System.Net;

namespace VqganBot.Simulator.Faults;

/// <summary>What goes wrong, by script. Safe from any thread; all of it off at first.</summary>
public sealed class FaultSwitches
{
    private readonly Lock _lock = new();
    private int _failures;
    private HttpStatusCode _failureStatus;
    private int _refusals;
    private TimeSpan _refusalTime;
    private RateLimitScope _refusalScope;
    private int _lostAnswers;
    private int _duplicates;
    private int _reconnectsBeforeHello;

    /// <value>How long every REST answer waits before it is made.</value>
    public TimeSpan AnswerDelay { get; set; }

    /// <value>Whether the gateway ignores heartbeats.</value>
    public bool IgnoresHeartbeats { get; set; }

    /// <value>Whether the bot's token is refused everywhere, as after a reset.</value>
    public bool TokenIsRevoked { get; set; }

    /// <summary>The next REST requests fail with this status, and are not carried out.</summary>
    public void FailNext(int requests, HttpStatusCode status = HttpStatusCode.BadGateway)
    {
        lock (_lock)
            (_failures, _failureStatus) = (requests, status);
    }

    /// <summary>The next REST requests meet a 429.</summary>
    public void RefuseNext(int requests, TimeSpan retryAfter, RateLimitScope scope = RateLimitScope.User)
    {
        lock (_lock)
            (_refusals, _refusalTime, _refusalScope) = (requests, retryAfter, scope);
    }

    /// <summary>The next REST requests are carried out, and the connection breaks before the answer.</summary>
    public void LoseNextAnswers(int requests)
    {
        lock (_lock)
            _lostAnswers = requests;
    }

    /// <summary>The next gateway events are sent twice, with two sequence numbers.</summary>
    public void DuplicateNext(int events)
    {
        lock (_lock)
            _duplicates = events;
    }

    /// <summary>The next gateway connections are told to reconnect instead of being greeted.</summary>
    public void ReconnectBeforeHello(int connections)
    {
        lock (_lock)
            _reconnectsBeforeHello = connections;
    }

    internal HttpStatusCode? TakeFailure()
    {
        lock (_lock)
            return _failures > 0 && _failures-- > 0 ? _failureStatus : null;
    }

    internal (TimeSpan RetryAfter, RateLimitScope Scope)? TakeRefusal()
    {
        lock (_lock)
            return _refusals > 0 && _refusals-- > 0 ? (_refusalTime, _refusalScope) : null;
    }

    internal bool TakeLostAnswer() => Take(ref _lostAnswers);

    internal bool TakeDuplicate() => Take(ref _duplicates);

    internal bool TakeReconnectBeforeHello() => Take(ref _reconnectsBeforeHello);

    private bool Take(ref int count)
    {
        lock (_lock)
            return count > 0 && count-- > 0;
    }
}
