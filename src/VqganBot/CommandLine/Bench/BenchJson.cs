using System.Text.Json.Serialization;

namespace VqganBot.CommandLine.Bench;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BatchSummary))]
[JsonSerializable(typeof(LoadSummary))]
[JsonSerializable(typeof(PaintSummary))]
[JsonSerializable(typeof(QueueSummary))]
[JsonSerializable(typeof(StepSummary))]
[JsonSerializable(typeof(StepTimes))]
[JsonSerializable(typeof(WorkerHello))]
internal sealed partial class BenchJson : JsonSerializerContext;
