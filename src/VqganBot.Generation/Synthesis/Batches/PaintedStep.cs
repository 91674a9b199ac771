namespace VqganBot.Generation.Synthesis;

/// <summary>What one step of a batch came to for one painting: a result, or a failure that left it unchanged.</summary>
public sealed record PaintedStep(Painting Painting, StepResult? Result, SynthesisException? Failure);
