using System.Text.Json.Serialization;

namespace VqganBot.Jobs;

/// <summary>The parts of a job that are kept as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(JobOrder))]
[JsonSerializable(typeof(IReadOnlyList<ulong>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class JobJson : JsonSerializerContext;
