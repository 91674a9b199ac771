using VqganBot.Limits;

namespace VqganBot.Tests.Limits;

public sealed class LimitValueParserTests
{
    [Theory]
    [InlineData("jobs_in_queue", "5", "5")]
    [InlineData("jobs_in_queue", " 1,000 jobs ", "1000")]
    [InlineData("jobs_in_queue", "0", "0")]
    [InlineData("jobs_in_queue", "None", "")]
    [InlineData("jobs_in_queue", "∞", "")]
    [InlineData("gpu_seconds_per_day", "1h30m", "5400")]
    [InlineData("gpu_seconds_per_day", "1 h 30 min", "5400")]
    [InlineData("gpu_seconds_per_day", "1.5h", "5400")]
    [InlineData("gpu_seconds_per_day", "90", "90")]
    [InlineData("gpu_seconds_per_day", "2 hours 5 seconds", "7205")]
    [InlineData("gpu_seconds_per_day", "1d", "86400")]
    [InlineData("gpu_seconds_per_day", "unlimited", "")]
    [InlineData("cooldown_seconds", "none", "0")]
    [InlineData("cooldown_seconds", "30s", "30")]
    [InlineData("largest_size", "512", "512")]
    [InlineData("largest_size", "512 px", "512")]
    [InlineData("largest_size", "512x384", "512")]
    [InlineData("largest_size", "384 × 640", "640")]
    [InlineData("most_steps", "300 steps", "300")]
    [InlineData("allowed_channels", "<#123> <#456>, <#123>", "123 456")]
    [InlineData("allowed_channels", "123456789012345678", "123456789012345678")]
    [InlineData("allowed_channels", "all", "")]
    public void TryParse_WhatPeopleType_IsUnderstood(string limit, string text, string stored) =>
        Assert.Equal(stored, LimitValueParser.TryParse(LimitDefinition.Find(limit)!, text)?.ToString());

    [Theory]
    [InlineData("jobs_in_queue", "-1", "a whole number from 0 up, or unlimited")]
    [InlineData("jobs_in_queue", "2.5", "a whole number")]
    [InlineData("jobs_in_queue", "", "a whole number")]
    [InlineData("jobs_in_queue", "99999999999999999999", "a whole number")]
    [InlineData("jobs_in_queue", "2000000000", "a whole number")]
    [InlineData("jobs_in_queue", "٣", "a whole number")]
    [InlineData("most_steps", "0", "a whole number from 1 up")]
    [InlineData("largest_size", "huge", "512 or 512x384")]
    [InlineData("largest_size", "8", "from 32 up")]
    [InlineData("gpu_seconds_per_day", "a while", "1800, 30m or 1h30m, or unlimited")]
    [InlineData("gpu_seconds_per_day", "h", "1h30m")]
    [InlineData("gpu_seconds_per_day", "٣h", "1h30m")]
    [InlineData("largest_size", "٥١٢", "512 or 512x384")]
    [InlineData("cooldown_seconds", "-5s", "or none")]
    [InlineData("allowed_channels", "#art", "up to 50 channels")]
    [InlineData("allowed_channels", "<#99999999999999999999>", "up to 50 channels")]
    public void TryParse_WhatCannotBeMeant_IsNoValue(string limit, string text, string accepted)
    {
        var definition = LimitDefinition.Find(limit)!;
        Assert.Null(LimitValueParser.TryParse(definition, text));
        Assert.Contains(accepted, LimitValueParser.Accepted(definition));
    }

    [Fact]
    public void Definitions_EachLimitOfTheEnumeration_HasOne()
    {
        Assert.Equal(Enum.GetValues<LimitName>().Order(), LimitDefinition.All.Select(definition => definition.Limit).Order());
        Assert.Equal(VqganBot.Bot.Commands.CommandDefinitions.LimitNames.Order(), LimitDefinition.All.Select(definition => definition.Name).Order());
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59.6, "1 min")]
    [InlineData(90, "1 min 30 s")]
    [InlineData(5400, "1 h 30 min")]
    [InlineData(3601, "1 h 1 s")]
    public void Duration_ReadsAsPeopleSayIt(double seconds, string text) => Assert.Equal(text, LimitText.Duration(TimeSpan.FromSeconds(seconds)));
}
