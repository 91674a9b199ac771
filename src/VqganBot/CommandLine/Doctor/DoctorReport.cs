namespace VqganBot.CommandLine.Doctor;

internal static class DoctorReport
{
    private const int SubjectWidth = 10;

    /// <summary>Prints each finding as it comes and returns the exit code: not 0 when painting would not work.</summary>
    public static int Print(TextWriter output, IEnumerable<Finding> findings)
    {
        var lacks = 0;
        foreach (var finding in findings)
        {
            output.WriteLine($"{Mark(finding.Level)} {finding.Subject.PadRight(SubjectWidth)} {finding.Seen}");
            if (finding.Remedy is not null) output.WriteLine($"{new string(' ', 6 + SubjectWidth)}-> {finding.Remedy}");
            if (finding.Level == FindingLevel.Lack) lacks++;
        }

        output.WriteLine();
        output.WriteLine(lacks == 0
            ? $"All is well. Try: {CommandContext.ProgramName} imagine \"chicken surf\""
            : $"Painting does not work yet: {lacks} {(lacks == 1 ? "thing is" : "things are")} lacking, marked above with what to do.");
        return lacks == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static string Mark(FindingLevel level) => level switch
    {
        FindingLevel.Good => "ok   ",
        FindingLevel.Note => "note ",
        _ => "LACK ",
    };
}
