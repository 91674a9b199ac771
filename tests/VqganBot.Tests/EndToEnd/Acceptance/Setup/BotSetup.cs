using VqganBot.Jobs;
using VqganBot.Simulator.RateLimits;

namespace VqganBot.Tests.EndToEnd.Acceptance.Setup;

/// <summary>What a test wants otherwise than usual.</summary>
internal sealed record BotSetup
{
    /// <value>Of <c>config/limits.json</c>. No limits by default, so that only a test about limits meets one.</value>
    public string Limits { get; init; } = """
        { "everyone": { "jobs_in_queue": null, "running_at_once": 1, "jobs_per_hour": null, "jobs_per_day": null, "gpu_seconds_per_day": null, "most_pictures": 9, "most_steps": null } }
        """;

    /// <value>How often the simulated Discord lets requests through. Discord's own limits by default.</value>
    public RateLimitOptions RateLimits { get; init; } = RateLimitOptions.Discord;

    /// <value>Whether the bot lives by the simulator's clock, which can be moved.</value>
    public bool SharesClock { get; init; }

    /// <value>Whether the painter goes on without the test's leave.</value>
    public bool PaintsFreely { get; init; } = true;

    /// <value>Whether the built-in pack paints, on this machine's processor, in place of the painter without networks.</value>
    public bool PaintsForReal { get; init; }

    public Action<JobOptions> Jobs { get; init; } = _ => { };

    /// <value>What the lines above Information that the test provokes have in them.</value>
    public IReadOnlyList<string> ExpectedWarnings { get; init; } = [];
}
