using System.Diagnostics;
using VqganBot.CommandLine.Errors;

namespace VqganBot.CommandLine.Bench;

internal static class PeerPython
{
    // The second is where Debian's python3-torch puts itself when another Python comes first on the path.
    private static readonly string[] Candidates = ["python3", "/usr/bin/python3"];

    public static string Find() => Array.Find(Candidates, HasTorch)
        ?? throw new UserErrorException(
            "--peer needs a Python with PyTorch, and neither python3 nor /usr/bin/python3 has it. On Debian: apt install python3-torch. Or name one: --peer /path/to/python.");

    private static bool HasTorch(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import torch"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not installed: the next candidate may be.
            return false;
        }
    }
}
