using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Reads settings whose JSON may be older than some of them: what is not in it has its default. Generated readers alone would
/// set init-only properties that are missing to null or 0, whatever their initialisers say.
/// </summary>
/// <param name="computed">Properties (as JSON names them) that have no default of their own but follow from others.</param>
public class DefaultsConverter<T>(params string[] computed) : JsonConverter<T>
    where T : class, new()
{
    private readonly ConcurrentDictionary<JsonSerializerOptions, JsonTypeInfo<T>> _plain = new();

    public DefaultsConverter()
        : this([])
    {
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonTypeInfo<T> plain = Plain(options);
        JsonObject written = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException($"An object was expected where {typeof(T).Name} is read.");
        JsonObject whole = JsonSerializer.SerializeToNode(new T(), plain)!.AsObject();
        foreach (string name in computed)
            whole.Remove(name);
        foreach ((string name, JsonNode? value) in written)
            whole[name] = value?.DeepClone();
        return whole.Deserialize(plain)!;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Plain(options));

    // The same options without this converter, which would otherwise call itself.
    private JsonTypeInfo<T> Plain(JsonSerializerOptions options) => _plain.GetOrAdd(options, all =>
    {
        JsonSerializerOptions plain = new(all);
        plain.Converters.Remove(this);
        return (JsonTypeInfo<T>)plain.GetTypeInfo(typeof(T));
    });
}
