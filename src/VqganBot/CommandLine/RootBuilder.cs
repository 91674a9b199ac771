using System.CommandLine;
using VqganBot.CommandLine.Bench;
using VqganBot.CommandLine.Classify;
using VqganBot.CommandLine.Doctor;
using VqganBot.CommandLine.Draft;
using VqganBot.CommandLine.Film;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Models;
using VqganBot.CommandLine.Run;
using VqganBot.CommandLine.Search;

namespace VqganBot.CommandLine;

internal static class RootBuilder
{
    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "When something goes wrong, also print where in the program.",
        Recursive = true,
    };

    public static RootCommand Build(CommandContext context)
    {
        var root = new RootCommand("VqganBot paints pictures from words, by VQGAN+CLIP.")
        {
            Verbose,
            RunCommand.Create(context),
            ImagineCommand.Create(context),
            DraftCommand.Create(context),
            FilmCommand.Create(context),
            SearchCommand.Create(context),
            ClassifyCommand.Create(context),
            DescribeCommand.Create(context),
            ModelsCommand.Create(context),
            DoctorCommand.Create(context),
            BenchCommand.Create(context),
        };
        root.SetAction(_ => Welcome.Print(context.Out));
        HelpExamples.Attach(root);
        return root;
    }
}
