namespace VqganBot.Training.Reports;

/// <summary>What a validation found: as a line of text, and number by number.</summary>
internal interface IFigures
{
    IReadOnlyList<(string Name, double Value)> Named { get; }
}
