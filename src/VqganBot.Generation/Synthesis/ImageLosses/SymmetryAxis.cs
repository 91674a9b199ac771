namespace VqganBot.Generation.Synthesis;

/// <summary>Which halves of a picture mirror each other.</summary>
public enum SymmetryAxis
{
    None,
    LeftRight,
    TopBottom,
    Both,
}
