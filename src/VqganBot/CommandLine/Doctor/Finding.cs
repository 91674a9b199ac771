namespace VqganBot.CommandLine.Doctor;

/// <summary>What the doctor saw of one thing.</summary>
/// <param name="Remedy">What to do about it; null when nothing needs doing.</param>
internal sealed record Finding(FindingLevel Level, string Subject, string Seen, string? Remedy = null)
{
    public static Finding Good(string subject, string seen) => new(FindingLevel.Good, subject, seen);

    public static Finding Note(string subject, string seen, string remedy) => new(FindingLevel.Note, subject, seen, remedy);

    public static Finding Lack(string subject, string seen, string remedy) => new(FindingLevel.Lack, subject, seen, remedy);
}
