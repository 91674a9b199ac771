using System.Diagnostics;
using System.Text.Json;
using VqganBot.CommandLine.Bench;
using VqganBot.CommandLine.Errors;

namespace VqganBot.Generation.Tests.CommandLine;

public sealed class StepPeerTests
{
    // However it is written, the peer has to do the same arithmetic: else the ratio compares two different works.
    [Fact]
    public void Peer_AsEitherReferenceWritesIt_ComesToTheSameLosses()
    {
        var python = Python();
        Assert.SkipWhen(python is null, "There is no Python with PyTorch here.");

        var (careful, plain) = (Losses(python, "crowson"), Losses(python, "nerdyrodent"));
        Assert.Equal(2, careful.Length);
        Assert.NotEqual(careful[0], careful[1]);
        Assert.All(careful.Zip(plain), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5));
    }

    private static double[] Losses(string python, string preset)
    {
        var start = new ProcessStartInfo(python, ["-c", PeerScript.Text, "--preset", preset, "--device", "cpu", .. "--size 48x32 --cutouts 2 --channels 32 --multipliers 1,2 --codes 40 --code-width 16 --layers 1 --width 64 --embed 16 --resolution 24 --patch 12".Split(' ')])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Write("parts\nwhole\n");
        process.StandardInput.Close();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return [.. lines.Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("toldLoss").GetDouble())];
    }

    private static string? Python()
    {
        try
        {
            return PeerPython.Find();
        }
        catch (UserErrorException)
        {
            return null;
        }
    }
}
