using System.Text;
using System.Text.Json;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using static VqganBot.Tests.Discord.Rest.RestHarness;

namespace VqganBot.Tests.Discord.Rest;

public sealed class MultipartTests
{
    private static readonly FileUpload Picture = new("chicken.png", "image/png", new byte[] { 0x89, 0x50, 0x0D, 0x0A }, "A chicken that surfs");
    private static readonly FileUpload Film = new("film.mp4", "video/mp4", new byte[] { 1, 2, 3 });

    [Fact]
    public async Task Form_WithTwoFiles_IsByteForByteWhatDiscordDocuments()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Posted());

        await harness.CreateMessageAsync(new MessageBody { Content = "ö" }, Picture, Film);

        var call = harness.Peer.Calls[0];
        var boundary = call.Headers["Content-Type"]["multipart/form-data; boundary=".Length..];
        Assert.DoesNotContain('"', boundary);
        const string Json = """{"content":"\u00F6","allowed_mentions":{"parse":[]},"attachments":[{"id":"0","filename":"chicken.png","description":"A chicken that surfs"},{"id":"1","filename":"film.mp4"}]}""";
        var expected =
            $"--{boundary}\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{Json}\r\n" +
            $"--{boundary}\r\nContent-Type: image/png\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"chicken.png\"\r\n\r\n\u0089P\r\n\r\n" +
            $"--{boundary}\r\nContent-Type: video/mp4\r\nContent-Disposition: form-data; name=\"files[1]\"; filename=\"film.mp4\"\r\n\r\n\u0001\u0002\u0003\r\n" +
            $"--{boundary}--\r\n";
        Assert.Equal(expected, Encoding.Latin1.GetString(call.Body));
    }

    [Fact]
    public async Task Edit_ThatKeepsAnAttachment_ListsItBesideTheNewFile()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Posted());

        await harness.EditMessageAsync(new MessageBody { Attachments = [new AttachmentBody { Id = "123456" }] }, Picture);

        Assert.Equal(["123456", "0"], AttachmentIds(harness));
    }

    [Fact]
    public async Task Edit_ThatDescribesTheFileItself_IsLeftAsItIs()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Posted());

        await harness.EditMessageAsync(new MessageBody { Attachments = [new AttachmentBody { Id = "0", Description = "mine" }] }, Picture);

        Assert.Equal(["0"], AttachmentIds(harness));
        Assert.Contains("\"mine\"", Encoding.Latin1.GetString(harness.Peer.Calls[0].Body));
    }

    [Fact]
    public async Task Edit_WithoutFiles_SaysNothingOfAttachmentsSoThatTheyStay()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Posted());

        await harness.EditMessageAsync(new MessageBody { Content = "x" });

        Assert.Equal("""{"content":"x","allowed_mentions":{"parse":[]}}""", harness.Peer.Calls[0].Text);
    }

    [Fact]
    public async Task Respond_WithAFile_NamesItInTheData()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Json(200, """{"interaction":{"id":"55","type":2}}"""));

        await harness.Client.RespondAsync(new Snowflake(55), InteractionToken, new InteractionResponse { Type = InteractionCallbackType.ChannelMessageWithSource }, [Film], Cancellation);

        using var form = Form(harness);
        Assert.Equal("film.mp4", form.RootElement.GetProperty("data").GetProperty("attachments")[0].GetProperty("filename").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("über.png")]
    [InlineData("a\".png")]
    [InlineData("a\r\nb.png")]
    [InlineData("../a.png")]
    public async Task Filename_BeyondPlainAscii_IsRefusedBeforeAnythingIsSent(string filename)
    {
        await using var harness = await RestHarness.StartAsync(context => context.Posted());

        await Assert.ThrowsAsync<ArgumentException>(() => harness.CreateMessageAsync(new MessageBody(), Picture with { Filename = filename }));

        Assert.Empty(harness.Peer.Calls);
    }

    [Fact]
    public async Task Form_ThatIsSentAgain_IsWholeAgain()
    {
        await using var harness = await RestHarness.StartAsync(context => context.TooMany(0), context => context.Posted());

        await harness.CreateMessageAsync(new MessageBody(), Picture);

        Assert.Equal(2, harness.Peer.Calls.Count);
        Assert.Equal(harness.Peer.Calls[0].Body.Length, harness.Peer.Calls[1].Body.Length);
    }

    private static string[] AttachmentIds(RestHarness harness)
    {
        using var form = Form(harness);
        return [.. form.RootElement.GetProperty("attachments").EnumerateArray().Select(attachment => attachment.GetProperty("id").GetString()!)];
    }

    private static JsonDocument Form(RestHarness harness)
    {
        var text = Encoding.Latin1.GetString(harness.Peer.Calls[0].Body);
        var start = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return JsonDocument.Parse(text[start..text.IndexOf("\r\n--", start, StringComparison.Ordinal)]);
    }
}
