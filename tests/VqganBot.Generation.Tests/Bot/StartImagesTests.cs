using System.Buffers.Binary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VqganBot.Bot;
using VqganBot.Bot.Imagine;
using VqganBot.Discord;
using VqganBot.Discord.Wire;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Bot;

/// <summary>Start images with the real codec; what goes wrong on the way is tested without it.</summary>
public sealed class StartImagesTests : IAsyncLifetime
{
    private readonly WebApplication _files;
    private byte[] _file = [];

    public StartImagesTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _files = builder.Build();
        _files.Run(context => context.Response.Body.WriteAsync(_file).AsTask());
    }

    public async ValueTask InitializeAsync() => await _files.StartAsync();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Fact]
    public async Task Fetch_APictureOfAPhone_BecomesAPngNoLargerThanAnythingThatIsPainted()
    {
        _file = ImageCodec.EncodeJpeg(new Rgb24Image(4000, 3000));
        var picture = ImageCodec.Decode(await FetchAsync());
        Assert.Equal((2048, 1536), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task Fetch_ASmallPicture_KeepsItsPixelsAndNothingElse()
    {
        var small = new Rgb24Image(3, 2, [.. Enumerable.Range(0, 18).Select(value => (byte)(value * 14))]);
        _file = ImageCodec.EncodePng(small, new Dictionary<string, string> { ["Comment"] = "where I live" });
        var png = await FetchAsync();
        Assert.Equal(small.Pixels, ImageCodec.Decode(png).Pixels);
        Assert.Empty(ImageCodec.ReadPngText(png));
    }

    [Fact]
    public async Task Fetch_AFewBytesThatClaimToBeHuge_AreRefusedInWords()
    {
        _file = ClaimsToBe(30_000, 30_000);
        Assert.NotEmpty((await Assert.ThrowsAsync<UserFacingException>(FetchAsync)).Message);
    }

    [Fact]
    public async Task Fetch_APictureCutInHalf_IsRefusedInWords()
    {
        var random = new Random(1);
        var noise = new Rgb24Image(64, 64);
        random.NextBytes(noise.Pixels);
        _file = ImageCodec.EncodePng(noise)[..4000];
        Assert.NotEmpty((await Assert.ThrowsAsync<UserFacingException>(FetchAsync)).Message);
    }

    private async Task<byte[]> FetchAsync()
    {
        var address = new Uri(_files.Urls.Single());
        using var images = new StartImages(new DiscordClientOptions { Token = "t", ApiUrl = new Uri(address, "api/v10") }, TimeProvider.System);
        return await images.FetchAsync(
            new Attachment { Id = new Snowflake(1), Filename = "a.png", Url = new Uri(address, "a.png").ToString(), ContentType = "image/png", Size = 10 },
            TestContext.Current.CancellationToken);
    }

    // A signature and a header; the rest is not needed to see that it is too much.
    private static byte[] ClaimsToBe(int width, int height)
    {
        byte[] header = [.. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), height);
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. header, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(^4), Crc(header));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = ~0u;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }
}
