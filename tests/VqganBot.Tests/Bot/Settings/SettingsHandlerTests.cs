using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Settings;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Models;
using VqganBot.Tests.Bot.Admin;
using static VqganBot.Tests.Bot.Admin.HandlerBench;

namespace VqganBot.Tests.Bot.Settings;

public sealed class SettingsHandlerTests : IAsyncLifetime
{
    private HandlerBench _bench = null!;
    private SettingsHandler _handler = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await HandlerBench.StartAsync();
        _handler = new SettingsHandler(_bench.Settings, _bench.Policy, new PaintableModels(InstalledModels.Open(), new JobOptions()));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Set_SomeThenBackAgain_ShowsBeforeAndAfter()
    {
        Assert.Equal(
            "Size: as the model likes it → **128 × 96 px**\nPreset: as the model likes it → **crowson**\nBehind every prompt: nothing → **“ink \\*drawing\\*”**\nAnswers: for all to see → **only to you**",
            await AskAsync("settings set", Option("size", "128x96"), Option("preset", "Crowson"), Option("style_suffix", " ink *drawing* "), Option("private", true, 5)));
        Assert.Equal(
            new UserSettings { Width = 128, Height = 96, Preset = "crowson", StyleSuffix = "ink *drawing*", IsPrivate = true },
            _bench.Settings.Of(new Snowflake(900)));
        Assert.Equal("Size: 128 × 96 px → **as the model likes it**", await AskAsync("settings set", Option("size", "none"), Option("preset", "crowson")));
        Assert.Equal("That is how it was already.", await AskAsync("settings set", Option("private", true, 5)));
        Assert.StartsWith("**Your defaults**\nSize: as the model likes it\nPreset: crowson\n", await AskAsync("settings show"));
        Assert.Equal("Your own defaults are gone; the bot's hold again.", await AskAsync("settings reset"));
        Assert.Equal("You had no defaults of your own.", await AskAsync("settings reset"));
    }

    [Fact]
    public async Task Set_AShape_IsKeptAsTheSizeItIsOfTheModel()
    {
        await AskAsync("settings set", Option("size", "landscape"));
        var settings = _bench.Settings.Of(new Snowflake(900));
        Assert.True(settings.Width > settings.Height);
    }

    [Theory]
    [InlineData("size", "huge", "The size `huge` is not one I know.")]
    [InlineData("size", "8x8", "A picture of 8x8 was asked for; sides lie between 32 and 8192 pixels")]
    [InlineData("preset", "worst", "There is no preset “worst”; there are crowson, ")]
    [InlineData("style_suffix", "a secret word", "This cannot be painted here: “secret” is blocked.")]
    public async Task Set_WhatCannotBe_IsRefusedAndNothingIsStored(string option, string value, string sentence)
    {
        _bench.Terms.Add(new Snowflake(5), new VqganBot.Moderation.BlockedTerm("secret"));
        Assert.StartsWith(sentence, await _bench.RefusedAsync(_handler.HandleAsync, _bench.Command("settings set", Option(option, value))));
        Assert.Equal(UserSettings.None, _bench.Settings.Of(new Snowflake(900)));
    }

    [Fact]
    public async Task Set_Nothing_SaysWhatThereIs() =>
        Assert.StartsWith("Say what to set: `size`", await _bench.RefusedAsync(_handler.HandleAsync, _bench.Command("settings set")));

    [Fact]
    public async Task Privacy_TellsHowLong()
    {
        var handler = new PrivacyHandler(new JobOptions { RetentionDays = 12 });
        Assert.Contains("For 12 days, or less when the disk fills up", await _bench.AskAsync(handler.HandleAsync, _bench.Command("privacy")));
    }

    private Task<string> AskAsync(string command, params string[] options) => _bench.AskAsync(_handler.HandleAsync, _bench.Command(command, string.Join(", ", options)));
}
