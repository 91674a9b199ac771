using VqganBot.Generation.Clip;
using VqganBot.Training.Reports;

namespace VqganBot.Training.Clip;

/// <summary>Measures a CLIP on pictures that training never sees: by what is drawn on them, or by their captions alone.</summary>
internal interface IClipValidation
{
    IFigures Measure(ClipModel clip);
}
