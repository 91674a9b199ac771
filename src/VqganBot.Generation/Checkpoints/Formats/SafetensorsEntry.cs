using TorchSharp;

namespace VqganBot.Generation.Checkpoints.Formats;

/// <summary>One line of a safetensors header: a tensor and its bytes, counted from the end of the header.</summary>
internal sealed record SafetensorsEntry(string Key, torch.ScalarType Type, long[] Shape, long Begin, long End);
