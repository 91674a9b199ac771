namespace VqganBot.Generation.Verification;

/// <summary>What one set of weights made of one folder of golden data.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Kind">What was found in it, such as "CLIP, vision transformer".</param>
/// <param name="Weights">The file that was loaded.</param>
/// <param name="Checks">Each array that was compared.</param>
/// <param name="NotCompared">Arrays in the folder that no comparison used, so that nothing is passed over in silence.</param>
public sealed record GoldenReport(string Folder, string Kind, string Weights, IReadOnlyList<GoldenCheck> Checks, IReadOnlyList<string> NotCompared)
{
    /// <value>True where something was compared and all of it agreed.</value>
    public bool Passed => Checks.Count > 0 && Checks.All(check => check.Passed);
}
