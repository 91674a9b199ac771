using VqganBot.CommandLine.Bench;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Progress;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Doctor;

/// <summary>Paints a few steps with the built-in model: the proof that all works together, and how fast.</summary>
internal static class SpeedCheck
{
    private const int WarmUpSteps = 2;

    private const int TimedSteps = 5;

    public static Finding Step(TimeProvider clock)
    {
        try
        {
            using var model = LoadedModel.Load(LoadedModel.BuiltIn);
            var manifest = model.Pack.Manifest;
            var request = new PaintingRequest
            {
                Prompt = "chicken surf", Width = manifest.DefaultSize[0], Height = manifest.DefaultSize[1],
                Steps = WarmUpSteps + TimedSteps, Preset = manifest.DefaultPreset, Model = manifest.Name,
            };
            using var painting = new Painter(model.Pack).Start(request);
            for (var step = 0; step < WarmUpSteps; step++) painting.Advance();
            var seconds = BenchStatistics.Median(Enumerable.Range(0, TimedSteps).Select(_ => Time(painting, clock)).ToArray());
            return Finding.Good("speed", $"{StepText.Speed(1 / seconds)} at {painting.Width}x{painting.Height}: the default {manifest.DefaultSteps} steps take {StepText.Duration(TimeSpan.FromSeconds(seconds * manifest.DefaultSteps))}");
        }
        catch (Exception exception) when (KnownErrors.Describe(exception) is not null)
        {
            return Finding.Lack("speed", $"painting failed: {KnownErrors.Describe(exception)!.Message}", "See the findings above.");
        }
    }

    private static double Time(Painting painting, TimeProvider clock)
    {
        var begun = clock.GetTimestamp();
        painting.Advance();
        return clock.GetElapsedTime(begun).TotalSeconds;
    }
}
