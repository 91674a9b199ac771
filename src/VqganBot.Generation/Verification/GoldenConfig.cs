using System.Text.Json;

namespace VqganBot.Generation.Verification;

/// <summary>A folder's config.json, read with sentences for what is missing.</summary>
internal sealed class GoldenConfig : IDisposable
{
    private readonly string _folder;
    private readonly JsonDocument _document;

    private GoldenConfig(string folder, JsonDocument document)
    {
        _folder = folder;
        _document = document;
    }

    public JsonElement Root => _document.RootElement;

    public static GoldenConfig? Read(GoldenFolder folder)
    {
        if (!File.Exists(folder.Config))
            return null;
        try
        {
            return new GoldenConfig(folder.Root, JsonDocument.Parse(File.ReadAllBytes(folder.Config)));
        }
        catch (JsonException e)
        {
            throw new VerificationException(folder.Root, $"its config.json is not valid JSON: {e.Message}", e);
        }
    }

    public string? Text(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public double? Number(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public string RequiredText(string name) =>
        Text(name) ?? throw new VerificationException(_folder, $"its config.json has no text '{name}'.");

    public double RequiredNumber(string name) =>
        Number(name) ?? throw new VerificationException(_folder, $"its config.json has no number '{name}'.");

    public void Dispose() => _document.Dispose();

    private JsonElement? Find(string name) =>
        Root.ValueKind == JsonValueKind.Object && Root.TryGetProperty(name, out JsonElement value) ? value : null;
}
