namespace VqganBot.Generation.Synthesis;

/// <summary>Which phrase of the story is painted at which step. After the last phrase the first comes again.</summary>
internal sealed class StoryBoard
{
    private readonly int _stepsPerPhrase;

    public StoryBoard(int phrases, int steps, int stepsPerPhrase)
    {
        Phrases = phrases;
        _stepsPerPhrase = stepsPerPhrase > 0 ? stepsPerPhrase : Math.Max(1, (steps + phrases - 1) / phrases);
    }

    public int Phrases { get; }

    public int PhraseAt(int step) => step / _stepsPerPhrase % Phrases;
}
