using System.CommandLine;

namespace VqganBot.CommandLine.Doctor;

internal static class DoctorCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("doctor", "See what is installed, how fast it paints here, and what to do about anything missing.");
        return command;
    }
}
