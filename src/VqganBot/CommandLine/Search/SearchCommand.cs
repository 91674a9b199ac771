using System.CommandLine;
using VqganBot.CommandLine.Classify;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.Search;

namespace VqganBot.CommandLine.Search;

/// <summary><c>search</c>: pictures of a folder by what they show.</summary>
internal static class SearchCommand
{
    private const int FoundByDefault = 12;
    private const int MostFound = 1000;

    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where the pictures are; the folders below it count too." };
        var text = new Argument<string?>("TEXT") { Arity = ArgumentArity.ZeroOrOne, Description = "What to look for, in words." };
        var like = new Option<string?>("--like") { HelpName = "IMAGE", Description = "Look for pictures like this one; with words too, for something between both." };
        var top = NumberOption.Whole("--top", "K", $"How many pictures to find. By default {FoundByDefault}.", most: MostFound);
        var sheet = new Option<string?>("--out", "-o") { HelpName = "FILE", Description = "Also write a sheet of the pictures found, as .png, .jpg or .webp." };
        var index = new Option<string?>("--index") { HelpName = "FILE", Description = $"Where the index is kept. By default {PictureIndex.DefaultFile} in the folder." };
        var model = ClipOptions.Model();
        var json = ClipOptions.Json();

        var command = new Command("search", "Find the pictures of a folder that show something. The first search looks at all of them, later ones at what is new.")
        {
            folder, text, like, top, sheet, index, model, json,
        };
        command.SetAction(parsed => new SearchRun(Checked(new SearchOptions
        {
            Folder = parsed.GetValue(folder)!,
            Text = parsed.GetValue(text),
            Like = parsed.GetValue(like),
            Top = parsed.GetValue(top) ?? FoundByDefault,
            Out = parsed.GetValue(sheet),
            Index = parsed.GetValue(index),
            Model = parsed.GetValue(model) ?? LoadedModel.BuiltIn,
            Json = parsed.GetValue(json),
        }), context).Run());
        return command;
    }

    private static SearchOptions Checked(SearchOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Text) && options.Like is null)
            throw UserErrorException.Usage($"Say what to look for, in words or by a picture, for instance: {CommandContext.ProgramName} search pictures \"a chicken\"");
        if (!Directory.Exists(options.Folder))
            throw new UserErrorException($"There is no folder '{options.Folder}' to search.");
        OptionRules.CheckExtension("--out", options.Out, OptionRules.PictureExtensions);
        OptionRules.RequireFolder("--out", options.Out);
        OptionRules.RequireFolder("--index", options.Index);
        OptionRules.RequireFile("--like", options.Like);
        return options;
    }
}
