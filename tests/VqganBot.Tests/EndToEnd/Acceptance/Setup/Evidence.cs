using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VqganBot.Jobs;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Rest;
using VqganBot.Tests.Discord.OpenApi;

namespace VqganBot.Tests.EndToEnd.Acceptance.Setup;

/// <summary>What the bot logged, sent and painted, over all its restarts; and what none of its lines may have in it.</summary>
internal sealed class Evidence(string token)
{
    private const int ShortestSecret = 12;
    private static readonly string[] FreeText = ["prompt", "negative", "style_suffix", "word", "reason", "image", "style", "size", "of", "value", "text"];

    private readonly JudgedRequests _judged = new();
    private readonly ConcurrentQueue<BotLog> _logs = new();
    private readonly ConcurrentDictionary<string, bool> _tokens = new();
    private readonly ConcurrentDictionary<string, bool> _typed = new();

    /// <value>Every REST request that came, in its order.</value>
    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    /// <value>The job of each step that was painted, in their order.</value>
    public ConcurrentQueue<Job> Steps { get; } = new();

    public string LastLines => string.Join(Environment.NewLine, Lines.TakeLast(30).Select(line => $"{line.Level}: {line.Text}"));

    private IEnumerable<(LogLevel Level, string Text)> Lines => _logs.SelectMany(log => log.Lines);

    public void Record(RecordedRequest request)
    {
        Requests.Enqueue(request);
        _judged.Record(request);
        // /interactions/ID/TOKEN/callback, /webhooks/APPLICATION/TOKEN
        if (request.Path.Split('/') is ["", "interactions" or "webhooks", _, var secret, ..]) _tokens.TryAdd(secret, true);
    }

    public void Read(BotLog log) => _logs.Enqueue(log);

    public void Painted(Job job) => Steps.Enqueue(job);

    public void Typed(string option, OptionValue value)
    {
        if (FreeText.Contains(option) && value.Json?.ToString() is { Length: >= ShortestSecret } text) _typed.TryAdd(text, true);
    }

    /// <summary>No line of a warning or more but those the test provokes; no secret in any line; no request that Discord would not describe so.</summary>
    public void AssertClean(IReadOnlyList<string> expectedWarnings)
    {
        Assert.DoesNotContain(Lines, line => line.Level >= LogLevel.Warning && !expectedWarnings.Any(part => line.Text.Contains(part, StringComparison.Ordinal)));
        string[] secrets = [token, .. _tokens.Keys, .. _typed.Keys];
        var leaks = Lines.Where(line => line.Level > LogLevel.Trace).SelectMany(line => secrets.Where(secret => line.Text.Contains(secret, StringComparison.Ordinal)).Select(secret => $"'{secret}' is in: {line.Text}"));
        Assert.Empty(leaks.Take(5));
        Assert.NotEmpty(Requests);
        if (OpenApiJudge.TryLoad() is null) TestContext.Current.AddWarning("The requests were not judged: Discord's description (shared/discord/openapi.json) is not on this machine.");
        _judged.AssertClean();
    }
}
