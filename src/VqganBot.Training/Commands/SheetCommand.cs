using System.CommandLine;
using VqganBot.Imaging;
using VqganBot.Training.Data;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Commands;

internal static class SheetCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Picture file to write.", Required = true };
        var what = new Argument<string>("what") { Description = "objects, scenes, styles or world." };
        what.AcceptOnlyFromAmong("objects", "scenes", "styles", "world");
        var scale = new Option<int>("--scale") { Description = "Enlargement.", DefaultValueFactory = _ => 2 };
        var command = new Command("sheet", "Shows the drawn world on one sheet.") { what, output, scale };
        command.SetAction(result =>
        {
            var (pictures, columns) = Pictures(result.GetValue(what)!);
            var tiles = pictures.Select(ToyRenderer.Render).Select(tile => Sheets.Enlarge(tile, result.GetValue(scale)));
            var path = result.GetValue(output)!;
            File.WriteAllBytes(path, ImageCodec.EncodeByExtension(ContactSheet.Compose([.. tiles], columns), path));
        });
        return command;
    }

    private static (IEnumerable<ToyPicture> Pictures, int Columns) Pictures(string what) => what switch
    {
        "objects" => (Enum.GetValues<ToyObject>().SelectMany(thing => Enumerable.Range(0, 3).Select(i =>
            One(i + (3 * (int)thing), thing, i == 0 ? ToyColours.Natural(thing) : null, ToyScene.Plain, ToyStyle.Plain))), 12),
        "scenes" => (Enum.GetValues<ToyScene>().SelectMany(scene => Enum.GetValues<ToyStyle>().SelectMany(style =>
            (ToyPicture[])[new ToyPicture((ulong)style, scene, style, ToyRelation.None, []), One((int)style + (9 * (int)scene), (ToyObject)(((5 * (int)scene) + (int)style) % 28), null, scene, style)])), 10),
        "styles" => (Enum.GetValues<ToyObject>().SelectMany(thing => Enum.GetValues<ToyStyle>().Select(style =>
            One((int)style + (9 * (int)thing), thing, null, ToyScene.Plain, style))), 10),
        _ => (Enumerable.Range(0, 96).Select(i => ToyWorld.Draw((ulong)i)), 12),
    };

    private static ToyPicture One(int seed, ToyObject thing, ToyColour? colour, ToyScene scene, ToyStyle style)
    {
        var random = ToyRandom.For((ulong)seed, 3);
        return new ToyPicture((ulong)seed, scene, style, ToyRelation.None, [ToyComposer.Single(random, thing, colour, style)]);
    }
}
