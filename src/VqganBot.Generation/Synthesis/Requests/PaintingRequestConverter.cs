namespace VqganBot.Generation.Synthesis;

/// <summary>Settings that are not in the JSON are those of the preset.</summary>
public sealed class PaintingRequestConverter() : DefaultsConverter<PaintingRequest>("settings");
