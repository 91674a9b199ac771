using System.ComponentModel;
using System.Diagnostics;

namespace VqganBot.Imaging;

/// <summary>The programs ffmpeg and ffprobe on the PATH.</summary>
internal static class Ffmpeg
{
    /// <summary>Starts ffmpeg with all three streams connected.</summary>
    /// <exception cref="ImageCodecException">There is no ffmpeg.</exception>
    public static Process Start(params IEnumerable<string> arguments) => Launch(
        "ffmpeg", "An .mp4 needs ffmpeg, which was not found; on Debian or Ubuntu install it with 'apt install ffmpeg', or choose .webp or .gif.", arguments);

    /// <summary>Starts a program that looks into a video.</summary>
    /// <exception cref="ImageCodecException">There is no such program.</exception>
    public static Process StartReading(string program, params IEnumerable<string> arguments) => Launch(
        program, $"Reading a video needs {program}, which was not found; on Debian or Ubuntu install it with 'apt install ffmpeg', or give a folder of pictures.", arguments);

    public static string? Version()
    {
        Process process;
        try
        {
            process = Start("-hide_banner", "-version");
        }
        catch (ImageCodecException)
        {
            return null;
        }

        using (process)
        {
            process.StandardInput.Close();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            // "ffmpeg version 5.1.9-0+deb12u1 Copyright ..."
            string[] words = output.Split(' ', 4);
            return words.Length > 2 && words[1] == "version" ? words[2] : null;
        }
    }

    private static Process Launch(string program, string lack, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ImageCodecException(lack, inner: e);
        }
    }
}
