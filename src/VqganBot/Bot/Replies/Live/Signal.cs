using System.Threading.Channels;

namespace VqganBot.Bot.Replies.Live;

/// <summary>"There is something to do": remembered until somebody waits for it, once however often it was said.</summary>
internal sealed class Signal
{
    private readonly Channel<bool> _set = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Returns at once and never throws.</summary>
    public void Set() => _set.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellation) => await _set.Reader.ReadAsync(cancellation);
}
