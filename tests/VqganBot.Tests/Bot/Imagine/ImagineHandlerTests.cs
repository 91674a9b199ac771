using System.Text.Json;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Settings;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Tests.Bot.Imagine;

public sealed class ImagineHandlerTests
{
    [Fact]
    public async Task Imagine_OnlyAPrompt_IsDeferredOpenlyAndQueuedWithWhatTheModelLikes()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var interaction = Interactions.Imagine("  chicken\nsurf ");
        var answer = await bot.SendAsync(interaction);

        Assert.Equal((int)InteractionCallbackType.DeferredChannelMessageWithSource, answer.GetProperty("type").GetInt32());
        Assert.False(answer.TryGetProperty("data", out _));
        var job = Assert.Single(bot.Waiting);
        Assert.Equal(new JobOrder { Kind = JobKind.Imagine, Prompt = "chicken surf", Width = 64, Height = 64, Steps = 60, Seed = job.Order.Seed, Preset = "best", Model = "toybox" }, job.Order);
        Assert.Equal(new Snowflake(Interactions.Ada), job.User);
        Assert.Equal(new Snowflake(interaction.Id.Value + 1), job.Reply.Message);
        Assert.Equal(interaction.Token, job.Reply.Token);
        Assert.Equal(bot.Clock.GetUtcNow() + TimeSpan.FromMinutes(15), job.Reply.TokenExpiresAt);
        Assert.True(job.Reply.IsBotInGuild);
        Assert.Equal(10485760, job.Reply.AttachmentSizeLimit);
    }

    [Fact]
    public async Task Imagine_EveryOption_IsInTheOrder()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var answer = await bot.SendAsync(Interactions.Imagine("a castle:1 | neon:0.5",
            ("style", 3, "\"Aquarell\""), ("negative", 3, "\"blurry\""), ("size", 3, "\"landscape\""), ("steps", 4, "30"), ("seed", 4, "9007199254740991"),
            ("count", 4, "4"), ("preset", 3, "\"crowson\""), ("model", 3, "\"Toybox\""), ("private", 5, "true")));

        Assert.Equal(64, answer.GetProperty("data").GetProperty("flags").GetInt32());
        var job = Assert.Single(bot.Waiting);
        Assert.Equal(
            new JobOrder
            {
                Kind = JobKind.Imagine, Prompt = "a castle:1 | neon:0.5", Negative = "blurry", Style = "watercolour", StyleWords = "watercolour",
                Width = 80, Height = 48, Steps = 30, Seed = 9007199254740991, Count = 4, Preset = "crowson", Model = "toybox",
            },
            job.Order);
        Assert.True(job.Reply.IsPrivate);
    }

    [Fact]
    public async Task Imagine_WithOwnDefaults_TakesThemWhereTheCommandSaysNothing()
    {
        await using var bot = await HandlersFixture.StartAsync();
        bot.Get<UserSettingsStore>().Set(new Snowflake(Interactions.Ada), new UserSettings { Width = 96, Height = 128, Preset = "pixray", StyleSuffix = " soft light ", IsPrivate = true });
        await bot.SendAsync(Interactions.Imagine("chicken surf", ("style", 3, "\"ink drawing\"")));
        var own = Assert.Single(bot.Waiting);
        Assert.Equal((96, 128, "pixray", "ink drawing, soft light", true), (own.Order.Width, own.Order.Height, own.Order.Preset, own.Order.StyleWords, own.Reply.IsPrivate));

        await bot.SendAsync(Interactions.Imagine("chicken surf", ("size", 3, "\"64x80\""), ("preset", 3, "\"best\""), ("private", 5, "false")));
        var said = bot.Waiting[^1];
        Assert.Equal((64, 80, "best", "soft light", false), (said.Order.Width, said.Order.Height, said.Order.Preset, said.Order.StyleWords, said.Reply.IsPrivate));
    }

    public static TheoryData<string, int, string, string> BadOptions => new()
    {
        { "size", 3, "\"huge\"", "such as `128x96`" },
        { "size", 3, "\"1x1\"", "between 32 and 8192" },
        { "size", 3, "\"8192x8192\"", "2048x2048" },
        { "size", 3, "\"99999999999x2\"", "width x height" },
        { "steps", 4, "0", "from 1 to 10000" },
        { "steps", 4, "-5", "from 1 to 10000" },
        { "steps", 3, "\"many\"", "whole number" },
        { "seed", 4, "-1", "from 0 to" },
        { "seed", 4, "18446744073709551615", "whole number" },
        { "count", 4, "10", "from 1 to 9" },
        { "count", 5, "true", "whole number" },
        { "strength", 10, "0.5", "attach one" },
        { "preset", 3, "\"worst\"", "best" },
        { "model", 3, "\"../../etc\"", "toybox" },
        { "model", 3, "\"/etc/passwd\"", "toybox" },
        { "style", 3, "\"water\"", "watercolour" },
        { "style", 3, "\"@everyone\"", "no style" },
        { "negative", 3, "\"fog:5000\"", "weights lie between" },
        { "image", 11, "\"77\"", "a file" },
        { "private", 3, "\"yes\"", "true or false" },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public async Task Imagine_AnOptionThatIsWrong_IsRefusedPrivatelyInWordsAndNothingIsQueued(string option, int type, string json, string said)
    {
        await using var bot = await HandlersFixture.StartAsync();
        var refusal = await bot.RefusalAsync(Interactions.Imagine("chicken surf", (option, type, json)));
        Assert.Contains(said, refusal, StringComparison.Ordinal);
        Assert.Empty(bot.Waiting);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   \n ", "is empty")]
    [InlineData("| ^ |", "is empty")]
    [InlineData(":0.5", "no words")]
    [InlineData("castle:5000", "weights lie between")]
    public async Task Imagine_APromptThatCannotBeRead_IsRefusedPrivatelyWithTheReason(string prompt, string said)
    {
        await using var bot = await HandlersFixture.StartAsync();
        Assert.Contains(said, await bot.RefusalAsync(Interactions.Imagine(prompt)), StringComparison.Ordinal);
        Assert.Empty(bot.Waiting);
    }

    [Fact]
    public async Task Imagine_ALongerPromptThanDiscordLetsThrough_IsRefused()
    {
        await using var bot = await HandlersFixture.StartAsync();
        Assert.Contains("1001 characters", await bot.RefusalAsync(Interactions.Imagine(new string('x', 1001))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imagine_BeyondALimit_IsRefusedPrivately()
    {
        await using var bot = await HandlersFixture.StartAsync("""{ "everyone": { "most_steps": 10 } }""");
        var refusal = await bot.RefusalAsync(Interactions.Imagine("chicken surf", ("steps", 4, "11")));
        Assert.Contains("10", refusal, StringComparison.Ordinal);
        Assert.Empty(bot.Waiting);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("0", "View Channel")]
    [InlineData("3072", "Attach Files")]
    [InlineData("33792", "Send Messages")]
    public async Task Imagine_WithoutARightInTheChannel_IsRefusedNamingIt(string rights, string missing)
    {
        await using var bot = await HandlersFixture.StartAsync();
        var interaction = Interactions.Imagine() with { AppPermissions = (Permissions)ulong.Parse(rights, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Contains($"**{missing}**", await bot.RefusalAsync(interaction), StringComparison.Ordinal);
        Assert.Empty(bot.Waiting);
    }

    [Fact]
    public async Task Imagine_PrivateWithoutRightsInTheChannel_IsQueuedAllTheSame()
    {
        await using var bot = await HandlersFixture.StartAsync();
        await bot.SendAsync(Interactions.Imagine("chicken surf", ("private", 5, "true")) with { AppPermissions = Permissions.None });
        Assert.Single(bot.Waiting);
    }

    [Fact]
    public async Task Imagine_PrivateThatWouldTakeTooLong_IsRefusedWithTheReason()
    {
        await using var bot = await HandlersFixture.StartAsync("""{ "everyone": { "most_steps": null } }""");
        bot.Get<SpeedGauge>().Observe(new JobOrder { Kind = JobKind.Imagine, Prompt = "x", Width = 64, Height = 64, Steps = 10, Seed = 1, Preset = "best", Model = "toybox" }, 10, TimeSpan.FromSeconds(10));
        await bot.SendAsync(Interactions.Imagine("chicken surf", ("steps", 4, "1000"), ("private", 5, "true")));
        Assert.Empty(bot.Waiting);
        Assert.Contains(bot.Calls, call => call.Method == "PATCH" && call.Text.Contains("about 17 minutes", StringComparison.Ordinal));

        await bot.SendAsync(Interactions.Imagine("chicken surf", ("steps", 4, "600"), ("private", 5, "true")));
        Assert.Single(bot.Waiting);
    }

    [Fact]
    public async Task Imagine_TheSameInteractionTwice_IsOneJob()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var interaction = Interactions.Imagine();
        await bot.SendAsync(interaction);
        await bot.Get<VqganBot.Bot.InteractionDispatcher>().DispatchAsync(
            new VqganBot.Bot.InteractionContext(interaction, bot.Get<VqganBot.Discord.Rest.DiscordRestClient>(), bot.Clock), TestContext.Current.CancellationToken);
        Assert.Single(bot.Waiting);
    }

    [Theory]
    [InlineData("style", "hoku", "en-US", "painting by Hokusai", "painting by Hokusai")]
    [InlineData("style", "aquar", "de", "Aquarell", "watercolour")]
    [InlineData("style", "acua", "es-419", "acuarela", "watercolour")]
    [InlineData("style", "水彩", "ja", "水彩画", "watercolour")]
    [InlineData("size", "land", "en-US", "landscape (80x48)", "80x48")]
    public async Task Suggest_WhatIsTyped_FindsItInThePersonsLanguage(string option, string typed, string locale, string name, string value)
    {
        await using var bot = await HandlersFixture.StartAsync();
        var choices = Choices(await bot.SendAsync(Interactions.Typing("imagine", option, typed, locale: locale)));
        Assert.Contains((name, value), choices);
        Assert.InRange(choices.Count, 1, 25);
    }

    [Fact]
    public async Task Suggest_NothingTyped_GivesAtMostTwentyFive()
    {
        await using var bot = await HandlersFixture.StartAsync();
        Assert.Equal(25, Choices(await bot.SendAsync(Interactions.Typing("imagine", "style", ""))).Count);
        Assert.Contains(Choices(await bot.SendAsync(Interactions.Typing("imagine", "model", ""))), choice => choice.Value == "toybox");
        Assert.Empty(Choices(await bot.SendAsync(Interactions.Typing("imagine", "prompt", "x"))));
        Assert.Empty(Choices(await bot.SendAsync(Interactions.Typing("unknown", "unknown", "x"))));
    }

    private static List<(string Name, string Value)> Choices(JsonElement callback) =>
    [
        .. callback.GetProperty("data").GetProperty("choices").EnumerateArray()
            .Select(choice => (choice.GetProperty("name").GetString()!, choice.GetProperty("value").GetString()!)),
    ];
}
