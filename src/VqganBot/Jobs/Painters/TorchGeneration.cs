namespace VqganBot.Jobs;

/// <summary>A job on the way in which it is stepped together with others.</summary>
internal abstract class TorchGeneration : IGeneration
{
    public GenerationOutcome? Outcome { get; protected set; }

    public Exception? Failure { get; private set; }

    /// <value>How many pictures it could step at once.</value>
    public abstract int Wanted { get; }

    public bool IsOver => Outcome is not null || Failure is not null;

    /// <summary>The pictures to be stepped next; none when that comes to the end of the job.</summary>
    public abstract IReadOnlyList<TilePainting> Due(int most);

    /// <summary>Those that were due did their step.</summary>
    public abstract void Stepped(IReadOnlyList<TilePainting> tiles);

    /// <summary>What goes wrong is its own, and ends nobody else.</summary>
    public void Try(Action work)
    {
        if (IsOver) return;
        try
        {
            work();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    public void Fail(Exception exception) => Failure ??= PaintingFault.Explained(exception);

    public abstract void Dispose();
}
