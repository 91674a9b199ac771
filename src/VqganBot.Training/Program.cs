using System.CommandLine;
using VqganBot.Training.Commands;

var root = new RootCommand("Draws the toybox world, trains model packs on it, and judges them.")
{
    RenderCommand.Create(),
    SheetCommand.Create(),
    TrainCommand.Create(),
    ReconstructCommand.Create(),
    PackCommand.Create(),
    EvaluateCommand.Create(),
    JudgeCommand.Create(),
};
// Told to stop, a trainer finishes its step and writes its checkpoint.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60), EnableDefaultExceptionHandler = false };
try
{
    return await root.Parse(args).InvokeAsync(configuration);
}
catch (Exception fault) when (Faults.IsForPeople(fault))
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
