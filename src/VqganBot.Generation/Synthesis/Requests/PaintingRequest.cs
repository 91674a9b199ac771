using System.Text.Json.Serialization;
using VqganBot.Imaging;

namespace VqganBot.Generation.Synthesis;

/// <summary>All that determines a picture: the same request gives the same picture, byte for byte on the same machine.</summary>
public sealed record PaintingRequest
{
    private readonly PaintingSettings? _settings;

    /// <value>Prompts <c>text:weight:stop</c> joined by <c>|</c>, story phrases by <c>^</c>.</value>
    public string Prompt { get; init; } = "";

    public int Width { get; init; } = 128;

    public int Height { get; init; } = 128;

    public int Steps { get; init; } = 200;

    public ulong Seed { get; init; }

    /// <value>The name of the preset the settings came from.</value>
    public string Preset { get; init; } = Presets.Default;

    /// <value>The preset's own, unless set.</value>
    public PaintingSettings Settings
    {
        get => _settings ?? Presets.Get(Preset);
        init => _settings = value;
    }

    /// <value>The name of the model pack; told on, never looked up here.</value>
    public string Model { get; init; } = "";

    /// <value>The names of further CLIPs that judge beside those of the model; told on like its name.</value>
    public IReadOnlyList<string> Clips { get; init; } = [];

    public IReadOnlyList<NoisePrompt> NoisePrompts { get; init; } = [];

    /// <value>Prompts for parts of the picture.</value>
    public IReadOnlyList<SpotPrompt> Spots { get; init; } = [];

    /// <value>The picture a variation was begun from; null for all others. Told on: <see cref="Painter.Vary"/> sets it.</value>
    public LatentOrigin? VariedFrom { get; init; }

    /// <value>The number of the draft to begin with; null: the best one (<see cref="InitialLatentKind.Draft"/> only).</value>
    public int? DraftNumber { get; init; }

    [JsonIgnore]
    public IReadOnlyList<ImagePrompt> ImagePrompts { get; init; } = [];

    /// <value>What the spots of <see cref="SpotArea.Mask"/> are about: white is inside. Fitted to the canvas.</value>
    [JsonIgnore]
    public Rgb24Image? SpotMask { get; init; }

    [JsonIgnore]
    public Rgb24Image? InitImage { get; init; }
}
