using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace VqganBot.CommandLine;

/// <summary>Adds "Examples:" under the help of each command that has some.</summary>
internal static class HelpExamples
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        ["imagine"] =
        [
            "imagine \"chicken surf\"",
            "imagine \"a red star over the sea\" --steps 100 --seed 7 --out star.png",
            "imagine \"toaster forest | neon:0.5 | blurry:-0.3\" --size 128x128",
            "imagine \"the rave\" --timelapse rave.mp4",
            "imagine \"a castle at night\" --count 4",
            "imagine \"in watercolour\" --init photo.jpg --init-weight 0.5",
            "imagine \"the sea\" --spot \"left=a red star\" --spot \"right=a yellow fish\"",
            "imagine \"a red star\" --transparent --out star.png",
            "imagine \"a castle\" --drawer pixel --pixel-size 4 --palette \"navy, gold, white\"",
            "imagine --resume chicken-surf.state",
            "imagine --from-png chicken-surf.png --out again.png",
        ],
        ["draft"] =
        [
            "draft \"chicken surf\"",
            "draft \"a castle at night\" --grid --candidates 64",
            "draft \"a red star over the sea\" --keep 4 --out star.png",
            "imagine --from-png chicken-surf.png --steps 100",
        ],
        ["film"] = ["film zoom \"a tunnel of leaves\"", "film story \"spring ^ summer ^ autumn ^ winter\"", "film style holiday.mp4 \"in watercolour\""],
        ["zoom"] =
        [
            "film zoom \"a tunnel of leaves\" --frames 120 --zoom 1.02 --rotate 0.5 --out tunnel.mp4",
            "film zoom \"a red star over the sea\" --init star.png --zoom 0.98 --shift 1,0 --out away.mp4",
        ],
        ["story"] =
        [
            "film story \"spring ^ summer ^ autumn ^ winter\" --blend 40 --out year.mp4",
            "film story \"a castle ^ a ship\" --frames-per-phrase 60 --zoom 1.01 --out voyage.mp4",
        ],
        ["style"] = ["film style holiday.mp4 \"in watercolour\" --strength 0.5 --out painted.mp4", "film style frames \"in watercolour\" --fps 12 --out painted.mp4"],
        ["resume"] = ["film resume tunnel.film"],
        ["search"] = ["search pictures \"a chicken on a wave\"", "search pictures \"a castle at night\" --top 20 --out found.png", "search pictures --like photo.jpg"],
        ["classify"] = ["classify photo.jpg --labels \"a cat,a dog,a bird\"", "classify *.png --labels cat,dog --template \"a drawing of a {}\" --top 1"],
        ["describe"] = ["describe painting.png", "describe photo.jpg --model imagenet-16384"],
        ["models"] = ["models list", "models pull imagenet-16384", "models inspect model.ckpt"],
        ["pull"] = ["models pull imagenet-16384"],
        ["inspect"] = ["models inspect last.ckpt"],
        ["bench"] = ["bench step --peer", "bench paint", "bench load", "bench batch", "bench queue"],
        ["step"] = ["bench step", "bench step --preset nerdyrodent --steps 4 --peer", "bench step --peer --json", "bench step --device cuda --size 512x512 --cutouts 32 --peer"],
        ["paint"] = ["bench paint", "bench paint \"a red star over the sea\" --steps 40 --cutouts 8", "bench paint --reference-cuts original --json", "bench paint --model imagenet-16384 --judge ViT-B/16"],
        ["load"] = ["bench load", "bench load --shapes imagenet-16384+ViT-B/32 --runs 5"],
        ["batch"] = ["bench batch", "bench batch --shapes imagenet-16384+ViT-B/32 --size 256x256 --cutouts 32 --most 16"],
        ["queue"] = ["bench queue --jobs 2000 --users 50"],
    };

    public static void Attach(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new WithExamples((HelpAction)option.Action!);
    }

    private sealed class WithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        // Asking for help ends there: the mistakes in the rest of the line do not matter.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = inner.Invoke(parseResult);
            var command = parseResult.CommandResult.Command;
            var key = command is RootCommand ? "imagine" : command.Name;
            if (!Examples.TryGetValue(key, out var lines)) return result;

            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in command is RootCommand ? lines.Take(3).Append("doctor") : lines)
                output.WriteLine($"  {CommandContext.ProgramName} {line}");
            output.WriteLine();
            return result;
        }
    }
}
