namespace VqganBot.Generation.Synthesis;

/// <summary>Which phrase of the story is painted at which step. After the last phrase the first comes again.</summary>
internal sealed class StoryBoard
{
    private readonly int _stepsPerPhrase;
    private readonly int _blendSteps;

    public StoryBoard(int phrases, int steps, int stepsPerPhrase, int blendSteps = 0)
    {
        Phrases = phrases;
        _stepsPerPhrase = stepsPerPhrase > 0 ? stepsPerPhrase : Math.Max(1, (steps + phrases - 1) / phrases);
        _blendSteps = phrases == 1 ? 0 : Math.Min(blendSteps, _stepsPerPhrase);
    }

    public int Phrases { get; }

    public int PhraseAt(int step) => step / _stepsPerPhrase % Phrases;

    /// <summary>
    /// The phrase and, while it comes in over its first steps, the one before it. The change lies after the border between
    /// them, so that the last phrase of a story ends undisturbed.
    /// </summary>
    public StoryMoment At(int step)
    {
        int phrase = PhraseAt(step), within = step % _stepsPerPhrase;
        return step >= _stepsPerPhrase && within < _blendSteps
            ? new StoryMoment(phrase, PhraseAt(step - _stepsPerPhrase), (within + 1.0) / (_blendSteps + 1))
            : new StoryMoment(phrase, phrase, 1);
    }
}
