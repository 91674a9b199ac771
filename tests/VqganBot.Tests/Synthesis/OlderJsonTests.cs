using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

/// <summary>State files and pictures outlive the version that wrote them.</summary>
public sealed class OlderJsonTests
{
    private static readonly PaintingRequest Written = new()
    {
        Prompt = "a sea", Seed = 7, Preset = "pixray",
        Settings = Presets.Get("pixray") with { Augmentation = AugmentationSettings.None with { Hue = 0.2 }, NoiseFactor = double.NaN },
    };

    [Fact]
    public void Request_RoundTrip_GivesTheSame()
    {
        PaintingRequest read = Read(Json());

        Assert.Equivalent(Written, read, strict: true);
    }

    [Theory]
    [InlineData("learningRate", 0.05)]
    [InlineData("learningRateAnnealTo", 1)]
    [InlineData("zoomMostAspect", 1.2)]
    public void Settings_WithoutAKnob_HaveItsDefault(string knob, double value)
    {
        JsonObject json = Json();
        Assert.True(json["settings"]!.AsObject().Remove(knob));

        PaintingSettings read = Read(json).Settings;

        JsonNode again = JsonSerializer.SerializeToNode(read, PaintingJson.Default.PaintingSettings)!;
        Assert.Equal(value, again[knob]!.GetValue<double>());
        Assert.Equal(CutoutMethod.Best, read.CutoutMethod);
    }

    [Fact]
    public void Settings_WithoutListsAndEnumsAndParts_HaveTheirDefaults()
    {
        JsonObject json = Json();
        foreach (string knob in (string[])["learningRateDrops", "augmentation", "wideFill", "clampLatent"])
            Assert.True(json["settings"]!.AsObject().Remove(knob));

        PaintingSettings read = Read(json).Settings;

        Assert.Equal((0, AugmentationSettings.None, ViewFill.RandomGrey, true), (read.LearningRateDrops.Count, read.Augmentation, read.WideFill, read.ClampLatent));
    }

    [Fact]
    public void Augmentation_WithoutAKnob_HasItsDefault()
    {
        JsonObject json = Json();
        Assert.True(json["settings"]!["augmentation"]!.AsObject().Remove("erasingMostArea"));

        AugmentationSettings read = Read(json).Settings.Augmentation;

        Assert.Equal((0.4, 0.2), (read.ErasingMostArea, read.Hue));
    }

    [Fact]
    public void Request_WithoutAProperty_HasItsDefault_AndSettingsFollowThePreset()
    {
        JsonObject json = Json();
        Assert.True(json.Remove("noisePrompts"));
        Assert.True(json.Remove("variedFrom"));
        Assert.True(json.Remove("settings"));

        PaintingRequest read = Read(json);

        Assert.Empty(read.NoisePrompts);
        Assert.Null(read.VariedFrom);
        Assert.Equal(Presets.Get("pixray"), read.Settings);
    }

    private static JsonObject Json() => JsonSerializer.SerializeToNode(Written, PaintingJson.Default.PaintingRequest)!.AsObject();

    private static PaintingRequest Read(JsonObject json) => JsonSerializer.Deserialize(json.ToJsonString(), PaintingJson.Default.PaintingRequest)!;
}
