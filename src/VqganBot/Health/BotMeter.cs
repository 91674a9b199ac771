using System.Diagnostics.Metrics;
using VqganBot.Jobs;

namespace VqganBot.Health;

/// <summary>What is measured of the bot, in four verbs; <c>/metrics</c> and OTLP show it.</summary>
internal sealed class BotMeter : IDisposable
{
    public const string Name = "VqganBot";

    private readonly Histogram<double> _acknowledgement;
    private readonly Histogram<double> _wait;
    private readonly Counter<long> _edits;
    private readonly Counter<long> _ended;

    public BotMeter()
    {
        Meter = new Meter(Name);
        _acknowledgement = Meter.CreateHistogram<double>(
            "vqganbot_acknowledgement_seconds", "s", "From the arrival of an interaction to its first answer.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3] });
        _wait = Meter.CreateHistogram<double>(
            "vqganbot_queue_wait_seconds", "s", "From being queued to being painted.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600] });
        _edits = Meter.CreateCounter<long>("vqganbot_reply_edits_total", null, "Edits of replies, the final ones among them.");
        _ended = Meter.CreateCounter<long>("vqganbot_jobs_total", null, "Jobs that left the queue or the GPU, by the state they went to.");
    }

    public Meter Meter { get; }

    public void Acknowledged(TimeSpan after) => _acknowledgement.Record(after.TotalSeconds);

    public void Started(TimeSpan afterWaiting) => _wait.Record(afterWaiting.TotalSeconds);

    public void Edited() => _edits.Add(1);

    public void Ended(JobState state) => _ended.Add(1, new KeyValuePair<string, object?>("state", state.ToString().ToLowerInvariant()));

    public void Dispose() => Meter.Dispose();
}
