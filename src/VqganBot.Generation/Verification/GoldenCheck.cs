namespace VqganBot.Generation.Verification;

/// <summary>One array compared with the stored one.</summary>
/// <param name="Array">Its name in the folder.</param>
/// <param name="Difference">Largest absolute difference over the largest absolute value stored, unless <paramref name="Note"/> says otherwise.</param>
/// <param name="Tolerance">What is still right; 0 where every number must be equal.</param>
/// <param name="Note">What a person should know beside the figure, or null.</param>
public sealed record GoldenCheck(string Array, double Difference, double Tolerance, string? Note = null)
{
    /// <value>False too where the difference is not a number.</value>
    public bool Passed => Difference <= Tolerance;
}
