namespace VqganBot.Jobs;

/// <summary>A job in the hands of the generator, from its beginning until it is over.</summary>
internal interface IGeneration : IDisposable
{
    /// <value>How it ended; null until then.</value>
    GenerationOutcome? Outcome { get; }

    /// <value>Why it cannot go on: a <see cref="GenerationException"/>, a lack of memory, or a fault. Null while it can.</value>
    Exception? Failure { get; }
}
