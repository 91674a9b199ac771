using Microsoft.Extensions.Logging;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;

namespace VqganBot.Tests.Bot.Imagine;

public sealed class PlayedTests
{
    [Fact]
    public async Task Imagine_AGridThenTileRemixAndMenu_EachMakesThePictureThatWasMeant()
    {
        await using var bot = await PlayedBot.StartAsync();
        var world = bot.World;
        var asked = await bot.InvokeAsync(world.Ada, "imagine", options: [("prompt", "chicken surf"), ("steps", 2L), ("count", 4L), ("seed", 10L)]);
        Assert.Equal(InteractionAnswer.Deferred, asked.Answer);
        var grid = await bot.PictureAsync(world.Ada, asked);

        var tile = await bot.PictureAsync(world.Basho, await bot.PressAsync(world.Basho, grid, "V3"));
        var variation = bot.Store.OfMessage(tile.Id)!;
        Assert.Equal((world.Basho.Id, 3), (variation.User, variation.Order.ParentTile));

        var form = await bot.PressAsync(world.Ada, grid, "Remix");
        Assert.Equal("chicken surf", form.Modal!.Data.Components![0].Inner!.Value);
        var remix = await bot.PictureAsync(world.Ada, await bot.SubmitAsync(form.Modal, ("prompt", "duck surf")));
        Assert.Contains("duck surf", remix.Message.Content, StringComparison.Ordinal);
        Assert.Equal(10UL, bot.Store.OfMessage(remix.Id)!.Order.Seed);

        var question = await world.InvokeMessageCommandAsync(world.Basho, remix.Id, "Make variations", cancellation: TestContext.Current.CancellationToken);
        Assert.True(question.Message!.IsEphemeral);
        await bot.PictureAsync(world.Basho, await bot.PressAsync(world.Basho, question.Message, "2"));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Imagine_MoreThanTheLimit_LeavesOnlyAPrivateWord()
    {
        await using var bot = await PlayedBot.StartAsync();
        var asked = await bot.InvokeAsync(bot.World.Ada, "imagine", options: [("prompt", "chicken surf"), ("steps", 10_000L)]);
        Assert.Equal((InteractionAnswer.Message, true), (asked.Answer, asked.Message?.IsEphemeral));
        Assert.Contains("steps", asked.Message!.Message.Content, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(bot.World.MessagesIn(bot.World.Paintings, bot.World.Basho));
    }

    [Fact]
    public async Task Imagine_ValuesThatNoClientWouldSend_AreRefusedPrivately()
    {
        await using var bot = await PlayedBot.StartAsync();
        (string, OptionValue)[] forged = [("steps", -1L), ("count", 1000L), ("seed", "abc"), ("preset", "worst"), ("strength", 7.5), ("private", "yes"), ("size", "0x0"), ("model", "../..")];
        foreach (var option in forged)
        {
            var answer = await bot.InvokeAsync(bot.World.Basho, "imagine", force: true, ("prompt", "chicken surf"), option);
            Assert.Equal((InteractionAnswer.Message, true), (answer.Answer, answer.Message?.IsEphemeral));
        }

        var admin = await bot.InvokeAsync(bot.World.Basho, "limits set", force: true, ("limit", "most_steps"), ("value", "none"));
        Assert.True(admin.Message!.IsEphemeral);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task StartImage_ACorruptPictureOfSomebodyElse_IsRefusedOnlyToWhoAsked()
    {
        await using var bot = await PlayedBot.StartAsync();
        var world = bot.World;
        var post = world.Post(world.Basho, world.Paintings, "look", new UploadedFile("cat.png", "image/png", "no picture at all"u8.ToArray()));
        var form = await world.InvokeMessageCommandAsync(world.Ada, post.Id, "Use as start image", cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(InteractionAnswer.Modal, form.Answer);
        await bot.SubmitAsync(form.Modal!, ("prompt", "chicken surf"));
        var refusal = await bot.UntilAsync(world.Ada, message => message.IsEphemeral);
        Assert.Contains("cannot be read", refusal.Message.Content, StringComparison.Ordinal);
        Assert.Equal([post.Id], world.MessagesIn(world.Paintings, world.Basho).Select(message => message.Id));

        var huge = await bot.InvokeAsync(world.Ada, "imagine", false, ("prompt", "chicken surf"), ("image", new UploadedFile("a.png", "image/png", new byte[10], AnnouncedSize: 1L << 30)));
        Assert.Contains("too large", huge.Message!.Message.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Commands_OnASimulatedDiscord_AreOfferedAndCompletedInThePersonsLanguage()
    {
        await using var bot = await PlayedBot.StartAsync();
        var world = bot.World;
        Assert.Contains(world.CommandsFor(world.Durer, world.Paintings), command => command.Name == "imagine" && command.NameLocalizations!["de"] == "male");
        Assert.DoesNotContain(world.CommandsFor(world.Durer, world.Paintings), command => command.Name == "limits");
        Assert.Contains(world.CommandsFor(world.Ada, world.Paintings), command => command.Name == "limits");
        var typed = await world.AutocompleteAsync(
            world.Durer, world.Paintings, "imagine", "style", new Dictionary<string, OptionValue> { ["style"] = "holz" }, TestContext.Current.CancellationToken);
        Assert.Equal(["Holzschnitt"], typed.Choices.Select(choice => choice.Name));
    }
}
