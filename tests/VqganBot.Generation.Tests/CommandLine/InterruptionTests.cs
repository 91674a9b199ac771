using System.Diagnostics;
using System.Text.RegularExpressions;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

public sealed partial class InterruptionTests(ChildProcess program) : IClassFixture<ChildProcess>
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Signal_SavesThePictureAndTheState_AndResumingEqualsAnUninterruptedRun(string signal)
    {
        program.Clear();
        string[] painting = ["imagine", "a star", "--model", "tiny", "--seed", "5", "--steps", "400"];
        CommandResult stopped;
        using (var process = program.Start([.. painting, "--out", "part.png"]))
        {
            WaitForStep(process);
            Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
            stopped = ChildProcess.Finish(process);
        }

        Assert.Equal(130, stopped.Code);
        Assert.Contains("imagine --resume part.state --out part.png", stopped.Out);
        Assert.Equal(["part.png", "part.state"], program.Files());
        var steps = int.Parse(StoppedAt().Match(stopped.Out).Groups[1].Value);
        Assert.InRange(steps, 1, 399);
        Assert.Equal(48, ImageCodec.DecodeFile(program.PathOf("part.png")).Width);

        // What it painted so far can be painted again too.
        Assert.Equal(0, program.Run("imagine", "--from-png", "part.png", "--out", "part-again.png").Code);
        Assert.Equal(program.Bytes("part.png"), program.Bytes("part-again.png"));

        Assert.Equal(0, program.Run("imagine", "--resume", "part.state", "--out", "resumed.png").Code);
        Assert.Equal(0, program.Run([.. painting, "--out", "whole.png"]).Code);
        Assert.Equal(program.Bytes("whole.png"), program.Bytes("resumed.png"));
    }

    [Fact]
    public void Kill_WithoutAWord_LeavesTheStateOfSaveState_AndResumingEqualsAnUninterruptedRun()
    {
        program.Clear();
        string[] painting = ["imagine", "a star", "--model", "tiny", "--seed", "6", "--steps", "60"];
        using (var process = program.Start([.. painting, "--out", "part.png", "--save-state", "kept.state"]))
        {
            WaitForStep(process);
            process.Kill();
            process.WaitForExit();
        }

        Assert.DoesNotContain("part.png", program.Files());
        Assert.Equal(0, program.Run("imagine", "--resume", "kept.state", "--out", "resumed.png").Code);
        Assert.Equal(0, program.Run([.. painting, "--out", "whole.png"]).Code);
        Assert.Equal(program.Bytes("whole.png"), program.Bytes("resumed.png"));
    }

    [Fact]
    public void Resume_OfAFileThatIsNoPainting_IsOneSentence()
    {
        program.Clear();
        File.WriteAllText(program.PathOf("x.state"), "no painting");
        var result = program.Run("imagine", "--resume", "x.state");

        Assert.Equal(1, result.Code);
        Assert.Contains("x.state", result.Error);
        Assert.DoesNotContain("   at ", result.Error);
        Assert.Equal(["x.state"], program.Files());
    }

    private static void WaitForStep(Process process)
    {
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith("  step", StringComparison.Ordinal)) return;
        }

        Assert.Fail("The program ended before its first step.");
    }

    [GeneratedRegex(@"Stopped at step (\d+) of 400")]
    private static partial Regex StoppedAt();
}
