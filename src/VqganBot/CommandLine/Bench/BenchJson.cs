using System.Text.Json.Serialization;

namespace VqganBot.CommandLine.Bench;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BenchSummary))]
[JsonSerializable(typeof(StepTimes))]
[JsonSerializable(typeof(WorkerHello))]
internal sealed partial class BenchJson : JsonSerializerContext;
