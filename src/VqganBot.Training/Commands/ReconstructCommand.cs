using System.CommandLine;
using VqganBot.Imaging;
using VqganBot.Training.Data;
using VqganBot.Training.Packs;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

/// <summary>Passes a rendered set through a VQGAN: extra positives for CLIP, which will only ever judge decoded pictures.</summary>
internal static class ReconstructCommand
{
    private const int Chunk = 50;

    public static Command Create()
    {
        var set = new Option<string>("--set") { Description = "Rendered set to pass through.", Required = true };
        var vqgan = new Option<string>("--vqgan") { Description = "Training checkpoint of the VQGAN.", Required = true };
        var count = new Option<int>("--count") { Description = "How many pictures, from the first.", DefaultValueFactory = _ => 10_000 };
        var output = new Option<string?>("--out") { Description = "Rendered set to write." };
        var sheet = new Option<string?>("--sheet") { Description = "Picture file: renders above their reconstructions." };
        var spoil = new Option<double>("--spoil") { Description = "Least share of each picture's codes to replace by chance ones." };
        var command = new Command("reconstruct", "Passes rendered pictures through a VQGAN.") { set, vqgan, count, output, sheet, spoil };
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            set_num_threads(1);
            using var source = RenderedSet.Open(result.GetValue(set)!);
            using var network = TrainedNetworks.Vqgan(result.GetValue(vqgan)!);
            var pass = new VqganPass(network, source, result.GetValue(spoil));
            var many = Math.Min(result.GetValue(count), source.Count);
            if (result.GetValue(sheet) is { } path)
                WriteSheet(pass, source, path);
            if (result.GetValue(output) is { } file)
            {
                byte[] chunk = [];
                RenderedSetWriter.Write(file, many, source.FirstSeed, i =>
                {
                    if (i % Chunk == 0)
                        chunk = pass.Decode(i, Math.Min(Chunk, many - i));
                    return chunk[(i % Chunk * RenderedSet.PictureBytes)..((i % Chunk + 1) * RenderedSet.PictureBytes)];
                }, null, cancellationToken);
            }
        }, CancellationToken.None));
        return command;
    }

    private static void WriteSheet(VqganPass pass, RenderedSet source, string path)
    {
        const int columns = 12, rows = 4;
        var passed = pass.Decode(0, columns * rows);
        var tiles = new List<Rgb24Image>();
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < columns; i++)
            {
                var pixels = new byte[RenderedSet.PictureBytes];
                source.Read((row * columns) + i, pixels);
                tiles.Add(new Rgb24Image(64, 64, pixels));
            }

            for (var i = 0; i < columns; i++)
                tiles.Add(new Rgb24Image(64, 64, passed.AsSpan(((row * columns) + i) * RenderedSet.PictureBytes, RenderedSet.PictureBytes).ToArray()));
        }

        File.WriteAllBytes(path, ImageCodec.EncodeByExtension(ContactSheet.Compose(tiles, columns), path));
    }
}
