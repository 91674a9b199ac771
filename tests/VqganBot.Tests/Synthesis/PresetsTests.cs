using System.Text.Json;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class PresetsTests
{
    public static TheoryData<string> Names => [.. Presets.Names];

    [Fact]
    public void Names_AreTheFourOfTheReferences() => Assert.Equal(["crowson", "nerdyrodent", "pixray", "best"], Presets.Names);

    [Fact]
    public void Default_IsOneOfThem() => Assert.Contains(Presets.Default, Presets.Names);

    [Fact]
    public void Get_UnknownName_NamesThoseThereAre()
    {
        PaintingRequestException exception = Assert.Throws<PaintingRequestException>(() => Presets.Get("worst"));
        Assert.Contains("'worst'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("crowson, nerdyrodent, pixray, best", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Preset_IsWithinTheRules(string name) => RequestRules.Check(new PaintingRequest { Prompt = "x", Preset = name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Request_AsJson_ComesBackTheSame(string name)
    {
        PaintingRequest request = new()
        {
            Prompt = "chicken \"surf\" | 波:-0.5 ^ b", Width = 96, Height = 64, Steps = 33, Seed = ulong.MaxValue, Preset = name, Model = "toybox",
            Settings = Presets.Get(name) with { InitWeight = 0.1 + 0.2, LearningRateDrops = [0.5, 0.75] },
            NoisePrompts = [new NoisePrompt(5, -0.5)],
        };
        string json = JsonSerializer.Serialize(request, PaintingJson.Default.PaintingRequest);
        PaintingRequest back = JsonSerializer.Deserialize(json, PaintingJson.Default.PaintingRequest)!;
        Assert.Equal(json, JsonSerializer.Serialize(back, PaintingJson.Default.PaintingRequest));
        Assert.Equal((request.Prompt, request.Seed, request.Width, request.Settings.InitWeight), (back.Prompt, back.Seed, back.Width, back.Settings.InitWeight));
        Assert.Equal(request.Settings.Augmentation, back.Settings.Augmentation);
        Assert.Equal(request.NoisePrompts, back.NoisePrompts);
    }

    [Fact]
    public void Settings_OfARequestWithoutAny_AreItsPresets() =>
        Assert.Equal(Presets.Get("crowson"), new PaintingRequest { Preset = "crowson" }.Settings);
}
