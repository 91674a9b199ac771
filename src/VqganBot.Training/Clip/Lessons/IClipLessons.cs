using VqganBot.Generation.Clip;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Clip.Lessons;

/// <summary>What a CLIP is shown step by step: drawn pictures with all that is known of them, or somebody's own with captions.</summary>
internal interface IClipLessons : IDisposable
{
    ClipTokenizer Tokenizer { get; }

    /// <value>Pixels of a side.</value>
    int Side { get; }

    /// <value>Where the pictures are from.</value>
    string Description { get; }

    /// <value>Whether lessons say what is drawn, so that label heads can learn.</value>
    bool HasLabels { get; }

    /// <value>Whether a picture's mirror image still fits its caption.</value>
    bool Mirrors { get; }

    ClipLesson Draw(long step, ToyRandom random);
}
