using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs;

public sealed class LossTrendTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    public void ToList_HoweverManySteps_HasEvenlySpacedLossesUpToTheMost(int steps)
    {
        var trend = new LossTrend();
        for (var step = 0; step < steps; step++) trend.Add(step);

        var losses = trend.ToList();

        Assert.InRange(losses.Count, Math.Min(steps, LossTrend.Most / 2), LossTrend.Most);
        var gaps = losses.Zip(losses.Skip(1), (a, b) => b - a).Distinct().ToList();
        Assert.True(gaps.Count <= 1 && losses.FirstOrDefault() == 0, string.Join(" ", losses));
    }
}
