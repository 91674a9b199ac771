using VqganBot.CommandLine.Doctor;

namespace VqganBot.Tests.CommandLine;

public sealed class DoctorReportTests
{
    [Fact]
    public void Print_WithoutALack_EndsWell()
    {
        var (code, text) = Print(Finding.Good("libvips", "8.14.1"), Finding.Note("ffmpeg", "not found", "apt install ffmpeg"));

        Assert.Equal(0, code);
        Assert.Contains("-> apt install ffmpeg", text);
        Assert.Contains("All is well", text);
    }

    [Fact]
    public void Print_WithALack_FailsAndSaysWhatToDo()
    {
        var (code, text) = Print(Finding.Lack("libtorch", "not found", "apt install libtorch-dev"), Finding.Good("ffmpeg", "5.1"));

        Assert.Equal(1, code);
        Assert.Contains("LACK", text);
        Assert.Contains("-> apt install libtorch-dev", text);
        Assert.Contains("1 thing is lacking", text);
    }

    [Fact]
    public void MachineCheck_OnThisMachine_FindsMemoryAndCores()
    {
        Assert.Contains("GiB free", MachineCheck.Memory().Seen);
        Assert.Contains("cores", MachineCheck.Threads().Seen);
    }

    private static (int Code, string Text) Print(params Finding[] findings)
    {
        using var output = new StringWriter();
        return (DoctorReport.Print(output, findings), output.ToString());
    }
}
