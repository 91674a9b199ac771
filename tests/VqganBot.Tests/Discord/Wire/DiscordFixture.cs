using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.Wire;

/// <summary>A payload as Discord documents it, written by hand and not by our own serializer.</summary>
internal static class DiscordFixture
{
    public static string Text(string name)
    {
        using var stream = typeof(DiscordFixture).Assembly.GetManifestResourceStream($"Fixtures/discord/{name}.json")
            ?? throw new FileNotFoundException($"There is no fixture {name}.json.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static T Read<T>(string name) => (T)Read(name, typeof(T));

    public static object Read(string name, Type type) => JsonSerializer.Deserialize(Text(name), DiscordJson.Default.GetTypeInfo(type)!)!;

    public static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(Text(name));
        return document.RootElement.Clone();
    }

    public static JsonElement Written(object value, Type type) => JsonSerializer.SerializeToElement(value, DiscordJson.Default.GetTypeInfo(type)!);
}
