using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine;

/// <summary>Keeps the file of <c>--save-state</c> current while a painting goes on: a killed process costs two seconds of work.</summary>
internal sealed class StateKeeper(string? file, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private long? _saved;

    public void Keep(Painting painting)
    {
        if (file is null || (_saved is { } saved && clock.GetElapsedTime(saved) < Interval)) return;
        painting.Save(file);
        _saved = clock.GetTimestamp();
    }
}
