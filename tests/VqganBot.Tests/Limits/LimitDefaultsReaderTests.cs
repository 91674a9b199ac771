using System.Text.Json;
using VqganBot.Discord.Wire;
using VqganBot.Limits;
using VqganBot.Models;

namespace VqganBot.Tests.Limits;

public sealed class LimitDefaultsReaderTests
{
    [Fact]
    public void Read_TheShippedFile_SaysWhatIsBuiltIn()
    {
        var text = File.ReadAllText(Path.Combine(ModelFolders.Home, "config", "limits.json"));
        var shipped = LimitDefaultsReader.Read(text);
        foreach (var limit in LimitDefinition.All)
        {
            Assert.Equal(limit.BuiltIn.ToString(), shipped.OfEveryone(limit.Limit).ToString());
            Assert.Contains($"\"{limit.Name}\"", text);
        }
    }

    [Fact]
    public void Read_EveryKindOfValue_IsUnderstood()
    {
        var read = LimitDefaultsReader.Read("""
            { "everyone": { "jobs_per_hour": null, "gpu_seconds_per_day": "1h", "largest_size": 640, "allowed_channels": ["12", "13"], }, }
            """);
        Assert.Null(read.OfEveryone(LimitName.JobsPerHour).Most);
        Assert.Equal(3600, read.OfEveryone(LimitName.GpuSecondsPerDay).Most);
        Assert.Equal([new Snowflake(12), new Snowflake(13)], read.OfEveryone(LimitName.AllowedChannels).Channels);
    }

    [Theory]
    [InlineData("""{ "everybody": {} }""", "'everybody' is not known; there are 'everyone', 'roles' and 'ceiling'.")]
    [InlineData("""{ "everyone": { "jobs_per_huor": 1 } }""", "'everyone' has no limit 'jobs_per_huor'; there are allowed_channels, ")]
    [InlineData("""{ "everyone": { "most_steps": true } }""", "'most_steps' is true; it takes a number")]
    [InlineData("""{ "everyone": { "most_steps": -3 } }""", "'-3' is no value for 'most_steps'; it takes a whole number from 1 up")]
    [InlineData("""{ "everyone": { "allowed_channels": [12] } }""", "'allowed_channels' names 12; it takes ids of channels in quotes.")]
    [InlineData("""{ "roles": { "Artists": 5 } }""", "'Artists' must be an object in braces, and is Number.")]
    [InlineData("""{ "ceiling": { "allowed_channels": ["1"] } }""", "'ceiling' cannot have 'allowed_channels'")]
    [InlineData("[]", "the file must be an object in braces, and is Array.")]
    public void Read_WhatCannotBeMeant_SaysWhere(string json, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<FormatException>(() => LimitDefaultsReader.Read(json)).Message);

    [Fact]
    public void Read_NoJson_IsAnError() => Assert.ThrowsAny<JsonException>(() => LimitDefaultsReader.Read("{"));
}
