namespace VqganBot.Jobs;

/// <summary>How a painting ended.</summary>
/// <param name="EndedBy"><see cref="StopRequest.None"/> when it came to its own end.</param>
/// <param name="StepsDone">Over all pictures of the job.</param>
/// <param name="Pictures">How many finished pictures there are.</param>
/// <param name="Similarity">Mean CLIP similarity of the pictures with their prompts.</param>
/// <param name="Note">What a person should know: a size that was rounded, words that CLIP did not read.</param>
internal sealed record GenerationOutcome(StopRequest EndedBy, int StepsDone, int Pictures, double? Similarity, string? Note);
