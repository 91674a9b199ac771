namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>A safetensors header as it is written; its ranges are not yet compared with the file.</summary>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Tensors, IReadOnlyDictionary<string, string> Metadata);
