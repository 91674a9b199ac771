using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip.Lessons;

/// <summary>
/// Pictures [N+M,3,S,S] from 0 to 1, of which the first N have the captions and the last M are such that no caption is true
/// of them; and what the first show, where that is known.
/// </summary>
internal sealed record ClipLesson(Tensor Pictures, CaptionBatch Captions, IReadOnlyList<ToyPicture> Labels);
