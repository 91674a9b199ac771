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
};
return await root.Parse(args).InvokeAsync();
