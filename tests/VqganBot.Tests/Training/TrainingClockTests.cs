using VqganBot.Training.Optimisation;
using Xunit;

namespace VqganBot.Tests.Training;

public sealed class TrainingClockTests
{
    private static readonly TrainingOptions Options = new() { Set = "none", State = "none", Steps = 1000, LearningRate = 1, WarmUp = 100 };

    [Fact]
    public void LearningRate_OverTheSteps_RisesStaysAndFalls()
    {
        var clock = new TrainingClock(Options, 0);

        Assert.Equal(0.5, clock.LearningRate(49), 3);
        Assert.Equal(1, clock.LearningRate(300), 3);
        Assert.InRange(clock.LearningRate(800), 0.5, 0.52);
        Assert.Equal(0.02, clock.LearningRate(1000), 3);
    }

    [Fact]
    public void IsOver_MinutesOfEarlierSessions_Count()
    {
        var clock = new TrainingClock(Options with { Minutes = 10 }, 9.5);

        Assert.False(clock.IsOver(1));
        Assert.True(new TrainingClock(Options with { Minutes = 10 }, 10).IsOver(1));
        Assert.InRange(clock.LearningRate(200), 0.02, 0.1);
    }
}
