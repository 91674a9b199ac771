using System.CommandLine;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Bench;

/// <summary>The options that several benches have.</summary>
internal static class BenchOption
{
    public static Option<BenchShapes?> Shapes(string description) => NumberOption.Create("--shapes", "VQGAN+CLIP",
        $"{description} {BenchShapes.Accepted}.", BenchShapes.Find, BenchShapes.Accepted);

    public static Option<string> Model() => new("--model")
    {
        HelpName = "NAME",
        Description = $"The model to measure, a name or a folder. By default {LoadedModel.BuiltIn}, the built-in one.",
        DefaultValueFactory = _ => LoadedModel.BuiltIn,
    };

    public static Option<PictureSize?> Size(string description) => NumberOption.Size("--size", description);

    public static Option<int?> Cutouts(string description) => NumberOption.Whole("--cutouts", "N", description, most: 4096);

    public static Option<int?> Threads() => NumberOption.Whole("--threads", "N", "Threads for the tensors; every core if left out.", most: 1024);

    public static Option<string?> Device() => NumberOption.Create("--device", "cpu|cuda",
        "Where to compute; the GPU where there is one if left out.", text => text is "cpu" or "cuda" ? text : null, "cpu or cuda");

    public static Option<PrecisionChoice?> Precision() => ChoiceOption.Create<PrecisionChoice>("--precision", "FORMAT",
        "In what numbers our networks compute; auto, the fastest the device is good at, if left out.");

    public static Option<bool> Json() => new("--json") { Description = "Print one line of JSON." };
}
