namespace VqganBot.Bot;

/// <summary>From an interaction to its handler: a switch one can read. Every error of every handler ends here.</summary>
internal sealed class InteractionDispatcher
{
    public Task DispatchAsync(InteractionContext context, CancellationToken cancellation) => throw new NotImplementedException();
}
