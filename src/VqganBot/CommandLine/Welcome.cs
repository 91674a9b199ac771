namespace VqganBot.CommandLine;

internal static class Welcome
{
    public static int Print(TextWriter output)
    {
        var program = CommandContext.ProgramName;
        output.WriteLine($"""
            Hello! VqganBot turns words into pictures, by VQGAN+CLIP.

            Three things to try:
              {program} imagine "chicken surf"                 paint a picture with the built-in model
              {program} imagine "toaster forest" --count 4     four pictures, and a sheet with all of them
              {program} doctor                                 see what is installed, and how fast it paints here

            The Discord bot: {program} run with DISCORD_TOKEN set; {program} playground to try it in the browser without.
            {program} --help shows everything.
            """);
        return ExitCodes.Done;
    }
}
