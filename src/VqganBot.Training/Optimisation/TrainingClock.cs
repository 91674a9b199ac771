using System.Diagnostics;

namespace VqganBot.Training.Optimisation;

/// <summary>Knows how much of the training is done: by steps, or by minutes if those are limited and run out first.</summary>
internal sealed class TrainingClock
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TrainingOptions _options;
    private readonly double _earlierMinutes;

    public TrainingClock(TrainingOptions options, double earlierMinutes, TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _start = _time.GetTimestamp();
        _options = options;
        _earlierMinutes = earlierMinutes;
    }

    public double Minutes => _earlierMinutes + _time.GetElapsedTime(_start).TotalMinutes;

    public bool IsOver(long step) => Progress(step) >= 1;

    /// <summary>
    /// Linear warm-up, constant, and a cosine fall to 2 % in the last two fifths: unlike a cosine over the whole run it
    /// ends well however far a limit in minutes lets it come.
    /// </summary>
    public double LearningRate(long step)
    {
        var warm = Math.Min(1, (step + 1.0) / Math.Max(1, _options.WarmUp));
        var fall = Math.Clamp((Progress(step) - 0.6) / 0.4, 0, 1);
        return _options.LearningRate * warm * (0.02 + (0.98 * (0.5 + (0.5 * Math.Cos(Math.PI * fall)))));
    }

    /// <summary>From 0 to 1.</summary>
    public double Progress(long step)
    {
        Debug.Assert(step >= 0);
        var bySteps = step / (double)_options.Steps;
        return _options.Minutes is { } minutes ? Math.Max(bySteps, Minutes / minutes) : bySteps;
    }
}
