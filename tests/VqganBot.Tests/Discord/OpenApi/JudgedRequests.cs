using System.Collections.Concurrent;
using VqganBot.Simulator.Rest;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>Holds each request that reaches the simulator against Discord's description: <c>Recorded = judged.Record</c>, and <see cref="AssertClean"/> in the end.</summary>
internal sealed class JudgedRequests
{
    private readonly OpenApiJudge? _judge = OpenApiJudge.TryLoad();
    private readonly ConcurrentQueue<string> _violations = new();
    private int _count;

    public int Count => _count;

    public void Record(RecordedRequest request)
    {
        Interlocked.Increment(ref _count);
        foreach (var violation in _judge?.Check(request) ?? [])
            _violations.Enqueue(violation);
    }

    /// <summary>Fails with all violations at once. Where the description is not on this machine, nothing was judged and nothing is said.</summary>
    public void AssertClean() => Assert.True(_violations.IsEmpty, string.Join(Environment.NewLine, _violations.Distinct()));
}
