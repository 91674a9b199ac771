using System.IO.Compression;
using System.Text;
using VqganBot.Discord.Gateway;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class ZlibStreamInflaterTests
{
    private static readonly string[] Payloads = ["""{"op":10}""", """{"op":0,"t":"READY","d":{"é":"ü"}}""", """{"op":11}""", new string('x', 100_000)];

    [Fact]
    public void Inflate_SplitAtEveryByteBoundary_GivesEveryPayloadWhole()
    {
        var parts = Deflated();
        var first = parts[0].Concat(parts[1]).ToArray();
        for (var split = 0; split <= first.Length; split++)
        {
            using var inflater = new ZlibStreamInflater();
            var output = new PayloadBuffer(1024);

            inflater.Inflate(first.AsMemory(0, split), output);
            inflater.Inflate(first.AsMemory(split), output);

            Assert.Equal(Payloads[0] + Payloads[1], Encoding.UTF8.GetString(output.Content.Span));
        }
    }

    [Fact]
    public void Inflate_MessageByMessage_IsOneContext()
    {
        using var inflater = new ZlibStreamInflater();
        var output = new PayloadBuffer(1024 * 1024);
        foreach (var (part, payload) in Deflated().Zip(Payloads))
        {
            output.Clear();
            inflater.Inflate(part, output);
            Assert.Equal(payload, Encoding.UTF8.GetString(output.Content.Span));
        }
    }

    [Fact]
    public void Inflate_BeyondTheLimit_KeepsNothingAndGoesOnWithTheNext()
    {
        using var inflater = new ZlibStreamInflater();
        var output = new PayloadBuffer(32 * 1024);
        var parts = Deflated();
        inflater.Inflate(parts[0], output);
        inflater.Inflate(parts[1], output);
        inflater.Inflate(parts[2], output);
        inflater.Inflate(parts[3], output);
        Assert.True(output.IsTooLarge);
        Assert.True(output.Content.Length + output.Free.Length <= 32 * 1024);

        output.Clear();
        Assert.False(output.IsTooLarge);
        output.Append("next"u8);
        Assert.Equal("next"u8, output.Content.Span);
    }

    [Fact]
    public void Inflate_WhatIsNotZlib_IsInvalid()
    {
        using var inflater = new ZlibStreamInflater();

        Assert.Throws<InvalidDataException>(() => inflater.Inflate("plain text"u8.ToArray(), new PayloadBuffer(1024)));
    }

    private static List<byte[]> Deflated()
    {
        using var stream = new MemoryStream();
        using var zlib = new ZLibStream(stream, CompressionLevel.SmallestSize);
        List<byte[]> parts = [];
        foreach (var payload in Payloads)
        {
            stream.SetLength(0);
            zlib.Write(Encoding.UTF8.GetBytes(payload));
            zlib.Flush();
            parts.Add(stream.ToArray());
        }

        return parts;
    }
}
