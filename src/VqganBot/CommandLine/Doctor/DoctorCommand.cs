using System.CommandLine;

namespace VqganBot.CommandLine.Doctor;

/// <summary><c>doctor</c>: looks at everything painting needs, in the order it needs it.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("doctor", "See what is installed, how fast it paints here, and what to do about anything missing.");
        command.SetAction(_ => DoctorReport.Print(context.Out, Examine(context.Clock)));
        return command;
    }

    private static IEnumerable<Finding> Examine(TimeProvider clock)
    {
        yield return MachineCheck.Program();
        yield return MachineCheck.Memory();
        yield return MachineCheck.Threads();

        var tensors = TensorCheck.Library();
        yield return tensors;
        if (tensors.Level != FindingLevel.Lack)
        {
            foreach (var finding in DeviceCheck.All()) yield return finding;
        }

        var pictures = ImagingCheck.Pictures();
        yield return pictures;
        yield return ImagingCheck.Films();

        var builtIn = ModelsCheck.BuiltIn();
        yield return builtIn;
        if (builtIn.Level == FindingLevel.Lack) yield break;
        yield return ModelsCheck.Others();
        // Without a library it cannot paint, and the finding above has said so.
        if (tensors.Level != FindingLevel.Lack && pictures.Level != FindingLevel.Lack) yield return SpeedCheck.Step(clock);
    }
}
