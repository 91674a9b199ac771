using System.CommandLine;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Classification;

namespace VqganBot.CommandLine.Classify;

/// <summary><c>classify</c>: which of some labels fits a picture, by CLIP alone.</summary>
internal static class ClassifyCommand
{
    private const int MostLabels = 1000;

    public static Command Create(CommandContext context)
    {
        var images = ClipOptions.Images();
        var labels = new Option<string[]>("--labels")
        {
            HelpName = "A,B,C",
            Description = "What the picture may show, with commas between; at least two.",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
        };
        var templates = new Option<string[]>("--template")
        {
            HelpName = "TEXT",
            Description = $"A sentence for the labels, with {PromptTemplates.Place} in their place, such as \"a photo of a {PromptTemplates.Place}\"; several are averaged. By default some that suit the model.",
            Arity = ArgumentArity.OneOrMore,
        };
        var top = NumberOption.Whole("--top", "K", "Print only the K likeliest labels.");
        var model = ClipOptions.Model();
        var json = ClipOptions.Json();

        var command = new Command("classify", "Say which of some labels fits a picture best.") { images, labels, templates, top, model, json };
        command.SetAction(parsed => new ClassifyRun(Checked(new ClassifyOptions
        {
            Images = parsed.GetValue(images)!,
            Labels = [.. parsed.GetValue(labels)!.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()],
            Templates = parsed.GetValue(templates) ?? [],
            Top = parsed.GetValue(top),
            Model = parsed.GetValue(model) ?? LoadedModel.BuiltIn,
            Json = parsed.GetValue(json),
        }), context).Run());
        return command;
    }

    private static ClassifyOptions Checked(ClassifyOptions options)
    {
        if (options.Labels.Count is < 2 or > MostLabels)
            throw UserErrorException.Usage($"--labels named {options.Labels.Count} different label{(options.Labels.Count == 1 ? "" : "s")}; it takes 2 to {MostLabels}, with commas between, such as --labels \"a cat,a dog\".");
        if (options.Templates.FirstOrDefault(template => !template.Contains(PromptTemplates.Place, StringComparison.Ordinal)) is { } template)
            throw UserErrorException.Usage($"--template was given '{template}'; it takes a sentence with {PromptTemplates.Place} where the label goes, such as \"a photo of a {PromptTemplates.Place}\".");
        return options;
    }
}
