using System.Text.Json;
using VqganBot.CommandLine.Errors;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.CommandLine.Imagine;

/// <summary>What must be known of a state file before its model is loaded.</summary>
internal sealed record SavedPainting(string Prompt, string Model, IReadOnlyList<string> Clips)
{
    public static SavedPainting Peek(string file)
    {
        using var checkpoint = Checkpoint.Open(file);
        if (!checkpoint.Metadata.TryGetValue("request", out var json))
            throw new UserErrorException($"'{file}' is not a saved painting: it holds no request. --save-state and Ctrl-C write such files.");
        try
        {
            using var request = JsonDocument.Parse(json);
            return new SavedPainting(Text(request, "prompt"), Text(request, "model"), Names(request, "clips"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UserErrorException($"'{file}' is a saved painting whose request cannot be read: {exception.Message}");
        }
    }

    private static string[] Names(JsonDocument request, string property) => request.RootElement.TryGetProperty(property, out var names)
        ? [.. names.EnumerateArray().Select(name => name.GetString() ?? "")]
        : [];

    private static string Text(JsonDocument request, string property) => request.RootElement.GetProperty(property).GetString() ?? "";
}
