using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Discord.Rest;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Live;

/// <summary>
/// All edits of one reply until its job is over: one after the other, at most one in an interval, always the newest there is.
/// Offering only swaps a reference; encoding and sending are done by a task of the lane's own.
/// </summary>
internal sealed partial class ReplyLane : IDisposable
{
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromSeconds(1);

    private readonly long _id;
    private readonly LaneTools _tools;
    private readonly Channel<ReplyContent> _newest = Channel.CreateBounded<ReplyContent>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _cutOff = new();
    private readonly Task _sending;
    private long _frameWanted;
    private volatile bool _hasBegun;
    private volatile bool _isDead;

    public ReplyLane(long id, LaneTools tools)
    {
        (_id, _tools) = (id, tools);
        _frameWanted = tools.Clock.GetTimestamp();
        // It outlives the interaction that began it, and is not to be logged as a part of that.
        using (ExecutionContext.SuppressFlow())
            _sending = Task.Run(SendAllAsync);
    }

    /// <value>Whether a new picture of the painting would be shown now, or right after the edit that is under way.</value>
    public bool WantsFrame => !_isDead && _tools.Clock.GetTimestamp() >= Volatile.Read(ref _frameWanted);

    /// <summary>Replaces what was offered before and not sent yet.</summary>
    public void Offer(ReplyContent content)
    {
        if (_isDead || (_hasBegun && content.While == JobState.Queued)) return;
        _hasBegun |= content.While == JobState.Painting;
        if (content.Progress is not null) WantFrameAfterInterval();
        _newest.Writer.TryWrite(content);
    }

    /// <summary>The job waits again, and what is said of that may be shown.</summary>
    public void GoBack() => _hasBegun = false;

    /// <summary>Ends the lane, so that nothing of it comes after what is sent next.</summary>
    /// <returns>True when an edit under way took longer than <see cref="ReplyOptions.FinalPatience"/> and was cut off: Discord may still carry it out.</returns>
    public async Task<bool> CloseAsync()
    {
        await _closing.CancelAsync();
        try
        {
            await _sending.WaitAsync(_tools.Options.FinalPatience, _tools.Clock);
            return false;
        }
        catch (TimeoutException)
        {
            await _cutOff.CancelAsync();
            await _sending;
            return true;
        }
    }

    public void Dispose()
    {
        _closing.Dispose();
        _cutOff.Dispose();
    }

    private async Task SendAllAsync()
    {
        using var scope = _tools.Logger.BeginScope("job {Job}", _id);
        try
        {
            while (!_isDead)
            {
                var content = await NewestAsync();
                var start = _tools.Clock.GetTimestamp();
                if (!await SendAsync(content)) continue;
                var rest = _tools.Options.EditInterval - _tools.Clock.GetElapsedTime(start);
                if (rest > TimeSpan.Zero) await Task.Delay(rest, _tools.Clock, _closing.Token);
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            Log.Closed(_tools.Logger, _id);
        }
        catch (Exception exception)
        {
            // A reply that does not move must not keep its job from being painted and delivered.
            _isDead = true;
            Log.Failed(_tools.Logger, exception, _id);
        }
    }

    private async Task<ReplyContent> NewestAsync()
    {
        var content = await _newest.Reader.ReadAsync(_closing.Token);
        if (!content.CanWait) return content;
        using var patience = new CancellationTokenSource(WorthWaiting, _tools.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _closing.Token);
        try
        {
            return await _newest.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!_closing.IsCancellationRequested)
        {
            return content;
        }
    }

    // Another is due no sooner, and each costs the GPU a decode.
    private void WantFrameAfterInterval() =>
        Volatile.Write(ref _frameWanted, _tools.Clock.GetTimestamp() + (long)(_tools.Options.EditInterval.TotalSeconds * _tools.Clock.TimestampFrequency));

    /// <summary>False when it was out of date by now.</summary>
    private async Task<bool> SendAsync(ReplyContent content)
    {
        if (_tools.Store.Find(_id) is not { } job || job.State != content.While) return false;
        WantFrameAfterInterval();
        FileUpload[] files = content.Progress?.Frame is { } frame ? [_tools.Pictures.Preview(job, content.Progress, frame)] : [];
        var sent = await _tools.Sender.EditAsync(job, content.Write(job), files, _cutOff.Token);
        switch (sent.Fault)
        {
            case null:
                _tools.Meter.Edited();
                break;
            case ReplyFault.Transient or ReplyFault.TooLarge or ReplyFault.NoFiles:
                Log.Skipped(_tools.Logger, _id, sent.Fault.Value);
                break;
            case { } fault:
                _isDead = true;
                Log.Dead(_tools.Logger, _id, fault, sent.Exception?.Message ?? "");
                break;
        }

        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Trace, "The reply of job {Job} is closed.")]
        public static partial void Closed(ILogger logger, long job);

        [LoggerMessage(2, LogLevel.Error, "The reply of job {Job} shows no more progress.")]
        public static partial void Failed(ILogger logger, Exception exception, long job);

        [LoggerMessage(3, LogLevel.Debug, "An edit of the reply of job {Job} did not go out: {Fault}. The next one will.")]
        public static partial void Skipped(ILogger logger, long job, ReplyFault fault);

        [LoggerMessage(4, LogLevel.Information, "The reply of job {Job} shows no more progress: {Fault}. {Reason}")]
        public static partial void Dead(ILogger logger, long job, ReplyFault fault, string reason);
    }
}
